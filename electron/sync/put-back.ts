import { createReadStream } from 'node:fs';
import { createHash } from 'node:crypto';
import type { BlobHash } from '../../shared/base/ids';
import { readLimited } from '../library/files';
import { sha256 } from '../library/hash';
import { inParallel } from '../library/in-parallel';
import { limits } from '../library/limits';
import { Braked, isAlarming } from './brake';
import { lackingBlobs, localBlobs, putBytes } from './bring-files';
import { lastN } from './head-facts';
import { blobsNamed } from './named-blobs';
import { readRemote, sizesIn, stopIfCancelled, type RoundContext } from './round-context';
import { bringKeys } from './keys';
import { sendBlob, targetOf } from './outgoing-blobs';
import { blobPath, logFolder, namedFile, type NamedFile } from './space-paths';

const transfersAtOnce = 4;
const answerAgainMs = 3_600_000;

/** Puts what others say they miss and we have (F17); the same file at most once an hour, for an answer takes time to be seen. */
export async function answerMissing(context: RoundContext): Promise<void> {
  const { space, state, clock } = context;
  const asked = new Set((await space.heads()).filter(({ own }) => !own).flatMap(({ head }) => head.missing));
  const now = clock().getTime();
  for (const [path, at] of state.putBack) if (!asked.has(path) || now - at >= answerAgainMs) state.putBack.delete(path);
  const blobs = space.blobsAt(asked);
  for (const path of asked) {
    const file = fileAt(path, blobs);
    if (file === null || state.putBack.has(path) || !space.has(placeHere(path, file))) continue;
    stopIfCancelled(context);
    if (await putBackFile(context, path, file)) context.log('info', 'file-put-back', { file: path });
    state.putBack.set(path, now);
  }
}

/** In a closed space the name of a file does not say which it is. */
function fileAt(path: string, blobs: ReadonlyMap<string, BlobHash>): NamedFile | null {
  const file = namedFile(path);
  if (file?.kind !== 'blob') return file;
  const hash = blobs.get(path);
  return hash === undefined ? null : { kind: 'blob', hash };
}

function placeHere(path: string, file: NamedFile): string {
  return file.kind === 'blob' ? blobPath(file.hash) : path;
}

/** False when it is there whole already, or not whole here. */
async function putBackFile(context: RoundContext, path: string, file: NamedFile): Promise<boolean> {
  const { space, transport, signal } = context;
  if (file.kind !== 'blob') {
    const there = await readRemote(context, path, limits.pack);
    if (there instanceof Uint8Array && sha256(there) === file.hash) return false;
    const bytes = await readLimited(space.pathOf(path), limits.pack);
    if (!(bytes instanceof Uint8Array) || sha256(bytes) !== file.hash) return false;
    await putBytes(context, path, bytes);
    return true;
  }
  const [blob] = await localBlobs(context, [file.hash]);
  if (blob === undefined || (await hashOfFile(space.pathOf(blobPath(file.hash)))) !== file.hash) return false;
  await sendBlob(context, blob, path, ({ upload }) => transport.write(path, upload, signal));
  return true;
}

async function hashOfFile(path: string): Promise<string> {
  const hasher = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hasher.update(chunk as Uint8Array);
  return hasher.digest('hex');
}

/**
 * Looks for every file that is here and puts those that are gone: a listing for each log and at most 256 for the files. Throws `Braked`
 * when many are gone, unless somebody chose to put everything back. Gives how many were put.
 */
export async function putBackAll(context: RoundContext): Promise<number> {
  const { space, state } = context;
  state.keys.clear();
  await bringKeys(context);
  const gone: { readonly path: string; readonly file: NamedFile }[] = [];
  let known = 0;
  const heads = await space.heads();
  for (const { head } of heads) {
    stopIfCancelled(context);
    const sizes = await sizesIn(context, logFolder(head.owner.device));
    const here = space.filesOf(head).filter(({ path }) => space.has(path));
    known += here.length;
    for (const { path, sizeBytes } of here)
      if (sizes.get(path.slice(path.lastIndexOf('/') + 1)) !== sizeBytes)
        gone.push({ path, file: namedFile(path) as NamedFile });
  }
  const named = await inParallel(heads, 1, ({ head }) => blobsNamed(space, head.owner.device, 1, lastN(head)));
  const blobs = await localBlobs(context, named.flat());
  known += blobs.length;
  for (const { hash } of await lackingBlobs(context, blobs)) {
    context.state.unchecked.delete(hash);
    gone.push({ path: targetOf(context, hash), file: { kind: 'blob', hash } });
  }
  if (!context.mode.putBack && isAlarming(gone.length, known))
    throw new Braked({ reason: 'files-gone', gone: gone.length, of: known });
  return putAll(context, gone);
}

async function putAll(
  context: RoundContext,
  gone: readonly { readonly path: string; readonly file: NamedFile }[],
): Promise<number> {
  let put = 0;
  await inParallel(gone, transfersAtOnce, async ({ path, file }) => {
    stopIfCancelled(context);
    context.tell({ phase: 'files-out', done: put, total: gone.length });
    if (await putBackFile(context, path, file)) put += 1;
  });
  if (put > 0) context.log('info', 'files-put-back', { count: put });
  return put;
}
