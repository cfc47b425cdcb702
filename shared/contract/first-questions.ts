import type { ItemQuery } from '../search/item-query';

/** All items, the newest first: what a window lists when it opens. */
export const everyItem = {
  text: '',
  filters: {},
  group: null,
  collection: null,
  view: 'all',
  sort: 'changed',
  descending: true,
  withoutExpansions: [],
} as const satisfies Omit<ItemQuery, 'offset' | 'limit'>;

/** Rows that a list asks for at a time. */
export const pageRows = 50;

/** What a window asks when it opens, the most wanted first: name and input. The build has the program compiled ahead by asking the same. */
export const firstQuestions = [
  ['settings.get', undefined],
  ['lock.status', undefined],
  ['items.query', { query: { ...everyItem, offset: 0, limit: pageRows }, mode: 'full' }],
  ['items.counts', undefined],
  ['library.status', undefined],
] as const;
