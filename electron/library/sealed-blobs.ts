import { createReadStream } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BlobHash } from '../../shared/base/ids';
import { closeFile, openFile, writeAll } from './descriptor';
import type { SpaceLock } from './space-lock';

interface BlobBytes {
  readonly hash: BlobHash;
  readonly bytes: Uint8Array;
}

/** Files as they were before they went to a folder; empty where they do not open, which is not what their name says. */
export async function openBlobs(
  lock: SpaceLock,
  files: readonly BlobBytes[],
  sizeOf: (hash: BlobHash) => number,
): Promise<readonly BlobBytes[]> {
  if (lock.sealBlob === null) return files;
  const opened: BlobBytes[] = [];
  for (const { hash, bytes } of files) {
    opened.push({ hash, bytes: lock.open(bytes)?.subarray(0, sizeOf(hash)) ?? new Uint8Array() });
    await nextTurn();
  }
  return opened;
}

/** The same from one file to another; false when it does not open. */
export async function openBlobTo(lock: SpaceLock, from: string, to: string, sizeBytes: number): Promise<boolean> {
  const file = await openFile(to, 'w');
  try {
    for await (const part of cut(lock.openBlob(createReadStream(from)), sizeBytes)) await writeAll(file, part);
    return true;
  } catch {
    return false;
  } finally {
    await closeFile(file);
  }
}

/** Without what a file was filled up with. */
async function* cut(chunks: AsyncIterable<Uint8Array>, sizeBytes: number): AsyncGenerator<Uint8Array> {
  let left = sizeBytes;
  for await (const chunk of chunks) {
    yield chunk.subarray(0, left);
    left -= Math.min(left, chunk.length);
  }
}
