import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../electron/library/database';
import type { ItemQuery } from '../../shared/search/item-query';
import { temporaryFolder } from '../support/library-folders';
import { testItemId, testQuery } from '../support/search-items';
import { openTestLibrary, type TestLibrary } from '../support/search-library';

const many = 1_200;

function fill(library: TestLibrary): void {
  const items = Array.from({ length: many }, (_, n) => ({
    n,
    fields: { title: `Stuk ${n}`, type: n % 3 === 0 ? 'project' : 'study' },
    sets: { tags: n % 2 === 0 ? ['zomer'] : [] },
  }));
  library.put(...items);
}

/** All that is read from the columns. */
function answers({ search }: TestLibrary): unknown {
  const query = testQuery('', { sort: 'title', filters: { tags: ['zomer'] } });
  const { total, rows, summary } = search.query(query, 'full');
  return {
    total,
    rows: rows.map(({ title }) => title),
    summary,
    facets: search.facets(query),
    counts: search.counts(),
  };
}

/** A fresh opening, and the items that it has read one by one for its columns. */
function openCounting(path: string): { library: TestLibrary; chunks: string[] } {
  const library = openTestLibrary(path);
  const chunks: string[] = [];
  const { database } = library;
  const prepare = database.prepare.bind(database);
  database.prepare = (sql) => {
    const statement = prepare(sql);
    if (!sql.includes('group_concat(line')) return statement;
    return {
      ...statement,
      get: (...values) => {
        const row = statement.get<{ chunk: string | null }>(...values);
        if (row?.chunk != null) chunks.push(...row.chunk.split(';'));
        return row as never;
      },
    };
  };
  return { library, chunks };
}

function kept(database: Database): number {
  return database.prepare('SELECT count(*) AS count FROM search_columns').get<{ count: number }>()?.count ?? 0;
}

function bySql(sql: string): (database: Database) => void {
  return (database) => database.exec(sql);
}

/** Takes off what follows the columns, and signs what is left. */
function leaveOutCounts(database: Database): void {
  const kept = database
    .prepare('SELECT epoch, version, rows, numbers, bytes FROM search_columns')
    .get<{ epoch: number; version: number; rows: number; numbers: number; bytes: Uint8Array }>();
  if (kept === undefined) throw new Error('No columns are kept.');
  const { epoch, version, rows, numbers } = kept;
  const bytes = kept.bytes.subarray(0, rows * (4 + 2 + 2 + 2 + 1) + numbers * 4);
  expect(bytes.length).toBeLessThan(kept.bytes.length);
  const sum = createHash('sha256').update(`${epoch} ${version} ${rows} ${numbers} `).update(bytes).digest('hex');
  database.prepare('UPDATE search_columns SET bytes = ?, sum = ?').run(bytes, sum);
}

describe('columns that are kept', () => {
  it('spare the next opening the reading of every item, and answer the same', () => {
    const path = join(temporaryFolder(), 'index.sqlite');
    const first = openTestLibrary(path);
    fill(first);
    const before = answers(first);
    first.search.close();
    first.database.close();

    const { library, chunks } = openCounting(path);
    expect(answers(library)).toEqual(before);
    expect(chunks).toEqual([]);
    library.database.close();
  });

  it('are brought up with what was changed, added, binned and removed since', () => {
    const path = join(temporaryFolder(), 'index.sqlite');
    const first = openTestLibrary(path);
    fill(first);
    first.search.close();
    first.put(
      { n: 0, fields: { title: 'Aardbei', type: 'project' }, sets: { tags: ['zomer', 'herfst'] } },
      { n: many, fields: { title: 'Nieuw', type: 'study' }, sets: { tags: ['zomer'] } },
      { n: 4, sets: { tags: ['zomer'] }, deleted: true },
    );
    first.database.transaction(() => first.index.remove([testItemId(6)]));
    first.search.close();
    const before = answers(first);
    first.database.close();

    const { library, chunks } = openCounting(path);
    expect(answers(library)).toEqual(before);
    expect(chunks.length).toBeGreaterThan(0);
    expect(chunks.length).toBeLessThan(10);
    library.database.close();
  });

  it.each<[string, (database: Database) => void]>([
    ['a byte of them is another', bySql(`UPDATE search_columns SET bytes = CAST(x'ff' || substr(bytes, 2) AS BLOB)`)],
    ['some of them are gone', bySql('UPDATE search_columns SET bytes = substr(bytes, 5)')],
    ['they are no bytes', bySql('UPDATE search_columns SET bytes = 5')],
    ['they are said to be of endless rows', bySql('UPDATE search_columns SET rows = 9000000000000')],
    ['they are said to be of another version', bySql('UPDATE search_columns SET version = version - 1')],
    ['they are newer than the index', bySql('UPDATE search_columns SET version = version + 5')],
    ['they are of an index that was emptied', bySql('UPDATE search_columns SET epoch = epoch - 1')],
    ['they were kept without counts, as they once were', leaveOutCounts],
  ])('count for nothing when %s', (_, spoil) => {
    const path = join(temporaryFolder(), 'index.sqlite');
    const first = openTestLibrary(path);
    fill(first);
    const before = answers(first);
    first.search.close();
    spoil(first.database);
    first.database.close();

    const { library, chunks } = openCounting(path);
    expect(answers(library)).toEqual(before);
    expect(chunks).toHaveLength(many);
    library.database.close();
  });

  it('are not written again for a few items', () => {
    const library = openTestLibrary();
    library.put({ n: 1 });
    library.search.close();
    expect(kept(library.database)).toBe(0);
    library.database.close();
  });
});

