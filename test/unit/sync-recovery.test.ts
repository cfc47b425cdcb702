import { copyFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import { filesIn, openTestLibrary, temporaryFolder } from '../support/library-folders';
import { memoryStorage, memoryTransport, type MemoryStorage, type StoredFile } from '../support/memory-transport';
import { replicaFolder, settle, sharedSpace, syncDevice, type SyncDevice } from '../support/sync-devices';

async function team(size: number): Promise<{
  readonly storage: MemoryStorage;
  readonly space: SpaceId;
  readonly devices: readonly SyncDevice[];
}> {
  const storage = memoryStorage();
  const { space, devices } = await sharedSpace(Array.from({ length: size }, () => memoryTransport(storage)));
  return { storage, space, devices };
}

function titlesIn({ library }: SyncDevice, space: SpaceId): readonly unknown[] {
  return [...library.items()]
    .filter((item) => item.space === space)
    .map(({ fields }) => fields['title'])
    .sort();
}

function add({ library }: SyncDevice, space: SpaceId, title: string): Promise<unknown> {
  return library.createItem({ type: 'project', set: { title }, space });
}

/** An image of the whole disk of before, so that nothing on it knows better: also the files that should tell a copy from the real one. */
async function putDiskBack(device: SyncDevice, image: string, space: SpaceId): Promise<SyncDevice> {
  await device.library.close();
  rmSync(join(device.base, 'library'), { recursive: true });
  cpSync(join(image, 'library'), join(device.base, 'library'), { recursive: true });
  for (const path of filesIn(join(image, 'config')))
    copyFileSync(join(image, 'config', path), join(device.base, 'config', path));
  const library = await openTestLibrary(device.base, { machine: device.base });
  return syncDevice(device.transport, () => space, { base: device.base, library });
}

async function imageOf(device: SyncDevice): Promise<string> {
  const image = temporaryFolder();
  cpSync(device.base, image, { recursive: true });
  return image;
}

describe('somebody else wrote under our name', () => {
  test('F13 a disk that was put back takes another name before it sends anything, and nothing of either is lost', async () => {
    const { space, devices } = await team(2);
    const [a, b] = devices as [SyncDevice, SyncDevice];
    await add(a, space, 'Eerste');
    await settle(devices);
    const image = await imageOf(a);
    await add(a, space, 'Tweede');
    await a.round();
    const before = a.library.device();
    const again = await putDiskBack(a, image, space);
    expect(again.library.device()).toBe(before);
    await add(again, space, 'Ook tweede');
    await again.round();
    expect(again.library.device()).not.toBe(before);
    expect(again.log.map(({ code }) => code)).toContain('device-elsewhere');
    await add(again, space, 'Derde');
    await settle([again, b]);
    for (const device of [again, b])
      expect(titlesIn(device, space)).toEqual(['Derde', 'Eerste', 'Ook tweede', 'Tweede']);
    expect(again.library.stateHash(space)).toBe(b.library.stateHash(space));
  });

  test('F13 a disk that was put back and has written nothing since gets back what it had sent', async () => {
    const { space, devices } = await team(2);
    const [a, b] = devices as [SyncDevice, SyncDevice];
    await add(a, space, 'Eerste');
    await settle(devices);
    const image = await imageOf(a);
    await add(a, space, 'Tweede');
    await a.round();
    const again = await putDiskBack(a, image, space);
    await settle([again, b]);
    expect(titlesIn(again, space)).toEqual(['Eerste', 'Tweede']);
    await add(again, space, 'Derde');
    await settle([again, b]);
    expect(titlesIn(b, space)).toEqual(['Derde', 'Eerste', 'Tweede']);
    expect(again.library.stateHash(space)).toBe(b.library.stateHash(space));
  });

  test('F13 a new member reads both branches of a log that forked', async () => {
    const { space, devices } = await team(3);
    const [a, b, c] = devices as [SyncDevice, SyncDevice, SyncDevice];
    await add(a, space, 'Eerste');
    await settle([a, b]);
    const image = await imageOf(a);
    await add(a, space, 'Tweede');
    await a.round();
    const again = await putDiskBack(a, image, space);
    await add(again, space, 'Ook tweede');
    await settle([again, b]);
    await settle([c]);
    expect(titlesIn(c, space)).toEqual(['Eerste', 'Ook tweede', 'Tweede']);
    expect(c.library.stateHash(space)).toBe(b.library.stateHash(space));
  });
});

describe('packs that no head names', () => {
  /** A backup put over newer files: the head is that of the backup, the packs after it lie there too, and another device signs from now on. */
  async function putBackupOver(device: SyncDevice, image: string, space: SpaceId): Promise<SyncDevice> {
    await device.library.close();
    cpSync(image, device.base, { recursive: true });
    const library = await openTestLibrary(device.base, { machine: 'another machine' });
    return syncDevice(device.transport, () => space, { base: device.base, library });
  }

  async function strayTeam(): Promise<{
    readonly storage: MemoryStorage;
    readonly space: SpaceId;
    readonly again: SyncDevice;
    readonly b: SyncDevice;
    readonly c: SyncDevice;
    readonly strays: readonly string[];
  }> {
    const { storage, space, devices } = await team(3);
    const [a, b, c] = devices as [SyncDevice, SyncDevice, SyncDevice];
    const made = (await add(a, space, 'Eerste')) as { readonly id: ItemId };
    await settle([a, b]);
    const image = await imageOf(a);
    await a.library.change(made.id, { set: { title: 'Nooit verstuurd' } });
    const old = a.library.device() as string;
    const again = await putBackupOver(a, image, space);
    await again.library.change(made.id, { set: { summary: 'Daarna' } });
    expect(again.library.device()).not.toBe(old);
    const strays = await again.library.space(space).strays();
    expect(strays).toEqual([expect.stringMatching(new RegExp(`^log/${old}/[12]-`))]);
    return { storage, space, again, b, c, strays };
  }

  test('F17 reach the others by the head of who holds them, also a newcomer', async () => {
    const { storage, space, again, b, c, strays } = await strayTeam();
    await again.round();
    expect(strays.every((path) => storage.files.has(path))).toBe(true);
    await settle([again, b]);
    expect(titlesIn(b, space)).toEqual(['Nooit verstuurd']);
    await settle([c]);
    expect(c.library.stateHash(space)).toBe(again.library.stateHash(space));
    expect(b.library.stateHash(space)).toBe(again.library.stateHash(space));
    // Nobody repeats it, and a reader that starts again still has it.
    const naming = (await b.library.space(space).heads()).filter(({ head }) => head.strays.length > 0);
    expect(naming.map(({ head }) => head.owner.device)).toEqual([again.library.device()]);
    await b.library.rebuild();
    expect(b.library.stateHash(space)).toBe(again.library.stateHash(space));
    expect((await b.library.verify()).problems).toEqual([]);
  });

  test('F17 a stray that is not sound is refused, asked for, and taken in once it is', async () => {
    const { storage, space, again, b, strays } = await strayTeam();
    await again.round();
    const path = strays[0] as string;
    const { bytes } = storage.files.get(path) as StoredFile;
    storage.put(path, Buffer.from(bytes).fill(0, bytes.length - 9));
    await b.round();
    expect(b.state.quarantine.get(path)?.code).toBe('damaged');
    expect(titlesIn(b, space)).toEqual(['Eerste']);
    await settle([again, b]);
    expect(titlesIn(b, space)).toEqual(['Nooit verstuurd']);
  });
});

describe('a shared folder that went back', () => {
  test('F18 gets the newer heads and files again from who has them, also those of others', async () => {
    const { storage, space, devices } = await team(3);
    const [a, b, c] = devices as [SyncDevice, SyncDevice, SyncDevice];
    for (const device of devices) await add(device, space, `Van ${device.library.device() as string}`);
    await settle(devices);
    const older = new Map<string, StoredFile>(storage.files);
    await add(a, space, 'Nieuw van A');
    await add(b, space, 'Nieuw van B');
    await settle(devices);
    storage.files.clear();
    for (const [path, { bytes }] of older) storage.put(path, bytes);
    await c.round();
    const d = await syncDevice(memoryTransport(storage), () => space);
    await d.library.adoptSpace(await a.library.space(space).markerBytes());
    await d.round();
    expect(titlesIn(d, space)).toEqual(titlesIn(a, space));
    await settle(devices);
    expect(new Set([...devices, d].map(({ library }) => library.stateHash(space))).size).toBe(1);
    expect(a.library.device()).toBe(devices[0]?.library.device());
  });
});

describe('what a head says its writer has seen', () => {
  test('F16 is brought up to date with the next own change, and is no reason to write', async () => {
    const { storage, space, devices } = await team(2);
    const [a, b] = devices as [SyncDevice, SyncDevice];
    await add(a, space, 'Van A');
    await add(b, space, 'Van B');
    await settle(devices);
    const path = `heads/${b.library.device() as string}.json`;
    const seen = (): Record<string, number> =>
      (
        JSON.parse(Buffer.from((storage.files.get(path) as StoredFile).bytes).toString('utf8')) as {
          seen: Record<string, number>;
        }
      ).seen;
    await add(a, space, 'Nog een van A');
    await a.round();
    const before = (storage.files.get(path) as StoredFile).tag;
    await b.round();
    expect((storage.files.get(path) as StoredFile).tag).toBe(before);
    await add(b, space, 'Nog een van B');
    await b.round();
    expect(seen()).toEqual({ [a.library.device() as string]: 2 });
  });
});

describe('packs that a larger one replaced', () => {
  test('F24 stay for seven days and then go, those of others never', async () => {
    const { storage, space, devices } = await team(2);
    const [a, b] = devices as [SyncDevice, SyncDevice];
    for (let i = 0; i < 12; i += 1) {
      await add(a, space, `Project ${i}`);
      await a.round();
    }
    await settle(devices);
    const packs = (): readonly string[] => [...storage.files.keys()].filter((path) => path.endsWith('.pack'));
    const named = filesIn(replicaFolder(a, space)).filter((path) => path.endsWith('.pack'));
    expect(packs().length).toBeGreaterThan(named.length);
    await a.tidy();
    a.clock.forward(7 * 24 * 60 - 1);
    await a.tidy();
    expect(packs().length).toBeGreaterThan(named.length);
    b.clock.forward(30 * 24 * 60);
    await b.tidy();
    expect(packs().length).toBeGreaterThan(named.length);
    a.clock.forward(24 * 60 + 1);
    await a.tidy();
    expect([...packs()].sort()).toEqual([...named].sort());
    const c = await syncDevice(memoryTransport(storage), () => space);
    await c.library.adoptSpace(await a.library.space(space).markerBytes());
    await c.round();
    expect(c.library.stateHash(space)).toBe(a.library.stateHash(space));
  });
});

test('F20 the founder’s new name for the space reaches the folder and the others', async () => {
  const { space, devices } = await team(2);
  const [a, b] = devices as [SyncDevice, SyncDevice];
  await settle(devices, { readMarker: true });
  await a.library.renameSpace(space, 'Regio Noord en Oost');
  await a.round();
  await b.round({ readMarker: true });
  expect(b.library.spaces().find(({ id }) => id === space)?.name).toBe('Regio Noord en Oost');
});

test('files that were put straight are looked at later, and put again when the storage did not keep them', async () => {
  const { storage, space, devices } = await team(1);
  const a = devices[0] as SyncDevice;
  const { hash, sizeBytes } = await a.library.putBlob({ bytes: Buffer.from('een rapport') });
  const file = { hash, name: 'rapport.pdf', mediaType: 'application/pdf', sizeBytes };
  const made = await a.library.createItem({ type: 'study', set: { title: 'Rapport', file } });
  await a.library.publish([made.id], space);
  await a.tidy();
  await a.round();
  const path = `blobs/${hash.slice(0, 2)}/${hash}`;
  storage.remove(path);
  await a.tidy();
  expect(storage.files.has(path)).toBe(true);
});
