import { markdownFolder } from './corpus-folder';
import { freshFolder, importAll, startLibrary } from './library-process';
import { atMost, type BenchContext, type Row } from './measure';
import { importIntoJoplin } from './peers';

/** P3a and P9: importing and indexing 10,000 Markdown documents, the memory that takes, and finding out that all of them are there already. */
export async function importBench(context: BenchContext): Promise<readonly Row[]> {
  const { path, documents } = await markdownFolder(context);
  const perSecond: number[] = [];
  const peakMb: number[] = [];
  const rescanMs: number[] = [];
  for (let run = 0; run < context.runs; run += 1) {
    const folder = await freshFolder(context, 'import');
    const library = await startLibrary(context, folder);
    const { ms, imported } = await importAll(library, [path]);
    if (imported !== documents) throw new Error(`${imported} of ${documents} documents came in.`);
    perSecond.push((imported / ms) * 1_000);
    const used = await library.memory();
    peakMb.push(used.peakMb);
    context.say(
      `Imported at ${perSecond.at(-1)?.toFixed(0)} a second with ${used.cpuSeconds.toFixed(1)} s of processor, peak ${used.peakMb.toFixed(0)} MB`,
    );
    await library.close();
    const again = await startLibrary(context, folder);
    const { ms: rescan, known } = await importAll(again, [path]);
    if (known !== documents) throw new Error(`${known} of ${documents} documents were recognised.`);
    rescanMs.push(rescan);
    await again.close();
  }
  const name = `${documents.toLocaleString('en')} Markdown documents`;
  const joplin = importIntoJoplin(context, path, documents);
  return [
    {
      measure: `import and index ${name}`,
      values: perSecond,
      unit: '/s',
      better: 'higher',
      peer: { name: 'Joplin', value: joplin?.perSecond ?? null, published: '167/s' },
      goal: {
        text: '≥ 2.4 × peer; without it ≥ 400 /s',
        met: ({ median }, ratio) => (ratio === null ? median >= 400 : ratio >= 2.4),
      },
    },
    {
      measure: `peak memory of that import`,
      values: peakMb,
      unit: 'MB',
      better: 'lower',
      peer: { name: 'Joplin', value: joplin?.peakMb ?? null, published: '361 MB' },
      goal: atMost(400, 'MB'),
    },
    {
      measure: `importing the same ${name} again`,
      values: rescanMs,
      unit: 'ms',
      better: 'lower',
      goal: atMost(documents / 20, 'ms'),
    },
  ];
}
