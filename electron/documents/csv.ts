import Papa from 'papaparse';
import { AppError, type ErrorCode, type ErrorParams } from '../../shared/base/errors';
import type { JsonValue } from '../../shared/base/json';
import type { FieldSpec } from '../../shared/model/field';
import { fieldSchema } from '../../shared/model/field-schema';
import { fieldsOf } from '../../shared/model/types';
import { fieldValue, splitValues } from './csv-value';
import { recognise } from './kind';
import { documentLimits } from './limits';
import { decodeText } from './text-encoding';
import { readSheets, type SheetCell } from './xlsx';

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

/** Of a table in a workbook: more columns than this are not a table that people fill in. */
const mostColumns = 500;

/** The first sheet with rows, or the one of that name: its first row has the names of the columns. Errors: `table-empty`, those of reading a workbook. */
export function readWorkbookTable(bytes: Uint8Array, name: string, wanted: string | null = null): WorkbookTable {
  const context = { name, limits: documentLimits };
  const { kind, zip } = recognise(bytes, context);
  if (kind !== 'xlsx' || zip === null) throw new AppError('document-unsupported', { name });
  const sheets = readSheets(zip, context).filter(({ rows }) => rows.length > 1);
  const sheet = sheets.find((each) => each.name === wanted) ?? sheets[0];
  if (sheet === undefined) throw new AppError('table-empty', { name });
  const [header, ...body] = sheet.rows.filter(({ cells }) => cells.some(({ text }) => text.trim() !== ''));
  const width = Math.min(mostColumns, Math.max(0, ...(header?.cells ?? []).map(({ column }) => column + 1)));
  const spread = (cells: readonly SheetCell[]): string[] => {
    const row = Array.from({ length: width }, () => '');
    for (const { column, text } of cells) if (column < width) row[column] = text.trim();
    return row;
  };
  const rows = body
    .map(({ number, cells }) => ({ number, cells: spread(cells) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length === 0) throw new AppError('table-empty', { name });
  return {
    columns: spread(header?.cells ?? []),
    rows,
    problems: [],
    sheet: sheet.name,
    sheets: sheets.map((each) => each.name),
  };
}

export interface WorkbookTable extends Table {
  /** The one that was read. */
  readonly sheet: string;
  /** All that have rows. */
  readonly sheets: readonly string[];
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
    .map((cells, index) => ({
      number: index + 2,
      cells: columns.map((_, at) => (cells[at] ?? '').trim().replace(/^'(?=[=+\-@])/, '')),
    }))
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

interface MapOptions {
  /** Also the rows in which something does not fit, without that. */
  readonly partial?: boolean;
  /** The value of a list that a text in a cell stands for: people write what the interface shows. */
  readonly listValue?: (field: string, text: string) => string;
}

/** The items that the rows make, and what does not fit, each with its row and column. A row in which something does not fit makes no item. */
export function mapCsv(
  table: Table,
  type: string,
  mapping: ColumnMapping,
  { partial = false, listValue = (_field, text) => text }: MapOptions = {},
): { items: TableItem[]; problems: TableProblem[] } {
  const specs = new Map(fieldsOf(type).map((spec) => [spec.key, spec]));
  const mapped = Object.entries(mapping).flatMap(([index, key]) => {
    const spec = specs.get(key);
    return spec === undefined ? [] : [{ index: Number(index), column: table.columns[Number(index)] ?? index, spec }];
  });
  const titleColumn = mapped.find(({ spec }) => spec.key === 'title')?.column ?? 'title';
  const broken = new Set(table.problems.map(({ row }) => row));
  const items: TableItem[] = [];
  const problems: TableProblem[] = [...table.problems];
  for (const { number: row, cells } of table.rows) {
    const fields: Record<string, JsonValue> = {};
    const sets: Record<string, string[]> = {};
    const before = problems.length;
    for (const { index, column, spec } of mapped) {
      const cell = cells[index] ?? '';
      if (cell !== '' && !readCell(cell, spec, fields, sets, (text) => listValue(spec.key, text)))
        problems.push({ row, column, code: 'cell-invalid', params: { row, column, value: cell.slice(0, 80) } });
    }
    if (typeof fields['title'] === 'string') {
      if (partial || (problems.length === before && !broken.has(row))) items.push({ row, fields, sets });
    } else problems.push({ row, column: titleColumn, code: 'row-without-title', params: { row, column: titleColumn } });
  }
  return { items, problems };
}

/** Puts the cell's value in its place; false when it does not fit the field. Two columns of one list or set add up. */
function readCell(
  cell: string,
  spec: FieldSpec,
  fields: Record<string, JsonValue>,
  sets: Record<string, string[]>,
  valueOf: (text: string) => string,
): boolean {
  const schema = fieldSchema(spec);
  if (spec.kind === 'set') {
    const values = splitValues(cell).map(valueOf);
    sets[spec.key] = [
      ...new Set([...(sets[spec.key] ?? []), ...values.filter((value) => schema.safeParse(value).success)]),
    ];
    return values.every((value) => schema.safeParse(value).success);
  }
  const before = fields[spec.key];
  const value = fieldValue(spec.kind === 'choice' ? valueOf(cell) : cell, spec);
  const parsed = schema.safeParse(Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value);
  if (parsed.success) fields[spec.key] = parsed.data;
  return parsed.success;
}
