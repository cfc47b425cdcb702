import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Service } from '../../electron/service/open-service';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import { damage } from '../support/library-folders';
import { exchange, pair } from '../support/shared-pair';

async function create(service: Service, space: SpaceId, title: string): Promise<ItemId> {
  const { state } = await service.call('items.create', {
    type: 'study',
    change: { set: { title, abstract: 'Wat werkt' } },
    space,
  });
  return state.id;
}

const set = (service: Service, id: ItemId, fields: Record<string, string>): Promise<unknown> =>
  service.call('items.change', { id, change: { set: fields }, label: 'change' });

async function hashes(service: Service): Promise<readonly string[]> {
  return (await service.call('library.state', undefined)).filter(({ kind }) => kind !== 'private').map((s) => s.hash);
}

describe('two libraries with one space', () => {
  it('find each other by name, and hold the same', async () => {
    const { anna, bram, space } = await pair();
    const id = await create(anna, space, 'Overstap naar het mbo');
    await exchange(anna, bram);
    expect((await bram.call('items.get', { id })).space).toMatchObject({ id: space, name: 'Regio Noord' });
    const names = (await bram.call('spaces.participants', { id: space })).map(({ name, self }) => [name, self]);
    expect(names.sort()).toEqual([
      ['Anna', false],
      ['Bram', true],
    ]);
    expect(await hashes(anna)).toEqual(await hashes(bram));
    expect((await bram.call('items.history', { id }))[0]).toMatchObject({ by: 'other', who: { name: 'Anna' } });
    const counts = await bram.call('items.counts', undefined);
    expect(counts.spaces[space]).toBe(1);
  });

  it('says what others changed since the last visit, one line for each item, and not what was there at the first', async () => {
    const { anna, bram, space } = await pair();
    const old = await create(anna, space, 'Oud');
    await exchange(anna, bram);
    await bram.call('news.markSeen', undefined);
    await set(anna, old, { title: 'Oud, herzien' });
    await set(anna, old, { abstract: 'Anders' });
    const fresh = await create(anna, space, 'Nieuw');
    const gone = await create(anna, space, 'Weg');
    await anna.call('items.bin', { ids: [gone] });
    await set(bram, old, { method: 'Eigen werk is geen nieuws' });
    await exchange(anna, bram);
    const news = await bram.call('news.list', undefined);
    const lines = new Map(news.map((line) => [line.item, line]));
    expect(lines.size).toBe(3);
    expect(lines.get(old)).toMatchObject({ kind: 'changed', by: ['Anna'], title: 'Oud, herzien' });
    expect([...(lines.get(old)?.fields ?? [])].sort()).toEqual(['abstract', 'title']);
    expect(lines.get(fresh)).toMatchObject({ kind: 'new' });
    expect(lines.get(gone)).toMatchObject({ kind: 'binned' });
    await bram.call('news.markSeen', undefined);
    expect(await bram.call('news.list', undefined)).toEqual([]);
  });

  it('keep both versions of what both changed, say whose they are, and agree on the choice', async () => {
    const { anna, bram, space } = await pair();
    const id = await create(anna, space, 'Begin');
    await exchange(anna, bram);
    await set(anna, id, { title: 'Van Anna' });
    await set(bram, id, { title: 'Van Bram' });
    await exchange(anna, bram);
    for (const service of [anna, bram]) {
      expect(await service.call('conflicts.list', { space: null })).toMatchObject([{ item: id, fields: ['title'] }]);
      expect((await service.call('spaces.list', undefined)).find((one) => one.id === space)?.conflicts).toBe(1);
      const { state, authors } = await service.call('items.get', { id });
      const versions = state.conflicts[0]?.versions ?? [];
      expect(versions.map(({ device, value }) => [authors[device]?.name, value]).sort()).toEqual([
        ['Anna', 'Van Anna'],
        ['Bram', 'Van Bram'],
      ]);
    }
    await bram.call('items.resolve', { id, field: 'title', value: 'Van beiden' });
    await exchange(bram, anna);
    expect(await anna.call('conflicts.list', { space: null })).toEqual([]);
    expect((await anna.call('items.get', { id })).state.fields['title']).toBe('Van beiden');
    expect(await hashes(anna)).toEqual(await hashes(bram));
  });

  it('publish from the own library, with the file, and say where it came from', async () => {
    const { base, anna, bram, space } = await pair();
    const own = (await anna.call('items.create', { type: 'project', change: { set: { title: 'Eigen plan' } } })).state;
    const [published] = await anna.call('spaces.publish', { ids: [own.id], space, move: true });
    expect((await anna.call('items.get', { id: own.id })).state.deleted).toBe(true);
    await exchange(anna, bram);
    const there = await bram.call('items.get', { id: published?.to as ItemId });
    expect(there.state.fields['title']).toBe('Eigen plan');
    expect(there.state.fields['origin']).toMatchObject({ item: own.id });
    expect(readdirSync(join(base, 'shared', 'heads'))).toHaveLength(2);
  });

  it('hand a bundle over, twice without doing it twice', async () => {
    const { base, anna, bram, space } = await pair();
    const id = await create(anna, space, 'Op de stick');
    const path = join(base, 'stick.raakvlak');
    const made = await anna.call('bundle.make', { id: space, path, all: true });
    expect(made.files).toBeGreaterThan(2);
    expect(await bram.call('bundle.open', { path })).toMatchObject({ space, refused: [] });
    expect((await bram.call('items.get', { id })).state.fields['title']).toBe('Op de stick');
    expect(await bram.call('bundle.open', { path })).toMatchObject({ changes: 0, files: 0 });
  });

  it('mend each other: a pack that is damaged here comes back from the shared folder', async () => {
    const { base, anna, bram, space } = await pair();
    await create(anna, space, 'Blijft');
    await exchange(anna, bram);
    const before = await hashes(bram);
    const log = join(base, 'Bram', 'library', 'spaces', space, 'log');
    const packs = readdirSync(log, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const pack of packs) damage(join(pack.parentPath, pack.name));
    const report = await bram.call('library.verify', undefined);
    expect(report.mended).toBeGreaterThan(0);
    expect(report.missing).toEqual([]);
    expect(await hashes(bram)).toEqual(before);
    expect(await bram.call('library.verify', undefined)).toMatchObject({ missing: [], mended: 0 });
  });

  it('stop and say so when the shared folder is no longer the same', async () => {
    const { base, anna, space } = await pair();
    await create(anna, space, 'Blijft hier');
    await exchange(anna);
    rmSync(join(base, 'shared'), { recursive: true });
    await anna.call('sync.now', { id: space });
    const gone = (await anna.call('spaces.list', undefined)).find(({ id }) => id === space);
    expect(gone).toMatchObject({ state: 'offline', fault: { code: 'remote-missing-folder' } });
    writeFileSync(join(base, 'shared'), 'geen map');
    expect((await anna.call('items.counts', undefined)).spaces[space]).toBe(1);
  });
});
