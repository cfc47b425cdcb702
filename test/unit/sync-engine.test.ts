import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { DeviceId, SpaceId } from '../../shared/base/ids';
import type { Place, SpaceStatus } from '../../shared/model/sync';
import type { Library } from '../../electron/library/library';
import { SyncEngine } from '../../electron/sync/engine';
import type { Transport } from '../../electron/sync/transport';
import { folderTransport } from '../../electron/sync/transports/folder-transport';
import { filesIn, openTestLibrary, temporaryFolder } from '../support/library-folders';
import { memoryStorage, memoryTransport } from '../support/memory-transport';
import { counting } from '../support/sync-devices';
import { testTimers, type TestTimers } from '../support/test-timers';

interface Desk {
  readonly base: string;
  readonly library: Library;
  readonly engine: SyncEngine;
  readonly timers: TestTimers;
  readonly passwords: Map<string, string>;
}

async function desk(
  openPlace = openFolder,
  base = temporaryFolder(),
  passwords = new Map<string, string>(),
): Promise<Desk> {
  const timers = testTimers();
  const library = await openTestLibrary(base, { clock: timers.clock, machine: base });
  const engine = await SyncEngine.start({
    library,
    clock: timers.clock,
    timers,
    openPlace,
    passwords: {
      get: (space) => Promise.resolve(passwords.get(space) ?? null),
      set: async (space, password) =>
        void (password === null ? passwords.delete(space) : passwords.set(space, password)),
    },
  });
  onTestFinished(() => engine.close());
  return { base, library, engine, timers, passwords };
}

function openFolder(place: Place): Promise<Transport> {
  if (place.kind !== 'folder') throw new Error('no folder');
  return Promise.resolve(folderTransport(place.path));
}

/** Waits for what a round in the background brings about. */
function eventually(check: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: 10_000, interval: 10 });
}

function at(path: string): Place {
  return { kind: 'folder', path };
}

function statusOf({ engine }: Desk, space: SpaceId): SpaceStatus {
  return engine.status().find(({ id }) => id === space) as SpaceStatus;
}

async function sharedFrom(a: Desk, folder: string): Promise<SpaceId> {
  const { id } = await a.library.createSpace({ name: 'Regio Noord' });
  await a.library.createItem({ type: 'project', set: { title: 'Van A' }, space: id });
  await a.engine.share(id, at(folder));
  await a.engine.sync(id);
  return id;
}

test('a space is shared to an empty folder, opened by somebody else, and both have the same', async () => {
  const [a, b] = [await desk(), await desk()];
  const folder = temporaryFolder();
  expect(await a.engine.inspect(at(folder))).toEqual({ kind: 'empty' });
  expect(await a.engine.inspect(at(join(folder, 'nieuw')))).toEqual({ kind: 'no-folder' });
  // The disk it would be on is not there.
  expect(await a.engine.inspect(at(join(folder, 'stick', 'nieuw')))).toMatchObject({ code: 'remote-missing-folder' });
  const space = await sharedFrom(a, folder);
  expect(await b.engine.inspect(at(folder))).toEqual({
    kind: 'space',
    id: space,
    name: 'Regio Noord',
    closed: false,
    participants: 1,
    known: false,
  });
  const { id } = await b.engine.openFrom(at(folder));
  await b.engine.sync(id);
  await b.library.createItem({ type: 'project', set: { title: 'Van B' }, space });
  await b.engine.sync();
  await a.engine.sync();
  expect(a.library.stateHash(space)).toBe(b.library.stateHash(space));
  expect(statusOf(a, space)).toMatchObject({
    place: folder,
    state: 'idle',
    fault: null,
    brake: null,
    toSend: { changes: 0, files: 0 },
    toReceive: { files: 0, held: 0 },
    quarantined: 0,
  });
  expect(statusOf(a, space).syncedAt).toBe(a.timers.clock().toISOString());
});

