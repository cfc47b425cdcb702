import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ItemId, RevisionId, SpaceId } from '../../shared/base/ids';
import type { JsonValue } from '../../shared/base/json';
import { readSampleLibrary, type SampleRecord } from '../../shared/model/sample-record';
import type { ItemState } from '../../shared/revision/item-state';
import { textAnalysis, type TextAnalysis } from '../../electron/insight/text-analysis';
import { createAnalyser } from '../../electron/search/dutch/analyse';
import { dutchWords } from '../../electron/search/dutch/dutch-words';

const space = 'space' as SpaceId;

export function analysis(): TextAnalysis {
  const { split } = dutchWords('resources');
  const analyser = createAnalyser(split);
  return textAnalysis({ words: (text) => analyser.words(text), stem: analyser.stem, partsOf: split });
}

/** An item as the library holds it, from what a test wants to say. */
export function item(
  id: string,
  type: string,
  fields: Record<string, JsonValue>,
  sets: Record<string, readonly JsonValue[]> = {},
  more: Partial<ItemState> = {},
): ItemState {
  return {
    id: id as ItemId,
    space,
    fields: { type, title: id, ...fields },
    sets,
    conflicts: [],
    deleted: false,
    revived: false,
    heads: [`${id}-1` as RevisionId],
    createdAt: '2026-01-01T00:00:00.000Z',
    changedAt: '2026-01-01T00:00:00.000Z',
    ...more,
  };
}

function sampleRecords(): readonly SampleRecord[] {
  const read = (name: string): unknown[] =>
    JSON.parse(readFileSync(join(__dirname, '../../resources/sample', name), 'utf8')) as unknown[];
  return readSampleLibrary([...read('records.json'), ...read('catalogue.json')]);
}

interface ThesaurusEntry {
  readonly preferred: string;
  readonly abbreviation?: string;
  readonly longForm?: string;
  readonly variants?: string[];
  readonly synonyms?: string[];
  readonly broader?: string[];
  readonly related?: string[];
}

/** The thesaurus that comes with the app, as term items. */
export function thesaurusItems(): readonly ItemState[] {
  const path = join(__dirname, '../../resources/thesaurus/nl.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as ThesaurusEntry[]).map((entry) =>
    item(
      `thesaurus ${entry.preferred}`,
      'term',
      { title: entry.preferred, abbreviation: entry.abbreviation ?? null, longForm: entry.longForm ?? null },
      {
        variants: entry.variants ?? [],
        synonyms: entry.synonyms ?? [],
        broaderTerms: entry.broader ?? [],
        relatedTerms: entry.related ?? [],
      },
    ),
  );
}

/** The sample library as items whose ids are the keys of its records. */
export function sampleItems(): readonly ItemState[] {
  return sampleRecords().map(({ key, type, fields, sets, relations }) =>
    item(key, type, fields, { ...sets, relations: relations.map((relation) => ({ ...relation }) as JsonValue) }),
  );
}
