import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fstatSync } from 'node:fs';
import { mkdir, rename, unlink } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../shared/base/errors';
import { closeFile, openFile, syncFile, writeAll } from './descriptor';
import { inParallel } from './in-parallel';

export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface StagedFile {
  readonly file: UnfinishedFile;
  readonly path: string;
  readonly sizeBytes: number;
}

export const temporarySuffix = '.tmp';

const filesAtOnce = 16;
/** Handed to the system together: it goes on with them while this thread is busy, and one commit of the file system serves many. */
const syncsAtOnce = 256;

/** A file that is being written beside its place and is nothing until `finish` puts it there. */
export interface UnfinishedFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Brings the bytes to the disk, checks the length and closes; `place` then gives the file its name. */
  seal(sizeBytes: number): Promise<void>;
  close(): Promise<void>;
  place(path: string): Promise<void>;
  discard(): Promise<void>;
}

/**
 * Writes so that after a crash the path holds the old bytes or the new, never a mixture; on the disk when it resolves.
 * This file is the only code that writes into a replica. Errors: `disk-full`, `write-failed`.
 */
export async function writeFileAtomic(path: string, bytes: Uint8Array, mode = 0o644): Promise<void> {
  await writeFilesAtomic([{ path, bytes }], mode);
}

/** The same for many files: each is whole or absent. */
export async function writeFilesAtomic(files: readonly FileToWrite[], mode = 0o644): Promise<void> {
  await finishFiles(
    await stageFiles(files, async ({ path, bytes }, opened) => {
      const file = opened(await beginFile(dirname(path), mode));
      await file.write(bytes);
      return { file, path, sizeBytes: bytes.length };
    }),
  );
}

/** Does `stage` for each value, several at a time. When one fails nothing is left of any file that was opened. Errors: `disk-full`, `write-failed`. */
export async function stageFiles<T, R>(
  values: readonly T[],
  stage: (value: T, opened: (file: UnfinishedFile) => UnfinishedFile) => Promise<R>,
): Promise<readonly R[]> {
  const files: UnfinishedFile[] = [];
  const opened = (file: UnfinishedFile): UnfinishedFile => {
    files.push(file);
    return file;
  };
  try {
    return await inParallel(values, filesAtOnce, (value) => stage(value, opened));
  } catch (error) {
    for (const file of files) await file.discard();
    throw writeError(error, '');
  }
}

/** Gives the old bytes or the new after a crash of the program; after a power cut it may be empty. For what can be missed. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const file = await beginFile(dirname(path));
  try {
    await file.write(bytes);
    await file.close();
    await file.place(path);
  } catch (error) {
    await file.discard();
    throw writeError(error, path);
  }
}

/**
 * Brings written files to the disk and to their places. All are written before the first is synced, because a file system that
 * is committing makes every new file wait: that is what makes importing many files quick. `make` makes a folder that is not there.
 */
export async function finishFiles(staged: readonly StagedFile[], make?: typeof makeFolder): Promise<void> {
  const folders = new Set(staged.map(({ path }) => dirname(path)));
  try {
    if (make !== undefined) for (const folder of folders) await make(folder);
    await inParallel(staged, syncsAtOnce, ({ file, sizeBytes }) => file.seal(sizeBytes));
    await inParallel(staged, syncsAtOnce, ({ file, path }) => file.place(path));
    await syncFolders(folders);
  } catch (error) {
    for (const { file } of staged) await file.discard();
    throw writeError(error, staged[0]?.path ?? '');
  }
}

/** `make` makes the folder when it is not there. Errors: `disk-full`, `write-failed`. */
export async function beginFile(folder: string, mode = 0o644, make = makeFolder): Promise<UnfinishedFile> {
  // The names of temporary files are the one randomness that is not handed in: nobody ever sees them.
  const path = `${folder}/${randomUUID()}${temporarySuffix}`;
  const fd = await openIn(folder, path, mode, make);
  let closed = false;
  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    await closeFile(fd);
  };
  return {
    write: (bytes) => writeAll(fd, bytes),
    seal: async (sizeBytes) => {
      await syncFile(fd);
      // What is on the disk has nothing left to wait for.
      const { size } = fstatSync(fd);
      if (size !== sizeBytes)
        throw new AppError('write-failed', { file: basename(path), reason: `${size} of ${sizeBytes} bytes` });
      closed = true;
      closeSync(fd);
    },
    close,
    place: (target) => renameOver(path, target),
    discard: async () => {
      await close();
      await unlink(path).catch(() => undefined);
    },
  };
}

async function openIn(folder: string, path: string, mode: number, make: typeof makeFolder): Promise<number> {
  try {
    return await openFile(path, 'wx', mode);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw writeError(error, folder);
  }
  try {
    await make(folder);
    return await openFile(path, 'wx', mode);
  } catch (error) {
    throw writeError(error, folder);
  }
}

/** A folder that is there, and its name on the disk. */
export async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const made = await mkdir(folder, { recursive: true });
  if (made !== undefined) await syncFolders([dirname(made), dirname(folder)]);
}

/** The same below a root that this never makes: `ENOENT` when it is gone. */
export async function makeFolderBelow(root: string, folder: string): Promise<void> {
  if (folder === root || existsSync(folder)) return;
  await makeFolderBelow(root, dirname(folder));
  await mkdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  await syncFolders([dirname(folder)]);
}

/** On Windows a virus scanner or a reader may hold the old file for a moment. */
async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const held = process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES' || code === 'EBUSY');
      if (!held || attempt === 20) throw error;
      await wait(attempt * 5);
    }
  }
}

/** Makes names that are new or gone in these folders survive a power cut. Windows has no such call and needs none. */
export async function syncFolders(folders: Iterable<string>): Promise<void> {
  if (process.platform === 'win32') return;
  await inParallel([...new Set(folders)], syncsAtOnce, async (folder) => {
    const fd = await openFile(folder, 'r');
    try {
      await syncFile(fd);
    } finally {
      await closeFile(fd);
    }
  });
}

export function writeError(error: unknown, path: string): AppError {
  if (error instanceof AppError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError('disk-full', { file: basename(path) }, { cause: error });
  return new AppError('write-failed', { file: basename(path), reason: code }, { cause: error });
}