describe('the whole library', () => {
  it('is listed as its parts are: without the bin, and without what stands in no list', () => {
    const library = openTestLibrary();
    library.put(
      { n: 1, fields: { title: 'Aardbei', type: 'project' } },
      { n: 2, fields: { title: 'Braam', type: 'study' }, deleted: true },
      { n: 3, fields: { title: 'Citroen', type: 'study' } },
      { n: 4, fields: { title: 'Druif', type: 'annotation' } },
    );
    const titles = (change: Partial<ItemQuery>): [number, string[]] => {
      const { total, rows } = library.search.query(
        testQuery('', { sort: 'title', descending: false, ...change }),
        'full',
      );
      return [total, rows.map(({ title }) => title)];
    };
    expect(titles({})).toEqual([2, ['Aardbei', 'Citroen']]);
    expect(titles({})).toEqual(titles({ filters: { type: ['project', 'study'] } }));
    expect(titles({ filters: { type: ['study'] } })).toEqual([1, ['Citroen']]);
    expect(titles({ view: 'bin' })).toEqual([1, ['Braam']]);
    expect(titles({ offset: 1 })).toEqual([2, ['Citroen']]);
    library.put({ n: 3, fields: { title: 'Citroen', type: 'study' }, deleted: true });
    expect(titles({})).toEqual([1, ['Aardbei']]);
    library.database.close();
  });
});

describe('the first page of a long list', () => {
  it.each(['title', 'changed', 'created', 'year'] as const)('begins the whole list by %s, either way', (sort) => {
    for (const descending of [false, true]) {
      const fresh = longList();
      const whole = longList();
      const page = (library: TestLibrary, offset: number, limit: number): readonly string[] =>
        library.search.query(testQuery('', { sort, descending, offset, limit }), 'full').rows.map(({ title }) => title);
      // From the second on the order is at hand.
      page(whole, 0, 500);
      const all = [...page(whole, 0, 500), ...page(whole, 500, 500)];
      expect(all).toHaveLength(700);
      expect(page(fresh, 0, 20)).toEqual(all.slice(0, 20));
      expect(page(fresh, 60, 20)).toEqual(all.slice(60, 80));
      expect(page(fresh, 690, 20)).toEqual(all.slice(690));
      for (const { database } of [fresh, whole]) database.close();
    }
  });
});

/** At either end more items in the bin than are read at first. */
function longList(): TestLibrary {
  const library = openTestLibrary();
  const inBin = (n: number): boolean => n < 510 || n >= 1_210;
  library.put(
    ...Array.from({ length: 1_720 }, (_, n) => ({
      n,
      fields: {
        title: `Stuk ${String((n * 7) % 1_720).padStart(4, '0')}`,
        ...(n % 5 === 0 ? {} : { year: 1_900 + (n % 50) }),
      },
      deleted: inBin(n),
    })),
  );
  return library;
}