test('a folder with other files or another space is refused, and nothing is changed there', async () => {
  const [a, b] = [await desk(), await desk()];
  const [full, taken] = [temporaryFolder(), temporaryFolder()];
  writeFileSync(join(full, 'begroting.xlsx'), 'x');
  await sharedFrom(b, taken);
  const before = filesIn(taken);
  const { id } = await a.library.createSpace({ name: 'Regio Zuid' });
  await expect(a.engine.share(id, at(full))).rejects.toMatchObject({ code: 'space-folder-not-empty' });
  await expect(a.engine.share(id, at(taken))).rejects.toMatchObject({ code: 'space-folder-other' });
  await expect(a.engine.openFrom(at(full))).rejects.toMatchObject({ code: 'space-missing-there' });
  const own = a.library.spaces().find(({ kind }) => kind === 'private') as { id: SpaceId };
  await expect(a.engine.share(own.id, at(temporaryFolder()))).rejects.toMatchObject({ code: 'space-private' });
  expect(readdirSync(full)).toEqual(['begroting.xlsx']);
  expect(filesIn(taken)).toEqual(before);
  expect(statusOf(a, id).state).toBe('local');
});

test('what a file manager or a syncer left behind does not make a folder full', async () => {
  const a = await desk();
  const folder = temporaryFolder();
  mkdirSync(join(folder, '.stfolder'));
  writeFileSync(join(folder, 'desktop.ini'), '');
  expect(await a.engine.inspect(at(folder))).toEqual({ kind: 'empty' });
  await sharedFrom(a, folder);
});

test('what is written here goes out after 200 ms, once for all', async () => {
  const a = await desk();
  const folder = temporaryFolder();
  const space = await sharedFrom(a, folder);
  const head = join(folder, 'heads', `${a.library.device() as string}.json`);
  const before = readFileSync(head, 'utf8');
  for (let i = 0; i < 3; i += 1) await a.library.createItem({ type: 'project', set: { title: `Nieuw ${i}` }, space });
  await eventually(() => expect(statusOf(a, space).toSend.changes).toBeGreaterThan(0));
  await a.timers.forward(199);
  expect(readFileSync(head, 'utf8')).toBe(before);
  await a.timers.forward(1);
  await eventually(() => expect(statusOf(a, space).toSend.changes).toBe(0));
  expect((JSON.parse(readFileSync(head, 'utf8')) as { last: { n: number } }).last.n).toBe(4);
});

test('what another device writes comes in because the folder tells', async () => {
  const [a, b] = [await desk(), await desk()];
  const folder = temporaryFolder();
  const space = await sharedFrom(a, folder);
  await b.engine.openFrom(at(folder));
  await b.engine.sync();
  const made = await a.library.createItem({ type: 'project', set: { title: 'Later' }, space });
  await a.engine.sync();
  await eventually(async () => {
    await b.timers.forward(50);
    expect(b.library.get(made.id)?.fields['title']).toBe('Later');
  });
});

test('on a server a change is three requests and a poll one; the password is nowhere in the library', async () => {
  const storage = memoryStorage();
  const transport = counting(memoryTransport(storage, 'https://wolk.example/noord'));
  const a = await desk(() => Promise.resolve({ ...transport, watch: () => null }));
  const { id } = await a.library.createSpace({ name: 'Regio Noord' });
  await a.library.createItem({ type: 'project', set: { title: 'Van A' }, space: id });
  const place: Place = { kind: 'webdav', url: 'https://wolk.example/noord', user: 'a', password: 'geheim-woord' };
  await a.engine.share(id, place);
  await a.engine.sync();
  await a.engine.sync();
  transport.taken();
  await a.library.createItem({ type: 'project', set: { title: 'Nog een' }, space: id });
  await eventually(() => expect(statusOf(a, id).toSend.changes).toBe(1));
  await a.timers.forward(200);
  await eventually(() => expect(statusOf(a, id).toSend.changes).toBe(0));
  expect(transport.taken().calls.map((call) => call.split('/')[0])).toEqual(['write log', 'read log', 'write heads']);
  await a.timers.forward(60_000);
  await eventually(() => expect(transport.taken().calls).toEqual(['list heads']));
  expect(a.passwords.get(id)).toBe('geheim-woord');
  const folder = join(a.base, 'library');
  const texts = filesIn(folder).map((path) => readFileSync(join(folder, path), 'latin1'));
  expect(texts.some((text) => text.includes('geheim-woord'))).toBe(false);
});

