import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { dutchWords } from '../../electron/search/dutch/dutch-words';
import { openDatabase } from '../../electron/library/database';
import { createSearcher, type Searcher } from '../../electron/search/search';
import { answerSearches, createSearchClient, type SearchClient } from '../../electron/search/search-port';
import { AppError } from '../../shared/base/errors';
import { testQuery } from '../support/search-items';
import { openTestLibrary } from '../support/search-library';

const folder = mkdtempSync(join(tmpdir(), 'search-port-'));
const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

function connect(searcher: Searcher): SearchClient {
  const { port1, port2 } = new MessageChannel();
  answerSearches(port2, searcher);
  closing.push(() => port1.close());
  return createSearchClient(port1);
}

describe('full ranking beside the library', () => {
  it('sees through a second connection what the library wrote, also what it writes later', async () => {
    const library = openTestLibrary(join(folder, 'index.sqlite'));
    library.put({ n: 1, fields: { title: 'Eerste verzuim' } });
    const second = openDatabase(join(folder, 'index.sqlite'));
    second.exec('PRAGMA query_only = ON');
    const client = connect(createSearcher(second, { words: dutchWords('resources') }));
    expect((await client.query(testQuery('verzuim '))).total).toBe(1);
    library.put({ n: 2, fields: { title: 'Tweede verzuim' } });
    expect((await client.query(testQuery('verzuim '))).rows.map((row) => row.title)).toEqual([
      'Tweede verzuim',
      'Eerste verzuim',
    ]);
    expect((await client.facets(testQuery('verzuim '))).find((facet) => facet.field === 'type')?.values[0]?.count).toBe(
      2,
    );
    second.close();
    library.database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  it('drops a question that a newer one overtook before it was begun', async () => {
    const library = openTestLibrary();
    const client = connect(library.search);
    const asked = ['a1 ', 'b2 ', 'c3 '].map((text) => client.query(testQuery(text)));
    const settled = await Promise.allSettled(asked);
    expect(settled.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((settled[1] as PromiseRejectedResult).reason).toMatchObject({ code: 'cancelled' });
  });
  it('passes a coded error on', async () => {
    const broken = {
      ...openTestLibrary().search,
      query: () => {
        throw new AppError('search-index-damaged', { reason: 'x' });
      },
    };
    await expect(connect(broken).query(testQuery('a1'))).rejects.toMatchObject({ code: 'search-index-damaged' });
  });
});
