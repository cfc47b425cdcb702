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
  | {
      readonly kind: 'value';
      readonly field: Exclude<QueryField, 'title' | 'year'>;
      readonly text: string;
      readonly exact: boolean;
    }
  | { readonly kind: 'year'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'not'; readonly node: QueryNode }
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly QueryNode[] };
