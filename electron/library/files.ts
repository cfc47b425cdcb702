import { readdir, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { temporarySuffix } from './write-file-atomic';

export function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** The bytes; `missing`; or `too-large` without having read them. Other failures to read are thrown. */
export async function readLimited(path: string, limitBytes: number): Promise<Uint8Array | 'missing' | 'too-large'> {
  try {
    const { size } = await stat(path);
    return size > limitBytes ? 'too-large' : await readFile(path);
  } catch (error) {
    if (isMissing(error)) return 'missing';
    throw error;
  }
}

/** Names in a folder, sorted; none when it does not exist. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** What a crash left half written was never promised to anybody. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) if (name.endsWith(temporarySuffix)) await unlink(join(folder, name));
}
