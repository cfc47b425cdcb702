import { mixedFolder } from './corpus-folder';
import { freshFolder, importAll, startLibrary } from './library-process';
import { besideOf, ratioAtMost, type BenchContext, type Row } from './measure';
import { indexWithRecoll } from './peers';

/** P3b: PDF, Word, Markdown and plain text, beside a desktop search engine that only indexes them where they are. */
export async function mixedBench(context: BenchContext): Promise<readonly Row[]> {
  const { path, documents } = await mixedFolder(context);
  const seconds: number[] = [];
  const peakMb: number[] = [];
  const againMs: number[] = [];
  const recoll: { first: number; again: number }[] = [];
  for (let run = 0; run < context.runs; run += 1) {
    const library = await startLibrary(context, await freshFolder(context, 'mixed'));
    const { ms, imported } = await importAll(library, [path]);
    if (imported !== documents) throw new Error(`${imported} of ${documents} documents came in.`);
    seconds.push(ms / 1_000);
    peakMb.push((await library.memory()).peakMb);
    againMs.push((await importAll(library, [path])).ms);
    context.say(`1,000 mixed documents in ${seconds.at(-1)?.toFixed(1)} s, peak ${peakMb.at(-1)?.toFixed(0)} MB`);
    await library.close();
    const peer = indexWithRecoll(context, path);
    if (peer !== null) recoll.push(peer);
  }
  return [
    {
      measure: 'import and index 1,000 PDF, DOCX, MD, TXT',
      values: seconds,
      unit: 's',
      better: 'lower',
      peer: besideOf(
        'recoll',
        recoll.map(({ first }) => first),
        '11.7–13.2 s',
      ),
      goal: ratioAtMost(1.5),
    },
    { measure: 'peak memory of that import', values: peakMb, unit: 'MB', better: 'lower' },
    {
      measure: 'importing the same 1,000 again',
      values: againMs,
      unit: 'ms',
      better: 'lower',
      peer: besideOf(
        'recoll',
        recoll.map(({ again }) => again * 1_000),
        '110 ms',
      ),
    },
  ];
}
