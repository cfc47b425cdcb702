import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { AppError } from '../../../shared/base/errors';
import { isMissing } from '../../library/files';
import { checkedFile, checkedPath } from './remote-path';

/** Where the root really is. Error: `remote-missing-folder`. */
async function realRoot(root: string): Promise<string> {
  try {
    return await realpath(root);
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new AppError('remote-missing-folder', { place: root });
  }
}

/** Error: `remote-missing-folder` when it is not there or not a folder. */
async function checkRoot(root: string): Promise<string> {
  const real = await realRoot(root);
  if (!(await stat(real)).isDirectory()) throw new AppError('remote-missing-folder', { place: root });
  return real;
}

/** Where a file or folder really is; null when it is not there, or when a link on the way leads out of the root. */
export async function existingPlace(root: string, path: string): Promise<string | null> {
  const within = await (path === '' ? checkRoot(root) : realRoot(root));
  try {
    const real = await realpath(join(within, checkedPath(path)));
    return isInside(within, real) ? real : null;
  } catch (error) {
    if (!isMissing(error)) throw error;
    // What is found below it tells that it is a folder; what is not found does not.
    await checkRoot(root);
    return null;
  }
}

/**
 * Where a file is to be put, of which folders may not be there yet: the folders' links are followed, a link at the end is replaced.
 * Errors: `remote-denied` when a link leads out of the root.
 */
export async function newPlace(root: string, path: string): Promise<{ within: string; place: string }> {
  const within = await checkRoot(root);
  const whole = join(within, checkedFile(path));
  const place = join(await realFolder(dirname(whole)), basename(whole));
  if (!isInside(within, place)) throw new AppError('remote-denied', { place: root, path });
  return { within, place };
}

async function realFolder(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch (error) {
    if (!isMissing(error)) throw error;
    return join(await realFolder(dirname(folder)), basename(folder));
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return !isAbsolute(way) && way !== '..' && !/^\.\.[\\/]/.test(way);
}
