import { rm, writeFile } from 'node:fs/promises';
import type { BlobHash } from '../../shared/base/ids';
import { AppError } from '../../shared/base/errors';
import type { RoundContext } from './round-context';
import { blobPath } from './space-paths';
import type { NamedUpload, Upload } from './transport';

export interface LocalBlob {
  readonly hash: BlobHash;
  /** As it is here. */
  readonly sizeBytes: number;
}

/** Of a closed space; larger ones are sealed to a file first. */
const inMemoryUpToBytes = 4 * 1024 * 1024;

/** Has a file put at this path as the folder is to have it. `put` may ask for the same bytes as often as it likes. */
export async function sendBlob(
  context: RoundContext,
  blob: LocalBlob,
  path: string,
  put: (named: NamedUpload) => Promise<unknown>,
): Promise<void> {
  const { space, pace } = context;
  const sealed = space.sealedBlob(blob.hash, path, blob.sizeBytes);
  if (sealed === null || sealed.sizeBytes <= inMemoryUpToBytes) {
    await put(await smallUpload(context, blob, path));
    return;
  }
  const file = space.partialPath(`out-${path}`);
  try {
    await writeFile(file, sealed.chunks());
    await put({ path, upload: { sizeBytes: sealed.sizeBytes, content: { path: file }, pace } });
  } finally {
    await rm(file, { force: true });
  }
}

/** The same for what fits in memory when it has to be sealed. */
export async function smallUpload({ space, pace }: RoundContext, blob: LocalBlob, path: string): Promise<NamedUpload> {
  const sealed = space.sealedBlob(blob.hash, path, blob.sizeBytes);
  const sizeBytes = sealed?.sizeBytes ?? blob.sizeBytes;
  const content: Upload['content'] =
    sealed === null ? { path: space.pathOf(blobPath(blob.hash)) } : await sealed.whole();
  return { path, upload: { sizeBytes, content, pace } };
}

/** Where a file is put. Error: `space-locked`. */
export function targetOf({ space }: Pick<RoundContext, 'space'>, hash: BlobHash): string {
  const [path] = space.blobPaths(hash);
  if (path === undefined) throw new AppError('space-locked');
  return path;
}
