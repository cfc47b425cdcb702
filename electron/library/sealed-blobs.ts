import { createReadStream } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BlobHash } from '../../shared/base/ids';
import { closeFile, openFile, writeAll } from './descriptor';
import { readWhole } from './files';
import type { SealedBlob } from './local-space';
import type { Replica } from './replica';
import type { SpaceLock } from './space-lock';

interface BlobBytes {
  readonly hash: BlobHash;
  readonly bytes: Uint8Array;
}

/** A file that is here as the folder has it at this path; null where that is as it is. */
export function sealedAt(
  { lock, blobs }: Pick<Replica, 'lock' | 'blobs'>,
  hash: BlobHash,
  path: string,
  sizeBytes: number,
): SealedBlob | null {
  const { sealBlob } = lock;
  if (sealBlob === null) return null;
  const blob = { hash, name: path.slice(path.lastIndexOf('/') + 1), sizeBytes };
  return {
    sizeBytes: lock.blobSize(sizeBytes),
    chunks: () => sealBlob(blob, createReadStream(blobs.path(hash))),
    whole: async () => lock.sealWhole(blob, await readWhole(blobs.path(hash))),
  };
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

/** Moves a file that was brought to its place when it opens and is what its name says; else nothing of it is left. */
export async function adoptSealed(
  { lock, blobs }: Pick<Replica, 'lock' | 'blobs'>,
  hash: BlobHash,
  path: string,
  sizeBytes: number,
): Promise<boolean> {
  if (lock.sealBlob === null) return blobs.adopt(hash, path);
  const opened = `${path}.open`;
  try {
    return (await openBlobTo(lock, path, opened, sizeBytes)) && (await blobs.adopt(hash, opened));
  } finally {
    for (const each of [path, opened]) await unlink(each).catch(() => undefined);
  }
}

/** The same from one file to another; false when it does not open. */
async function openBlobTo(lock: SpaceLock, from: string, to: string, sizeBytes: number): Promise<boolean> {
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
