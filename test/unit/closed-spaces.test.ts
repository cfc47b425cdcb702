/** Closed spaces: what lies in the folder is encrypted, and everything that an open space can goes on as it did. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { BlobHash, ItemId, SpaceId } from '../../shared/base/ids';
import { open } from '../../electron/access/age/age';
import { readRecipient, type identityOf } from '../../electron/access/age/x25519';
import { keysOf } from '../../electron/library/device';
import { keyPath, newEpochKey, unwrapEpochKey, wrapEpochKey } from '../../electron/library/epoch-key';
import { decodeHead } from '../../electron/library/head';
import { encodeMarker, type Marker } from '../../electron/library/marker';
import { sizeClass } from '../../electron/library/size-class';
import { mayUse } from '../../electron/library/space-keys';
import { EpochLock } from '../../electron/library/space-lock';
import { makeBundle, openBundle } from '../../electron/sync/bundles';
import { folderTransport } from '../../electron/sync/transports/folder-transport';
import { seededRandom } from '../support/corpus';
import { filesIn, openTestLibrary, temporaryFolder } from '../support/library-folders';
import { grantAccess } from '../support/let-in';
import { counting, settle, sharedSpace, syncDevice, type SyncDevice } from '../support/sync-devices';

const chance = seededRandom(61);
const random = (sizeBytes: number): Uint8Array => Uint8Array.from({ length: sizeBytes }, () => chance() * 256);

interface Team {
  readonly folder: string;
  readonly space: SpaceId;
  readonly anna: SyncDevice;
  readonly bram: SyncDevice;
}

async function team(): Promise<Team> {
  const folder = temporaryFolder();
  const { space, devices } = await sharedSpace([folderTransport(folder), folderTransport(folder)], undefined, true);
  const [anna, bram] = devices as [SyncDevice, SyncDevice];
  return { folder, space, anna, bram };
}

async function addFile(device: SyncDevice, space: SpaceId, bytes: Uint8Array): Promise<BlobHash> {
  return (await addDocument(device, space, bytes)).hash;
}

async function addDocument(
  { library }: SyncDevice,
  space: SpaceId,
  bytes: Uint8Array,
): Promise<{ hash: BlobHash; id: ItemId }> {
  const file = { ...(await library.putBlob({ bytes })), name: 'stuk.pdf', mediaType: 'application/pdf' };
  const { id } = await library.createItem({ type: 'document', set: { title: 'Stuk', file }, space });
  return { hash: file.hash, id };
}

const packsIn = (folder: string): readonly string[] => filesIn(folder).filter((path) => path.endsWith('.pack'));

/** The identity of each key that a device has. */
function keysOfDevice({ base }: SyncDevice, folder: string): ReturnType<typeof identityOf>[] {
  const { secret } = JSON.parse(readFileSync(join(base, 'library/device/device.json'), 'utf8')) as { secret: string };
  const own = keysOf(Buffer.from(secret, 'base64'));
  return filesIn(folder)
    .filter((path) => path.startsWith('keys/') && path.endsWith(own.signer.device))
    .map((path) => unwrapEpochKey(readFileSync(join(folder, path)), own.identity)?.key.identity)
    .filter((identity) => identity !== undefined);
}

