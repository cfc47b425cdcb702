import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemQuery } from '../../shared/search/item-query';
import { createCorpus } from '../support/corpus';
import { testQuery, type TestItem } from '../support/search-items';
import { openTestLibrary, type TestLibrary } from '../support/search-library';

const seed = 4_711;
const words = [
  'verzuim',
  'jaren',
  'jaar',
  'vo-mbo',
  'coördinator',
  "vsv'er",
  'overstappen',
  'loopbaan',
  'ĳsselstreek',
  '18+',
  'school',
];
const regions = ['Arnhem', 'IJssel-Vecht', 'Twente'];
const types = ['project', 'study', 'document', 'draft'];

/** Each item has one of the words in a place of its own: title, field, tag, long text, heading, page. */
function build(librarySeed: number): { library: TestLibrary; items: TestItem[] } {
  const library = openTestLibrary();
  const { random } = createCorpus(librarySeed, 100);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const items = Array.from({ length: 60 }, (_, n): TestItem => {
    const place = n % 6;
    const text = `${any(words)} en ${any(words)}`;
    return {
      n,
      deleted: random() < 0.1,
      fields: {
        type: any(types),
        title: place === 0 ? `Over ${text}` : `Nummer ${n}`,
        ...(place === 1 ? { summary: text } : {}),
        ...(place === 2 ? { body: text } : {}),
        ...(random() < 0.5
          ? { year: 2015 + Math.floor(random() * 6) }
          : random() < 0.5
            ? { period: { from: 2016, to: random() < 0.5 ? null : 2019 } }
            : {}),
      },
      sets: { regions: random() < 0.7 ? [any(regions)] : [], tags: place === 3 ? [any(words)] : [] },
      ...(place >= 4 ? { file: n } : {}),
    };
  });
  library.put(...items);
  for (const item of items) {
    if (item.file === undefined) continue;
    const text = `${any(words)} bij ${any(words)}`;
    if (item.n % 6 === 4) library.putText(item.file, ['Leeg.'], [text]);
    else library.putText(item.file, ['Leeg.', text]);
  }
  return { library, items };
}

const queryText = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...words) },
      fc.constantFrom(
        'verz',
        'jaa',
        '"verzuim en"',
        '-school',
        '-"jaar"',
        'title:verzuim',
        'type:study',
        'jaar:2017',
        'regio:arnhem',
        'tag:jaar',
        'school OR type:project',
      ),
    ),
    { minLength: 0, maxLength: 3 },
  )
  .map((parts) => parts.join(' '));
const filters = fc.record(
  {
    regions: fc.subarray([...regions, 'Nergens'], { minLength: 1 }),
    type: fc.subarray(types, { minLength: 1 }),
    year: fc.subarray(['2015', '2017', '2018', '2030'], { minLength: 1 }),
  },
  { requiredKeys: [] },
);

const ids = (library: TestLibrary, query: ItemQuery, mode: 'quick' | 'full'): Set<string> =>
  new Set(library.search.query({ ...query, limit: 500 }, mode).rows.map((row) => row.id));
const both = (a: Set<string>, b: Set<string>): string[] => [...a].filter((id) => b.has(id)).sort();

describe(`filters never lose hits, seed ${seed}`, () => {
  const libraries = [1, 2, 3].map(build);
  const anyLibrary = fc.constantFrom(...libraries);

  it('hits(query and filter) = hits(query) ∩ filter, quick and full, whatever the sort', () => {
    fc.assert(
      fc.property(
        anyLibrary,
        queryText,
        filters,
        fc.constantFrom('quick' as const, 'full' as const),
        fc.constantFrom('relevance' as const, 'title' as const, 'year' as const),
        ({ library }, text, chosen, mode, sort) => {
          const together = ids(library, testQuery(text, { filters: chosen, sort }), mode);
          const apart = both(
            ids(library, testQuery(text, { sort }), mode),
            ids(library, testQuery('', { filters: chosen }), mode),
          );
          expect([...together].sort()).toEqual(apart);
        },
      ),
      { seed, numRuns: 1_000 },
    );
  });

  it('quick finds what full finds while it says that its total is exact', () => {
    fc.assert(
      fc.property(anyLibrary, queryText, ({ library }, text) => {
        const quick = library.search.query(testQuery(text, { limit: 500 }), 'quick');
        expect(quick.totalIsExact).toBe(true);
        expect(quick.rows.map((row) => row.id)).toEqual(
          library.search.query(testQuery(text, { limit: 500 }), 'full').rows.map((row) => row.id),
        );
      }),
      { seed, numRuns: 300 },
    );
  });

  it('a page is that part of the whole ranking: rows, scores and total', () => {
    const page = fc.record({ offset: fc.nat(30), limit: fc.integer({ min: 1, max: 10 }) });
    fc.assert(
      fc.property(
        anyLibrary,
        queryText,
        page,
        fc.constantFrom('quick' as const, 'full' as const),
        ({ library }, text, { offset, limit }, mode) => {
          const shown = (
            change: Partial<ItemQuery>,
          ): { total: number; rows: readonly (string | number | null)[][] } => {
            const { total, rows } = library.search.query(testQuery(text, change), mode);
            return { total, rows: rows.map(({ id, score }) => [id, score]) };
          };
          const { total, rows } = shown({ limit: 500 });
          expect(shown({ offset, limit })).toEqual({ total, rows: rows.slice(offset, offset + limit) });
        },
      ),
      { seed, numRuns: 500 },
    );
  });

  it('the count beside a facet value is the number of items that choosing it shows', () => {
    fc.assert(
      fc.property(anyLibrary, queryText, filters, ({ library }, text, chosen) => {
        for (const facet of library.search.facets(testQuery(text, { filters: chosen }))) {
          for (const value of facet.values.slice(0, 4)) {
            const query = testQuery(text, { filters: { ...chosen, [facet.field]: [value.value] } });
            expect({
              field: facet.field,
              value: value.value,
              count: library.search.query(query, 'full').total,
            }).toEqual({ field: facet.field, value: value.value, count: value.count });
          }
        }
      }),
      { seed, numRuns: 60 },
    );
  });

  it('every word is found wherever it stands', () => {
    const { library, items } = libraries[0] as (typeof libraries)[number];
    for (const item of items.filter((candidate) => candidate.deleted !== true)) {
      const written = [
        item.fields?.['title'],
        item.fields?.['summary'],
        item.fields?.['body'],
        ...(item.sets?.['tags'] ?? []),
      ].join(' ');
      for (const word of words.filter((candidate) => written.split(' ').includes(candidate))) {
        expect(
          library.search
            .query(testQuery(`${word} `, { limit: 500 }), 'full')
            .rows.some((row) => row.id.endsWith(item.n.toString(36))),
        ).toBe(true);
      }
    }
  });
});
