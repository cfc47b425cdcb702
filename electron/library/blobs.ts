import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, link, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/base/errors';
import type { BlobHash } from '../../shared/base/ids';
import { piecesOfFile, readUpTo } from './descriptor';
import { namesIn, removeUnfinished } from './files';
import { sha256 } from './hash';
import { inParallel } from './in-parallel';
import type { BlobInfo, BlobSource } from './library-types';
import type { ProblemDesk } from './set-aside';
import {
  beginFile,
  finishFiles,
  makeFolder,
  stageFiles,
  temporarySuffix,
  writeError,
  type UnfinishedFile,
} from './write-file-atomic';

/** Most files are smaller, and one read and one write is quickest. */
const readWholeUpToBytes = 4 * 1024 * 1024;
const pieceBytes = 1024 * 1024;
const filesAtOnce = 8;
/** Files kept open until all are written. */
const openAtOnce = 256;

interface Staged extends BlobInfo {
  /** null when the bytes were there already. */
  readonly file: UnfinishedFile | null;
}

type IsErased = (hash: BlobHash) => boolean;

/** Files by the hash of their bytes. They never change, so one that is there under its name is the one. */
export class Blobs {
  private readonly root: string;

  /** `folder` inside `libraryFolder`, with `/`, as problems name it. */
  constructor(
    libraryFolder: string,
    private readonly folder: string,
    private readonly desk: ProblemDesk,
  ) {
    this.root = join(libraryFolder, folder);
  }

  path(hash: BlobHash): string {
    return join(this.root, hash.slice(0, 2), hash);
  }

  has(hash: BlobHash): boolean {
    return existsSync(this.path(hash));
  }

  /** For each source its own outcome; all that succeeded are on the disk when it resolves. Of any size, without holding them in memory. */
  async put(sources: readonly BlobSource[], isErased: IsErased): Promise<readonly (BlobInfo | AppError)[]> {
    const outcomes: (BlobInfo | AppError)[] = [];
    for (let i = 0; i < sources.length; i += openAtOnce)
      outcomes.push(...(await this.putSome(sources.slice(i, i + openAtOnce), isErased)));
    return outcomes;
  }

  async *list(): AsyncIterableIterator<BlobHash> {
    for (const part of await namesIn(this.root)) {
      if (!/^[0-9a-f]{2}$/.test(part)) continue;
      for (const name of await namesIn(join(this.root, part))) if (/^[0-9a-f]{64}$/.test(name)) yield name as BlobHash;
    }
  }

  /** Reads all bytes; a file that is not what its name says is put aside. */
  async check(hash: BlobHash): Promise<boolean> {
    if ((await hashOf(this.path(hash))) === hash) return true;
    await this.desk.setAside('blob-damaged', `${this.folder}/${hash.slice(0, 2)}/${hash}`);
    return false;
  }

  /** Has a file that lies elsewhere in this library here too: one set of bytes under two names where the disk can do that. */
  async take(hash: BlobHash, path: string): Promise<void> {
    const target = this.path(hash);
    try {
      await makeFolder(dirname(target));
      await link(path, target).catch(async (error: unknown) => {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
        const unfinished = `${this.root}/${hash}${temporarySuffix}`;
        await copyFile(path, unfinished);
        await placeWhole(unfinished, target);
      });
    } catch (error) {
      throw writeError(error, target);
    }
  }

  /** Moves a file that was brought here to its place when its bytes are what the name says; else nothing of it is left. */
  async adopt(hash: BlobHash, path: string): Promise<boolean> {
    try {
      if ((await hashOf(path)) !== hash) {
        await unlink(path);
        return false;
      }
      await makeFolder(dirname(this.path(hash)));
      await placeWhole(path, this.path(hash));
      return true;
    } catch (error) {
      throw writeError(error, this.path(hash));
    }
  }

