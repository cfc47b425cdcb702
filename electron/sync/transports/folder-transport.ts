import { accessSync, constants } from 'node:fs';
import { lstat, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../shared/base/errors';
import { piecesOfFile, readUpTo } from '../../library/descriptor';
import { isMissing } from '../../library/files';
import { inParallel } from '../../library/in-parallel';
import { beginFile, finishFiles, makeFolder, makeFolderBelow, stageFiles } from '../../library/write-file-atomic';
import type { ListedFile, NamedUpload, ReadOptions, Transport, Upload } from '../transport';
import { openTarget } from './download-target';
import { existingPlace, newPlace } from './folder-place';
import { watchFolder } from './folder-watch';
import { entriesIn } from './list-folder';
import { attempt, stopIfCancelled, tooLarge } from './remote-error';
import { checkedFile, isTemporary } from './remote-path';
import { checkUpload, piecesOf } from './upload-pieces';

const statsAtOnce = 16;
const pieceBytes = 256 * 1024;

/** A folder of this computer: on a disk, a share, a USB stick, or one that another program keeps in step. */
export function folderTransport(root: string): Transport {
  return {
    place: root,
    canWrite: mayWrite(root),
    list: (folder, signal) => attempt(root, folder, signal, () => listFiles(root, folder)),
    folders: (folder, signal) => attempt(root, folder, signal, () => listFolders(root, folder)),
    read: (path, options) => attempt(root, path, options.signal, () => readWhole(root, path, options)),
    download: (path, target, from, options) =>
      attempt(root, path, options.signal, () => copyTo(root, path, target, from, options)),
    write: (path, upload, signal) => attempt(root, path, signal, () => put(root, path, upload, signal)),
    writeMany: (files, signal) => attempt(root, files[0]?.path ?? '', signal, () => putMany(root, files, signal)),
    remove: (path, signal) => attempt(root, path, signal, () => removeFile(root, path)),
    makeRoot: (signal) => attempt(root, '', signal, () => makeFolder(root)),
    watch: (folder, onChange) => watchFolder(root, folder, onChange),
    close: () => Promise.resolve(),
  };
}

/** A root that is not there now may be writable when it comes. */
function mayWrite(root: string): boolean {
  try {
    accessSync(root, constants.W_OK);
    return true;
  } catch (error) {
    return isMissing(error);
  }
}

async function listFiles(root: string, folder: string): Promise<readonly ListedFile[] | null> {
  const place = await existingPlace(root, folder);
  if (place === null) return null;
  const entries = await entriesIn(place, { place: root, path: folder });
  const names = entries.filter((entry) => entry.isFile() && !isTemporary(entry.name)).map(({ name }) => name);
  const files = await inParallel(names.sort(), statsAtOnce, (name) => listedFile(join(place, name), name));
  return files.filter((file) => file !== null);
}

async function listedFile(path: string, name: string): Promise<ListedFile | null> {
  try {
    const { size, mtimeNs, ino } = await lstat(path, { bigint: true });
    return { name, sizeBytes: Number(size), tag: `${size}-${mtimeNs}-${ino}` };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function listFolders(root: string, folder: string): Promise<readonly string[]> {
  const place = await existingPlace(root, folder);
  if (place === null) return [];
  const entries = await entriesIn(place, { place: root, path: folder });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

async function readWhole(
  root: string,
  path: string,
  { limitBytes, pace, signal }: ReadOptions,
): Promise<Uint8Array | null> {
  const place = await existingFile(root, path);
  if (place === null) return null;
  try {
    const bytes = await readUpTo(place, limitBytes);
    if (bytes === null) throw tooLarge(root, path, limitBytes);
    await pace?.(bytes.length, signal);
    return bytes;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Only a file: opening a pipe or a device could wait for ever. */
async function existingFile(root: string, path: string): Promise<string | null> {
  const place = await existingPlace(root, path);
  if (place === null) return null;
  try {
    return (await stat(place)).isFile() ? place : null;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function copyTo(
  root: string,
  path: string,
  target: string,
  from: number,
  options: ReadOptions,
): Promise<boolean> {
  const place = await existingFile(root, path);
  if (place === null) return false;
  const output = await openTarget(target, from, options, { place: root, path });
  try {
    for await (const piece of piecesOfFile(place, pieceBytes, from)) await output.take(piece);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  } finally {
    await output.close();
  }
}

async function put(root: string, path: string, upload: Upload, signal?: AbortSignal): Promise<string> {
  const { within, place } = await newPlace(root, path);
  await checkUpload(upload, root, path);
  const file = await beginFile(dirname(place), 0o644, (folder) => makeFolderBelow(within, folder));
  try {
    for await (const piece of piecesOf(upload, signal)) await file.write(piece);
  } catch (error) {
    await file.discard();
    throw error;
  }
  await finishFiles([{ file, path: place, sizeBytes: upload.sizeBytes }]);
  const placed = await listedFile(place, path);
  if (placed === null) throw new AppError('remote-failed', { place: root, path, reason: 'ENOENT' });
  return placed.tag;
}

/** All are written before the first is synced, and each is read whole. */
async function putMany(root: string, files: readonly NamedUpload[], signal?: AbortSignal): Promise<void> {
  const folders = new Map<string, Promise<{ within: string; place: string }>>();
  const placeOf = async (path: string): Promise<{ within: string; place: string }> => {
    const folder = dirname(path);
    const found = folders.get(folder) ?? newPlace(root, path);
    folders.set(folder, found);
    const { within, place } = await found;
    return { within, place: join(dirname(place), basename(checkedFile(path))) };
  };
  const staged = await stageFiles(files, async ({ path, upload }, opened) => {
    const { within, place } = await placeOf(path);
    const bytes = await bytesOf(upload, root, path);
    stopIfCancelled(signal);
    await upload.pace?.(bytes.length, signal);
    const file = opened(await beginFile(dirname(place), 0o644, (folder) => makeFolderBelow(within, folder)));
    await file.write(bytes);
    return { file, path: place, sizeBytes: upload.sizeBytes };
  });
  await finishFiles(staged);
}

async function bytesOf({ content, sizeBytes }: Upload, root: string, path: string): Promise<Uint8Array> {
  const bytes = content instanceof Uint8Array ? content : await readUpTo(content.path, sizeBytes);
  if (bytes?.length === sizeBytes) return bytes;
  throw new AppError('remote-failed', { place: root, path, reason: `not ${sizeBytes} bytes` });
}

async function removeFile(root: string, path: string): Promise<void> {
  try {
    await unlink((await newPlace(root, path)).place);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
