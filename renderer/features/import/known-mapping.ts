import type { Settings } from '../../../shared/model/settings';
import type { Mapping } from './csv-cells';

type Known = Settings['tableMappings'];

const mostKept = 20;

/** How a table with the same columns was read the last time. */
export function mappingFor(known: Known, columns: readonly string[]): Known[number] | undefined {
  const wanted = signOf(columns);
  return known.find((each) => signOf(each.columns) === wanted);
}

/** What is remembered once a table has been read: this one first, and one for each set of columns. */
export function withMapping(known: Known, columns: readonly string[], type: string, mapping: Mapping): Known {
  const others = known.filter((each) => signOf(each.columns) !== signOf(columns));
  return [{ columns: [...columns], type, mapping: { ...mapping } }, ...others].slice(0, mostKept);
}

/** A workbook may be meant as a document, too. */
export function isWorkbook(path: string): boolean {
  return /\.xls[xm]$/i.test(path);
}

function signOf(columns: readonly string[]): string {
  return columns.map((column) => column.trim().toLowerCase()).join('\n');
}