test('F12 packs are encrypted to the key of an epoch, and sizes tell no more than their class', async () => {
  const { folder, space, anna } = await team();
  for (const length of [1, 200, 900]) {
    const summary = Buffer.from(random(length)).toString('base64');
    await anna.library.createItem({ type: 'project', set: { title: 'Stuk', summary }, space });
    await anna.round();
  }
  const [identity] = keysOfDevice(anna, folder);
  const packs = packsIn(folder);
  expect(packs.length).toBeGreaterThan(3);
  expect(new Set(packs.map((path) => statSync(join(folder, path)).size)).size).toBe(1);
  for (const path of packs) {
    const plain = open(readFileSync(join(folder, path)), [identity as ReturnType<typeof identityOf>]);
    expect(plain.length).toBe(sizeClass(plain.length));
    expect(gunzipSync(plain).toString('utf8')).toMatch(/^\{"format":1,"space":/);
  }
  for (const path of filesIn(folder).filter((name) => name.startsWith('heads/')))
    for (const { textBytes } of decodeHead(readFileSync(join(folder, path)))?.packs ?? [])
      expect(textBytes).toBe(sizeClass(textBytes));
});

test('F12 the size classes are as they are described', () => {
  const eighths = [4, 5, 6, 7, 8].map((part) => (part * 262_144) / 4);
  expect([0, 1, 4096, 4097, 32_768].map(sizeClass)).toEqual([4096, 4096, 4096, 8192, 32_768]);
  expect([32_769, 40_000, 65_537].map(sizeClass)).toEqual([36_864, 40_960, 73_728]);
  for (const size of eighths) expect(sizeClass(size)).toBe(size);
  for (let size = 40_000; size < 5e6; size += 9_973) expect(sizeClass(size)).toBeLessThanOrEqual(size * 1.125 + 1);
});

test('F19 files lie under names that tell nothing, are the same whoever puts them, and come out whole', async () => {
  const { folder, space, anna, bram } = await team();
  const [small, large] = [random(5_000), random(4_500_000)];
  const hashes = [await addFile(anna, space, small), await addFile(anna, space, large)];
  await settle([anna, bram]);
  const names = filesIn(folder).filter((path) => path.startsWith('blobs/'));
  expect(names.sort()).toEqual(hashes.flatMap((hash) => anna.library.space(space).blobPaths(hash)).sort());
  for (const hash of hashes) expect(filesIn(folder).some((path) => path.includes(hash))).toBe(false);
  for (const [i, bytes] of [small, large].entries())
    expect(readFileSync(bram.library.blobPath(hashes[i] as BlobHash)).equals(bytes)).toBe(true);
  const before = names.map((path) => readFileSync(join(folder, path)));
  for (const path of names) writeFileSync(join(folder, path), 'kapot');
  await bram.round({ putBack: true });
  for (const [i, path] of names.entries())
    expect(readFileSync(join(folder, path)).equals(before[i] as Buffer)).toBe(true);
});

test('F19 a file that was put under an earlier key is found, asked for and put back', async () => {
  const { folder, space, anna, bram } = await team();
  const hash = await addFile(anna, space, random(9_000));
  await anna.round();
  await anna.library.space(space).renewKey([await bram.library.access(space).ownDevice()]);
  await anna.library.createItem({ type: 'term', set: { title: 'Later' }, space });
  await settle([anna, bram]);
  expect(bram.library.hasBlob(hash)).toBe(true);
  expect(bram.library.space(space).blobPaths(hash)).toHaveLength(2);
  expect(filesIn(folder).filter((path) => path.startsWith('blobs/'))).toHaveLength(1);
  expect(bram.library.space(space).blobsAt([anna.library.space(space).blobPaths(hash)[1] as string])).toEqual(
    new Map([[anna.library.space(space).blobPaths(hash)[1], hash]]),
  );
});

describe('F28 keys', () => {
  const anna = keysOf(random(32));
  const bram = keysOf(random(32));
  const mallory = keysOf(random(32));
  const space = '0'.repeat(26) as SpaceId;
  const key = newEpochKey(1, random);
  const founded = { space, founder: anna.signer.publicKey, recipient: key.identity.recipient.text };
  const forBram = { space, member: bram.signer.device, recipient: bram.identity.recipient };
  const mayBram = (grant: Parameters<typeof mayUse>[0], coordinators: readonly string[] = []): boolean =>
    mayUse(grant, founded, bram.signer, (device) => coordinators.includes(device));

  test('open for the member alone, and say who gave them', () => {
    const file = wrapEpochKey(key, forBram, anna.signer, random);
    const found = unwrapEpochKey(file, bram.identity);
    expect(found?.key.identity.text).toBe(key.identity.text);
    expect(found?.grant).toMatchObject({ space, epoch: 1, member: bram.signer.device, key: anna.signer.publicKey });
    expect(unwrapEpochKey(file, mallory.identity)).toBe(null);
    expect(Buffer.from(file).includes(bram.signer.device)).toBe(false);
    expect(keyPath(key, bram.signer.device)).toMatch(/^keys\/1-[0-9a-f]{16}\/[0-9a-f]{32}$/);
  });

  test('that a stranger put there are not used', () => {
    const grantOf = (one: typeof key, by: typeof anna) =>
      unwrapEpochKey(wrapEpochKey(one, forBram, by.signer, random), bram.identity)?.grant as Parameters<
        typeof mayUse
      >[0];
    const [other, second] = [newEpochKey(1, random), newEpochKey(2, random)];
    expect(mayBram(grantOf(key, mallory))).toBe(true); // the marker's own key, whoever brings it
    expect(mayBram(grantOf(other, mallory))).toBe(false);
    expect(mayBram(grantOf(second, mallory))).toBe(false);
    expect(mayBram(grantOf(second, mallory), [mallory.signer.device])).toBe(true);
    expect(mayBram(grantOf(second, anna))).toBe(true);
    expect(mayBram({ ...grantOf(second, anna), space: '1'.repeat(26) as SpaceId })).toBe(false);
  });

  test('with a forged or stripped signature are not read', () => {
    const file = wrapEpochKey(key, forBram, { ...mallory.signer, publicKey: anna.signer.publicKey }, random);
    expect(unwrapEpochKey(file, bram.identity)).toBe(null);
    expect(unwrapEpochKey(new Uint8Array(5_000), bram.identity)).toBe(null);
  });

  test('of one number are in one order everywhere', () => {
    const [one, two, three] = [newEpochKey(2, random), newEpochKey(2, random), newEpochKey(3, random)];
    const orders = [
      [one, two, three],
      [three, two, one],
      [two, three, one, one],
    ].map((keys) => {
      const lock = new EpochLock();
      for (const each of keys) lock.add(each);
      return lock.keys.map(({ identity }) => identity.text);
    });
    expect(new Set(orders.map(String)).size).toBe(1);
    expect(orders[0]).toHaveLength(3);
    expect(orders[0]?.[0]).toBe(three.identity.text);
  });

  test('a marker without its recipient is none, and what it said once stays', async () => {
    const marker: Marker = { ...founded, format: 1, name: 'Besloten', kind: 'closed' };
    const library = await openTestLibrary(temporaryFolder());
    await expect(library.adoptSpace(encodeMarker({ ...marker, recipient: undefined }, anna.signer))).rejects.toThrow();
    await library.adoptSpace(encodeMarker(marker, anna.signer));
    const others = [{ kind: 'open' as const }, { recipient: newEpochKey(1, random).identity.recipient.text }];
    for (const change of others)
      await expect(library.adoptSpace(encodeMarker({ ...marker, ...change }, anna.signer))).rejects.toThrow();
    await library.adoptSpace(encodeMarker({ ...marker, name: 'Anders' }, anna.signer));
  });
});

test('who has no key sees nothing, keeps everything, and reads it when the key comes', async () => {
  const { folder, space, anna, bram } = await team();
  for (let i = 0; i < 30; i += 1) await anna.library.createItem({ type: 'term', set: { title: `Stuk ${i}` }, space });
  await settle([anna, bram]);
  const carla = await syncDevice(folderTransport(folder), () => space);
  await carla.library.adoptSpace(readFileSync(join(folder, 'raakvlak.json')));
  await carla.round();
  await carla.round({ eager: true });
  expect([...carla.library.items()]).toHaveLength(0);
  expect(carla.library.space(space).needsKeys()).toBe(true);
  expect(carla.state.quarantine.list(space)).toEqual([]);
  expect(carla.library.problems()).toEqual([]);
  await expect(carla.library.createItem({ type: 'term', set: { title: 'Te vroeg' }, space })).rejects.toThrow();
  const waiting = filesIn(folder);
  await grantAccess(anna.library, space, carla.library);
  await anna.round();
  expect(filesIn(folder).filter((path) => path.startsWith('keys/')).length).toBe(3);
  expect(filesIn(folder).some((path) => path.startsWith(`heads/${carla.library.device() as string}`))).toBe(false);
  expect(waiting.length).toBeGreaterThan(3);
  await carla.round();
  expect(carla.library.stateHash(space)).toBe(anna.library.stateHash(space));
  expect(carla.library.space(space).needsKeys()).toBe(false);
});

test('keys that a stranger puts in the folder are not taken, told once, and cost a bounded look', async () => {
  const { folder, space, anna } = await team();
  const transport = counting(folderTransport(folder));
  const carla = await syncDevice(transport, () => space);
  await carla.library.adoptSpace(readFileSync(join(folder, 'raakvlak.json')));
  const { device, recipient } = await carla.library.access(space).ownDevice();
  const stranger = keysOf(random(32)).signer;
  const planted = newEpochKey(7, random);
  const holder = {
    space,
    member: device,
    recipient: readRecipient(recipient) as NonNullable<ReturnType<typeof readRecipient>>,
  };
  const path = join(folder, keyPath(planted, device));
  mkdirSync(dirname(path));
  writeFileSync(path, wrapEpochKey(planted, holder, stranger, random));
  for (let i = 0; i < 600; i += 1) mkdirSync(join(folder, 'keys', `1-${i.toString(16).padStart(16, '0')}`));
  await carla.round();
  await carla.round();
  expect(carla.library.space(space).needsKeys()).toBe(true);
  expect(carla.log.filter(({ code }) => code === 'key-refused')).toHaveLength(1);
  expect(transport.taken().calls.filter((call) => call.startsWith('read keys/')).length).toBeLessThanOrEqual(4 * 256);
  await expect(carla.library.createItem({ type: 'term', set: { title: 'Stuk' }, space })).rejects.toThrow();
  expect(anna.library.space(space).needsKeys()).toBe(false);
});

test('a new key is taken as soon as it is there: nobody writes on under the one before it', async () => {
  const { space, anna, bram } = await team();
  await bram.library.createItem({ type: 'term', set: { title: 'Bram schrijft' }, space });
  await settle([anna, bram]);
  await anna.library.space(space).renewKey([await bram.library.access(space).ownDevice()]);
  await anna.round();
  await bram.round();
  expect(bram.library.space(space).newestKey()).toEqual(anna.library.space(space).newestKey());
  expect(bram.library.space(space).newestKey()?.epoch).toBe(2);
});

test('what is written after a new key is for who was given it, and the rest goes on', async () => {
  const { folder, space, anna, bram } = await team();
  const carla = await syncDevice(folderTransport(folder), () => space);
  await carla.library.adoptSpace(readFileSync(join(folder, 'raakvlak.json')));
  await grantAccess(anna.library, space, carla.library);
  const before = await anna.library.createItem({ type: 'term', set: { title: 'Van voor de wissel' }, space });
  await settle([anna, bram, carla]);
  await anna.library.space(space).renewKey([await bram.library.access(space).ownDevice()]);
  const later = await anna.library.createItem({ type: 'term', set: { title: 'Alleen voor wie bleef' }, space });
  await settle([anna, bram, carla]);
  expect(bram.library.get(later.id)?.fields['title']).toBe('Alleen voor wie bleef');
  expect([carla.library.get(later.id), carla.library.get(before.id)?.fields['title']]).toEqual([
    null,
    'Van voor de wissel',
  ]);
  const secret = keysOfDevice(carla, folder);
  const opened = packsIn(folder).filter((path) => {
    try {
      return open(readFileSync(join(folder, path)), secret).length > 0;
    } catch {
      return false;
    }
  });
  expect(opened.length).toBeGreaterThan(0);
  expect(opened.length).toBeLessThan(packsIn(folder).length);
  expect(carla.library.problems()).toEqual([]);
  expect((await carla.library.verify()).problems).toEqual([]);
});

test('F23 keys that the folder lost come back with the rest, from who has them', async () => {
  const { folder, space, anna, bram } = await team();
  await addFile(bram, space, random(3_000));
  await settle([anna, bram]);
  const before = filesIn(folder);
  const keys = before.filter((path) => path.startsWith('keys/'));
  expect(keys).toHaveLength(2);
  await anna.tidy();
  for (const path of keys) rmSync(join(folder, path));
  await anna.round();
  expect(filesIn(folder)).not.toEqual(before);
  anna.clock.forward(8 * 24 * 60);
  await anna.tidy();
  expect(filesIn(folder)).toEqual(before);
});

test('a library that becomes another device reads on', async () => {
  const { space, anna } = await team();
  await anna.library.createItem({ type: 'term', set: { title: 'Van ons' }, space });
  const before = anna.library.stateHash(space);
  await anna.library.renewDevice();
  await anna.library.close();
  const again = await openTestLibrary(anna.base, { machine: anna.base });
  expect(again.space(space).needsKeys()).toBe(false);
  await again.rebuild();
  expect(again.stateHash(space)).toBe(before);
});

test('verify, a rebuild, repacking and a damaged file go as in an open space', async () => {
  const { folder, space, anna, bram } = await team();
  for (let i = 0; i < 80; i += 1) await anna.library.createItem({ type: 'term', set: { title: `Stuk ${i}` }, space });
  await settle([anna, bram]);
  expect((await anna.library.verify()).problems).toEqual([]);
  const local = filesIn(join(bram.base, 'library/spaces', space)).filter((path) => path.endsWith('.pack'));
  expect(local.length).toBeLessThan(40);
  const harmed = join(bram.base, 'library/spaces', space, local[0] as string);
  const bytes = readFileSync(harmed);
  bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
  writeFileSync(harmed, bytes);
  expect((await bram.library.verify()).problems.map(({ code }) => code)).toContain('pack-damaged');
  await bram.library.rebuild();
  await settle([anna, bram], { eager: true });
  expect(bram.library.stateHash(space)).toBe(anna.library.stateHash(space));
  expect(filesIn(folder).length).toBeGreaterThan(3);
});

test('what is erased is gone from every replica and the folder, under each of its names', async () => {
  const { folder, space, anna, bram } = await team();
  const { hash, id } = await addDocument(anna, space, random(7_000));
  const secret = await anna.library.createItem({ type: 'term', set: { title: 'Moet weg' }, space });
  await settle([anna, bram]);
  const paths = anna.library.space(space).blobPaths(hash);
  await anna.library.erase({ items: [secret.id, id] });
  await settle([anna, bram]);
  for (const device of [anna, bram]) {
    await device.tidy();
    expect(device.library.hasBlob(hash)).toBe(false);
    expect(device.library.get(secret.id)).toBe(null);
    expect((await device.library.verify()).problems).toEqual([]);
  }
  await anna.tidy();
  expect(paths.some((path) => filesIn(folder).includes(path))).toBe(false);
});

test('a bundle holds what the folder would, and who has the key reads it', async () => {
  const { space, anna, bram } = await team();
  const hash = await addFile(anna, space, random(70_000));
  const path = join(temporaryFolder(), 'alles.raakvlak');
  await makeBundle(anna.library.space(space), path, { all: true });
  expect(readFileSync(path).includes(hash)).toBe(false);
  const { clock } = bram;
  const signal = new AbortController().signal;
  const opened = await openBundle(path, { library: bram.library, clock, signal, log: () => undefined });
  expect(opened.refused).toEqual([]);
  expect(bram.library.hasBlob(hash)).toBe(true);
  expect(bram.library.stateHash(space)).toBe(anna.library.stateHash(space));
});
