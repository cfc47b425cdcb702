/* Two libraries that work together by way of what people really have: a folder, two kinds of server, another syncer. */
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { BlobHash, ItemId, SpaceId } from '../../shared/base/ids';
import type { FileRef } from '../../shared/model/file-ref';
import type { Place } from '../../shared/model/sync';
import { filesIn, temporaryFolder } from '../support/library-folders';
import { openSyncDesk, type SyncDesk } from '../support/sync-desk';
import { skipsSyncthing, startSyncthingPair } from '../support/syncthing-pair';
import { skipsServer, startApache, startRclone, type WebdavServer } from '../support/webdav-servers';

/** Where two people meet. */
interface Meeting {
  readonly places: readonly [Place, Place];
  /** Where the shared folder lies on this computer, for each of them. */
  readonly folders: readonly [string, string];
  readonly certificates: readonly string[];
  /** Resolves when what is at one place is at the other. */
  carry(): Promise<void>;
}

const readSpace = join(import.meta.dirname, '../support/independent-reader/read-space.mjs');
/** In the first the news goes out and comes in, in the second the answer; more would be for what went wrong and was healed. */
const mostTurns = 2;
/** By us, or by a syncer that met two versions. What Syncthing began to fetch and was gone it keeps a day, under its own name. */
const leftBehind = /conflict|(^|\/)(?!\.syncthing\.)[^/]*\.(tmp|part)$/;

function plainFolder(): Promise<Meeting> {
  const path = join(temporaryFolder(), 'Samen');
  mkdirSync(path);
  const place: Place = { kind: 'folder', path };
  return Promise.resolve({ places: [place, place], folders: [path, path], certificates: [], carry });
}

function carry(): Promise<void> {
  return Promise.resolve();
}

async function onServer(starting: Promise<WebdavServer>): Promise<Meeting> {
  const server = await starting;
  onTestFinished(() => server.stop());
  const { url, user, password, ca, folder } = server;
  const place: Place = { kind: 'webdav', url: `${url}Samen`, user, password };
  const path = join(folder, 'Samen');
  return { places: [place, place], folders: [path, path], certificates: ca === null ? [] : [ca], carry };
}

async function throughSyncthing(): Promise<Meeting> {
  const base = temporaryFolder();
  const folders = [join(base, 'a'), join(base, 'b')] as const;
  const pair = await startSyncthingPair(base, folders);
  onTestFinished(() => pair.stop());
  const [a, b] = folders.map((path): Place => ({ kind: 'folder', path })) as [Place, Place];
  return { places: [a, b], folders, certificates: [], carry: () => pair.settled() };
}

const ways = [
  { name: 'a plain folder', skip: false, meet: plainFolder },
  { name: 'rclone serve webdav', skip: skipsServer('rclone'), meet: () => onServer(startRclone()) },
  {
    name: 'Apache mod_dav with basic authentication on TLS',
    skip: skipsServer('apache'),
    meet: () => onServer(startApache({ auth: 'basic', tls: true })),
  },
  {
    name: 'Apache mod_dav with digest authentication on TLS',
    skip: skipsServer('apache'),
    meet: () => onServer(startApache({ auth: 'digest', tls: true })),
  },
  { name: 'two Syncthing daemons', skip: skipsSyncthing(), meet: throughSyncthing },
];

interface Team {
  readonly meeting: Meeting;
  readonly space: SpaceId;
  readonly a: SyncDesk;
  readonly b: SyncDesk;
}

/** One makes the space and shares it; the other opens it. */
async function meetAt(meeting: Meeting): Promise<Team> {
  const { certificates, places } = meeting;
  const [a, b] = [await openSyncDesk({ certificates }), await openSyncDesk({ certificates })];
  const { id: space } = await a.library.createSpace({ name: 'Regio Noord' });
  await a.library.introduce(space, { name: 'Anna', organisation: 'Gemeente Veenwoude' });
  await a.engine.share(space, places[0]);
  await sent(a, space);
  await meeting.carry();
  expect(await b.engine.inspect(places[1])).toMatchObject({ kind: 'space', id: space, name: 'Regio Noord' });
  await b.engine.openFrom(places[1]);
  await b.library.introduce(space, { name: 'Bram', organisation: 'Stichting De Brug' });
  return { meeting, space, a, b };
}

/** What is written goes out by itself. */
async function sent(desk: SyncDesk, space: SpaceId): Promise<void> {
  await desk.until(() => {
    const { toSend, state, syncedAt } = desk.status(space);
    return state === 'idle' && syncedAt !== null && toSend.changes === 0 && toSend.files === 0;
  });
}

/** Both look until both have the same and nothing waits. */
async function inStep({ meeting, space, a, b }: Team): Promise<void> {
  for (let turn = 0; turn < mostTurns; turn += 1) {
    for (const desk of [a, b]) {
      await sent(desk, space);
      await meeting.carry();
      await desk.engine.sync(space);
    }
    const isDone = [a, b].every((desk) => {
      const { toSend, toReceive } = desk.status(space);
      return toSend.changes + toSend.files + toReceive.files + toReceive.held === 0;
    });
    if (isDone && a.library.stateHash(space) === b.library.stateHash(space)) return;
  }
  throw new Error(`not in step after ${mostTurns} turns: ${JSON.stringify([a.status(space), b.status(space)])}`);
}

async function document({ library }: SyncDesk, bytes: Uint8Array, name: string): Promise<FileRef> {
  return { ...(await library.putBlob({ bytes })), name, mediaType: 'application/pdf' };
}