  /** Puts files in their places, those whose bytes are what their names say; gives for each whether they were. On the disk when it resolves. */
  async keep(files: readonly { readonly hash: BlobHash; readonly bytes: Uint8Array }[]): Promise<readonly boolean[]> {
    const whole = files.map(({ hash, bytes }) => sha256(bytes) === hash);
    const good = files.filter((_, i) => whole[i]);
    const staged = await stageFiles(good, async ({ hash, bytes }, opened) => {
      const file = opened(await beginFile(this.root));
      await file.write(bytes);
      return { file, path: this.path(hash), sizeBytes: bytes.length };
    });
    await finishFiles(staged, makeFolder);
    return whole;
  }

  async remove(hash: BlobHash): Promise<void> {
    await unlink(this.path(hash)).catch(() => undefined);
  }

  removeUnfinished(): Promise<void> {
    return removeUnfinished(this.root);
  }

  private async putSome(sources: readonly BlobSource[], isErased: IsErased): Promise<readonly (BlobInfo | AppError)[]> {
    const outcomes = await inParallel(sources, filesAtOnce, (source) =>
      this.stage(source, isErased).catch((error: unknown) =>
        error instanceof AppError ? error : sourceError(error, source),
      ),
    );
    await finishFiles(
      outcomes.flatMap((outcome) =>
        outcome instanceof AppError || outcome.file === null
          ? []
          : [{ file: outcome.file, path: this.path(outcome.hash), sizeBytes: outcome.sizeBytes }],
      ),
      makeFolder,
    );
    return outcomes.map((outcome) =>
      outcome instanceof AppError ? outcome : { hash: outcome.hash, sizeBytes: outcome.sizeBytes },
    );
  }

  /** Writes the bytes beside their place, unless they are there already. */
  private async stage(source: BlobSource, isErased: IsErased): Promise<Staged> {
    if ('stream' in source) return this.stageChunks(source.stream, isErased);
    const whole = 'bytes' in source ? source.bytes : await readUpTo(source.path, readWholeUpToBytes);
    if (whole === null) return this.stageChunks(piecesOfFile((source as { path: string }).path, pieceBytes), isErased);
    const hash = ('bytes' in source ? source.hash : undefined) ?? (sha256(whole) as BlobHash);
    if (this.has(hash)) return { hash, sizeBytes: whole.length, file: null };
    if (isErased(hash)) throw new AppError('blob-erased');
    return this.write(async (file) => {
      await file.write(whole);
      return { hash, sizeBytes: whole.length };
    });
  }

  private stageChunks(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, isErased: IsErased): Promise<Staged> {
    return this.write(async (file) => {
      const hasher = createHash('sha256');
      let sizeBytes = 0;
      for await (const chunk of chunks) {
        hasher.update(chunk);
        sizeBytes += chunk.length;
        await file.write(chunk);
      }
      const hash = hasher.digest('hex') as BlobHash;
      if (isErased(hash)) throw new AppError('blob-erased');
      return { hash, sizeBytes };
    });
  }

  /** What fails leaves nothing. */
  private async write(fill: (file: UnfinishedFile) => Promise<BlobInfo>): Promise<Staged> {
    const file = await beginFile(this.root);
    try {
      return { ...(await fill(file)), file };
    } catch (error) {
      await file.discard();
      throw error;
    }
  }
}

async function hashOf(path: string): Promise<string> {
  const hasher = createHash('sha256');
  for await (const piece of piecesOfFile(path, pieceBytes)) hasher.update(piece);
  return hasher.digest('hex');
}

/** The bytes reach the disk before the name does. Should a power cut take the name, the file is fetched again. */
async function placeWhole(from: string, to: string): Promise<void> {
  const file = await open(from, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(from, to);
}

function sourceError(error: unknown, source: BlobSource): AppError {
  const { path = '', syscall = '' } = error as NodeJS.ErrnoException;
  const reading = 'path' in source && (path === source.path || syscall === 'read');
  return reading
    ? new AppError('blob-unreadable', { name: basename(source.path) }, { cause: error })
    : writeError(error, path);
}
