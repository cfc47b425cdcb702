import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../shared/base/errors';
import type { BlobHash, ItemId, SpaceId } from '../../shared/base/ids';
import { errorMessages } from '../../shared/messages/errors';
import { openLibrary, type Library } from '../../electron/library/library';
import { folderTransport } from '../../electron/sync/transports/folder-transport';
import { filesIn, inMemory, libraryOptions } from '../support/library-folders';
import { watchDisk, type DiskOperation } from '../support/recorded-disk';
import { settle, syncDevice, type SyncDevice } from '../support/sync-devices';

vi.mock('node:fs', async (original) => (await import('../support/recorded-disk')).watchedFs(await original()));
vi.mock('node:fs/promises', async (original) =>
  (await import('../support/recorded-disk')).watchedFsPromises(await original()),
);

/** 1: every operation fails in its turn; everyday every so many, each code from another one on. */
const every = Number(process.env['RAAKVLAK_DISK_EVERY'] ?? 24);
const codes = (process.env['RAAKVLAK_DISK_ERRORS'] ?? 'ENOSPC,EIO,EACCES').split(',');

afterEach(() => watchDisk(null));

interface Team {
  readonly base: string;
  readonly space: SpaceId;
  readonly devices: readonly [SyncDevice, SyncDevice];
  /** Written before the round: what each item's title was set to, and the files. */
  readonly titles: ReadonlyMap<string, ItemId>;
  readonly files: readonly BlobHash[];
}

/** Two libraries in step over a folder; then each writes, one item both, and files of two sizes. */
async function teamWithNews(): Promise<Team> {
  const base = mkdtempSync(join(inMemory, 'raakvlak-round-'));
  const shared = join(base, 'shared');
  mkdirSync(shared);
  const open = async (name: string): Promise<Library> => openLibrary(libraryOptions(join(base, name)));
  const [one, two] = [await open('a'), await open('b')];
  const space = (await one.createSpace({ name: 'Samen' })).id;
  const marker = await one.space(space).markerBytes();
  const transport = folderTransport(shared);
  await transport.write('raakvlak.json', { sizeBytes: marker.length, content: marker });
  await two.adoptSpace(marker);
  const device = (library: Library, name: string): Promise<SyncDevice> =>
    syncDevice(transport, () => space, { base: join(base, name), library });
  const devices = [await device(one, 'a'), await device(two, 'b')] as const;
  const both = (await one.createItem({ type: 'project', set: { title: 'Van beiden' }, space })).id;
  await settle(devices);
  const titles = new Map<string, ItemId>();
  const files: BlobHash[] = [];
  for (const [at, library] of [one, two].entries()) {
    await library.change(both, { set: { title: `Titel van ${at}` } });
    titles.set(`Titel van ${at}`, both);
    for (const sizeBytes of [800, 1_200_000]) {
      const { hash } = await library.putBlob({ bytes: Buffer.alloc(sizeBytes, `bestand ${at} ${sizeBytes}`) });
      const file = { hash, sizeBytes, name: 'stuk.txt', mediaType: 'text/plain' };
      const title = `Stuk ${at} ${sizeBytes}`;
      titles.set(title, (await library.createItem({ type: 'document', set: { title, file }, space })).id);
      files.push(hash);
    }
  }
  return { base, space, devices, titles, files };
}

/** Rounds by turns; gives the codes of those that failed. Whatever the disk says, people are told it in words. */
async function rounds({ base, devices: [a, b] }: Team, before: (operation: DiskOperation) => void): Promise<string[]> {
  const failed: string[] = [];
  watchDisk({ before: (operation) => operation.path.startsWith(base) && before(operation), after: () => undefined });
  for (const device of [a, b, a, b]) {
    try {
      await device.round();
    } catch (error) {
      expect(error, String((error as Error).stack)).toBeInstanceOf(AppError);
      failed.push((error as AppError).code);
    }
  }
  watchDisk(null);
  return failed;
}