test('a folder that is away is tried again, and nothing is asked of anybody', async () => {
  const a = await desk();
  const parent = temporaryFolder();
  const folder = join(parent, 'stick');
  const space = await sharedFrom(a, folder);
  renameSync(folder, join(parent, 'elders'));
  await a.engine.sync();
  expect(statusOf(a, space)).toMatchObject({ state: 'offline', fault: { code: 'remote-missing-folder' }, brake: null });
  renameSync(join(parent, 'elders'), folder);
  await a.timers.forward(60_000);
  await eventually(() => expect(statusOf(a, space)).toMatchObject({ state: 'idle', fault: null }));
});

test('the brake waits for a choice, also after a restart, and put-back brings everything back', async () => {
  const a = await desk();
  const folder = temporaryFolder();
  const space = await sharedFrom(a, folder);
  const before = filesIn(folder);
  for (const path of before) rmSync(join(folder, path));
  await a.engine.sync();
  expect(statusOf(a, space)).toMatchObject({ state: 'braked', brake: { reason: 'marker-missing' } });
  await a.library.createItem({ type: 'project', set: { title: 'Ondertussen' }, space });
  await a.timers.forward(120_000);
  expect(filesIn(folder)).toEqual([]);
  await a.engine.answerBrake(space, 'retry');
  expect(statusOf(a, space).state).toBe('braked');
  await a.engine.answerBrake(space, 'put-back');
  expect(statusOf(a, space)).toMatchObject({ state: 'idle', brake: null, toSend: { changes: 0 } });
  expect(filesIn(folder)).toEqual(expect.arrayContaining([...before]));
});

test('files come when they are opened, unless they are kept offline', async () => {
  const [a, b] = [await desk(), await desk()];
  const folder = temporaryFolder();
  const { id: space } = await a.library.createSpace({ name: 'Regio Noord' });
  const { hash, sizeBytes } = await a.library.putBlob({ bytes: Buffer.from('een rapport') });
  const file = { hash, name: 'rapport.pdf', mediaType: 'application/pdf', sizeBytes };
  const made = await a.library.createItem({ type: 'study', set: { title: 'Rapport', file } });
  await a.library.publish([made.id], space);
  await a.engine.share(space, at(folder));
  await a.engine.sync();
  await b.engine.openFrom(at(folder));
  await b.engine.setKeepOffline(space, false);
  await b.engine.sync();
  expect(statusOf(b, space)).toMatchObject({ keepOffline: false, toReceive: { files: 1 } });
  await Promise.all([b.engine.fetchFile(hash), b.engine.fetchFile(hash)]);
  expect(b.library.hasBlob(hash)).toBe(true);
  expect(statusOf(b, space).toReceive.files).toBe(0);
});

test('paused does nothing, resumed goes on; moved takes everything along; left is set aside', async () => {
  const [a, b] = [await desk(), await desk()];
  const [folder, other] = [temporaryFolder(), temporaryFolder()];
  const space = await sharedFrom(a, folder);
  await b.engine.openFrom(at(folder));
  await b.engine.sync();
  await b.library.createItem({ type: 'project', set: { title: 'Van B' }, space });
  await b.engine.sync();
  await a.engine.sync();
  await a.engine.setPaused(space, true);
  await a.library.createItem({ type: 'project', set: { title: 'Stil' }, space });
  await a.timers.forward(600_000);
  expect(statusOf(a, space)).toMatchObject({ state: 'paused' });
  await a.engine.setPaused(space, false);
  await a.engine.sync();
  expect(statusOf(a, space)).toMatchObject({ state: 'idle', toSend: { changes: 0 } });
  await a.engine.moveFolder(space, at(other));
  await a.engine.sync();
  expect(filesIn(other).filter((path) => path.startsWith('heads/')).length).toBe(2);
  const c = await desk();
  await c.engine.openFrom(at(other));
  await c.engine.sync();
  expect(c.library.stateHash(space)).toBe(a.library.stateHash(space));
  await a.engine.leave(space);
  expect(a.engine.status().map(({ id }) => id)).not.toContain(space);
  expect(filesIn(other).length).toBeGreaterThan(0);
});

