import Papa from 'papaparse';
import { AppError, type ErrorCode, type ErrorParams } from '../../shared/base/errors';
import type { JsonValue } from '../../shared/base/json';
import type { FieldSpec } from '../../shared/model/field';
import { fieldSchema } from '../../shared/model/field-schema';
import { fieldsOf } from '../../shared/model/types';
import { fieldValue, splitValues } from './csv-value';
import { decodeText } from './text-encoding';

export interface Table {
  readonly columns: readonly string[];
  /** As many cells as there are columns, empty ones included; with the row's number in the file, from 1. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
  readonly problems: readonly TableProblem[];
}

/** What is wrong in one row. `column` is null when it is the row as a whole. */
export interface TableProblem {
  readonly row: number;
  readonly column: string | null;
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

/** Column index to field key; columns left out are not read. */
export type ColumnMapping = Readonly<Record<string, string>>;

export interface TableItem {
  readonly row: number;
  readonly fields: Readonly<Record<string, JsonValue>>;
  readonly sets: Readonly<Record<string, readonly string[]>>;
}

/**
 * A CSV file: parted by comma, semicolon, tab or bar, in any encoding `decodeText` knows, the first row with the names of the columns.
 * Errors: `table-empty`. Problems: `table-quotes`.
 */
export function readTable(bytes: Uint8Array, name: string): Table {
  const text = decodeText(bytes).replace(/^sep=.\r?\n/i, '');
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: guessDelimiter(text) });
  const [header = [], ...body] = data;
  const columns = header.map((column) => column.trim());
  const rows = body
    .map((cells, index) => ({ number: index + 2, cells: columns.map((_, at) => (cells[at] ?? '').trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length === 0) throw new AppError('table-empty', { name });
  const broken = errors.filter(({ type }) => type === 'Quotes').map(({ row = 0 }) => row + 1);
  const problems = [...new Set(broken)].map((row) => ({
    row,
    column: null,
    code: 'table-quotes' as const,
    params: { row },
  }));
  return { columns, rows, problems };
}

/** What stands most often in the first row outside quotation marks: the names of columns have none of these in them. */
function guessDelimiter(text: string): string {
  const header = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = [';', ',', '\t', '|'].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}

/** The items that the rows make, and what does not fit: a row without a title is skipped, of another the rest is kept. */
export function mapCsv(
  table: Table,
  type: string,
  mapping: ColumnMapping,
): { items: TableItem[]; problems: TableProblem[] } {
  const specs = new Map(fieldsOf(type).map((spec) => [spec.key, spec]));
  const mapped = Object.entries(mapping).flatMap(([index, key]) => {
    const spec = specs.get(key);
    return spec === undefined ? [] : [{ index: Number(index), column: table.columns[Number(index)] ?? index, spec }];
  });
  const titleColumn = mapped.find(({ spec }) => spec.key === 'title')?.column ?? 'title';
  const items: TableItem[] = [];
  const problems: TableProblem[] = [...table.problems];
  for (const { number: row, cells } of table.rows) {
    const fields: Record<string, JsonValue> = {};
    const sets: Record<string, string[]> = {};
    for (const { index, column, spec } of mapped) {
      const cell = cells[index] ?? '';
      if (cell !== '' && !readCell(cell, spec, fields, sets))
        problems.push({ row, column, code: 'cell-invalid', params: { row, column, value: cell.slice(0, 80) } });
    }
    if (typeof fields['title'] === 'string') items.push({ row, fields, sets });
    else problems.push({ row, column: titleColumn, code: 'row-without-title', params: { row, column: titleColumn } });
  }
  return { items, problems };
}

/** Puts the cell's value in its place; false when it does not fit the field. Two columns of one list or set add up. */
function readCell(
  cell: string,
  spec: FieldSpec,
  fields: Record<string, JsonValue>,
  sets: Record<string, string[]>,
): boolean {
  const schema = fieldSchema(spec);
  if (spec.kind === 'set') {
    const values = splitValues(cell);
    sets[spec.key] = [
      ...new Set([...(sets[spec.key] ?? []), ...values.filter((value) => schema.safeParse(value).success)]),
    ];
    return values.every((value) => schema.safeParse(value).success);
  }
  const before = fields[spec.key];
  const value = fieldValue(cell, spec);
  const parsed = schema.safeParse(Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value);
  if (parsed.success) fields[spec.key] = parsed.data;
  return parsed.success;
}
