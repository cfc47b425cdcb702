import { AppError } from '../../../shared/base/errors';
import { findPersonalData } from '../../../shared/guard/find-personal-data';
import type { Table } from '../../documents/csv';

/** Rows that show what a table is. */
const tellingRows = 200;

/** Records of a catalogue are made of rows about projects, not about pupils: such a table is not even read on. Error: `table-of-persons` (name). */
export function refusePersonTable({ columns, rows }: Pick<Table, 'columns' | 'rows'>, name: string): void {
  const lines = [columns, ...rows.slice(0, tellingRows).map(({ cells }) => cells)];
  const text = lines.map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t')).join('\n');
  if (findPersonalData([text]).some(({ kind }) => kind === 'person-table'))
    throw new AppError('table-of-persons', { name });
}
