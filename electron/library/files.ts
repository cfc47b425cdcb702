import { readdir, readFile, stat, unlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../shared/base/errors';
import { temporarySuffix } from './write-file-atomic';

export function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** The bytes; `missing`; or `too-large` without having read them. Error: `read-failed`. */
export async function readLimited(path: string, limitBytes: number): Promise<Uint8Array | 'missing' | 'too-large'> {
  try {
    const { size } = await stat(path);
    return size > limitBytes ? 'too-large' : await readFile(path);
  } catch (error) {
    if (isMissing(error)) return 'missing';
    throw readError(error, path);
  }
}

/** Error: `read-failed`, also when it is not there. */
export async function readWhole(path: string): Promise<Uint8Array> {
  return readFile(path).catch((error: unknown) => {
    throw readError(error, path);
  });
}

/** Names in a folder, sorted; none when it does not exist. Error: `read-failed`. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw readError(error, folder);
  }
}

/** What a crash left half written was never promised to anybody. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) if (name.endsWith(temporarySuffix)) await unlink(join(folder, name));
}

function readError(error: unknown, path: string): AppError {
  const reason = (error as NodeJS.ErrnoException).code ?? String(error);
  return new AppError('read-failed', { file: basename(path), reason }, { cause: error });
}
