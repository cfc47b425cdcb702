import { randomFillSync } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCorpus } from '../support/corpus';
import { keptFolder } from './corpus-folder';
import { freshFolder } from './library-process';
import { ratioAtMost, type BenchContext, type Row } from './measure';
import { bisyncWithRclone } from './peers';
import { fileLibrary, firstSync, firstSyncRows, type FirstSync } from './shared-space';

const small = 5_000;
const large = 20;
const largeBytes = 10 * 1024 * 1024;

/** P5b: 5,000 Markdown files of 2 to 12 KB and 20 of 10 MB, 235 MB in all, beside a program that keeps two folders the same. */
export async function syncFilesBench(context: BenchContext): Promise<readonly Row[]> {
  const { path: source } = await keptFolder(context, 'files-5020', small + large, writeFiles);
  const files = await filesBelow(source);
  const from = await fileLibrary(context, 'files', files);
  const costs: FirstSync = { up: [], down: [] };
  const seconds: number[] = [];
  for (let run = 0; run < context.runs; run += 1) {
    const path = join(await freshFolder(context, 'folder'), 'Samen');
    await mkdir(path);
    await firstSync(context, from, { kind: 'folder', path }, costs);
    const peer = bisyncWithRclone(context, source, await freshFolder(context, 'bisync'));
    if (peer !== null) seconds.push(peer);
  }
  const value = seconds.sort((a, b) => a - b)[Math.floor(seconds.length / 2)] ?? null;
  const beside = { goal: ratioAtMost(1), peer: { name: 'rclone bisync', value, published: '4.1–5.4 s' } };
  return firstSyncRows(costs, '5,020 files with 235 MB, folder', { up: beside, down: beside });
}

async function writeFiles(folder: string): Promise<void> {
  const corpus = createCorpus(5);
  for (let n = 0; n < small; n += 1) {
    const part = join(folder, `map-${String(Math.floor(n / 100)).padStart(2, '0')}`);
    await mkdir(part, { recursive: true });
    await writeFile(join(part, `stuk-${n}.md`), corpus.document(2_000, 12_000).body);
  }
  await mkdir(join(folder, 'groot'));
  for (let n = 0; n < large; n += 1)
    await writeFile(join(folder, 'groot', `beeld-${n}.bin`), randomFillSync(Buffer.alloc(largeBytes)));
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : Promise.resolve([path]);
    }),
  );
  return found.flat();
}
