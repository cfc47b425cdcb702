import type { Entry } from 'yauzl';
import { AppError } from '../../../shared/base/errors';
import type { ReadOptions, Transport } from '../transport';
import { type BundleIndex, readBundleIndex } from './bundle-index';
import { openTarget } from './download-target';
import { attempt, stopIfCancelled, tooLarge } from './remote-error';
import { checkedFile, checkedPath } from './remote-path';

/**
 * A bundle (F27) as a folder that can only be read. Of each file at most its limit is unpacked, and never more than its name in the index says.
 * Errors: `file-missing`, `bundle-damaged`; later also `remote-garbled` for one file that does not unpack, `remote-read-only`.
 */
export async function openBundle(path: string): Promise<Transport> {
  const bundle = await readBundleIndex(path);
  const refuse = (): Promise<never> => Promise.reject(new AppError('remote-read-only', { place: path }));
  return {
    place: path,
    canWrite: false,
    list: (folder, signal) =>
      attempt(path, folder, signal, () => Promise.resolve(filesIn(bundle, checkedPath(folder)))),
    folders: (folder, signal) =>
      attempt(path, folder, signal, () => Promise.resolve(foldersIn(bundle, checkedPath(folder)))),
    read: (name, options) => attempt(path, name, options.signal, () => readEntry(bundle, path, name, options)),
    download: (name, target, from, options) =>
      attempt(path, name, options.signal, () => unpackTo(bundle, path, name, target, from, options)),
    write: refuse,
    remove: refuse,
    makeRoot: refuse,
    watch: () => null,
    close: () => Promise.resolve(bundle.zip.close()),
  };
}

function filesIn({ files, folders }: BundleIndex, folder: string) {
  if (!folders.has(folder)) return null;
  return [...files]
    .filter(([path]) => parentOf(path) === folder)
    .map(([path, { uncompressedSize, crc32 }]) => ({
      name: nameOf(path),
      sizeBytes: uncompressedSize,
      tag: `${crc32}:${uncompressedSize}`,
    }));
}

function foldersIn({ folders }: BundleIndex, folder: string): readonly string[] {
  return [...folders].filter((path) => path !== '' && parentOf(path) === folder).map(nameOf);
}

async function readEntry(bundle: BundleIndex, place: string, path: string, options: ReadOptions) {
  const entry = bundle.files.get(checkedFile(path));
  if (entry === undefined) return null;
  const pieces: Uint8Array[] = [];
  for await (const piece of unpacked(bundle, place, path, entry, options)) {
    stopIfCancelled(options.signal);
    await options.pace?.(piece.length, options.signal);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

async function unpackTo(
  bundle: BundleIndex,
  place: string,
  path: string,
  target: string,
  from: number,
  options: ReadOptions,
): Promise<boolean> {
  const entry = bundle.files.get(checkedFile(path));
  if (entry === undefined) return false;
  const output = await openTarget(target, from, options, { place, path });
  try {
    output.skip(from);
    for await (const piece of unpacked(bundle, place, path, entry, options)) await output.take(piece);
    return true;
  } finally {
    await output.close();
  }
}

/** yauzl ends the stream with an error as soon as it holds other than the size in the index. */
async function* unpacked(
  { zip }: BundleIndex,
  place: string,
  path: string,
  entry: Entry,
  { limitBytes }: ReadOptions,
): AsyncGenerator<Uint8Array> {
  if (entry.uncompressedSize > limitBytes) throw tooLarge(place, path, limitBytes);
  try {
    for await (const piece of await zip.openReadStreamPromise(entry)) yield piece as Uint8Array;
  } catch (cause) {
    throw new AppError('remote-garbled', { place, path }, { cause });
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
