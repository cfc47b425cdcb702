import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Service } from '../../electron/service/open-service';
import type { ItemId } from '../../shared/base/ids';
import type { FileRef } from '../../shared/model/file-ref';
import { exchange, makeDocument, pair, putFile, type Pair } from '../support/shared-pair';

interface Conflict extends Pair {
  readonly id: ItemId;
  readonly first: FileRef;
  readonly second: FileRef;
}

/** Anna and Bram each put another file with the same document. */
async function conflict(): Promise<Conflict> {
  const both = await pair();
  const id = await makeDocument(both, 'Verslag');
  await exchange(both.anna, both.bram);
  const first = putFile(both, 'Anna', 'van-anna.txt');
  const second = putFile(both, 'Bram', 'van-bram.txt');
  await replace(both.anna, id, first);
  await replace(both.bram, id, second);
  await exchange(both.anna, both.bram);
  return { ...both, id, first, second };
}

/** On a busy machine too. */
const soon = { timeout: 10_000 };

const replace = (service: Service, id: ItemId, file: FileRef): Promise<unknown> =>
  service.call('items.change', { id, change: { set: { file: { ...file } } }, label: 'change' });

const bytesOf = (service: Service, id: ItemId, hash?: string): string | null => {
  const found = service.locateFile(id, hash ?? null);
  return found === null ? null : readFileSync(found.path, 'utf8');
};

it('both files of a conflict can be opened, and earlier ones, and no other', async () => {
  const { anna, bram, id, first, second } = await conflict();
  const earlier = (await anna.call('items.history', { id }))
    .at(-1)
    ?.changes.find(({ field }) => field === 'file')?.after;
  for (const service of [anna, bram]) {
    expect(bytesOf(service, id, first.hash)).toBe('Tekst van van-anna.txt');
    expect(bytesOf(service, id, second.hash)).toBe('Tekst van van-bram.txt');
    expect(bytesOf(service, id, (earlier as unknown as FileRef).hash)).toBe('Tekst van Verslag.txt');
    expect(bytesOf(service, id, 'a'.repeat(64))).toBeNull();
    const version = await service.call('files.version', { id, version: second.hash });
    expect(version).toMatchObject({ file: second, fileHere: true });
  }
  await expect(anna.call('files.version', { id, version: 'a'.repeat(64) })).rejects.toMatchObject({
    code: 'file-missing',
  });
});

it('a version that is not here comes when it is opened', async () => {
  const { anna, bram, id, space, ...all } = await conflict();
  await bram.call('spaces.setKeepOffline', { id: space, keep: false });
  const third = putFile({ ...all, space }, 'Anna', 'later.txt');
  await replace(anna, id, third);
  await exchange(anna, bram);
  const asked = { id, version: third.hash };
  expect(await bram.call('files.version', asked)).toMatchObject({ fileHere: false, fileText: { state: 'elsewhere' } });
  expect(await bram.call('files.fetch', asked)).toMatchObject({ file: third, fileHere: true });
  expect(bytesOf(bram, id, third.hash)).toBe('Tekst van later.txt');
});

it('keeping both makes the other an item of its own, everywhere, and is one step to undo', async () => {
  const { anna, bram, id, space, first, second } = await conflict();
  const others = [{ version: second.hash, title: 'Verslag (versie van Bram)' }];
  const { item, made } = await anna.call('files.keepAll', { id, keep: first.hash, others });
  expect(item).toMatchObject({ file: first, state: { conflicts: [] } });
  await exchange(anna, bram);
  const copy = await bram.call('items.get', { id: made[0] as ItemId });
  expect(copy).toMatchObject({ file: second, fileHere: true, space: { id: space } });
  expect(copy.state.fields['title']).toBe('Verslag (versie van Bram)');
  expect(copy.related).toMatchObject([{ kind: 'related', id }]);
  expect(await bram.call('conflicts.list', { space: null })).toEqual([]);
  await anna.call('edits.undo', undefined);
  expect((await anna.call('items.get', { id: made[0] as ItemId })).state.deleted).toBe(true);
});

it('the number of conflicts that is told is that of now: after the choice of another, and while sharing is paused', async () => {
  const { anna, bram, events, id, space, second } = await conflict();
  const told = (): number | undefined =>
    (
      events.filter(({ name }) => name === 'spaces.changed').at(-1)?.payload as { id: string; conflicts: number }[]
    ).find((each) => each.id === space)?.conflicts;
  await expect.poll(told, soon).toBe(1);
  await bram.call('items.resolve', { id, field: 'file', value: { ...second } });
  await exchange(bram, anna);
  await expect.poll(told, soon).toBe(0);
  await bram.call('items.change', { id, change: { set: { title: 'Van Bram' } }, label: 'change' });
  await anna.call('items.change', { id, change: { set: { title: 'Van Anna' } }, label: 'change' });
  await exchange(bram, anna);
  await expect.poll(told, soon).toBe(1);
  await anna.call('sync.pause', { id: space });
  await anna.call('items.resolve', { id, field: 'title', value: 'Van beiden' });
  await expect.poll(told, soon).toBe(0);
});
