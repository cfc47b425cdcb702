import type { ItemQuery } from '../../shared/search/item-query';
import type { RowColumns } from './row-columns';
import type { RowSet } from './row-set';

/** One page of the rows that pass, in the order asked for. Items without a year come last in either direction. */
export function listRows(query: ItemQuery, columns: RowColumns, pass: RowSet): readonly number[] {
  const newestFirst = query.sort === 'relevance';
  const key = query.sort === 'relevance' ? 'changed' : query.sort;
  const backwards = newestFirst || query.descending;
  const edge = columns.edge(key, backwards ? 'last' : 'first');
  const begun = edge === null ? [] : pageOf(query, pass, edge);
  if (begun.length === query.limit) return begun;
  return pageOf(query, pass, allRows(columns, key, backwards));
}

function pageOf({ offset, limit }: ItemQuery, pass: RowSet, rows: Iterable<number>): readonly number[] {
  const page: number[] = [];
  let skipped = 0;
  for (const row of rows) {
    if (pass[row] !== 1) continue;
    if (skipped < offset) skipped += 1;
    else page.push(row);
    if (page.length >= limit) break;
  }
  return page;
}

function* allRows(columns: RowColumns, key: Parameters<RowColumns['order']>[0], backwards: boolean): Generator<number> {
  const order = columns.order(key);
  for (let at = 0; at < order.length; at += 1) yield order[backwards ? order.length - 1 - at : at] ?? 0;
  if (key !== 'year') return;
  const withYear = new Uint8Array(columns.size);
  for (const row of order) withYear[row] = 1;
  for (const row of columns.order('title')) if (withYear[row] === 0) yield row;
}
