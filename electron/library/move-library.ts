import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { AppError } from '../../shared/base/errors';

/**
 * Moves a closed library to an empty or new folder. Errors: `move-into-itself`, `move-target-not-empty`.
 * On another disk it copies first and removes the old one only when everything is there.
 */
export async function moveLibraryFolder(from: string, to: string): Promise<void> {
  const source = resolve(from);
  const target = resolve(to);
  if (source === target) return;
  if (!relative(source, target).startsWith('..')) throw new AppError('move-into-itself', { folder: target });
  await mkdir(target, { recursive: true });
  if ((await readdir(target)).length > 0) throw new AppError('move-target-not-empty', { folder: target });
  try {
    await rm(target, { recursive: true });
    await rename(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(source, target, { recursive: true, errorOnExist: true, force: false, preserveTimestamps: true });
    await rm(source, { recursive: true });
  }
}
