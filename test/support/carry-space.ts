import { copyFileSync, readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { LocalSpace, Received } from '../../electron/library/local-space';

/** Brings everything that `from` has and `to` lacks, files too, as sync would. Gives what came of each head. */
export async function carry(from: LocalSpace, to: LocalSpace, blobs = true): Promise<readonly Received[]> {
  const received: Received[] = [];
  for (const { head, bytes } of await from.heads()) {
    const files = from.filesOf(head).filter(({ path }) => from.has(path) && !to.has(path));
    received.push(
      await to.receive({
        head: bytes,
        files: files.map(({ path }) => ({ path, bytes: readFileSync(from.pathOf(path)) })),
      }),
    );
  }
  if (blobs) await carryBlobs(from, to);
  return received;
}

export async function carryBlobs(from: LocalSpace, to: LocalSpace): Promise<void> {
  for (const { hash } of to.missingBlobs()) {
    const path = `blobs/${hash.slice(0, 2)}/${hash}`;
    if (!from.has(path)) continue;
    const sealed = from.sealedBlob(hash, from.blobPaths(hash)[0] ?? '', statSync(from.pathOf(path)).size);
    if (sealed === null) copyFileSync(from.pathOf(path), to.partialPath(path));
    else await writeFile(to.partialPath(path), sealed.chunks());
    await to.receiveBlob(hash, to.partialPath(path));
  }
}
