import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptSnapshots } from '../../electron/service/backup/retention';
import type { ItemId } from '../../shared/base/ids';
import { defaultSettings, serviceSettings } from '../../shared/model/settings';
import { damage, filesIn, temporaryFolder } from '../support/library-folders';
import { buildWorker } from '../support/document-worker';
import { openTestService, type TestService } from '../support/service-folders';

let builtFolder = '';
beforeAll(async () => {
  for (const entry of ['electron/service/extract-worker.ts', 'electron/service/backup/proof-worker.ts']) {
    const worker = await buildWorker(entry);
    if (builtFolder === '') builtFolder = dirname(worker);
    renameSync(worker, join(builtFolder, `${entry.slice(entry.lastIndexOf('/') + 1, -3)}.js`));
    if (dirname(worker) !== builtFolder) rmSync(dirname(worker), { recursive: true });
  }
}, 60_000);
afterAll(() => rmSync(builtFolder, { recursive: true, force: true }));

/** A library with some records and two files. */
async function filled(): Promise<TestService & { readonly ids: readonly ItemId[]; readonly base: string }> {
  const base = temporaryFolder();
  const opened = await openTestService(base, 'Anna', { builtFolder });
  const ids: ItemId[] = [];
  for (const title of ['Een', 'Twee', 'Drie'])
    ids.push((await opened.service.call('items.create', { type: 'study', change: { set: { title } } })).state.id);
  const paths = ['a.md', 'b.md'].map((name) => join(base, name));
  for (const path of paths) writeFileSync(path, `# ${path}\n\n${randomBytes(200).toString('hex')}`);
  const report = await opened.service.call('import.paths', { job: 'test', paths });
  return { ...opened, ids: [...ids, ...report.imported.map(({ id }) => id)], base };
}

function pathsIn(folder: string, part: string): readonly string[] {
  return filesIn(folder)
    .filter((path) => path.includes(part))
    .map((path) => join(folder, path));
}

