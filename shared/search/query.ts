import type { ItemId } from '../base/ids';

/** Fields that the search field knows by name; each also has a Dutch name, see `parse-query.ts`. */
export type QueryField = 'title' | 'type' | 'tag' | 'year' | 'region' | 'author';

/**
 * What was typed in the search field.
 * `word`: found by its stem or as written; `open` when it may go on (still being typed, or ends in `*`).
 * `phrase`: exactly these words in this order. An `and` without nodes finds everything.
 */
export type QueryNode =
  | { readonly kind: 'word'; readonly text: string; readonly open: boolean }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'title'; readonly node: QueryNode }
  | { readonly kind: 'value'; readonly field: Exclude<QueryField, 'title' | 'year'>; readonly text: string; readonly exact: boolean }
  | { readonly kind: 'year'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'not'; readonly node: QueryNode }
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly QueryNode[] };

export type ItemSort = 'relevance' | 'title' | 'changed' | 'created' | 'year';

/** A question to the library: what the list, its facets and its counts are made from. */
export interface ItemQuery {
  /** The search field. The last word is still being typed unless white space follows it. */
  readonly text: string;
  /** Chosen facet values: or within a facet, and between facets. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly types?: readonly string[];
  readonly group?: string;
  readonly collection?: ItemId;
  readonly space?: string;
  /** `recent`: the items changed last, at most `recentLimit`. */
  readonly view: 'all' | 'recent' | 'bin';
  /** `relevance` without text is `changed`. */
  readonly sort: ItemSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
  /** False switches synonyms and compounds off. */
  readonly expand?: boolean;
}

export const recentLimit = 100;

/** Everything, newest change first, one page. */
export const defaultQuery: ItemQuery = {
  text: '',
  filters: {},
  view: 'all',
  sort: 'relevance',
  descending: true,
  offset: 0,
  limit: 100,
};