/** With the disk well again both have everything after a few rounds, all of it sound, and nothing half written lies about. */
async function examine({ base, space, devices, titles, files }: Team, where: string): Promise<void> {
  await settle(devices);
  const hashes = devices.map(({ library }) => library.stateHash(space));
  expect(new Set(hashes).size, where).toBe(1);
  for (const { library, state, log } of devices) {
    const written = [...library.exportRevisions()].join('\n');
    for (const title of titles.keys()) expect(written.includes(title), `${where}: ${title}`).toBe(true);
    for (const hash of files) expect(library.hasBlob(hash), where).toBe(true);
    expect(state.quarantine.list(space), where).toEqual([]);
    expect((await library.verify()).problems, where).toEqual([]);
    expect(
      log.filter(({ code }) => code === 'device-elsewhere'),
      where,
    ).toEqual([]);
    expect(library.conflicts(space).length, where).toBe(1);
    await library.close();
  }
  const half = filesIn(base).filter((path) => path.endsWith('.tmp') || path.includes('/partial/'));
  // What was being written into a folder that went away cannot be taken back.
  if (!where.startsWith('gone')) expect(half, where).toEqual([]);
  rmSync(base, { recursive: true });
}

describe('a round over a folder in which one file operation fails', () => {
  it.each(codes)('loses nothing and goes on, whichever operation fails with %s', { timeout: 900_000 }, async (code) => {
    let total = 0;
    const clean = await teamWithNews();
    expect(await rounds(clean, () => (total += 1))).toEqual([]);
    await examine(clean, 'without faults');
    const kinds = new Map<string, number>();
    const told = new Map<string, number>();
    for (let failing = 1 + (codes.indexOf(code) * every) / 3; failing <= total; failing += every) {
      let count = 0;
      const team = await teamWithNews();
      const failed = await rounds(team, ({ kind, path }) => {
        count += 1;
        if (count !== Math.floor(failing)) return;
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        throw Object.assign(new Error(`${code}: injected`), { code, path });
      });
      for (const name of failed) {
        expect(Object.keys(errorMessages)).toContain(name);
        told.set(name, (told.get(name) ?? 0) + 1);
      }
      await examine(team, `${code} at operation ${Math.floor(failing)} of ${total}`);
    }
    const injected = [...kinds.values()].reduce((a, b) => a + b, 0);
    expect(injected).toBeGreaterThan((total / every) * 0.9);
    expect(told.size).toBeGreaterThan(0);
    const list = (counts: ReadonlyMap<string, number>): string => [...counts].map((pair) => pair.join(' ')).join(', ');
    console.log(`${code}: ${injected} of ${total} operations failed (${list(kinds)}), told ${list(told)}, losses 0`);
  });
});

describe('a shared folder that goes away in the middle of a round', () => {
  it('is never made again, and everything goes on when it is back', { timeout: 900_000 }, async () => {
    const within = ({ base }: Team, path: string): boolean => path.startsWith(join(base, 'shared'));
    let total = 0;
    const clean = await teamWithNews();
    await rounds(clean, ({ path }) => (total += Number(within(clean, path))));
    await examine(clean, 'without faults');
    const told = new Set<string>();
    let away = 0;
    const step = Math.ceil(every / 2);
    for (let going = 1; going <= total; going += step) {
      const team = await teamWithNews();
      const [root, elsewhere] = [join(team.base, 'shared'), join(team.base, 'elsewhere')];
      let count = 0;
      for (const code of await rounds(team, ({ path }) => {
        if (within(team, path) && (count += 1) === going) renameSync(root, elsewhere);
      }))
        told.add(code);
      if (!existsSync(elsewhere)) continue;
      away += 1;
      expect(existsSync(root), `gone at operation ${going}`).toBe(false);
      renameSync(elsewhere, root);
      await examine(team, `gone at operation ${going} of ${total}`);
    }
    expect(away).toBeGreaterThan((total / step) * 0.9);
    expect([...told].filter((code) => !code.startsWith('remote-'))).toEqual([]);
    console.log(`the folder went away at ${away} of ${total} operations, told ${[...told].join(', ')}, losses 0`);
  });
});
