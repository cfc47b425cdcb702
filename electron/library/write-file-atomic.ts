import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, unlink, type FileHandle } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../shared/base/errors';
import { inParallel } from './in-parallel';

export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export const temporarySuffix = '.tmp';

/** A file that is being written beside its place and is nothing until `finish` puts it there. */
export interface UnfinishedFile {
  readonly handle: FileHandle;
  /** Checks the length, brings the bytes to the disk and closes; `place` then gives the file its name. */
  seal(sizeBytes: number): Promise<void>;
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

/** The same for many files: each is whole or absent, the syncs run side by side, and each folder is synced once. */
export async function writeFilesAtomic(files: readonly FileToWrite[], mode = 0o644): Promise<void> {
  await inParallel(files, 16, async ({ path, bytes }) => {
    const file = await beginFile(dirname(path), mode);
    try {
      await file.handle.writeFile(bytes);
      await file.seal(bytes.length);
      await file.place(path);
    } catch (error) {
      await file.discard();
      throw writeError(error, path);
    }
  });
  await syncFolders(files.map((file) => dirname(file.path)));
}

export async function beginFile(folder: string, mode = 0o644): Promise<UnfinishedFile> {
  // The names of temporary files are the one randomness that is not handed in: nobody ever sees them.
  const path = `${folder}/${randomUUID()}${temporarySuffix}`;
  const handle = await openIn(folder, path, mode);
  let closed = false;
  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    await handle.close();
  };
  return {
    handle,
    seal: async (sizeBytes) => {
      const { size } = await handle.stat();
      if (size !== sizeBytes) throw new AppError('write-failed', { file: basename(path), reason: `${size} of ${sizeBytes} bytes` });
      await handle.sync();
      await close();
    },
    place: (target) => renameOver(path, target),
    discard: async () => {
      await close();
      await unlink(path).catch(() => undefined);
    },
  };
}

async function openIn(folder: string, path: string, mode: number): Promise<FileHandle> {
  try {
    return await open(path, 'wx', mode);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw writeError(error, folder);
    await makeFolder(folder);
    return open(path, 'wx', mode);
  }
}

/** A folder that is there, and its name on the disk. */
export async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true });
  if (made !== undefined) await syncFolders([dirname(made), dirname(folder)]);
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

/** Makes new names in these folders survive a power cut. Windows has no such call and needs none. */
export async function syncFolders(folders: readonly string[]): Promise<void> {
  if (process.platform === 'win32') return;
  await inParallel([...new Set(folders)], 16, async (folder) => {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  });
}

export function writeError(error: unknown, path: string): AppError {
  if (error instanceof AppError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('disk-full', { file: basename(path) }, { cause: error });
  return new AppError('write-failed', { file: basename(path), reason: code }, { cause: error });
}
