import type { CsvPreview, ImportedFile, ImportFailure, ImportReport } from '../../../shared/model/views';
import { mapCsv, type ColumnMapping, type Table } from '../../documents/csv';
import { guessMapping } from '../../documents/csv-guess';
import type { NewItem } from '../../library/library-types';
import type { Job } from '../jobs';
import type { Parts } from '../service';
import { fieldNames } from './field-names';
import { listValue } from './list-values';
import { readAnyTable } from './read-any-table';

const previewRows = 20;
const batchSize = 500;

export interface TableFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly path: string;
  /** Of a workbook; the first with rows when it is null. */
  readonly sheet: string | null;
}

/** The first rows of a table, and which column looks like which field. */
export function previewTable({ bytes, name, path, sheet }: TableFile, type: string): CsvPreview {
  const table = readAnyTable(bytes, name, sheet);
  return {
    path,
    columns: table.columns,
    rows: table.rows.slice(0, previewRows).map(({ cells }) => cells),
    totalRows: table.rows.length,
    mapping: guessMapping(table.columns, type, fieldNames),
    sheet: table.sheet,
    sheets: table.sheets,
  };
}

export interface TableChoices {
  readonly type: string;
  /** Guessed from the names of the columns when it is null. */
  readonly mapping: ColumnMapping | null;
  /** Also the rows in which something does not fit, without that. */
  readonly partial: boolean;
}

/**
 * Makes a record of every row in which everything fits; what does not is named with its row, its column and why. All of it is one step to undo.
 */
export async function importTable(
  parts: Parts,
  file: TableFile,
  choices: TableChoices,
  job: Job,
): Promise<ImportReport> {
  const table = readAnyTable(file.bytes, file.name, file.sheet);
  const { items, failed } = itemsOfTable(table, file.path, choices);
  const imported: ImportedFile[] = [];
  const action = { label: `import:${items.length}`, group: `table:${parts.library.newItemId()}` };
  for (let at = 0; at < items.length && !job.signal.aborted; at += batchSize) {
    const states = await parts.library.createItems(items.slice(at, at + batchSize), action);
    imported.push(...states.map(({ id, fields }) => ({ id, path: file.path, title: String(fields['title'] ?? '') })));
    job.progress({ done: imported.length, total: items.length, failed: failed.length });
  }
  return { imported, known: [], failed, cancelled: job.signal.aborted };
}

export function itemsOfTable(
  table: Table,
  path: string,
  { type, mapping, partial }: TableChoices,
): { items: NewItem[]; failed: ImportFailure[] } {
  const columns = mapping ?? guessMapping(table.columns, type, fieldNames);
  const { items, problems } = mapCsv(table, type, columns, { partial, listValue });
  return {
    items: items.map(({ fields, sets }) => ({ type, set: { ...fields }, add: { ...sets } })),
    failed: problems.map(({ code, params }) => ({ path, code, params })),
  };
}
