import { resolve } from 'node:path';
import { AppError } from '../../../shared/base/errors';
import type { ItemId } from '../../../shared/base/ids';
import type { JsonValue } from '../../../shared/base/json';
import { fieldOf } from '../../../shared/model/types';
import type { ImportReport, ItemDetail } from '../../../shared/model/views';
import type { ItemPage, ItemQuery } from '../../../shared/search/item-query';
import type { CommandName } from './commands';
import { despite } from './guard-commands';
import type { FieldText } from './options';
import { done, messageOf, someFailed, type Run, type Runner } from './output';
import { namedSpace } from './space-commands';

type Names = 'import' | 'import-table' | 'search' | 'list' | 'show' | 'text' | 'add' | 'edit' | 'bin' | 'restore';

export const itemCommands: Readonly<Record<Names & CommandName, Runner>> = {
  import: importPaths,
  'import-table': importTable,
  search: find,
  list: find,
  show: async ({ service, line, print }) => {
    const detail = await service.call('items.get', { id: idIn(line.values) });
    print(detail, () => showText(detail));
    return done;
  },
  text: async ({ service, line, print }) => {
    const id = idIn(line.values);
    const { pages } = await service.call('document.text', { id });
    print({ id, pages }, () => pages.join('\n\f\n'));
    return done;
  },
  add,
  edit,
  bin: (run) => each(run, 'items.bin'),
  restore: (run) => each(run, 'items.restore'),
};

function idIn([id = '']: readonly string[]): ItemId {
  return id as ItemId;
}

async function each({ service, line, print }: Run, call: 'items.bin' | 'items.restore'): Promise<number> {
  const result = await service.call(call, { ids: line.values as ItemId[] });
  print(result, () => `${result.changed} items`);
  return done;
}

async function add(run: Run): Promise<number> {
  const { service, line, print } = run;
  const { set, space } = line.options;
  const [type = ''] = line.values;
  const detail = await service.call('items.create', {
    type,
    change: changeOf(type, set, []),
    ...(space === null ? {} : { space: (await namedSpace(service, space)).id }),
    ...despite(run),
  });
  print(detail, () => `+ ${detail.state.id}`);
  return done;
}

async function edit(run: Run): Promise<number> {
  const { service, line, print } = run;
  const { set, remove } = line.options;
  const id = idIn(line.values);
  const { state } = await service.call('items.get', { id });
  const change = changeOf(String(state.fields['type'] ?? ''), set, remove);
  const detail = await service.call('items.change', { id, change, label: 'change', ...despite(run) });
  print(detail, () => showText(detail));
  return done;
}

interface Change {
  readonly set: Record<string, JsonValue>;
  readonly add: Record<string, JsonValue[]>;
  readonly remove: Record<string, JsonValue[]>;
}

function changeOf(type: string, set: readonly FieldText[], remove: readonly FieldText[]): Change {
  const change: Change = { set: {}, add: {}, remove: {} };
  for (const { field, text } of set) {
    if (fieldOf(type, field)?.kind === 'set') (change.add[field] ??= []).push(text);
    else change.set[field] = valueOf(type, field, text);
  }
  for (const { field, text } of remove) (change.remove[field] ??= []).push(text);
  return change;
}

/** Text as it stands for most fields; what is no text is written as JSON, and a list with semicolons. */
export function valueOf(type: string, field: string, text: string): JsonValue {
  if (text === '') return null;
  const kind = fieldOf(type, field)?.kind;
  if (kind === 'list') return text.split(';').map((part) => part.trim());
  if (kind !== 'year' && kind !== 'number' && kind !== 'flag' && kind !== 'period') return text;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    throw new AppError('field-invalid', { field });
  }
}

async function importPaths({ service, line, print }: Run): Promise<number> {
  const { as } = line.options;
  const paths = line.values.map((path) => resolve(path));
  const report = await service.call('import.paths', { job: 'cli', paths, ...(as === null ? {} : { as }) });
  const failed = report.failed.map(({ path, code, params }) => ({ path, code, message: messageOf(code, params) }));
  print({ imported: report.imported, known: report.known, failed }, () => importText(report, failed));
  return failed.length === 0 ? done : someFailed;
}

