import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Service } from '../../electron/service/open-service';
import type { ItemId } from '../../shared/base/ids';
import { itemQuerySchema, type ItemPage } from '../../shared/search/item-query';
import { openTestService } from '../support/service-folders';
import { exchange, makeDocument, pair, type Pair } from '../support/shared-pair';

/** Bram leaves files in the shared folder until they are opened. */
async function shared(): Promise<Pair> {
  const both = await pair();
  await both.bram.call('spaces.setKeepOffline', { id: both.space, keep: false });
  return both;
}

async function document(both: Pair, name: string): Promise<ItemId> {
  const id = await makeDocument(both, name);
  await exchange(both.anna, both.bram);
  return id;
}

const collect = (service: Service, id: ItemId, collection: ItemId): Promise<unknown> =>
  service.call('items.change', {
    id,
    change: { add: { relations: [{ kind: 'inCollection', target: collection }] } },
    label: 'collect',
  });

async function listed(service: Service, filters: Record<string, string[]> = {}): Promise<ItemPage> {
  const base = { text: '', group: null, collection: null, view: 'all', sort: 'title', descending: false };
  const query = itemQuerySchema.parse({ ...base, filters, offset: 0, limit: 50 });
  return service.call('items.query', { query, mode: 'full' });
}

it('a file that is left in the shared folder is shown as such until somebody opens it', async () => {
  const all = await shared();
  const { bram } = all;
  const id = await document(all, 'werksessie');
  expect((await listed(bram)).rows.map((row) => [row.id, row.textState])).toEqual([[id, 'elsewhere']]);
  expect((await listed(bram, { textState: ['elsewhere'] })).total).toBe(1);
  expect((await listed(bram)).summary.searchable.reasons).toEqual([{ reason: 'elsewhere', count: 1 }]);
  expect(await bram.call('items.get', { id })).toMatchObject({ fileHere: false, fileText: { state: 'elsewhere' } });
  expect(await bram.call('files.fetch', { id })).toMatchObject({ fileHere: true });
  expect((await listed(bram, { textState: ['elsewhere'] })).total).toBe(0);
  expect((await listed(bram)).rows.map((row) => row.textState)).not.toContain('elsewhere');
});

it('the first round shows the catalogue while the files are still on their way', async () => {
  const both = await pair();
  await makeDocument(both, 'werksessie');
  await exchange(both.anna);
  // Another syncer brings the small files first.
  renameSync(join(both.base, 'shared', 'blobs'), join(both.base, 'onderweg'));
  const { service: carla } = await openTestService(both.base, 'Carla');
  await carla.call('spaces.open', { place: both.place });
  await carla.call('sync.now', { id: null });
  expect((await listed(carla)).rows.map(({ title, textState }) => [title, textState])).toEqual([
    ['werksessie', 'elsewhere'],
  ]);
  renameSync(join(both.base, 'onderweg'), join(both.base, 'shared', 'blobs'));
  await carla.call('sync.now', { id: null });
  expect((await listed(carla)).rows.map(({ textState }) => textState)).not.toContain('elsewhere');
});

it('a collection is kept on this computer whole, with what is put in it later, and the others are not', async () => {
  const all = await shared();
  const { anna, bram } = all;
  const collection = (
    await bram.call('items.create', { type: 'collection', change: { set: { title: 'Voor op reis' } } })
  ).state.id;
  const [first, second, other] = [await document(all, 'een'), await document(all, 'twee'), await document(all, 'drie')];
  await collect(bram, first, collection);
  expect(await bram.call('collections.files', { id: collection })).toEqual({ keep: false, files: 1, here: 0 });
  await bram.call('collections.setKeepOffline', { id: collection, keep: true });
  await exchange(bram, anna);
  expect(await bram.call('collections.kept', undefined)).toEqual([collection]);
  expect(await bram.call('collections.files', { id: collection })).toEqual({ keep: true, files: 1, here: 1 });
  await collect(bram, second, collection);
  await exchange(bram, anna);
  expect(await bram.call('collections.offlineProof', { id: collection })).toMatchObject({ files: 2, here: 2 });
  expect((await bram.call('items.get', { id: other })).fileHere).toBe(false);
});

it('the proof counts only files whose bytes are what they should be', async () => {
  const all = await shared();
  const { anna } = all;
  const id = await document(all, 'verslag');
  const collection = (await anna.call('items.create', { type: 'collection', change: { set: { title: 'Map' } } })).state
    .id;
  await collect(anna, id, collection);
  expect(await anna.call('collections.offlineProof', { id: collection })).toMatchObject({ files: 1, here: 1 });
  const path = anna.locateFile(id)?.path as string;
  rmSync(path);
  writeFileSync(path, 'iets anders');
  expect(await anna.call('collections.offlineProof', { id: collection })).toMatchObject({ files: 1, here: 0 });
});
