import type { ItemQuery } from '../../shared/search/item-query';
import type { RowColumns } from './row-columns';
import type { RowSet } from './row-set';

/** One page of the rows that pass, in the order asked for. Items without a year come last in either direction. */
export function listRows(query: ItemQuery, columns: RowColumns, pass: RowSet): number[] {
  const newestFirst = query.sort === 'relevance';
  const key = query.sort === 'relevance' ? 'changed' : query.sort;
  const order = columns.order(key);
  const backwards = newestFirst || query.descending;
  const page: number[] = [];
  let skipped = 0;
  const take = (row: number): boolean => {
    if (pass[row] !== 1) return false;
    if (skipped < query.offset) skipped += 1;
    else page.push(row);
    return page.length >= query.limit;
  };
  for (let at = 0; at < order.length; at += 1)
    if (take(order[backwards ? order.length - 1 - at : at] ?? 0)) return page;
  if (key !== 'year') return page;
  const withYear = new Uint8Array(columns.size);
  for (const row of order) withYear[row] = 1;
  for (const row of columns.order('title')) if (withYear[row] === 0 && take(row)) return page;
  return page;
}
