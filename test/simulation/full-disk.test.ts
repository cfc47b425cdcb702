import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AppError } from '../../shared/base/errors';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import type { Place } from '../../shared/model/sync';
import { openLibrary } from '../../electron/library/library';
import { filesIn, libraryOptions, temporaryFolder } from '../support/library-folders';
import { openSyncDesk, type SyncDesk } from '../support/sync-desk';
import { tinyDisk, whyNoTinyDisk } from '../support/tiny-disk';

const skipped = whyNoTinyDisk();
if (skipped !== null) console.log(`Full disks are not tested: ${skipped}.`);

const place = (path: string): Place => ({ kind: 'folder', path });

/** 4 MB of files and 1.5 MB of text that do not get smaller by packing; sent all at once. */
async function fill({ library, engine }: SyncDesk, space: SpaceId): Promise<void> {
  await engine.setPaused(space, true);
  for (let i = 0; i < 20; i += 1) {
    const { hash, sizeBytes } = await library.putBlob({ bytes: randomBytes(200_000) });
    const file = { hash, sizeBytes, name: 'stuk.pdf', mediaType: 'application/pdf' };
    const summary = randomBytes(40_000).toString('base64');
    await library.createItem({ type: 'document', set: { title: `Stuk ${i}`, summary, file }, space });
  }
  await engine.setPaused(space, false);
}

const titlesIn = ({ library }: SyncDesk, space: SpaceId): readonly unknown[] =>
  [...library.items()].filter((item) => item.space === space).map(({ fields }) => fields['title']);

async function expectSound(desks: readonly SyncDesk[], space: SpaceId): Promise<void> {
  for (const desk of desks) {
    expect(desk.status(space)).toMatchObject({ state: 'idle', fault: null, brake: null, quarantined: 0 });
    expect((await desk.library.verify()).problems).toEqual([]);
    expect(desk.library.space(space).missingBlobCount()).toBe(0);
    expect(titlesIn(desk, space)).toHaveLength(21);
  }
  expect(new Set(desks.map(({ library }) => library.stateHash(space))).size).toBe(1);
}

describe.skipIf(skipped !== null)('a disk that is full in the middle of', () => {
  test.each([100, 1_000, 3_000, 4_400])(
    'a push, at %i KB: it says so, and goes on when there is room',
    async (sizeKb) => {
      const disk = tinyDisk(sizeKb);
      const [a, b] = [await openSyncDesk(), await openSyncDesk()];
      const { id: space } = await a.library.createSpace({ name: 'Samen' });
      await a.engine.share(space, place(disk.folder));
      await b.engine.openFrom(place(disk.folder));
      await fill(a, space);
      await a.engine.sync(space);
      expect(a.status(space)).toMatchObject({
        fault: { code: 'remote-full', params: { place: disk.folder } },
        brake: null,
      });
      expect(a.status(space).toSend.changes).toBe(20);
      // Nothing half written takes what little room there is, and work goes on.
      expect(filesIn(disk.folder).filter((path) => path.endsWith('.tmp'))).toEqual([]);
      await a.library.createItem({ type: 'project', set: { title: 'Ondertussen' }, space });
      await b.engine.sync(space);
      expect(b.engine.quarantine(space)).toEqual([]);
      expect(titlesIn(b, space)).toEqual([]);
      disk.resize(20_000);
      await a.engine.sync(space);
      await b.engine.sync(space);
      await expectSound([a, b], space);
      await Promise.all([a, b].map(({ engine }) => engine.close()));
    },
  );

  test.each([1_500, 2_500, 4_000, 6_000])(
    'a pull, at %i KB: it says so, and goes on when there is room',
    async (sizeKb) => {
      const disk = tinyDisk(sizeKb);
      const shared = temporaryFolder();
      const [a, b] = [await openSyncDesk(), await openSyncDesk({ base: disk.folder })];
      const { id: space } = await a.library.createSpace({ name: 'Samen' });
      await a.engine.share(space, place(shared));
      await b.engine.openFrom(place(shared));
      await b.engine.sync(space);
      await fill(a, space);
      await a.engine.sync(space);
      const before = readdirSync(shared);
      await b.engine.sync(space);
      expect(b.status(space)).toMatchObject({ fault: { code: 'disk-full' }, brake: null });
      expect(readdirSync(shared)).toEqual(before);
      const kept = new Set<string>();
      const write = async (): Promise<void> => {
        const { id } = await b.library.createItem({ type: 'project', set: { title: 'Ondertussen' }, space });
        kept.add(id);
      };
      await write().catch((error: unknown) => expect((error as AppError).code).toBe('disk-full'));
      disk.resize(40_000);
      if (kept.size === 0) await write();
      await b.engine.sync(space);
      await a.engine.sync(space);
      await expectSound([a, b], space);
      await Promise.all([a, b].map(({ engine }) => engine.close()));
      await b.library.close();
    },
  );

  test('a working day: what was promised stays, and work goes on without a restart when there is room', async () => {
    const disk = tinyDisk(2_000);
    const open = () => openLibrary(libraryOptions(disk.folder));
    const library = await open();
    const promised = new Set<string>();
    const refused = new Set<string>();
    for (let i = 0; refused.size < 3 || i < 400; i += 1) {
      const summary = randomBytes(i % 7 === 0 ? 20_000 : 300).toString('base64');
      try {
        promised.add((await library.createItem({ type: 'project', set: { title: `Project ${i}`, summary } })).id);
      } catch (error) {
        refused.add(`${(error as AppError).code} ${i}`);
      }
    }
    expect([...refused].filter((told) => !told.startsWith('disk-full '))).toEqual([]);
    disk.resize(20_000);
    promised.add((await library.createItem({ type: 'project', set: { title: 'Weer ruimte' } })).id);
    const lost = (): readonly string[] => [...promised].filter((id) => library.get(id as ItemId) === null);
    expect(lost()).toEqual([]);
    expect((await library.verify()).problems).toEqual([]);
    const before = [...library.items()];
    await library.close();
    const again = await open();
    expect([...again.items()]).toEqual(before);
    expect(again.problems()).toEqual([]);
    await again.close();
    console.log(`${promised.size} promises kept on a full disk, ${refused.size} changes refused`);
  });
});

describe.skipIf(skipped !== null)('a shared folder that may only be read', () => {
  test('is read, says that changes wait, and gets them when it may be written again', async () => {
    const disk = tinyDisk(5_000);
    const [a, b] = [await openSyncDesk(), await openSyncDesk()];
    const { id: space } = await a.library.createSpace({ name: 'Samen' });
    await a.engine.share(space, place(disk.folder));
    await b.engine.openFrom(place(disk.folder));
    const write = (desk: SyncDesk, title: string) =>
      desk.library.createItem({ type: 'project', set: { title }, space });
    await write(a, 'Van A');
    await a.engine.sync(space);
    disk.setReadOnly(true);
    await write(b, 'Van B');
    const told = { fault: { code: 'remote-read-only', params: { place: disk.folder } }, brake: null };
    for (let round = 0; round < 3; round += 1) {
      await b.engine.sync(space);
      expect(b.status(space)).toMatchObject({ ...told, toSend: { changes: 1 } });
    }
    expect(titlesIn(b, space)).toContain('Van A');
    disk.setReadOnly(false);
    await b.engine.sync(space);
    await a.engine.sync(space);
    for (const desk of [a, b])
      expect(desk.status(space)).toMatchObject({ state: 'idle', fault: null, toSend: { changes: 0 } });
    expect(a.library.stateHash(space)).toBe(b.library.stateHash(space));
    await Promise.all([a, b].map(({ engine }) => engine.close()));
  });
});
