import type { JsonValue } from '../../shared/base/json';
import type { ItemState } from '../../shared/revision/item-state';
import type { FieldSpec } from '../../shared/model/field';
import { fileRefSchema } from '../../shared/model/file-ref';
import { anchorSchema } from '../../shared/model/anchor-schema';
import { fieldsOf, isOnRequest, itemType } from '../../shared/model/types';
import { relationSchema } from '../../shared/model/relation-schema';
import { ownTermOf, type OwnTerm } from './own-term';
import { plainMarkdown } from './plain-markdown';
import { fold } from '../../shared/search/fold';

/** Years an item is about or from, both ends included; `to` is `openEnd` while it still runs, `from` is 0 when its start is unknown. */
export interface YearSpan {
  readonly from: number;
  readonly to: number;
}
export const openEnd = 9999;

/** What the index keeps of an item's state, apart from its file. */
export interface ItemDescription {
  readonly type: string;
  readonly title: string;
  readonly sortTitle: string;
  /** Small fields for the list row. */
  readonly meta: Readonly<Record<string, string | readonly string[]>>;
  readonly tags: readonly string[];
  /** [field, value] pairs to filter and count by. */
  readonly values: readonly (readonly [field: string, value: string])[];
  readonly years: YearSpan | null;
  readonly fileHash: string | null;
  /** Names it is known by in the command palette, the title first. */
  readonly labels: readonly string[];
  /** Of a term: what search and readers know it by. */
  readonly term: OwnTerm | null;
  /** Short fields, searched with the weight of metadata. */
  readonly metaTexts: readonly string[];
  /** Long fields, searched with the weight of running text. */
  readonly bodyTexts: readonly string[];
}

const rowFields = [
  'regions',
  'status',
  'phase',
  'measureStatus',
  'organisation',
  'organisationKind',
  'place',
  'authors',
  'roles',
  'abbreviation',
];
const labelFields = ['abbreviation', 'longForm', 'variants', 'synonyms'];

function strings(value: JsonValue | readonly JsonValue[] | undefined): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (typeof value === 'number') return [String(value)];
  return Array.isArray(value) ? value.flatMap((element) => strings(element as JsonValue)) : [];
}

function fieldStrings(state: ItemState, key: string): string[] {
  return strings(state.sets[key] ?? state.fields[key]);
}

function yearsOf(state: ItemState): YearSpan | null {
  const year = state.fields['year'];
  if (typeof year === 'number') return { from: year, to: year };
  const period = state.fields['period'];
  if (period !== null && typeof period === 'object' && !Array.isArray(period)) {
    const from = typeof period['from'] === 'number' ? period['from'] : null;
    const to = typeof period['to'] === 'number' ? period['to'] : null;
    if (from !== null || to !== null) return { from: from ?? 0, to: to ?? openEnd };
  }
  const date = state.fields['date'];
  if (typeof date !== 'string' || !/^\d{4}/.test(date)) return null;
  return { from: Number(date.slice(0, 4)), to: Number(date.slice(0, 4)) };
}

function metaOf(state: ItemState, years: YearSpan | null): Record<string, string | string[]> {
  const meta: Record<string, string | string[]> = {};
  for (const key of rowFields) {
    const found = fieldStrings(state, key);
    if (found.length > 0)
      meta[key] = key in state.sets || Array.isArray(state.fields[key]) ? found.slice(0, 8) : found.join(', ');
  }
  if (state.fields['doNotCite'] === true) meta['doNotCite'] = 'true';
  if (years === null) return meta;
  if (years.from === years.to) meta['year'] = String(years.from);
  else meta['period'] = `${years.from === 0 ? '' : years.from}–${years.to === openEnd ? '' : years.to}`;
  return meta;
}

function valuesOf(state: ItemState, type: string, fields: readonly FieldSpec[]): [string, string][] {
  const values: [string, string][] = [
    ['type', type],
    ['space', state.space],
  ];
  const group = itemType(type)?.group;
  if (group !== undefined) values.push(['group', group]);
  if (state.conflicts.length > 0) values.push(['conflict', 'yes']);
  for (const field of fields) {
    if (field.facet !== true || field.key === 'year') continue;
    for (const value of new Set(fieldStrings(state, field.key))) values.push([field.key, value]);
  }
  for (const relation of state.sets['relations'] ?? []) {
    const read = relationSchema.safeParse(relation);
    if (read.success && read.data.kind === 'inCollection') values.push(['collection', read.data.target]);
  }
  return values;
}

const notText: ReadonlySet<string> = new Set(['type', 'title', 'file', 'relations', 'deleted']);

/** Every text of every field, those that no type names too: what cannot be found is as good as lost. */
function textsOf(
  state: ItemState,
  fields: readonly FieldSpec[],
  fileName: string | null,
): { meta: string[]; body: string[] } {
  const long = new Set(fields.filter((field) => field.kind === 'markdown').map((field) => field.key));
  const meta: string[] = [];
  const body: string[] = [];
  for (const key of new Set([...Object.keys(state.sets), ...Object.keys(state.fields)])) {
    if (notText.has(key)) continue;
    if (long.has(key)) body.push(...fieldStrings(state, key).map(plainMarkdown));
    else meta.push(...fieldStrings(state, key));
  }
  if (fileName !== null) meta.push(fileName);
  const anchor = anchorSchema.safeParse(state.fields['anchor']);
  if (anchor.success && anchor.data.quote !== null) body.push(anchor.data.quote.exact);
  return { meta, body };
}

/** Reads an item's state for the index. Never throws: a field of an unexpected shape is not indexed. */
export function describeItem(state: ItemState): ItemDescription {
  const type = typeof state.fields['type'] === 'string' ? state.fields['type'] : 'document';
  const fields = fieldsOf(type);
  const file = fileRefSchema.safeParse(state.fields['file']);
  const title = strings(state.fields['title'])[0] ?? '';
  const years = yearsOf(state);
  const texts = textsOf(state, fields, file.success ? file.data.name : null);
  const named = !isOnRequest(type);
  const aliases = type === 'term' ? labelFields.flatMap((key) => fieldStrings(state, key)) : [];
  return {
    type,
    title,
    sortTitle: fold(title)
      .replace(/^[^\p{L}\p{N}]+/u, '')
      .slice(0, 200),
    meta: metaOf(state, years),
    tags: fieldStrings(state, 'tags'),
    values: valuesOf(state, type, fields),
    years,
    fileHash: file.success ? file.data.hash : null,
    term: type === 'term' ? ownTermOf(state) : null,
    labels: [...new Set(named ? [title, ...aliases] : [])].filter((label) => label !== ''),
    metaTexts: texts.meta,
    bodyTexts: texts.body,
  };
}
