import type { ListedFile, Transport } from '../transport';
import { httpClient } from './http-client';
import { type Credentials, httpLogin } from './http-login';
import { checkedPath, isTemporary } from './remote-path';
import { refuseOpenPassword, webdavAddress } from './webdav-address';
import { webdavConnection } from './webdav-connection';
import { type FolderReader, folderReader } from './webdav-folder';
import { nameOf, tagOf } from './webdav-listing';
import { downloadTo, readWhole } from './webdav-reading';
import { folderMaker, makeRoot, putFile, removeFile } from './webdav-writing';

export interface WebdavOptions {
  /** Of the folder, for instance https://cloud.example.org/remote.php/dav/files/anna/Samen. */
  readonly address: string;
  readonly login: Credentials | null;
  /** PEM; trusted besides those of the system. */
  readonly certificates?: readonly string[];
  /** As `proxyFor` gives it from the environment, or as somebody set it. */
  readonly proxy?: string | null;
  /** Lets a password travel over plain http to another computer. */
  readonly allowOpenPassword?: boolean;
  /** A connection on which nothing moves this long is given up. */
  readonly stallMs?: number;
  readonly random: (sizeBytes: number) => Uint8Array;
}

/** A folder on a WebDAV server (RFC 4918). Errors at once: `remote-address`, `remote-insecure`. */
export function webdavTransport(options: WebdavOptions): Transport {
  const address = webdavAddress(options.address);
  const login = options.login ?? address.login;
  refuseOpenPassword(address, login, options.allowOpenPassword ?? false);
  const { certificates = [], proxy = null, stallMs = 60_000, random } = options;
  const client = httpClient({ address: address.url, certificates, proxy, stallMs });
  const newNonce = (): string => Buffer.from(random(16)).toString('hex');
  const server = webdavConnection(client, httpLogin(login, newNonce), address.url, address.place);
  const reader = folderReader(server);
  const makeFolderOf = folderMaker(server);
  return {
    place: address.place,
    canWrite: true,
    list: (folder, signal) => server.about(folder, signal, () => listFiles(reader, folder, signal)),
    folders: (folder, signal) => server.about(folder, signal, () => listFolders(reader, folder, signal)),
    read: (path, wanted) => server.about(path, wanted.signal, () => readWhole(server, path, wanted)),
    download: (path, target, from, wanted) =>
      server.about(path, wanted.signal, () => downloadTo(server, path, target, from, wanted)),
    write: (path, upload, signal) =>
      server.about(path, signal, () => putFile(server, makeFolderOf, path, upload, signal)),
    remove: (path, signal) => server.about(path, signal, () => removeFile(server, path, signal)),
    makeRoot: (signal) => server.about('', signal, () => makeRoot(server, reader, signal)),
    watch: () => null,
    close: () => Promise.resolve(client.close()),
  };
}

async function listFiles(reader: FolderReader, folder: string, signal?: AbortSignal) {
  const entries = await reader.children(checkedPath(folder), signal);
  if (entries === null) return null;
  const files = entries.filter(({ isFolder, path }) => !isFolder && !isTemporary(path));
  return files.map(({ path, sizeBytes, etag, modified }): ListedFile => ({
    name: nameOf(path),
    sizeBytes,
    tag: tagOf(etag === '' ? modified : etag, sizeBytes),
  }));
}

async function listFolders(reader: FolderReader, folder: string, signal?: AbortSignal) {
  const entries = (await reader.children(checkedPath(folder), signal)) ?? [];
  return entries.filter(({ isFolder }) => isFolder).map(({ path }) => nameOf(path));
}
