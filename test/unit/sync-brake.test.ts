import { describe, expect, test } from 'vitest';
import type { SpaceId } from '../../shared/base/ids';
import type { ItemState } from '../../shared/revision/item-state';
import type { Brake } from '../../shared/model/sync';
import { markerName } from '../../electron/library/marker';
import { Braked, isAlarming } from '../../electron/sync/brake';
import { memoryStorage, memoryTransport, type MemoryStorage } from '../support/memory-transport';
import { settle, sharedSpace, type SyncDevice } from '../support/sync-devices';

interface Team {
  readonly storage: MemoryStorage;
  readonly space: SpaceId;
  readonly devices: readonly SyncDevice[];
}

/** Libraries in step, each with some records and a file of its own. */
async function teamInStep(size: number): Promise<Team> {
  const storage = memoryStorage();
  const { space, devices } = await sharedSpace(Array.from({ length: size }, () => memoryTransport(storage)));
  for (const [at, { library }] of devices.entries()) {
    const { hash, sizeBytes } = await library.putBlob({ bytes: Buffer.from(`bestand van ${at}`) });
    const file = { hash, name: 'plan.pdf', mediaType: 'application/pdf', sizeBytes };
    const [made] = await library.createItems([{ type: 'study', set: { title: `Studie ${at}`, file } }]);
    await library.publish([(made as ItemState).id], space);
    for (let i = 0; i < 5; i += 1)
      await library.createItem({ type: 'project', set: { title: `Project ${at}.${i}` }, space });
  }
  await settle(devices);
  for (const device of devices) await device.tidy();
  return { storage, space, devices };
}

async function brakeOf(device: SyncDevice, mode = {}): Promise<Brake | null> {
  try {
    await device.round(mode);
    return null;
  } catch (error) {
    if (error instanceof Braked) return error.brake;
    throw error;
  }
}

/** What is in the shared folder, and what in the library. */
function contentOf({ storage }: Team): ReadonlyMap<string, string> {
  return new Map([...storage.files].map(([path, { bytes }]) => [path, Buffer.from(bytes).toString('base64')]));
}

function localState({ devices, space }: Team): readonly string[] {
  return devices.map(({ library }) => library.stateHash(space));
}

function remove(storage: MemoryStorage, gone: (path: string) => boolean): number {
  const paths = [...storage.files.keys()].filter(gone);
  for (const path of paths) storage.remove(path);
  return paths.length;
}

