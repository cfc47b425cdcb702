import { everyItem } from '../../shared/contract/first-questions';
import type { ItemQuery } from '../../shared/search/item-query';

/** The first of all items: who asks for it wants what goes with a list, such as its facets. */
export const firstOfAll: ItemQuery = { ...everyItem, withoutExpansions: [], offset: 0, limit: 1 };
