import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { dirname } from 'node:path/posix';
import { AppError } from '../../shared/base/errors';
import type { BlobHash } from '../../shared/base/ids';
import { isMissing, readLimited } from '../library/files';
import { sha256 } from '../library/hash';
import { inParallel } from '../library/in-parallel';
import { limits } from '../library/limits';
import { batchesOf, smallFileBytes } from './batches';
import { readRemote, sizesIn, stopIfCancelled, type RoundContext } from './round-context';
import { sendBlob, smallUpload, targetOf, type LocalBlob } from './outgoing-blobs';
import { blobPath, namedFile } from './space-paths';

/** Few and small: put straight and, for log files, read back. More: one listing before and one after says what is there. */
const fewLogFiles = 3;
const smallLogFileBytes = 64 * 1024;
const fewBlobs = 8;
const largeBlobBytes = 4 * 1024 * 1024;
const transfersAtOnce = 16;

/** `changed` when a file went away meanwhile because its log was packed anew: look at the log again. */
export type Brought = 'done' | 'changed';

/** Puts packs and lists, in this order, and looks at what the storage kept. Error: `remote-garbled`. */
export async function bringLogFiles(context: RoundContext, folder: string, paths: readonly string[]): Promise<Brought> {
  if (paths.length === 0) return 'done';
  const many = paths.length > fewLogFiles;
  const there = many ? await sizesIn(context, folder) : new Map<string, number>();
  const sizes = new Map<string, number>();
  for (const path of paths) {
    stopIfCancelled(context);
    const bytes = await readLimited(context.space.pathOf(path), limits.pack);
    if (!(bytes instanceof Uint8Array)) return 'changed';
    if (there.get(basename(path)) === bytes.length || !isWhole(context, path, bytes)) continue;
    await putBytes(context, path, bytes);
    if (!many && bytes.length <= smallLogFileBytes) await readBack(context, path, bytes);
    else sizes.set(path, bytes.length);
  }
  if (sizes.size > 0) await checkSizes(context, folder, sizes);
  return 'done';
}

/** Bytes that went bad on this disk are not spread; who has them whole puts them back. */
function isWhole(context: RoundContext, path: string, bytes: Uint8Array): boolean {
  const whole = sha256(bytes) === namedFile(path)?.hash;
  if (!whole) context.log('error', 'local-file-damaged', { file: path });
  return whole;
}

export async function putBytes(
  { transport, signal, pace }: RoundContext,
  path: string,
  bytes: Uint8Array,
): Promise<string | null> {
  return transport.write(path, { sizeBytes: bytes.length, content: bytes, pace }, signal);
}

async function readBack(context: RoundContext, path: string, bytes: Uint8Array): Promise<void> {
  const kept = await readRemote(context, path, bytes.length);
  if (!(kept instanceof Uint8Array) || !Buffer.from(kept).equals(bytes)) throw notKept(context, path);
}

async function checkSizes(context: RoundContext, folder: string, sizes: ReadonlyMap<string, number>): Promise<void> {
  const there = await sizesIn(context, folder);
  for (const [path, sizeBytes] of sizes) if (there.get(basename(path)) !== sizeBytes) throw notKept(context, path);
}

function notKept({ transport }: RoundContext, path: string): AppError {
  return new AppError('remote-garbled', { place: transport.place, path });
}

/**
 * Puts those of these files that are here. Many, or large ones, are looked for first, so that an interrupted push goes on where it was, and
 * looked at afterwards; a few small ones are put straight and looked at when there is time. Error: `remote-garbled`.
 */
export async function bringBlobs(context: RoundContext, hashes: readonly BlobHash[]): Promise<void> {
  const here = await localBlobs(context, hashes);
  const look = here.length > fewBlobs || here.some(({ sizeBytes }) => sizeBytes >= largeBlobBytes);
  const lacking = look ? await lackingBlobs(context, here) : here;
  await putBlobs(context, lacking);
  if (!look) {
    for (const { hash } of lacking) context.state.unchecked.add(hash);
    return;
  }
  const lost = (await lackingBlobs(context, lacking))[0];
  if (lost !== undefined) throw notKept(context, targetOf(context, lost.hash));
}

async function putBlobs(context: RoundContext, blobs: readonly LocalBlob[]): Promise<void> {
  const { transport, signal, report } = context;
  let done = 0;
  const told = (count: number): void => {
    report.filesOut += count;
    done += count;
    context.tell({ phase: 'files-out', done, total: blobs.length });
  };
  const together = blobs.filter(({ sizeBytes }) => transport.writeMany !== undefined && sizeBytes <= smallFileBytes);
  for (const batch of batchesOf(together)) {
    stopIfCancelled(context);
    await transport.writeMany?.(
      await Promise.all(batch.map((blob) => smallUpload(context, blob, targetOf(context, blob.hash)))),
      signal,
    );
    told(batch.length);
  }
  const small = new Set(together);
  const each = blobs.filter((blob) => !small.has(blob));
  await inParallel(each, transfersAtOnce, async (blob) => {
    stopIfCancelled(context);
    await sendBlob(context, blob, targetOf(context, blob.hash), ({ path, upload }) =>
      transport.write(path, upload, signal),
    );
    told(1);
  });
}

export async function localBlobs({ space }: RoundContext, hashes: readonly BlobHash[]): Promise<readonly LocalBlob[]> {
  const found = await inParallel([...new Set(hashes)], transfersAtOnce, async (hash) => {
    const sizeBytes = await sizeOf(space.pathOf(blobPath(hash)));
    return sizeBytes === null ? null : { hash, sizeBytes };
  });
  return found.filter((blob) => blob !== null);
}

/** Those that the shared folder does not show with their size: at most 256 listings, however many there are. */
export async function lackingBlobs(context: RoundContext, blobs: readonly LocalBlob[]): Promise<readonly LocalBlob[]> {
  const { space } = context;
  const places = new Map(blobs.map(({ hash }) => [hash, space.blobPaths(hash)]));
  const folders = [...new Set([...places.values()].flat().map(dirname))];
  const listings = await inParallel(folders, transfersAtOnce, async (folder) => {
    stopIfCancelled(context);
    return [folder, await sizesIn(context, folder)] as const;
  });
  const sizes = new Map(listings);
  const isThere = (path: string, sizeBytes: number): boolean =>
    sizes.get(dirname(path))?.get(basename(path)) === space.blobSize(sizeBytes);
  return blobs.filter(({ hash, sizeBytes }) => !places.get(hash)?.some((path) => isThere(path, sizeBytes)));
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
