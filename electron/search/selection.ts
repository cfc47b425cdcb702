import { isOnRequest } from '../../shared/model/types';
import type { ItemQuery } from '../../shared/search/item-query';
import type { QueryNode } from '../../shared/search/query';
import type { Database } from '../library/database';
import { rowsInYears, rowsOf, type ConditionContext } from './conditions';
import type { RowColumns } from './row-columns';
import type { RowSet } from './row-set';

/** The view `recent` shows this many items. */
const recentLimit = 100;

/** What may be shown of the library, before text is looked at. */
export interface Selection {
  /** Rows that pass everything but the chosen facet values. */
  readonly base: RowSet;
  /** For each facet with chosen values: the rows that have one of them. */
  readonly facets: ReadonlyMap<string, RowSet>;
}

function valueIds(database: Database, field: string, values: readonly string[]): number[] {
  const find = database.prepare('SELECT id FROM search_value WHERE field = ? AND value = ?');
  return values.flatMap((value) => find.get<{ id: number }>(field, value)?.id ?? []);
}

function rowsInAnyYear(columns: RowColumns, values: readonly string[]): RowSet {
  const rows = new Uint8Array(columns.size);
  for (const value of values) {
    const year = Number(value);
    rowsInYears(columns, year, year).forEach((inside, row) => {
      if (inside === 1) rows[row] = 1;
    });
  }
  return rows;
}

/** Whether a part of the query, outside `not`, names a type that stands in no list otherwise. */
function asksFor(node: QueryNode): boolean {
  if (node.kind === 'and' || node.kind === 'or') return node.nodes.some(asksFor);
  return node.kind === 'value' && node.field === 'type' && isOnRequest(node.text);
}

function inView(query: ItemQuery, conditions: readonly QueryNode[], columns: RowColumns): RowSet {
  const wanted = query.view === 'bin' ? 2 : 1;
  const asked = (query.filters['type'] ?? []).some(isOnRequest) || conditions.some(asksFor);
  const also = wanted === 1 && asked ? 3 : wanted;
  const rows = new Uint8Array(columns.size);
  if (query.view !== 'recent') {
    for (let row = 0; row < columns.size; row += 1)
      if (columns.presence[row] === wanted || columns.presence[row] === also) rows[row] = 1;
    return rows;
  }
  const order = columns.order('changed');
  for (let at = order.length - 1, found = 0; at >= 0 && found < recentLimit; at -= 1) {
    const row = order[at] ?? 0;
    if (columns.presence[row] !== wanted) continue;
    rows[row] = 1;
    found += 1;
  }
  return rows;
}

function narrow(rows: RowSet, by: RowSet): void {
  for (let row = 0; row < rows.length; row += 1) rows[row] = (rows[row] ?? 0) & (by[row] ?? 0);
}

export function select(query: ItemQuery, conditions: readonly QueryNode[], context: ConditionContext): Selection {
  const { columns, database } = context;
  const base = inView(query, conditions, columns);
  if (query.group !== null) narrow(base, columns.withAny(valueIds(database, 'group', [query.group])));
  if (query.collection !== null) narrow(base, columns.withAny(valueIds(database, 'collection', [query.collection])));
  for (const condition of conditions) {
    const rows = rowsOf(condition, context);
    if (rows !== null) narrow(base, rows);
  }
  const facets = new Map<string, RowSet>();
  for (const [field, values] of Object.entries(query.filters)) {
    if (values.length === 0) continue;
    facets.set(
      field,
      field === 'year' ? rowsInAnyYear(columns, values) : columns.withAny(valueIds(database, field, values)),
    );
  }
  return { base, facets };
}

/** Rows that pass everything, the chosen facet values too. */
export function passing(selection: Selection): RowSet {
  const rows = selection.base.slice();
  for (const facet of selection.facets.values()) narrow(rows, facet);
  return rows;
}