describe('a shared folder that lost files', () => {
  test('F23 stops everything when all of it is gone, and gets all of it back when somebody chooses that', async () => {
    const team = await teamInStep(3);
    const { storage, devices } = team;
    const [before, states] = [contentOf(team), localState(team)];
    remove(storage, () => true);
    for (const device of devices) {
      expect(await brakeOf(device)).toEqual({ reason: 'marker-missing', gone: 1, of: 1 });
      expect(storage.files.size).toBe(0);
    }
    expect(localState(team)).toEqual(states);
    const [a] = devices as [SyncDevice];
    expect(await brakeOf(a, { putBack: true })).toBeNull();
    expect([...contentOf(team).keys()].sort()).toEqual([...before.keys()].sort());
    await settle(devices, { putBack: true });
    expect(localState(team)).toEqual(states);
  });

  test('F23 stops when more than a fifth of the heads are gone, though the marker is there', async () => {
    const team = await teamInStep(4);
    const { storage, devices } = team;
    const states = localState(team);
    const heads = [...storage.files.keys()].filter((path) => path.startsWith('heads/'));
    for (const path of heads.slice(0, 2)) storage.remove(path);
    const left = contentOf(team);
    for (const device of devices) expect(await brakeOf(device)).toEqual({ reason: 'files-gone', gone: 2, of: 4 });
    expect(contentOf(team)).toEqual(left);
    expect(localState(team)).toEqual(states);
    await (devices[3] as SyncDevice).round({ putBack: true });
    expect([...storage.files.keys()].filter((path) => path.startsWith('heads/')).sort()).toEqual(heads.sort());
    await settle(devices);
  });

  test('F23 is not stopped by one head that is gone: whoever comes first puts it back, as its owner signed it', async () => {
    const team = await teamInStep(3);
    const { storage, devices } = team;
    const before = contentOf(team);
    const head = [...before.keys()].find(
      (path) => path.startsWith('heads/') && !path.includes((devices[0] as SyncDevice).library.device() as string),
    );
    storage.remove(head as string);
    await (devices[0] as SyncDevice).round();
    expect(contentOf(team).get(head as string)).toBe(before.get(head as string));
  });

  test.each([1, 50, 100])(
    'F23 %i percent of its packs and files are gone: nothing is deleted here, and all come back',
    async (percent) => {
      const team = await teamInStep(3);
      const { storage, devices } = team;
      const [before, states] = [contentOf(team), localState(team)];
      const names = [...before.keys()].filter((path) => path.startsWith('log/') || path.startsWith('blobs/'));
      const gone = new Set(names.slice(0, Math.max(1, Math.round((names.length * percent) / 100))));
      remove(storage, (path) => gone.has(path));
      const [a] = devices as [SyncDevice];
      await a.round();
      a.clock.forward(8 * 24 * 60);
      const brake = await a.tidy().then(
        () => null,
        (error: unknown) => (error as Braked).brake,
      );
      if (gone.size > Math.max(1, names.length * 0.2)) {
        expect(brake).toEqual({ reason: 'files-gone', gone: gone.size, of: names.length });
        await a.round({ putBack: true });
      } else expect(brake).toBeNull();
      expect(contentOf(team)).toEqual(before);
      expect(localState(team)).toEqual(states);
    },
  );

  test('F5 a marker with any bit of its format damaged is a damaged marker, not one of a newer version', async () => {
    const team = await teamInStep(1);
    const { storage, devices } = team;
    const marker = Buffer.from(storage.files.get(markerName)?.bytes ?? []);
    const at = marker.indexOf('1', marker.indexOf('"format"'));
    for (let bit = 0; bit < 8; bit += 1) {
      const damaged = Buffer.from(marker);
      damaged[at] = (damaged[at] as number) ^ (1 << bit);
      storage.put(markerName, damaged);
      expect(await brakeOf(devices[0] as SyncDevice, { readMarker: true })).toMatchObject({ reason: 'marker-missing' });
    }
    expect(await brakeOf(devices[0] as SyncDevice, { putBack: true })).toBeNull();
    expect(Buffer.from(storage.files.get(markerName)?.bytes ?? [])).toEqual(marker);
  });

  test('F18 a damaged head that vanishes before its second look does not keep the good one away', async () => {
    const team = await teamInStep(3);
    const { storage, devices } = team;
    const [a, b] = devices as [SyncDevice, SyncDevice];
    const path = `heads/${String(b.library.device())}.json`;
    const before = contentOf(team).get(path);
    storage.put(path, Buffer.from('{"format":1}'));
    await a.round();
    storage.remove(path);
    await a.round();
    expect(contentOf(team).get(path)).toBe(before);
  });

  test('F23 never puts back anything in the folder of another space', async () => {
    const team = await teamInStep(2);
    const other = await teamInStep(2);
    for (const [path, { bytes }] of [...other.storage.files]) team.storage.put(path, bytes);
    const there = contentOf(team);
    const a = team.devices[0] as SyncDevice;
    expect(await brakeOf(a, { readMarker: true })).toMatchObject({ reason: 'wrong-space' });
    expect(await brakeOf(a, { putBack: true })).toMatchObject({ reason: 'wrong-space' });
    expect(contentOf(team)).toEqual(there);
  });

  test('F23 is not an alarm while our first head was never seen there', async () => {
    const { storage, devices } = await teamInStep(1);
    const a = devices[0] as SyncDevice;
    await a.library.createItem({ type: 'project', set: { title: 'Nieuw' }, space: a.context().space.id });
    await a.round();
    remove(storage, (path) => path.startsWith('heads/'));
    expect(await brakeOf(a)).toBeNull();
    expect([...storage.files.keys()].filter((path) => path.startsWith('heads/')).length).toBe(1);
  });
});

test.each([
  [0, 10, false],
  [1, 1, true],
  [1, 2, false],
  [1, 10, false],
  [2, 10, false],
  [3, 10, true],
  [2, 3, true],
])('%i gone of %i alarms: %s', (gone, of, alarming) => {
  expect(isAlarming(gone, of)).toBe(alarming);
});
