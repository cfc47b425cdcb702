import { keptLibrary, startLibrary } from './library-process';
import { atMost, type BenchContext, type Row } from './measure';
import { typedQueries } from './typed-queries';

/** P9: what the process with the library needs, with 50,000 items, once it is open and has answered a hundred queries. */
export async function memoryBench(context: BenchContext): Promise<readonly Row[]> {
  const documents = context.quick ? 10_000 : 50_000;
  const folder = await keptLibrary(context, documents);
  const openMs: number[] = [];
  const residentMb: number[] = [];
  for (let run = 0; run < context.runs; run += 1) {
    const library = await startLibrary(context, folder);
    openMs.push(library.openMs);
    const queries = typedQueries()
      .slice(0, 100)
      .map(({ query }) => query);
    await library.queries(queries, 'quick');
    await library.queries(queries.slice(0, 10), 'full');
    residentMb.push((await library.memory()).residentMb);
    await library.close();
  }
  const size = `${documents.toLocaleString('en')} items`;
  return [
    {
      measure: `library process after 100 queries, ${size}`,
      values: residentMb,
      unit: 'MB',
      better: 'lower',
      goal: atMost(200, 'MB'),
    },
    { measure: `opening the library, ${size}`, values: openMs, unit: 'ms', better: 'lower', goal: atMost(250, 'ms') },
  ];
}
