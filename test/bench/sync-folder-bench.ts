import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { freshFolder } from './library-process';
import { atMost, type BenchContext, type Row } from './measure';
import { documentLibrary, firstSync, firstSyncRows, type FirstSync } from './shared-space';

/** P5a: 10,000 documents with a file of 5 to 20 KB each, to an empty folder on this disk and from there to an empty library. */
export async function syncFolderBench(context: BenchContext): Promise<readonly Row[]> {
  const documents = context.quick ? 1_000 : 10_000;
  const from = await documentLibrary(context, documents);
  const costs: FirstSync = { up: [], down: [] };
  for (let run = 0; run < context.runs; run += 1) {
    const path = join(await freshFolder(context, 'folder'), 'Samen');
    await mkdir(path);
    await firstSync(context, from, { kind: 'folder', path }, costs);
  }
  return firstSyncRows(costs, `${documents.toLocaleString('en')} documents, folder`, {
    up: { goal: atMost(12, 's'), peer: { name: 'Joplin', value: null, published: '177 s' } },
    down: { goal: atMost(12, 's'), peer: { name: 'Joplin', value: null, published: '113 s' } },
  });
}
