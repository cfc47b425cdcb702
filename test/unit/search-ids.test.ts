import { MessageChannel } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { answerSearches, createSearchClient } from '../../electron/search/search-port';
import { contract } from '../../shared/contract';
import { testQuery } from '../support/search-items';
import { openTestLibrary, type TestLibrary } from '../support/search-library';

function manyItems(): TestLibrary {
  const library = openTestLibrary();
  library.put(
    ...Array.from({ length: 60 }, (_, n) => ({
      n: n + 1,
      fields: { title: n % 3 === 0 ? `Verzuim ${n}` : `Overstap ${n}`, summary: n % 2 === 0 ? 'Over verzuim.' : '' },
      deleted: n === 9,
    })),
  );
  return library;
}

const asked = [
  ['a plain list', testQuery('', { sort: 'title', descending: false, limit: 500 })],
  ['a search in order of relevance', testQuery('verzuim ', { limit: 500 })],
  ['a search in order of title', testQuery('verzuim ', { sort: 'title', descending: true, limit: 500 })],
  ['the bin', testQuery('', { view: 'bin', limit: 500 })],
] as const;

test.each(asked)('the ids of %s are those of its rows, in their order', (_name, query) => {
  const { search } = manyItems();
  const all = search.query(query, 'full').rows.map(({ id }) => id);
  expect(all.length).toBeGreaterThan(0);
  expect(search.ids(query)).toEqual(all);
  expect(search.ids({ ...query, offset: 3, limit: 4 })).toEqual(all.slice(3, 7));
});

test('a worker gives them too', async () => {
  const { search } = manyItems();
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port1.close());
  answerSearches(port2, search);
  const query = testQuery('verzuim ', { limit: 5 });
  expect(await createSearchClient(port1).ids(query)).toEqual(search.ids(query));
});

test('a range that ends before it begins is no question', () => {
  const query = testQuery('');
  expect(contract['items.ids'].input.safeParse({ query, from: 2, to: 1 }).success).toBe(false);
  expect(contract['items.ids'].input.safeParse({ query, from: 2, to: 2 }).success).toBe(true);
});
