import type { IncomingMessage } from 'node:http';
import { AppError } from '../../../shared/base/errors';
import type { Upload } from '../transport';
import { discard } from './http-client';
import { checkedFile } from './remote-path';
import { checkUpload, piecesOf } from './upload-pieces';
import type { WebdavConnection } from './webdav-connection';
import type { FolderReader } from './webdav-folder';
import { plainTag, tagOf } from './webdav-listing';
import { isAbsent, statusError } from './webdav-status';

/** Makes the folder that a file goes into, when a PUT shows that it is not there. */
export type FolderMaker = (path: string, signal?: AbortSignal) => Promise<void>;

/**
 * Files that go into one new folder at the same time have it made once: servers answer a second MKCOL beside the first with 423.
 */
export function folderMaker(server: WebdavConnection): FolderMaker {
  const making = new Map<string, Promise<void>>();
  const shared = (folder: string, make: () => Promise<void>): Promise<void> => {
    const running = making.get(folder) ?? make().finally(() => making.delete(folder));
    making.set(folder, running);
    return running;
  };
  const make = (folder: string, path: string, signal?: AbortSignal): Promise<void> =>
    shared(folder, () => makeFolder(server, folder, path, (above) => make(above, path, signal), signal));
  return (path, signal) => make(parentOf(path), path, signal);
}

/** One PUT; when the folder is not there yet, that is made and the PUT repeated. Gives the new tag when the server tells it. */
export async function putFile(
  server: WebdavConnection,
  makeFolderOf: FolderMaker,
  path: string,
  upload: Upload,
  signal?: AbortSignal,
): Promise<string | null> {
  await checkUpload(upload, server.place, checkedFile(path));
  const send = (): Promise<IncomingMessage> =>
    server.send({
      method: 'PUT',
      path,
      headers: { 'Content-Type': 'application/octet-stream' },
      body: { sizeBytes: upload.sizeBytes, pieces: () => piecesOf(upload, signal) },
      signal,
    });
  let answer = await send();
  if (answer.statusCode === 404 || answer.statusCode === 409) {
    discard(answer);
    await makeFolderOf(path, signal);
    answer = await send();
  }
  discard(answer);
  if (![200, 201, 204].includes(answer.statusCode ?? 0))
    throw statusError(answer, server.place, path, upload.sizeBytes);
  const etag = answer.headers.etag;
  return etag === undefined ? null : tagOf(plainTag(etag), upload.sizeBytes);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Makes a folder and those above it, never the root. Already there (405) is fine. */
async function makeFolder(
  server: WebdavConnection,
  folder: string,
  path: string,
  makeAbove: (folder: string) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  if (folder === '') throw new AppError('remote-missing-folder', { place: server.place });
  for (const isParentMade of [false, true]) {
    const answer = await server.send({ method: 'MKCOL', path: folder, isFolder: true, signal });
    discard(answer);
    const { statusCode = 0 } = answer;
    if (statusCode === 201 || statusCode === 405) return;
    if (isParentMade || (statusCode !== 404 && statusCode !== 409)) throw statusError(answer, server.place, path);
    await makeAbove(parentOf(folder));
  }
}

/** Makes the root when it is not there, but not what is above it. */
export async function makeRoot(server: WebdavConnection, reader: FolderReader, signal?: AbortSignal): Promise<void> {
  if (await reader.hasRoot(signal)) return;
  const answer = await server.send({ method: 'MKCOL', path: '', signal });
  discard(answer);
  const { statusCode = 0 } = answer;
  if (statusCode === 404 || statusCode === 409) throw new AppError('remote-missing-folder', { place: server.place });
  if (statusCode !== 201 && !(statusCode === 405 && (await reader.hasRoot(signal))))
    throw statusError(answer, server.place, '');
}

export async function removeFile(server: WebdavConnection, path: string, signal?: AbortSignal): Promise<void> {
  const answer = await server.send({ method: 'DELETE', path: checkedFile(path), signal });
  discard(answer);
  if (!isAbsent(answer) && ![200, 202, 204].includes(answer.statusCode ?? 0))
    throw statusError(answer, server.place, path);
}