async function importTable({ service, line, print }: Run): Promise<number> {
  const path = resolve(line.values[0] ?? '');
  const { as, sheet, map, partial } = line.options;
  const type = as ?? 'project';
  const { columns, mapping } = await service.call('import.csvPreview', { path, type, sheet });
  const chosen = map.map(({ field: column, text }) => {
    const index = columns.indexOf(column);
    if (index < 0 || fieldOf(type, text) === undefined) throw new AppError('field-invalid', { field: column });
    return [String(index), text] as const;
  });
  const guessed = Object.entries(mapping).filter(([, field]) => !chosen.some(([, other]) => other === field));
  const wanted = Object.fromEntries([...guessed, ...chosen]);
  const report = await service.call('import.csv', { path, type, mapping: wanted, sheet, partial });
  const failed = report.failed.map(({ code, params }) => ({ code, params, message: messageOf(code, params) }));
  print({ imported: report.imported, failed }, () =>
    [
      ...failed.map(({ message }) => `! ${message}`),
      `${report.imported.length} imported, ${failed.length} problems`,
    ].join('\n'),
  );
  return failed.length === 0 ? done : someFailed;
}

function importText({ imported, known }: ImportReport, failed: readonly { path: string; message: string }[]): string {
  return [
    ...imported.map((file) => `+ ${file.id}  ${file.title}  (${file.path})`),
    ...known.map((file) => `= ${file.id}  ${file.title}  (${file.path})`),
    ...failed.map((file) => `! ${file.path}: ${file.message}`),
    `${imported.length} imported, ${known.length} known, ${failed.length} failed`,
  ].join('\n');
}

async function find({ service, line, print }: Run): Promise<number> {
  const searching = line.command === 'search';
  const { space, limit } = line.options;
  const query: ItemQuery = {
    // The trailing space says that the last word is finished, not still being typed.
    text: searching ? `${line.values.join(' ')} ` : '',
    filters: space === null ? {} : { space: [(await namedSpace(service, space)).id] },
    group: null,
    collection: null,
    view: 'all',
    sort: searching ? 'relevance' : 'changed',
    descending: true,
    withoutExpansions: [],
    offset: 0,
    limit,
  };
  const page = await service.call('items.query', { query, mode: 'full' });
  print(page.rows.map(hitJson), () => [...page.rows.map(hitText), `${page.rows.length} / ${page.total}`].join('\n'));
  return done;
}

function hitJson({ id, type, title, snippet, score }: ItemPage['rows'][number]): object {
  const page = snippet?.page == null ? null : snippet.page + 1;
  return { id, type, title, page, snippet: snippet?.text ?? null, score };
}

function hitText({ id, type, title, snippet }: ItemPage['rows'][number]): string {
  const place = snippet?.page == null ? '' : ` (p. ${snippet.page + 1})`;
  return [
    `${id}  ${type.padEnd(12)} ${title}${place}`,
    ...(snippet === null ? [] : [`    ${snippet.text.replace(/\s+/g, ' ')}`]),
  ].join('\n');
}

function showText({ state, related, file, space }: ItemDetail): string {
  const value = (v: unknown): string => (typeof v === 'string' ? v : JSON.stringify(v));
  return [
    ...Object.entries(state.fields).map(([field, v]) => `${field}: ${value(v)}`),
    ...Object.entries(state.sets)
      .filter(([field]) => field !== 'relations')
      .map(([field, v]) => `${field}: ${v.map(value).join(', ')}`),
    ...related.map(({ kind, direction, id, title }) => `${direction === 'out' ? '→' : '←'} ${kind}: ${title} (${id})`),
    ...(file === null ? [] : [`file: ${file.name} (${file.sizeBytes} bytes)`]),
    ...(space.kind === 'private' ? [] : [`space: ${space.name}`]),
    ...(state.conflicts.length === 0 ? [] : [`versions: ${state.conflicts.map(({ field }) => field).join(', ')}`]),
  ].join('\n');
}
