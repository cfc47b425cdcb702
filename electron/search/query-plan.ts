import type { ItemQuery } from '../../shared/search/item-query';
import { parseQuery } from '../../shared/search/parse-query';
import type { QueryNode } from '../../shared/search/query';
import { expand, withoutFunctionWords, type Asked, type ExpandContext, type TextNode } from './expand';
import { asText, matchLevels, type LevelMatch } from './match-expression';

/** A query taken apart: what full text finds and ranks, and the conditions that only narrow it. */
export interface QueryPlan {
  /** All text that must be found, from as typed to the widest; null when the query asks for none. */
  readonly levels: readonly LevelMatch[] | null;
  readonly asked: readonly Asked[];
  readonly conditions: readonly QueryNode[];
}

export function planQuery(
  query: ItemQuery,
  typeNames: Readonly<Record<string, string>>,
  context: ExpandContext,
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
  const asked = expand({ kind: 'and', nodes: text }, context);
  return {
    levels: matchLevels(asked, context.analyser),
    asked: asked.kind === 'and' ? withoutFunctionWords(asked.nodes) : [asked],
    conditions,
  };
}
