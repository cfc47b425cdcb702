import { describe, expect, test } from 'vitest';
import type { SpaceId } from '../../shared/base/ids';
import { Quarantine } from '../../electron/sync/quarantine';
import { memoryStorage, memoryTransport, type MemoryStorage, type StoredFile } from '../support/memory-transport';
import { settle, sharedSpace, type SyncDevice } from '../support/sync-devices';

async function team(size: number): Promise<{
  readonly storage: MemoryStorage;
  readonly space: SpaceId;
  readonly devices: readonly SyncDevice[];
}> {
  const storage = memoryStorage();
  const { space, devices } = await sharedSpace(Array.from({ length: size }, () => memoryTransport(storage)));
  return { storage, space, devices };
}

const harm: Record<string, (bytes: Uint8Array) => Uint8Array> = {
  'one bit turned': (bytes) => {
    const harmed = Uint8Array.from(bytes);
    const middle = Math.floor(harmed.length / 2);
    harmed[middle] = (harmed[middle] as number) ^ 1;
    return harmed;
  },
  'half of it': (bytes) => bytes.slice(0, bytes.length / 2),
  'nothing of it': () => new Uint8Array(0),
};

describe.each(Object.keys(harm))('with %s in the shared folder', (kind) => {
  const spoil = harm[kind] as (bytes: Uint8Array) => Uint8Array;

  test.each(['heads/', 'log/', 'blobs/'])('F17 a file in %s stops only itself, and heals', async (folder) => {
    const { storage, space, devices } = await team(3);
    const [a, b, c] = devices as [SyncDevice, SyncDevice, SyncDevice];
    const { hash, sizeBytes } = await a.library.putBlob({ bytes: Buffer.from('de inhoud van een bestand van A') });
    const file = { hash, name: 'plan.pdf', mediaType: 'application/pdf', sizeBytes };
    const made = await a.library.createItem({ type: 'study', set: { title: 'Van A', file } });
    await a.library.publish([made.id], space);
    await c.library.createItem({ type: 'project', set: { title: 'Van C' }, space });
    await a.round();
    await c.round();
    const ofA = [...storage.files.keys()].find(
      (path) => path.startsWith(folder) && (folder === 'blobs/' || path.includes(a.library.device() as string)),
    ) as string;
    storage.put(ofA, spoil((storage.files.get(ofA) as StoredFile).bytes));

    const report = await b.round({ eager: true });
    expect([...report.items].map((id) => b.library.get(id)?.fields['title'])).toContain('Van C');
    expect(b.state.quarantine.list(space).map(({ path }) => path)).toEqual([ofA]);
    await settle([b, a, c]);
    expect(b.state.quarantine.list(space)).toEqual([]);
    expect(b.library.stateHash(space)).toBe(a.library.stateHash(space));
    expect(b.library.hasBlob(hash)).toBe(true);
  });
});

describe('names that no rule describes', () => {
  test('F3 copies that a syncer made are passed by, and so is another head under a device’s name', async () => {
    const { storage, space, devices } = await team(3);
    const [a, b, c] = devices as [SyncDevice, SyncDevice, SyncDevice];
    await a.library.createItem({ type: 'project', set: { title: 'Van A' }, space });
    await c.library.createItem({ type: 'project', set: { title: 'Van C' }, space });
    await settle(devices);
    const [headOfA, headOfC] = [a, c].map(({ library }) => `heads/${library.device() as string}.json`) as [
      string,
      string,
    ];
    const good = (storage.files.get(headOfA) as StoredFile).bytes;
    storage.put(headOfA.replace('.json', '.sync-conflict-20240301-090000-ABC.json'), good);
    storage.put(headOfA.replace('.json', ' (conflicted copy).json'), good);
    storage.put('heads/desktop.ini', Buffer.from('x'));
    storage.put(headOfA, (storage.files.get(headOfC) as StoredFile).bytes);
    await b.round({ eager: true });
    expect(b.state.quarantine.list(space)).toMatchObject([{ path: headOfA, code: 'shared-file-wrong-name' }]);
    await b.round({ eager: true });
    expect(Buffer.from((storage.files.get(headOfA) as StoredFile).bytes).equals(good)).toBe(true);
    await settle(devices);
    expect(b.state.quarantine.list(space)).toEqual([]);
  });
});

test('F17 a file that nobody finds is asked for in the head, once, and put back by who has it', async () => {
  const { storage, space, devices } = await team(3);
  const [a, b, c] = devices as [SyncDevice, SyncDevice, SyncDevice];
  await a.library.createItem({ type: 'project', set: { title: 'Van A' }, space });
  await settle([a, b]);
  const pack = [...storage.files.keys()].find((path) => path.startsWith('log/')) as string;
  storage.remove(pack);
  await c.round();
  expect(c.state.quarantine.list(space)).toEqual([]);
  await c.round({ eager: true });
  expect(c.state.quarantine.list(space)).toMatchObject([{ path: pack, code: 'shared-file-missing' }]);
  const own = (await c.library.space(space).heads()).find((head) => head.own);
  expect(own?.head.missing).toEqual([pack]);
  await b.round();
  expect(storage.files.has(pack)).toBe(true);
  await c.round({ eager: true });
  expect(c.library.stateHash(space)).toBe(a.library.stateHash(space));
  const healed = (await c.library.space(space).heads()).find((head) => head.own);
  expect(healed?.head.missing).toEqual([]);
});

test('F17 a head never leads outside the space: paths that FORMAT.md does not describe are not put back', async () => {
  const { storage, space, devices } = await team(2);
  const [a, b] = devices as [SyncDevice, SyncDevice];
  await a.library.createItem({ type: 'project', set: { title: 'Van A' }, space });
  const strange = ['../../device/device.json', 'raakvlak.json', 'log/../device.json', `blobs/aa/${'b'.repeat(64)}`];
  await b.library.space(space).noteInHead({ seen: {}, missing: strange, strays: [] });
  b.state.quarantine.missingNote = () => strange;
  await b.round();
  const before = new Set(storage.files.keys());
  await a.round();
  const added = [...storage.files.keys()].filter((path) => !before.has(path));
  expect(added.filter((path) => !/^(heads|log)\//.test(path))).toEqual([]);
});

test('the pauses between two looks grow, and a change of the tag ends them', () => {
  const quarantine = new Quarantine();
  const now = new Date('2024-03-01T09:00:00Z');
  const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
  quarantine.add('log/x', 'damaged', null, now);
  expect([9, 10].map((seconds) => quarantine.isDue('log/x', after(seconds)))).toEqual([false, true]);
  for (let i = 0; i < 20; i += 1) quarantine.add('log/x', 'damaged', null, now);
  expect([3_599, 3_600].map((seconds) => quarantine.isDue('log/x', after(seconds)))).toEqual([false, true]);
  quarantine.hasten();
  expect(quarantine.isDue('log/x', now)).toBe(true);
});
