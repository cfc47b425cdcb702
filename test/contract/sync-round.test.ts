import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import type { ItemState } from '../../shared/revision/item-state';
import { folderTransport } from '../../electron/sync/transports/folder-transport';
import { runRound } from '../../electron/sync/round';
import { noFile } from '../../electron/sync/round-context';
import type { Transport } from '../../electron/sync/transport';
import { temporaryFolder } from '../support/library-folders';
import { memoryStorage, memoryTransport } from '../support/memory-transport';
import { settle, sharedSpace, type SyncDevice } from '../support/sync-devices';

const stores: Record<string, () => () => Transport> = {
  memory: () => {
    const storage = memoryStorage();
    return () => memoryTransport(storage);
  },
  folder: () => {
    const folder = temporaryFolder();
    return () => folderTransport(folder);
  },
};

async function team(kind: string, size: number): Promise<{ space: SpaceId; devices: readonly SyncDevice[] }> {
  const [store = '', closed] = kind.split(', ');
  const open = (stores[store] as () => () => Transport)();
  return sharedSpace(Array.from({ length: size }, open), undefined, closed !== undefined);
}

async function addItem({ library }: SyncDevice, space: SpaceId, title: string): Promise<ItemId> {
  return (await library.createItem({ type: 'project', set: { title }, space })).id;
}

function expectSame(devices: readonly SyncDevice[], space: SpaceId): void {
  const hashes = devices.map(({ library }) => library.stateHash(space));
  expect(new Set(hashes).size).toBe(1);
}

const kinds = Object.keys(stores).flatMap((store) => [store, `${store}, closed`]);

describe.each(kinds)('a round over %s', (kind) => {
  test('brings what two libraries made, changed and binned to the same state', async () => {
    const { space, devices } = await team(kind, 2);
    const [a, b] = devices as [SyncDevice, SyncDevice];
    const plan = await addItem(a, space, 'Verzuim eerder zien');
    const binned = await addItem(b, space, 'Overstapcoach');
    await settle(devices);
    expect(b.library.get(plan)?.fields['title']).toBe('Verzuim eerder zien');
    await b.library.change(plan, { set: { title: 'Verzuim nog eerder zien' } });
    await a.library.bin([binned]);
    await settle(devices);
    expect(a.library.get(plan)?.fields['title']).toBe('Verzuim nog eerder zien');
    expect(b.library.get(binned)?.deleted).toBe(true);
    expectSame(devices, space);
  });

  test('keeps both values of a conflict on both sides until one of them resolves it', async () => {
    const { space, devices } = await team(kind, 2);
    const [a, b] = devices as [SyncDevice, SyncDevice];
    const id = await addItem(a, space, 'Eerste titel');
    await settle(devices);
    await a.library.change(id, { set: { title: 'Titel van A' } });
    await b.library.change(id, { set: { title: 'Titel van B' } });
    await settle(devices);
    expect(a.library.conflicts(space).map((conflict) => conflict.id)).toEqual([id]);
    expect(b.library.conflicts(space).map((conflict) => conflict.id)).toEqual([id]);
    await b.library.resolveConflict(id, 'title', 'Titel van samen');
    await settle(devices);
    expect(a.library.conflicts(space)).toEqual([]);
    expect(a.library.get(id)?.fields['title']).toBe('Titel van samen');
    expectSame(devices, space);
  });

  test('brings files, small and large, and only to who keeps them offline', async () => {
    const { space, devices } = await team(kind, 3);
    const [a, b, c] = devices as [SyncDevice, SyncDevice, SyncDevice];
    const small = randomBytes(2_000);
    const large = randomBytes(6 * 1024 * 1024);
    for (const bytes of [small, large]) {
      const { hash, sizeBytes } = await a.library.putBlob({ bytes });
      const [item] = await a.library.createItems([
        {
          type: 'study',
          set: { title: 'Studie', file: { hash, name: 'a.pdf', mediaType: 'application/pdf', sizeBytes } },
        },
      ]);
      await a.library.publish([(item as ItemState).id], space);
    }
    await a.round();
    const got = await b.round();
    expect(got.filesIn).toBe(2);
    expect(got.filesWanted).toBe(0);
    const catalogue = await c.round({ wantsFile: noFile });
    expect(catalogue.filesIn).toBe(0);
    expect(catalogue.filesWanted).toBe(2);
    expectSame(devices, space);
  });

  test('lets a new member in: everything that was there before', async () => {
    const { space, devices } = await team(kind, 3);
    const [a, b, c] = devices as [SyncDevice, SyncDevice, SyncDevice];
    for (let i = 0; i < 20; i += 1) await addItem(i % 2 === 0 ? a : b, space, `Project ${i}`);
    await settle([a, b]);
    expect((await c.round()).items.size).toBe(20);
    expectSame(devices, space);
    expect((await c.round()).revisionsIn).toBe(0);
  });

  test('F20 a device writes its own head, list and packs only, and changes no file of others', async () => {
    const { space, devices } = await team(kind, 2);
    const [a, b] = devices as [SyncDevice, SyncDevice];
    await addItem(a, space, 'Van A');
    await a.round();
    await addItem(b, space, 'Van B');
    const written: string[] = [];
    const { transport } = b;
    const watched: Transport = {
      ...transport,
      write: (path, upload, signal) => {
        written.push(path);
        return transport.write(path, upload, signal);
      },
    };
    await runRound({ ...b.context(), transport: watched });
    expect(written.length).toBe(2);
    expect(written.every((path) => path.includes(b.library.device() as string))).toBe(true);
  });

  test('F21 writers put files, then packs, then the head; readers wait for what is not there yet', async () => {
    const { space, devices } = await team(kind, 2);
    const [a, b] = devices as [SyncDevice, SyncDevice];
    const { hash, sizeBytes } = await a.library.putBlob({ bytes: Buffer.from('een rapport') });
    const file = { hash, name: 'a.pdf', mediaType: 'application/pdf', sizeBytes };
    const made = await a.library.createItem({ type: 'study', set: { title: 'Studie', file } });
    await a.library.publish([made.id], space);
    const order: string[] = [];
    const later: (() => Promise<unknown>)[] = [];
    const { transport } = a;
    const delaying: Transport = {
      ...transport,
      write: (path, upload, signal) => {
        order.push(path.split('/')[0] as string);
        if (path.startsWith('heads/')) return transport.write(path, upload, signal);
        later.push(() => transport.write(path, upload));
        return Promise.resolve(null);
      },
      writeMany: async (files) => {
        for (const { path, upload } of files) await delaying.write(path, upload);
      },
      read: (path, options) =>
        path.startsWith('log/') ? readFile(a.context().space.pathOf(path)) : transport.read(path, options),
    };
    await runRound({ ...a.context(), transport: delaying });
    expect(order).toEqual(['blobs', 'log', 'heads']);
    expect((await b.round()).items.size).toBe(0);
    for (const write of later.reverse()) await write();
    await b.round({ eager: true });
    expect(b.library.hasBlob(hash)).toBe(true);
    expectSame(devices, space);
  });

  test('F22 what is half written under another name is not seen', async () => {
    const { space, devices } = await team(kind, 2);
    const [a, b] = devices as [SyncDevice, SyncDevice];
    await addItem(a, space, 'Van A');
    await a.round();
    const head = `heads/${a.library.device() as string}.json`;
    const bytes = Buffer.from('{"half":');
    await b.transport.write(`${head}.part`, { sizeBytes: bytes.length, content: bytes });
    await b.round();
    expect(b.state.quarantine.list(space)).toEqual([]);
    expectSame(devices, space);
  });
});
