import type { CsvPreview, ImportFailure, ImportReport } from '../../../shared/model/views';
import { mapCsv, readTable, type ColumnMapping, type Table } from '../../documents/csv';
import { guessMapping } from '../../documents/csv-guess';
import type { NewItem } from '../../library/library-types';
import type { Parts } from '../service';
import { refusePersonTable } from './refuse-person-table';
import { fieldNames } from './field-names';

const previewRows = 20;
const batchSize = 500;

/** The first rows of a table, and which column looks like which field. */
export function previewTable(bytes: Uint8Array, name: string, path: string, type: string): CsvPreview {
  const table = readTable(bytes, name);
  refusePersonTable(table, name);
  return {
    path,
    columns: table.columns,
    rows: table.rows.slice(0, previewRows).map(({ cells }) => cells),
    totalRows: table.rows.length,
    mapping: guessMapping(table.columns, type, fieldNames),
  };
}

/** Makes a record of every row. A cell that does not fit is left out and named; a row without a title is skipped and named. */
export async function importTable(
  parts: Parts,
  bytes: Uint8Array,
  name: string,
  path: string,
  type: string,
  mapping: ColumnMapping,
): Promise<ImportReport> {
  const table = readTable(bytes, name);
  refusePersonTable(table, name);
  const { items, failed } = itemsOfTable(table, type, mapping, path);
  const imported = [];
  const action = { label: `import:${items.length}`, group: `table:${parts.library.newItemId()}` };
  for (let at = 0; at < items.length; at += batchSize) {
    const states = await parts.library.createItems(items.slice(at, at + batchSize), action);
    imported.push(...states.map(({ id, fields }) => ({ id, path, title: String(fields['title'] ?? '') })));
  }
  return { imported, known: [], failed, cancelled: false };
}

export function itemsOfTable(
  table: Table,
  type: string,
  mapping: ColumnMapping,
  path: string,
): { items: NewItem[]; failed: ImportFailure[] } {
  const { items, problems } = mapCsv(table, type, mapping);
  return {
    items: items.map(({ fields, sets }) => ({ type, set: { ...fields }, add: { ...sets } })),
    failed: problems.map(({ code, params }) => ({ path, code, params })),
  };
}
