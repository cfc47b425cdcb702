import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { freshFolder, keptLibrary, startLibrary, warmIndex, type LibraryProcess } from './library-process';
import { atMost, medianOf, type BenchContext, type Row } from './measure';
import { searchInJoplin } from './peers';
import { pageSize, queryOf, typedQueries, type TypedQuery } from './typed-queries';

const goalsMs: Readonly<Record<number, number>> = { 10_000: 15, 50_000: 25, 100_000: 40 };
/** Of each kind, this many are asked of the full ranking as well. */
const comparedOfKind = 20;

/** P4: what it costs to answer as somebody types, in ever larger libraries, and how much of the full ranking that shows already. */
export async function typingBench(context: BenchContext): Promise<readonly Row[]> {
  const queries = typedQueries();
  const rows: Row[] = [];
  for (const documents of context.quick ? [10_000] : [10_000, 50_000, 100_000]) {
    const folder = await keptLibrary(context, documents);
    await warmIndex(folder);
    const library = await startLibrary(context, folder);
    rows.push(...(await measureTyping(context, library, queries, documents)));
    await library.close();
  }
  return [...rows, ...(await realTextRows(context))];
}

async function measureTyping(
  context: BenchContext,
  library: LibraryProcess,
  queries: readonly TypedQuery[],
  documents: number,
): Promise<Row[]> {
  const size = `${documents.toLocaleString('en')} documents`;
  const all = queries.map(({ query }) => query);
  await library.queries(all.slice(0, 6), 'quick');
  const { ms, ids } = await library.queries(all, 'quick');
  const compared = queries.flatMap(({ order }, at) => (order < comparedOfKind ? [at] : []));
  const full = await library.queries(
    compared.map((at) => all[at] ?? queryOf('')),
    'full',
  );
  const joplin =
    documents === 10_000
      ? await searchInJoplin(
          context,
          queries.filter(({ kind }) => kind === 'one word').map(({ query }) => query.text.trim()),
        )
      : null;
  const ofKind = (wanted: TypedQuery['kind']): number[] => ms.filter((_, at) => queries[at]?.kind === wanted);
  return [
    {
      measure: `as you type, ${size}, all kinds`,
      values: ms,
      unit: 'ms',
      better: 'lower',
      goal: atMost(goalsMs[documents] ?? 0, 'ms'),
    },
    ...[...new Set(queries.map(({ kind }) => kind))].map((kind): Row => ({
      measure: `– ${kind}`,
      values: ofKind(kind),
      unit: 'ms',
      better: 'lower',
      ...(kind === 'one word' && documents === 10_000
        ? { peer: { name: 'Joplin', value: joplin === null ? null : medianOf(joplin), published: 'p95 981 ms' } }
        : {}),
    })),
    { measure: `full ranking, ${size}`, values: full.ms, unit: 'ms', better: 'lower', goal: atMost(250, 'ms') },
    overlapRow(
      `top 20 of the full ranking seen as you type, ${size}`,
      compared.map((at) => ids[at] ?? []),
      full.ids,
    ),
  ];
}

/** The sample library, and real texts beside the project where they are: how much of the full ranking is seen there. */
async function realTextRows(context: BenchContext): Promise<Row[]> {
  const library = await startLibrary(context, await freshFolder(context, 'real'));
  await library.call('library.loadSample', undefined);
  const texts = resolve('../shared/seeds');
  if (existsSync(texts)) await library.call('import.paths', { job: 'real', paths: [texts] });
  const words = [
    'vsv',
    'verzuim',
    'overstap',
    'startkwalificatie',
    'thuiszitters',
    'jongeren',
    'mbo',
    'regio',
    'gemeente',
    'school',
    'aanpak',
    'begeleid',
    'over',
    'pro',
    'ja',
  ];
  const queries = words.flatMap((word) => [
    queryOf(`${word} `),
    queryOf(word.slice(0, 3)),
    queryOf(`jongeren ${word.slice(0, 3)}`),
  ]);
  const quick = await library.queries(queries, 'quick');
  const full = await library.queries(queries, 'full');
  await library.close();
  return [overlapRow('the same in the sample library and real reports', quick.ids, full.ids)];
}

function overlapRow(measure: string, quick: readonly (readonly string[])[], full: readonly (readonly string[])[]): Row {
  const values = quick.map((ids, at) => sharedOfTop(ids, full[at] ?? []));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    measure: `${measure} (mean ${mean.toFixed(1)})`,
    values,
    unit: 'of 20',
    better: 'higher',
    goal: { text: 'mean ≥ 16', met: () => mean >= 16 },
  };
}

/** How many of the full top 20 the quick one has, scaled to 20 where there are fewer hits. */
function sharedOfTop(quick: readonly string[], full: readonly string[]): number {
  if (full.length === 0) return pageSize;
  const shown = new Set(quick);
  return (full.filter((id) => shown.has(id)).length / full.length) * pageSize;
}
