/* One contract for every way to a shared folder: in memory, a folder, real WebDAV servers, and a bundle, which can only be read. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Transport } from '../../electron/sync/transport';
import { openBundle } from '../../electron/sync/transports/bundle-transport';
import { folderTransport } from '../../electron/sync/transports/folder-transport';
import { webdavTransport } from '../../electron/sync/transports/webdav-transport';
import { writeBundle } from '../../electron/sync/transports/write-bundle';
import { memoryStorage, memoryTransport } from '../support/memory-transport';
import { readingContract, transportContract, type TransportSubject } from '../support/transport-contract';
import { skipsServer, startApache, startRclone, type WebdavServer } from '../support/webdav-servers';

function onMemory(): Promise<TransportSubject> {
  const storage = memoryStorage();
  return Promise.resolve({
    first: memoryTransport(storage),
    second: memoryTransport(storage),
    removeRoot: () => {
      storage.rootIsThere = false;
      return Promise.resolve();
    },
    stop: () => Promise.resolve(),
  });
}

async function onFolder(): Promise<TransportSubject> {
  const parent = await mkdtemp(join(tmpdir(), 'raakvlak-folder-'));
  const root = join(parent, 'shared');
  await folderTransport(root).makeRoot();
  return {
    first: folderTransport(root),
    second: folderTransport(root),
    removeRoot: () => rm(root, { recursive: true }),
    stop: () => rm(parent, { recursive: true, force: true }),
  };
}

/** Two clients of a new folder on a server. */
async function onServer(server: WebdavServer): Promise<TransportSubject> {
  const open = (): Transport =>
    webdavTransport({
      address: `${server.url}samen`,
      login: { user: server.user, password: server.password },
      certificates: server.ca === null ? [] : [server.ca],
      random: randomBytes,
    });
  const first = open();
  await first.makeRoot();
  return {
    first,
    second: open(),
    removeRoot: () => rm(join(server.folder, 'samen'), { recursive: true }),
    stop: () => server.stop(),
  };
}

const noRclone = skipsServer('rclone');
const noApache = skipsServer('apache');
const writable: readonly { name: string; open: () => Promise<TransportSubject>; skip: boolean }[] = [
  { name: 'memory', open: onMemory, skip: false },
  { name: 'folder', open: onFolder, skip: false },
  {
    name: 'rclone serve webdav',
    open: async () => ({ ...(await onServer(await startRclone())), isAtomic: false }),
    skip: noRclone,
  },
  ...(['basic', 'digest'] as const).map((auth) => ({
    name: `Apache mod_dav on TLS with ${auth} authentication`,
    open: async () => onServer(await startApache({ auth, tls: true })),
    skip: noApache,
  })),
];

for (const { name, open, skip } of writable) {
  transportContract(name, open, skip);
  const openWith = async (files: ReadonlyMap<string, Uint8Array>) => {
    const { first, second, stop } = await open();
    for (const [path, content] of files) await first.write(path, { sizeBytes: content.length, content });
    await first.close();
    return { transport: second, stop };
  };
  readingContract(name, openWith, skip);
}

readingContract('bundle', async (files) => {
  const folder = await mkdtemp(join(tmpdir(), 'raakvlak-bundle-'));
  const path = join(folder, 'uitwisseling.zip');
  await writeBundle(
    path,
    [...files].map(([name, content]) => ({ path: name, content })),
  );
  return { transport: await openBundle(path), stop: () => rm(folder, { recursive: true }) };
});
