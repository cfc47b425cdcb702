import type { ItemId } from '../../../shared/base/ids';
import type { ItemQuery } from '../../../shared/search/item-query';
import type { View } from '../../state/view';

/** What the list shows, without which part of it. */
export type ListQuery = Omit<ItemQuery, 'offset' | 'limit'>;

export function listQuery(
  { scope, text, filters, sort, descending }: Pick<View, 'scope' | 'text' | 'filters' | 'sort' | 'descending'>,
  withoutExpansions: readonly string[],
): ListQuery {
  return {
    text,
    filters: {
      ...Object.fromEntries(Object.entries(filters).map(([field, values]) => [field, [...values]])),
      ...(scope.kind === 'space' ? { space: [scope.id] } : {}),
    },
    group: scope.kind === 'group' ? scope.group : null,
    collection: scope.kind === 'collection' ? scope.id : null,
    view: scope.kind === 'recent' || scope.kind === 'bin' ? scope.kind : 'all',
    sort,
    descending,
    withoutExpansions: [...withoutExpansions],
  };
}

/** The element id of a row, for `aria-activedescendant`. */
export function rowElementId(id: ItemId): string {
  return `row-${id}`;
}

/** Whether the list is narrower than its scope. */
export function isNarrowed(text: string, filters: View['filters']): boolean {
  return text.trim() !== '' || Object.keys(filters).length > 0;
}