describe('a snapshot', () => {
  it('is restored and read whole by the proof, which counts what it found', async () => {
    const { service, folder } = await filled();
    const made = await service.call('backup.make', undefined);
    expect(made).toMatchObject({ damaged: 0 });
    const proof = await service.call('backup.prove', { name: null });
    expect(proof).toMatchObject({ name: made.name, sound: true, items: 5, revisions: 5, files: 2, problems: [] });
    expect(readdirSync(join(folder, 'snapshots'))).toEqual([made.name]);
  });

  it.each(['/blobs/', '/log/'])('still holds when a byte flips in %s of the library itself', async (part) => {
    const { service, folder } = await filled();
    await service.call('backup.make', undefined);
    for (const path of pathsIn(join(folder, 'spaces'), part)) damage(path);
    expect(await service.call('backup.prove', { name: null })).toMatchObject({ sound: true });
  });

  it.each(['/blobs/', '/log/'])('does not pass when a byte flips in its own %s', async (part) => {
    const { service, folder } = await filled();
    const { name } = await service.call('backup.make', undefined);
    damage(pathsIn(join(folder, 'snapshots', name), part)[0] as string);
    const proof = await service.call('backup.prove', { name });
    expect(proof.sound).toBe(false);
    expect(proof.problems.length).toBeGreaterThan(0);
  });

  it('takes no damaged bytes from the library, says so, and keeps the good ones of the day before', async () => {
    const { service, folder, clock } = await filled();
    await service.call('backup.make', undefined);
    for (const path of pathsIn(join(folder, 'spaces'), '/blobs/')) damage(path);
    clock.forward(24 * 60);
    expect(await service.call('backup.make', undefined)).toMatchObject({ damaged: 0 });
    expect(await service.call('backup.prove', { name: null })).toMatchObject({ sound: true, files: 2 });
    rmSync(join(folder, 'snapshots'), { recursive: true });
    expect(await service.call('backup.make', undefined)).toMatchObject({ damaged: 2 });
  });

  it('shares its bytes with the snapshot before it, not with the library', async () => {
    const { service, folder, clock } = await filled();
    const first = await service.call('backup.make', undefined);
    clock.forward(24 * 60);
    const second = await service.call('backup.make', undefined);
    const inode = (path: string): number => statSync(path).ino;
    const [live] = pathsIn(join(folder, 'spaces'), '/blobs/') as [string];
    const inside = live.slice(folder.length);
    expect(inode(join(folder, 'snapshots', first.name, inside))).toBe(
      inode(join(folder, 'snapshots', second.name, inside)),
    );
    expect(inode(join(folder, 'snapshots', second.name, inside))).not.toBe(inode(live));
  });

  it('restored to a folder is a library of its own, which writes as another device', async () => {
    const { service, base, ids } = await filled();
    await service.call('backup.make', undefined);
    await service.call('items.change', {
      id: ids[0] as ItemId,
      change: { set: { title: 'Later' } },
      label: 'change',
    });
    await service.call('backup.restore', { name: null, folder: join(base, 'Terug', 'library') });
    const { service: restored } = await openTestService(base, 'Terug', { builtFolder });
    const { state } = await restored.call('items.get', { id: ids[0] as ItemId });
    expect(state.fields['title']).toBe('Een');
    const id = ids[1] as ItemId;
    await restored.call('items.change', { id, change: { set: { title: 'Hier verder' } }, label: 'change' });
    const devices = (await restored.call('items.history', { id })).map(({ device }) => device);
    expect(new Set(devices).size).toBe(2);
  });

  it('no longer holds what has been erased for good, and only what is in the bin is erased', async () => {
    const { service, folder, ids, clock } = await filled();
    const [id] = ids as [ItemId];
    await service.call('items.change', {
      id,
      change: { set: { abstract: 'GEHEIMZINNIGWOORD' } },
      label: 'change',
    });
    await service.call('backup.make', undefined);
    await expect(service.call('items.erase', { ids: [id] })).rejects.toMatchObject({ code: 'erase-not-in-bin' });
    await service.call('items.bin', { ids: [id] });
    clock.forward(1);
    await service.call('items.erase', { ids: [id] });
    expect(await service.call('backup.list', undefined)).toHaveLength(1);
    const { gunzipSync } = await import('node:zlib');
    const packs = pathsIn(join(folder, 'snapshots'), '.pack').map((path) => gunzipSync(readFileSync(path)).toString());
    expect(packs.length).toBeGreaterThan(0);
    expect(packs.join('')).not.toContain('GEHEIMZINNIGWOORD');
    expect(await service.call('backup.prove', { name: null })).toMatchObject({ sound: true });
  });
});

describe('the bin', () => {
  it('offers what has been in it longer than the term, and nothing without a term', async () => {
    const { service, ids, clock } = await filled();
    await service.call('items.bin', { ids: [ids[0] as ItemId] });
    clock.forward(31 * 24 * 60);
    await service.call('items.bin', { ids: [ids[1] as ItemId] });
    expect(await service.call('bin.expired', undefined)).toEqual({ termDays: null, ids: [] });
    service.changeSettings(serviceSettings({ ...defaultSettings, binTermDays: 30 }));
    expect(await service.call('bin.expired', undefined)).toEqual({ termDays: 30, ids: [ids[0]] });
  });
});

describe('what is kept', () => {
  const day = 86_400_000;
  const now = Date.parse('2026-11-22T12:00:00Z');

  it('is the newest of each of 7 days and of each of 4 weeks', () => {
    const twiceADay = Array.from({ length: 120 }, (_, at) => now - at * (day / 2));
    const kept = [...keptSnapshots(twiceADay, now)].sort((a, b) => b - a);
    expect(kept.slice(0, 8).map((at) => (now - at) / day)).toEqual([0, 0.5, 1, 2, 3, 4, 5, 6]);
    expect(kept.length).toBeLessThanOrEqual(7 + 1 + 4);
    expect((now - (kept.at(-1) as number)) / day).toBeGreaterThan(14);
    expect((now - (kept.at(-1) as number)) / day).toBeLessThan(28);
  });

  it('is never nothing, whatever the clock says', () => {
    const made = [now, now - day, now - 2 * day];
    expect(keptSnapshots(made, now + 3_650 * day).size).toBe(3);
    expect(keptSnapshots(made, now - 3_650 * day).size).toBe(3);
  });
});
