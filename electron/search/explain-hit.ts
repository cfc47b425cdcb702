import type { Expansion, HitReason } from '../../shared/search/item-query';
import type { Database } from '../library/database';
import type { Analyser } from './dutch/analyse';
import type { Asked } from './expand';
import {
  alternativeMarker,
  markable,
  mergeMarks,
  typedMarkers,
  type MarkableText,
  type TextMarker,
} from './text-marks';

/** The text of one field of a record. */
export interface FieldText {
  readonly field: string;
  readonly text: string;
}

interface Source {
  readonly field: string;
  readonly page: number | null;
  readonly ready: MarkableText;
}

/** One thing that may have been found: as typed, or one of what is looked for besides. */
interface Sought {
  readonly asked: string;
  readonly expansion: Expansion | null;
  readonly markers: readonly TextMarker[];
  /** Counts in the title only. */
  readonly titleOnly: boolean;
}

/** Hits counted in one text, different spellings named of one reason, and characters read of a file. */
const mostHits = 500;
const mostWords = 6;
const charactersRead = 2_000_000;

function soughtOf(asked: Asked, analyser: Analyser, titleOnly = false): Sought[] {
  switch (asked.kind) {
    case 'word':
    case 'run': {
      const typed = asked.kind === 'word' ? typedMarkers(asked, analyser) : [];
      const inner = asked.kind === 'run' ? asked.nodes.flatMap((part) => soughtOf(part, analyser, titleOnly)) : [];
      return [
        ...(typed.length === 0 ? [] : [{ asked: asked.text, expansion: null, markers: typed, titleOnly }]),
        ...inner,
        ...asked.also.map((other) => ({
          asked: asked.text,
          expansion: other.expansion,
          markers: [alternativeMarker(other, analyser)],
          titleOnly,
        })),
      ];
    }
    case 'phrase':
      return [{ asked: `"${asked.text}"`, expansion: null, markers: typedMarkers(asked, analyser), titleOnly }];
    case 'title':
      return soughtOf(asked.node, analyser, true);
    case 'and':
    case 'or':
      return asked.nodes.flatMap((part) => soughtOf(part, analyser, titleOnly));
  }
}

function sourcesOf(database: Database, fields: readonly FieldText[], fileHash: string | null): Source[] {
  const sources = fields.map(({ field, text }): Source => ({ field, page: null, ready: markable(text) }));
  if (fileHash === null) return sources;
  const pages = database
    .prepare(
      'SELECT page, text FROM search_page WHERE doc = (SELECT doc FROM search_document WHERE hash = ?) ORDER BY page',
    )
    .all<{ page: number; text: string }>(fileHash);
  let read = 0;
  for (const { page, text } of pages) {
    if (read > charactersRead) break;
    read += text.length;
    sources.push({ field: 'page', page, ready: markable(text) });
  }
  return sources;
}

/** One reason for each field that holds it; the pages of a file together, with the first of them. */
function reasonsFor({ asked, expansion, markers, titleOnly }: Sought, sources: readonly Source[]): HitReason[] {
  const byField = new Map<string, { page: number | null; words: Map<string, string>; count: number }>();
  for (const { field, page, ready } of sources) {
    if (titleOnly && field !== 'title') continue;
    const marks = mergeMarks(markers.flatMap((marker) => marker.find(ready, mostHits)));
    if (marks.length === 0) continue;
    const found = byField.get(field) ?? { page, words: new Map(), count: 0 };
    byField.set(field, found);
    found.count += marks.length;
    for (const [start, end] of marks) {
      const word = ready.text.slice(start, end).replace(/\s+/g, ' ');
      if (found.words.size < mostWords && !found.words.has(word.toLowerCase()))
        found.words.set(word.toLowerCase(), word);
    }
  }
  return [...byField].map(([field, { page, words, count }]) => ({
    asked: asked.trim(),
    expansion,
    field,
    page,
    words: [...words.values()],
    count,
  }));
}

/** Why an item is found, in the order of what was asked: what stands as typed first, then what else was looked for. */
export function explainHit(
  database: Database,
  asked: readonly Asked[],
  item: { readonly fields: readonly FieldText[]; readonly fileHash: string | null },
  analyser: Analyser,
): HitReason[] {
  const sources = sourcesOf(database, item.fields, item.fileHash);
  return asked.flatMap((part) => soughtOf(part, analyser)).flatMap((sought) => reasonsFor(sought, sources));
}
