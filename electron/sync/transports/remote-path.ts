import { AppError } from '../../../shared/base/errors';
import { temporarySuffix } from '../../library/write-file-atomic';

const safeName = /^[a-z0-9][a-z0-9.-]*$/;

/** True for a path of which every name is one that the format knows (F3). */
export function isSafePath(path: string): boolean {
  return path.split('/').every((name) => safeName.test(name));
}

/**
 * The path of a file or folder in a space, '' being its root. Every name in it is one that the format knows (F3), so no path that comes from
 * a hostile file leads out of the folder. Errors: `internal`, because whoever reads such a file should have refused the name.
 */
export function checkedPath(path: string): string {
  if (path !== '' && !isSafePath(path)) throw new AppError('internal', { path });
  return path;
}

/** The same of a file, so never the root: a server would remove all of that at one request. */
export function checkedFile(path: string): string {
  if (path === '') throw new AppError('internal', { path });
  return checkedPath(path);
}

export function isTemporary(name: string): boolean {
  return name.endsWith(temporarySuffix);
}
