import { extname } from 'node:path';
import { readTable, readWorkbookTable, type WorkbookTable } from '../../documents/csv';
import { refusePersonTable } from './refuse-person-table';

/** A table in a text file or a workbook. Errors: those of reading it, `table-of-persons`. */
export function readAnyTable(bytes: Uint8Array, name: string, sheet: string | null): WorkbookTable {
  const isBook = /^\.xls[xm]$/i.test(extname(name));
  const table = isBook ? readWorkbookTable(bytes, name, sheet) : { ...readTable(bytes, name), sheet: '', sheets: [] };
  refusePersonTable(table, name);
  return table;
}
