import type { ItemQuery } from '../../shared/search/item-query';

/** All items, the newest first; the first of them: who asks for it wants what goes with a list, such as its facets. */
export const everyItem: ItemQuery = {
  text: '',
  filters: {},
  group: null,
  collection: null,
  view: 'all',
  sort: 'changed',
  descending: true,
  withoutExpansions: [],
  offset: 0,
  limit: 1,
};
