import type { ItemQuery } from '../../shared/search/item-query';
import { parseQuery } from '../../shared/search/parse-query';
import type { QueryNode } from '../../shared/search/query';
import { asText, matchOf, type MatchContext, type MatchTable, type TextNode } from './match-expression';

/** A query taken apart: what full text finds and ranks, and the conditions that only narrow it. */
export interface QueryPlan {
  /** FTS5 expressions of all text that must be found; null when the query asks for none. */
  readonly match: Readonly<Record<MatchTable, string>> | null;
  readonly text: readonly TextNode[];
  readonly conditions: readonly QueryNode[];
}

export function planQuery(query: ItemQuery, typeNames: Readonly<Record<string, string>>, context: MatchContext): QueryPlan {
  const root = parseQuery(query.text, { typeNames });
  const parts = root.kind === 'and' ? root.nodes : [root];
  const text: TextNode[] = [];
  const conditions: QueryNode[] = [];
  for (const part of parts) {
    const asked = asText(part);
    if (asked === null) conditions.push(part);
    else text.push(asked);
  }
  const all: TextNode = { kind: 'and', nodes: text };
  const inText = matchOf(all, 'text', context);
  const inLead = matchOf(all, 'lead', context);
  return { match: inText === null || inLead === null ? null : { text: inText, lead: inLead }, text, conditions };
}
