import type { ItemQuery } from '../../shared/search/item-query';
import { createCorpus } from '../support/corpus';
import { keptLibrary, startLibrary } from './library-process';
import { atMost, summary, type BenchContext, type Row } from './measure';

const goalsMs: Readonly<Record<number, number>> = { 10_000: 15, 50_000: 25, 100_000: 40 };
const pageSize = 20;
const queriesOfKind = 60;
/** Of these the full ranking is asked as well. */
const comparedOfKind = 20;

type Kind = 'one word' | 'two words' | 'prefix of 2' | 'prefix of 3' | 'prefix of 5' | 'word and prefix';

/** P4: what it costs to answer as somebody types, in ever larger libraries, and how much of the full ranking that shows already. */
export async function typingBench(context: BenchContext): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const documents of context.quick ? [10_000] : [10_000, 50_000, 100_000]) {
    const folder = await keptLibrary(context, documents);
    const library = await startLibrary(context, folder);
    const queries = typedQueries();
    await library.queries(queries.slice(0, 3).map(({ query }) => query), 'quick');
    const quick = await library.queries(queries.map(({ query }) => query), 'quick');
    const compared = queries.flatMap(({ order }, at) => (order < comparedOfKind ? [at] : []));
    const full = await library.queries(compared.map((at) => queries[at]?.query as ItemQuery), 'full');
    await library.close();
    const size = `${documents.toLocaleString('en')} documents`;
    rows.push({
      measure: `as you type, ${size}, all kinds`, values: quick.ms, unit: 'ms', better: 'lower', goal: atMost(goalsMs[documents] ?? 0, 'ms'),
      ...(documents === 10_000 ? { peer: { name: 'Joplin', value: null, published: 'p95 981 ms' } } : {}),
    });
    for (const kind of new Set(queries.map((query) => query.kind))) {
      const values = quick.ms.filter((_, at) => queries[at]?.kind === kind);
      rows.push({ measure: `– ${kind}`, values, unit: 'ms', better: 'lower' });
    }
    rows.push({ measure: `full ranking, ${size}`, values: full.ms, unit: 'ms', better: 'lower', goal: atMost(250, 'ms') });
    const shared = compared.map((at, n) => sharedOfTop(quick.ids[at] ?? [], full.ids[n] ?? []));
    rows.push({
      measure: `top 20 of the full ranking seen as you type, ${size}`, values: shared, unit: 'of 20', better: 'higher',
      goal: { text: 'mean ≥ 16', met: () => mean(shared) >= 16 },
    });
    context.say(`${size}: p95 ${summary({ values: quick.ms, better: 'lower' }).p95.toFixed(1)} ms, overlap mean ${mean(shared).toFixed(1)}`);
  }
  return rows;
}

/** What people type, words as frequent as in the documents: the same on every run. */
export function typedQueries(): { kind: Kind; order: number; query: ItemQuery }[] {
  const corpus = createCorpus(99);
  const long = (): string => {
    for (;;) {
      const word = corpus.word();
      if (word.length >= 5) return word;
    }
  };
  return Array.from({ length: queriesOfKind }, (_, order) => {
    const [one, other, started] = [corpus.word(), corpus.word(), long()];
    const texts: Record<Kind, string> = {
      'one word': `${one} `,
      'two words': `${one} ${other} `,
      'prefix of 2': started.slice(0, 2),
      'prefix of 3': started.slice(0, 3),
      'prefix of 5': started.slice(0, 5),
      'word and prefix': `${one} ${started.slice(0, 3)}`,
    };
    return (Object.keys(texts) as Kind[]).map((kind) => ({ kind, order, query: queryOf(texts[kind]) }));
  }).flat();
}

export function queryOf(text: string, change: Partial<ItemQuery> = {}): ItemQuery {
  const plain = { text, filters: {}, group: null, collection: null, view: 'all', sort: 'relevance', descending: true, withoutExpansions: [], offset: 0, limit: pageSize } as const;
  return { ...plain, ...change } as ItemQuery;
}

/** How many of the full top 20 the quick one has, scaled to 20 where there are fewer hits. */
function sharedOfTop(quick: readonly string[], full: readonly string[]): number {
  if (full.length === 0) return pageSize;
  const shown = new Set(quick);
  return (full.filter((id) => shown.has(id)).length / full.length) * pageSize;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
