import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { AppError } from '../../shared/base/errors';
import type { BlobHash } from '../../shared/base/ids';
import { namesIn, removeUnfinished } from './files';
import { sha256 } from './hash';
import { inParallel } from './in-parallel';
import type { BlobInfo, BlobSource } from './library-types';
import type { ProblemDesk } from './set-aside';
import { beginFile, finishFiles, makeFolder, writeError, type UnfinishedFile } from './write-file-atomic';

/** Files by the hash of their bytes. They never change, so one that is there under its name is the one. */
export interface Blobs {
  /** For each source its own outcome; all that succeeded are on the disk when it resolves. Of any size, without holding them in memory. */
  put(sources: readonly BlobSource[], isErased: (hash: BlobHash) => boolean): Promise<readonly (BlobInfo | AppError)[]>;
  path(hash: BlobHash): string;
  has(hash: BlobHash): boolean;
  list(): AsyncIterableIterator<BlobHash>;
  /** Reads all bytes; a file that is not what its name says is put aside. */
  check(hash: BlobHash): Promise<boolean>;
  remove(hash: BlobHash): Promise<void>;
  removeUnfinished(): Promise<void>;
}

const readWholeUpToBytes = 4 * 1024 * 1024;
const filesAtOnce = 8;
/** Files kept open until all are written. */
const openAtOnce = 256;

interface Staged extends BlobInfo {
  /** null when the bytes were there already. */
  readonly file: UnfinishedFile | null;
}

export function openBlobs(libraryFolder: string, folder: string, desk: ProblemDesk): Blobs {
  const root = join(libraryFolder, folder);
  const path = (hash: BlobHash): string => join(root, hash.slice(0, 2), hash);
  const has = (hash: BlobHash): boolean => existsSync(path(hash));

  /** Writes the bytes beside their place, unless they are there already. */
  async function stage(source: BlobSource, isErased: (hash: BlobHash) => boolean): Promise<Staged> {
    const whole = await readSmall(source);
    if (whole === null) {
      return stageChunks('path' in source ? createReadStream(source.path, { highWaterMark: 1024 * 1024 }) : (source as { stream: Readable }).stream, isErased);
    }
    const hash = sha256(whole) as BlobHash;
    return has(hash) ? { hash, sizeBytes: whole.length, file: null } : stageChunks([whole], isErased);
  }

  async function stageChunks(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, isErased: (hash: BlobHash) => boolean): Promise<Staged> {
    const file = await beginFile(root);
    try {
      const hasher = createHash('sha256');
      let sizeBytes = 0;
      for await (const chunk of chunks) {
        hasher.update(chunk);
        sizeBytes += chunk.length;
        await file.handle.writeFile(chunk);
      }
      const hash = hasher.digest('hex') as BlobHash;
      if (isErased(hash)) throw new AppError('blob-erased');
      await makeFolder(dirname(path(hash)));
      return { hash, sizeBytes, file };
    } catch (error) {
      await file.discard();
      throw error;
    }
  }

  async function putSome(sources: readonly BlobSource[], isErased: (hash: BlobHash) => boolean): Promise<readonly (BlobInfo | AppError)[]> {
    const outcomes = await inParallel(sources, filesAtOnce, (source) =>
      stage(source, isErased).catch((error: unknown) => (error instanceof AppError ? error : sourceError(error, source))),
    );
    const staged = outcomes.flatMap((outcome) =>
      outcome instanceof AppError || outcome.file === null ? [] : [{ file: outcome.file, path: path(outcome.hash), sizeBytes: outcome.sizeBytes }],
    );
    await finishFiles(staged);
    return outcomes.map((outcome) => (outcome instanceof AppError ? outcome : { hash: outcome.hash, sizeBytes: outcome.sizeBytes }));
  }

  return {
    path,
    has,
    put: async (sources, isErased) => {
      const outcomes: (BlobInfo | AppError)[] = [];
      for (let i = 0; i < sources.length; i += openAtOnce) outcomes.push(...(await putSome(sources.slice(i, i + openAtOnce), isErased)));
      return outcomes;
    },
    list: async function* () {
      for (const part of await namesIn(root)) {
        if (!/^[0-9a-f]{2}$/.test(part)) continue;
        for (const name of await namesIn(join(root, part))) if (/^[0-9a-f]{64}$/.test(name)) yield name as BlobHash;
      }
    },
    check: async (hash) => {
      const hasher = createHash('sha256');
      for await (const chunk of createReadStream(path(hash))) hasher.update(chunk as Uint8Array);
      if (hasher.digest('hex') === hash) return true;
      await desk.setAside('blob-damaged', `${folder}/${hash.slice(0, 2)}/${hash}`);
      return false;
    },
    remove: async (hash) => {
      await unlink(path(hash)).catch(() => undefined);
    },
    removeUnfinished: () => removeUnfinished(root),
  };
}

/** The bytes when they are few enough to hold: most files are, and one read and one write is quickest. */
async function readSmall(source: BlobSource): Promise<Uint8Array | null> {
  if ('bytes' in source) return source.bytes;
  if ('stream' in source) return null;
  const info = await stat(source.path);
  if (!info.isFile()) throw new AppError('blob-unreadable', { name: basename(source.path) });
  return info.size <= readWholeUpToBytes ? readFile(source.path) : null;
}

function sourceError(error: unknown, source: BlobSource): AppError {
  const { path = '', syscall = '' } = error as NodeJS.ErrnoException;
  const reading = 'path' in source && (path === source.path || syscall === 'read');
  return reading ? new AppError('blob-unreadable', { name: basename(source.path) }, { cause: error }) : writeError(error, path);
}
