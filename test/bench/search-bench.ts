import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAnalyser } from '../../electron/search/dutch/analyse';
import { analyseDocument } from '../../electron/search/analyse-document';
import { openDatabase } from '../../electron/library/database';
import { openItemIndex } from '../../electron/search/item-index';
import { openSearch, type Search } from '../../electron/search/search';
import { createCorpus, type Corpus } from '../support/corpus';
import { testDocument, testHash, testQuery, testState } from '../support/search-items';

export interface SearchBenchOptions {
  readonly documents: number;
  readonly leastCharacters?: number;
  readonly mostCharacters?: number;
  readonly queries?: number;
  /** Another vocabulary, most frequent words first. */
  readonly words?: readonly string[];
  /** Where the index is made; a temporary folder when left out. */
  readonly folder?: string;
}

export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

export interface SearchBenchResult {
  readonly documents: number;
  readonly megabytes: number;
  readonly analysedPerSecond: number;
  readonly writtenPerSecond: number;
  readonly indexMegabytes: number;
  readonly residentMegabytes: number;
  /** Milliseconds of the quick answer with 20 rows and their snippets, by kind of query. */
  readonly quick: Readonly<Record<string, Spread>>;
  readonly full: Readonly<Record<string, Spread>>;
  /** Of the top 20 of the full ranking, how many the quick one has: average, and the lowest of 95 in 100. */
  readonly overlap: Readonly<Record<string, { readonly mean: number; readonly p5: number }>>;
  readonly listing: Readonly<Record<string, Spread>>;
  readonly facets: Readonly<Record<string, Spread>>;
  readonly palette: Spread;
}

const types = ['document', 'study', 'project', 'draft'];
const regions = [
  'Arnhem',
  'IJssel-Vecht',
  'Achterhoek',
  'Rivierenland',
  'Twente',
  'Zuid-Limburg',
  'Drenthe',
  'Zeeland',
];

function spread(times: number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2));
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function itemFor(n: number, title: string, corpus: Corpus): ReturnType<typeof testState> {
  const any = (list: readonly string[]): string => list[Math.floor(corpus.random() * list.length)] ?? '';
  return testState({
    n,
    file: n,
    fields: {
      type: any(types),
      title,
      year: 2005 + Math.floor(corpus.random() * 20),
      authors: [`${corpus.word()} ${corpus.word()}`],
    },
    sets: { regions: [any(regions)], tags: [corpus.word(), corpus.word()], targetGroups: ['mbo-studenten'] },
  });
}

function queriesOf(corpus: Corpus, count: number): Record<string, string[]> {
  const kinds: Record<string, string[]> = {
    'one word': [],
    'two words': [],
    'prefix 2': [],
    'prefix 3': [],
    'prefix 4': [],
    'prefix 5': [],
    'word + prefix 3': [],
  };
  for (let n = 0; n < count; n += 1) {
    const [a, b] = [corpus.word(), corpus.word()];
    let c = corpus.word();
    while (c.length < 5) c = corpus.word();
    kinds['one word']?.push(`${a} `);
    kinds['two words']?.push(`${a} ${b} `);
    for (const length of [2, 3, 4, 5]) kinds[`prefix ${length}`]?.push(c.slice(0, length));
    kinds['word + prefix 3']?.push(`${a} ${c.slice(0, 3)}`);
  }
  return kinds;
}

function overlapOf(search: Search, texts: readonly string[]): { mean: number; p5: number } {
  const shares = texts.map((text) => {
    const top = (mode: 'quick' | 'full'): string[] =>
      search.query(testQuery(text, { limit: 20 }), mode).rows.map((row) => row.id);
    const full = top('full');
    const quick = new Set(top('quick'));
    return full.length === 0 ? 20 : (20 * full.filter((id) => quick.has(id)).length) / full.length;
  });
  shares.sort((a, b) => a - b);
  return {
    mean: Number((shares.reduce((sum, share) => sum + share, 0) / shares.length).toFixed(1)),
    p5: Number((shares[Math.floor(shares.length * 0.05)] ?? 0).toFixed(1)),
  };
}

interface Built {
  readonly search: Search;
  readonly analysedPerSecond: number;
  readonly writtenPerSecond: number;
  readonly megabytes: number;
}