test('the next start knows the connections; the log tells what happened', async () => {
  const base = temporaryFolder();
  const folder = temporaryFolder();
  const a = await desk(openFolder, base);
  const space = await sharedFrom(a, folder);
  const lines = await a.engine.recentLog(10);
  expect(lines.map(({ code }) => code)).toContain('round');
  expect(lines.every((line) => line.space === space)).toBe(true);
  await a.engine.close();
  await a.library.close();
  const again = await desk(openFolder, base);
  expect(statusOf(again, space).place).toBe(folder);
  await again.engine.sync();
  expect(statusOf(again, space)).toMatchObject({ state: 'idle', fault: null });
});

test('F27 a bundle brings what the others lack, and brings it once', async () => {
  const [a, b] = [await desk(), await desk()];
  const { id: space } = await a.library.createSpace({ name: 'Regio Noord' });
  const { hash, sizeBytes } = await a.library.putBlob({ bytes: Buffer.from('een rapport') });
  const file = { hash, name: 'rapport.pdf', mediaType: 'application/pdf', sizeBytes };
  const made = await a.library.createItem({ type: 'study', set: { title: 'Rapport', file } });
  await a.library.publish([made.id], space);
  const [whole, news, back] = ['alles', 'nieuws', 'terug'].map((name) => join(temporaryFolder(), `${name}.zip`)) as [
    string,
    string,
    string,
  ];
  await a.engine.makeBundle(space, whole, { all: true });
  expect(await b.engine.openBundle(whole)).toMatchObject({ space, name: 'Regio Noord', files: 1, refused: [] });
  expect(await b.engine.openBundle(whole)).toMatchObject({ changes: 0, files: 0 });
  expect(b.library.stateHash(space)).toBe(a.library.stateHash(space));
  expect(b.library.hasBlob(hash)).toBe(true);
  await b.library.createItem({ type: 'project', set: { title: 'Van B' }, space });
  await b.engine.makeBundle(space, back, { all: true });
  expect((await a.engine.openBundle(back)).changes).toBe(1);
  await a.library.createItem({ type: 'project', set: { title: 'Nieuws' }, space });
  const part = await a.engine.makeBundle(space, news, { all: false });
  expect((await b.engine.openBundle(news)).changes).toBe(1);
  expect((await a.engine.makeBundle(space, news, { all: true })).files).toBeGreaterThan(part.files);
  expect(b.library.stateHash(space)).toBe(a.library.stateHash(space));
});

test('F27 a bundle for one reader leaves out what that one has, and holds the files it asks for', async () => {
  const [a, b, c] = [await desk(), await desk(), await desk()];
  const folder = temporaryFolder();
  const space = await sharedFrom(a, folder);
  const joins = async (each: Desk): Promise<void> => {
    await each.engine.openFrom(at(folder));
    await each.engine.sync(space);
    await each.library.createItem({ type: 'project', set: { title: 'Van een ander' }, space });
    await each.engine.sync(space);
  };
  await joins(b);
  await joins(c);
  const { hash, sizeBytes } = await a.library.putBlob({ bytes: Buffer.from('een rapport') });
  const file = { hash, name: 'rapport.pdf', mediaType: 'application/pdf', sizeBytes };
  const { id } = await a.library.createItem({ type: 'study', set: { title: 'Rapport', file } });
  await a.library.publish([id], space);
  await a.engine.sync(space);
  // B takes in all but the file, which the folder lost, and says so; C is not heard of again.
  rmSync(join(folder, 'blobs'), { recursive: true });
  for (let round = 0; round < 3; round += 1) await b.engine.sync(space);
  await b.library.createItem({ type: 'project', set: { title: 'Antwoord' }, space });
  await b.engine.sync(space);
  await a.engine.sync(space);
  const made = async (...readers: Desk[]): Promise<number> => {
    const path = join(temporaryFolder(), 'pakket.zip');
    const devices = readers.map(({ library }) => library.device() as DeviceId);
    return (await a.engine.makeBundle(space, path, { all: false, readers: devices.length === 0 ? null : devices }))
      .files;
  };
  // The marker, three heads, and the file that B asks for.
  expect(await made(b)).toBe(5);
  expect(await made(c)).toBeGreaterThan(6);
  expect(await made()).toBe(await made(c));
  expect(await made(b, c)).toBe(await made(c));
});
