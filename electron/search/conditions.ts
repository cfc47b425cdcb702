import { fold } from '../../shared/search/fold';
import type { QueryNode } from '../../shared/search/query';
import type { Database } from '../library/database';
import { matchingRows } from './full-text';
import { expand, type ExpandContext } from './expand';
import { asText, matchAt } from './match-expression';
import type { RowColumns } from './row-columns';
import { complement, intersect, union, type RowSet } from './row-set';

export interface ConditionContext extends ExpandContext {
  readonly database: Database;
  readonly columns: RowColumns;
}

const facetOf = { type: 'type', tag: 'tags', region: 'regions', author: 'authors' } as const;

/** Values of a facet that a text names: the same but for accents and case, or with each word of `text` begun in it. */
function namedValues(database: Database, field: string, text: string, exact: boolean): number[] {
  const folded = fold(text).trim();
  const all = database
    .prepare('SELECT id, folded FROM search_value WHERE field = ?')
    .all<{ id: number; folded: string }>(field);
  const begun = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  const named = all.filter((value) => {
    if (exact || value.folded === folded) return value.folded === folded;
    const words = value.folded.match(/[\p{L}\p{N}]+/gu) ?? [];
    return begun.length > 0 && begun.every((start) => words.some((word) => word.startsWith(start)));
  });
  return named.map((value) => value.id);
}

export function rowsInYears(columns: RowColumns, from: number | null, to: number | null): RowSet {
  const rows = new Uint8Array(columns.size);
  for (let row = 0; row < columns.size; row += 1) {
    const first = columns.yearFrom[row] ?? 1;
    const last = columns.yearTo[row] ?? 0;
    if (first <= last && (from === null || last >= from) && (to === null || first <= to)) rows[row] = 1;
  }
  return rows;
}

/** The rows that satisfy a part of the query; null when it asks for nothing. */
export function rowsOf(node: QueryNode, context: ConditionContext): RowSet | null {
  const text = asText(node);
  if (text !== null) {
    const match = matchAt(expand(text, context), 2, context.analyser);
    return match === null ? null : matchingRows(context.database, match, context.columns.size);
  }
  switch (node.kind) {
    case 'value':
      return context.columns.withAny(namedValues(context.database, facetOf[node.field], node.text, node.exact));
    case 'year':
      return rowsInYears(context.columns, node.from, node.to);
    case 'not': {
      // What is left out is only what was typed: nobody sees what else a minus would take away.
      const inner = rowsOf(node.node, { ...context, knowledge: null });
      return inner === null ? null : complement(inner);
    }
    case 'and':
    case 'or': {
      const parts = node.nodes.map((part) => rowsOf(part, context)).filter((part) => part !== null);
      if (node.kind === 'or' && parts.length < node.nodes.length) return null;
      return parts.length === 0 ? null : parts.reduce(node.kind === 'and' ? intersect : union);
    }
    case 'word':
    case 'phrase':
    case 'title':
      return null;
  }
}