function build(
  path: string,
  { documents, leastCharacters = 5_000, mostCharacters = 20_000, words }: SearchBenchOptions,
): Built {
  const corpus = createCorpus(11, 60_000, words);
  const analyser = createAnalyser();
  const database = openDatabase(path);
  const index = openItemIndex(database, analyser);
  const search = openSearch(database, { analyser });
  const batch = 250;
  let analysing = 0;
  let writing = 0;
  let characters = 0;
  for (let first = 0; first < documents; first += batch) {
    const numbers = Array.from({ length: Math.min(batch, documents - first) }, (_, at) => first + at + 1);
    const made = numbers.map((n) => ({ n, document: corpus.document(leastCharacters, mostCharacters) }));
    const states = made.map(({ n, document }) => ({ state: itemFor(n, document.title, corpus) }));
    const texts = made.map(({ document }) => testDocument([document.body], document.headings));
    for (const { document } of made) characters += document.body.length;
    let entries: { hash: ReturnType<typeof testHash>; document: ReturnType<typeof analyseDocument> }[] = [];
    analysing += timed(
      () =>
        (entries = texts.map((text, at) => ({
          hash: testHash(numbers[at] ?? 0),
          document: analyseDocument(text, analyser),
        }))),
    );
    writing += timed(() => {
      database.transaction(() => index.put(states));
      search.documents.put(entries);
    });
  }
  return {
    search,
    megabytes: Number((characters / 1e6).toFixed(1)),
    analysedPerSecond: Math.round((documents / analysing) * 1000),
    writtenPerSecond: Math.round((documents / writing) * 1000),
  };
}

function measure(
  search: Search,
  queries: Readonly<Record<string, readonly string[]>>,
  mode: 'quick' | 'full',
): Record<string, Spread> {
  return Object.fromEntries(
    Object.entries(queries).map(([kind, texts]) => [
      kind,
      spread(texts.map((text) => timed(() => search.query(testQuery(text, { limit: 20 }), mode)))),
    ]),
  );
}

function measureLists(search: Search): Record<string, Spread> {
  const sorts = ['changed', 'title', 'year'] as const;
  return Object.fromEntries(
    sorts.map((sort) => [
      sort,
      spread(
        Array.from({ length: 40 }, (_, n) =>
          timed(() =>
            search.query(
              testQuery('', { sort, offset: n * 100, limit: 100, filters: n % 2 === 0 ? {} : { regions: ['Arnhem'] } }),
              'quick',
            ),
          ),
        ),
      ),
    ]),
  );
}

/** Builds an index of generated documents and measures searching, listing, counting and the palette in it. The index is removed afterwards. */
export function benchSearch(options: SearchBenchOptions): SearchBenchResult {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'raakvlak-search-'));
  const path = join(folder, `search-${options.documents}.sqlite`);
  try {
    const built = build(path, options);
    const { search } = built;
    const queries = queriesOf(createCorpus(99, 60_000, options.words), options.queries ?? 200);
    const few = Object.fromEntries(Object.entries(queries).map(([kind, texts]) => [kind, texts.slice(0, 60)]));
    const oneWord = queries['one word'] ?? [];
    search.query(testQuery('warm '), 'quick');
    return {
      documents: options.documents,
      megabytes: built.megabytes,
      analysedPerSecond: built.analysedPerSecond,
      writtenPerSecond: built.writtenPerSecond,
      indexMegabytes: Math.round(statSync(path).size / 1e6),
      quick: measure(search, queries, 'quick'),
      full: measure(search, few, 'full'),
      overlap: Object.fromEntries(Object.entries(few).map(([kind, texts]) => [kind, overlapOf(search, texts)])),
      listing: measureLists(search),
      facets: {
        'no text': spread(
          Array.from({ length: 20 }, () =>
            timed(() => search.facets(testQuery('', { filters: { regions: ['Arnhem'] } }))),
          ),
        ),
        'one word': spread(oneWord.slice(0, 60).map((text) => timed(() => search.facets(testQuery(text))))),
      },
      palette: spread(
        oneWord
          .slice(0, 60)
          .map((text) => timed(() => search.palette(`${text.trim().slice(0, 6)}x${text.trim().slice(6)}`, 20))),
      ),
      residentMegabytes: Math.round(process.memoryUsage().rss / 1e6),
    };
  } finally {
    if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Quick and full on real texts: every `.txt` of a folder as one document; null when the folder is not there. */
export function overlapOnTexts(folder: string, texts: readonly string[]): { mean: number; p5: number } | null {
  if (!existsSync(folder)) return null;
  const database = openDatabase(':memory:');
  const index = openItemIndex(database, createAnalyser());
  const search = openSearch(database);
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  database.transaction(() =>
    index.put(names.map((name, n) => ({ state: testState({ n, file: n, fields: { title: name } }) }))),
  );
  names.forEach((name, n) =>
    search.documents.putDocumentText(testHash(n), testDocument([readFileSync(join(folder, name), 'utf8')])),
  );
  const result = overlapOf(search, texts);
  database.close();
  return result;
}
