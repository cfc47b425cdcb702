import { AppError } from '../../../shared/base/errors';
import { discard } from './http-client';
import type { WebdavConnection } from './webdav-connection';
import { childrenOf, type DavEntry, readListing } from './webdav-listing';
import { statusError } from './webdav-status';

/** Asks a server what is in a folder, and no more than that: an entry of the answer takes less than 0.4 KB. */
export interface FolderReader {
  /** Null when the folder is not there. Errors: `remote-missing-folder` when the root is not there either. */
  children(folder: string, signal?: AbortSignal): Promise<readonly DavEntry[] | null>;
  hasRoot(signal?: AbortSignal): Promise<boolean>;
}

const asked = ['getetag', 'getcontentlength', 'resourcetype'];

export function folderReader(server: WebdavConnection): FolderReader {
  /** Asked for from the first listing on that has a file without ETag. */
  let needsTimes = false;
  const ask = async (path: string, depth: '0' | '1', signal?: AbortSignal): Promise<readonly DavEntry[] | null> => {
    const body = Buffer.from(question(needsTimes ? [...asked, 'getlastmodified'] : asked));
    const answer = await server.send({
      method: 'PROPFIND',
      path,
      isFolder: true,
      headers: { Depth: depth, 'Content-Type': 'application/xml; charset=utf-8' },
      body: { sizeBytes: body.length, pieces: () => pieces(body) },
      signal,
    });
    if (answer.statusCode === 207) return readListing(answer, { place: server.place, path });
    discard(answer);
    if (answer.statusCode === 404 || answer.statusCode === 410) return null;
    throw statusError(answer, server.place, path);
  };
  const hasRoot = async (signal?: AbortSignal): Promise<boolean> => (await ask('', '0', signal)) !== null;
  const children = async (folder: string, signal?: AbortSignal): Promise<readonly DavEntry[] | null> => {
    const entries = await ask(folder, '1', signal);
    if (entries === null) {
      if (folder === '' || !(await hasRoot(signal)))
        throw new AppError('remote-missing-folder', { place: server.place });
      return null;
    }
    const found = childrenOf(entries, decodeURIComponent(`${server.rootPath}${folder}`));
    if (found === 'garbled') throw new AppError('remote-garbled', { place: server.place, path: folder });
    if (needsTimes || found === null || found.every(({ isFolder, etag }) => isFolder || etag !== '')) return found;
    needsTimes = true;
    return children(folder, signal);
  };
  return { children, hasRoot };
}

function question(properties: readonly string[]): string {
  const names = properties.map((name) => `<${name}/>`).join('');
  return `<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop>${names}</prop></propfind>`;
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
