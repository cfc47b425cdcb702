import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { AppError } from '../../shared/base/errors';
import type { BlobHash } from '../../shared/base/ids';
import { inParallel } from '../library/in-parallel';
import type { LocalSpace } from '../library/local-space';
import { lastN } from './head-facts';
import { blobsNamed } from './named-blobs';
import { blobPath } from './space-paths';

/** What stands behind "houd offline": every file that the space's documents name, and what of it is on this disk. */
export interface OfflineProof extends FilesProof {
  readonly files: number;
  readonly here: number;
}

export interface FilesProof {
  /** Read byte by byte and found to be what their name says. */
  readonly verified: number;
  readonly damaged: readonly BlobHash[];
  readonly sizeBytes: number;
}

interface ProofOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Reads all files of the space that are here. Error: `cancelled`. */
export async function proveOffline(space: LocalSpace, options: ProofOptions = {}): Promise<OfflineProof> {
  const heads = await space.heads();
  const lists = await inParallel(heads, 1, ({ head }) => blobsNamed(space, head.owner.device, 1, lastN(head)));
  const named = new Set(lists.flat());
  const here = [...named].filter((hash) => space.has(blobPath(hash)));
  const proof = await proveFiles(here, (hash) => space.pathOf(blobPath(hash)), options);
  return { files: named.size, here: here.length, ...proof };
}

/** Reads files that are here, one after the other. Error: `cancelled`. */
export async function proveFiles(
  hashes: readonly BlobHash[],
  pathOf: (hash: BlobHash) => string,
  { signal, onProgress }: ProofOptions = {},
): Promise<FilesProof> {
  const damaged: BlobHash[] = [];
  let sizeBytes = 0;
  for (const [done, hash] of hashes.entries()) {
    if (signal?.aborted === true) throw new AppError('cancelled');
    const read = await hashOf(pathOf(hash));
    sizeBytes += read.sizeBytes;
    if (read.hash !== hash) damaged.push(hash);
    onProgress?.(done + 1, hashes.length);
  }
  return { verified: hashes.length - damaged.length, damaged, sizeBytes };
}

async function hashOf(path: string): Promise<{ hash: string; sizeBytes: number }> {
  const hasher = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    hasher.update(chunk as Uint8Array);
    sizeBytes += (chunk as Uint8Array).length;
  }
  return { hash: hasher.digest('hex'), sizeBytes };
}