async function addStudy(desk: SyncDesk, space: SpaceId, title: string, file: FileRef): Promise<ItemId> {
  const made = await desk.library.createItem({ type: 'study', set: { title, file } });
  const [copy] = await desk.library.publish([made.id], space);
  return copy?.id as ItemId;
}

/** The files that the items of a space name, whole, as this library has them. */
function filesOf({ library }: SyncDesk, space: SpaceId): ReadonlyMap<string, string> {
  const named = [...library.items()].filter((item) => item.space === space && item.fields['file'] !== undefined);
  return new Map(
    named.map(({ id, fields }) => {
      const { hash } = fields['file'] as unknown as FileRef;
      return [id, hashOf(readFileSync(library.blobPath(hash)))];
    }),
  );
}

function hashOf(bytes: Uint8Array): BlobHash {
  return createHash('sha256').update(bytes).digest('hex') as BlobHash;
}

/** What a program that was written from FORMAT.md alone makes of the shared folder. */
function readByOthers(folder: string): { readonly stateHash: string; readonly blobs: readonly string[] } {
  const text = execFileSync(process.execPath, [readSpace, folder], { encoding: 'utf8', maxBuffer: 1e8 });
  const found = JSON.parse(text) as { stateHash: string; blobs: string[]; refused: object; missing: unknown[] };
  expect({ refused: found.refused, missing: found.missing }).toEqual({ refused: {}, missing: [] });
  return found;
}

test.each(ways.filter(({ skip }) => !skip))(
  'two libraries meet over $name: make, edit, annotate, contradict, resolve, bin, renew a file',
  async ({ meet }) => {
    const meeting = await meet();
    const team = await meetAt(meeting);
    const { space, a, b } = team;

    const plan = (await a.library.createItem({ type: 'project', set: { title: 'Verzuim eerder zien' }, space })).id;
    const large = randomBytes(5 * 1024 * 1024);
    const small = randomBytes(3_000);
    const study = await addStudy(a, space, 'Twee jaar cijfers', await document(a, large, 'cijfers.pdf'));
    const coach = (await b.library.createItem({ type: 'project', set: { title: 'Overstapcoach' }, space })).id;
    const report = await addStudy(b, space, 'Verslag van de regiotafel', await document(b, small, 'verslag.pdf'));
    await inStep(team);
    expect(a.library.participants(space).map(({ name }) => name)).toEqual(expect.arrayContaining(['Anna', 'Bram']));
    expect([...filesOf(b, space).values()].sort()).toEqual([hashOf(large), hashOf(small)].sort());

    await b.library.change(plan, { set: { summary: 'Samen met leerplicht' }, add: { tags: ['verzuim'] } });
    await a.library.change(plan, { add: { tags: ['leerplicht'] } });
    await a.library.change(report, { set: { qualityNote: 'De bron van tabel 2 ontbreekt.' } });
    await inStep(team);
    expect(a.library.get(plan)).toMatchObject({
      fields: { summary: 'Samen met leerplicht' },
      sets: { tags: ['leerplicht', 'verzuim'] },
    });
    expect(b.library.get(report)?.fields['qualityNote']).toBe('De bron van tabel 2 ontbreekt.');

    for (const { engine } of [a, b]) await engine.setPaused(space, true);
    await a.library.change(plan, { set: { title: 'Verzuim nog eerder zien' } });
    await b.library.change(plan, { set: { title: 'Verzuim voorkomen' } });
    for (const { engine } of [a, b]) await engine.setPaused(space, false);
    await inStep(team);
    for (const desk of [a, b]) {
      expect(desk.status(space).conflicts).toBe(1);
      const [conflict] = desk.library.get(plan)?.conflicts ?? [];
      expect(conflict?.versions.map(({ value }) => value).sort()).toEqual([
        'Verzuim nog eerder zien',
        'Verzuim voorkomen',
      ]);
    }

    await b.library.resolveConflict(plan, 'title', 'Verzuim eerder zien en voorkomen');
    await a.library.bin([coach]);
    const renewed = randomBytes(4_000);
    await b.library.change(study, { set: { file: await document(b, renewed, 'cijfers-2.pdf') } });
    await inStep(team);
    for (const desk of [a, b]) {
      expect(desk.library.conflicts(space)).toEqual([]);
      expect(desk.library.get(plan)?.fields['title']).toBe('Verzuim eerder zien en voorkomen');
      expect(desk.library.get(coach)?.deleted).toBe(true);
      expect(filesOf(desk, space)).toEqual(
        new Map([
          [study, hashOf(renewed)],
          [report, hashOf(small)],
        ]),
      );
      expect(desk.library.hasBlob(hashOf(large))).toBe(true);
      expect(desk.engine.quarantine()).toEqual([]);
      expect(desk.status(space)).toMatchObject({ state: 'idle', fault: null, brake: null, quarantined: 0 });
      expect((await desk.library.verify()).problems).toEqual([]);
      const lines = await desk.engine.recentLog(1_000);
      expect(lines.filter(({ level, code }) => level !== 'info' || code === 'file-put-back')).toEqual([]);
    }

    await meeting.carry();
    for (const folder of new Set(meeting.folders)) {
      const found = readByOthers(folder);
      expect(found.stateHash).toBe(a.library.stateHash(space));
      expect(found.stateHash).toBe(b.library.stateHash(space));
      expect([...found.blobs].sort()).toEqual([large, small, renewed].map(hashOf).sort());
      expect(filesIn(folder).filter((path) => leftBehind.test(path))).toEqual([]);
    }
  },
  120_000,
);
