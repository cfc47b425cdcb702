import type { ItemQuery } from '../../shared/search/item-query';
import { parseQuery } from '../../shared/search/parse-query';
import type { QueryNode } from '../../shared/search/query';
import type { Match } from './full-text';
import { asText, bothMatches, type MatchContext, type TextNode } from './match-expression';

/** A query taken apart: what full text finds and ranks, and the conditions that only narrow it. */
export interface QueryPlan {
  /** All text that must be found; null when the query asks for none. */
  readonly match: Match | null;
  readonly text: readonly TextNode[];
  readonly conditions: readonly QueryNode[];
}

export function planQuery(
  query: ItemQuery,
  typeNames: Readonly<Record<string, string>>,
  context: MatchContext,
): QueryPlan {
  const root = parseQuery(query.text, { typeNames });
  const parts = root.kind === 'and' ? root.nodes : [root];
  const text: TextNode[] = [];
  const conditions: QueryNode[] = [];
  for (const part of parts) {
    const asked = asText(part);
    if (asked === null) conditions.push(part);
    else text.push(asked);
  }
  return { match: bothMatches({ kind: 'and', nodes: text }, context), text, conditions };
}
