import { cpSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ItemState } from '../../shared/revision/item-state';
import type { Library } from '../../electron/library/library';
import { filesIn, libraryOptions, openTestLibrary, temporaryFolder } from '../support/library-folders';

const term = (title: string): { type: string; set: { title: string } } => ({ type: 'term', set: { title } });

/** A library with one item, closed. */
async function made(): Promise<{ base: string; device: string | null }> {
  const base = temporaryFolder();
  const library = await openTestLibrary(base);
  await library.createItem(term('Eerste'));
  const device = library.device();
  await library.close();
  return { base, device };
}

async function writesAs(library: Library): Promise<string | null> {
  await library.createItem(term('Nog een'));
  const report = await library.verify();
  expect(report.problems.filter(({ code }) => code !== 'device-replaced')).toEqual([]);
  return library.device();
}

const titles = (library: Library): readonly unknown[] => [...library.items()].map(({ fields }) => fields['title']);

test('a device stays the same as long as nothing happens to its library', async () => {
  const { base, device } = await made();
  const library = await openTestLibrary(base);
  expect(await writesAs(library)).toBe(device);
  await library.close();
  expect(await writesAs(await openTestLibrary(base))).toBe(device);
  expect(filesIn(join(base, 'library')).filter((file) => file.includes('/heads/'))).toHaveLength(1);
});

test('a device keeps its id when its library moves on the same disk', async () => {
  const { base, device } = await made();
  renameSync(join(base, 'library'), join(base, 'elsewhere'));
  expect(await writesAs(await openTestLibrary(base, { folder: join(base, 'elsewhere') }))).toBe(device);
});

describe('a new device id, and the old log as that of another device,', () => {
  test('after a backup was restored', async () => {
    const { base, device } = await made();
    cpSync(join(base, 'library'), join(base, 'backup'), { recursive: true });
    const library = await openTestLibrary(base);
    await library.createItem(term('Na de kopie'));
    await library.close();
    rmSync(join(base, 'library'), { recursive: true });
    renameSync(join(base, 'backup'), join(base, 'library'));
    const restored = await openTestLibrary(base);
    expect(restored.device()).toBeNull();
    expect(restored.problems()).toMatchObject([{ code: 'device-replaced', device }]);
    expect(await writesAs(restored)).not.toBe(device);
    expect(titles(restored)).toEqual(['Eerste', 'Nog een']);
    expect(filesIn(join(base, 'library')).filter((file) => file.includes('/heads/'))).toHaveLength(2);
  });

  test('in a copied library folder, also while the original goes on', async () => {
    const { base, device } = await made();
    cpSync(join(base, 'library'), join(base, 'copy'), { recursive: true });
    const [original, copy] = [await openTestLibrary(base), await openTestLibrary(base, { folder: join(base, 'copy') })];
    expect(await writesAs(original)).toBe(device);
    const copied = await writesAs(copy);
    expect(copied).not.toBe(device);
    expect(await writesAs(original)).toBe(device);
    await copy.close();
    expect((await openTestLibrary(base, { folder: join(base, 'copy') })).device()).toBe(copied);
  });

  test('in a copied profile with its library', async () => {
    const { base, device } = await made();
    const other = temporaryFolder();
    cpSync(base, other, { recursive: true, preserveTimestamps: true });
    expect(await writesAs(await openTestLibrary(other))).not.toBe(device);
  });

  test('on a second machine with the same disk', async () => {
    const { base, device } = await made();
    expect(await writesAs(await openTestLibrary(base, { machine: 'machine-2' }))).not.toBe(device);
  });

  test('when the witness is gone', async () => {
    const { base, device } = await made();
    rmSync(join(base, 'config'), { recursive: true });
    const library = await openTestLibrary(base);
    const second = await writesAs(library);
    expect(second).not.toBe(device);
    await library.close();
    expect(await writesAs(await openTestLibrary(base))).toBe(second);
  });
});

test('opening alone never makes a new device', async () => {
  const { base, device } = await made();
  const stranger = await openTestLibrary(base, { machine: 'machine-2' });
  expect([stranger.device(), titles(stranger)]).toEqual([null, ['Eerste']]);
  await stranger.close();
  expect((await openTestLibrary(base)).device()).toBe(device);
});

test('two devices that edited one item apart are both kept', async () => {
  const { base } = await made();
  cpSync(join(base, 'library'), join(base, 'copy'), { recursive: true });
  const [one, two] = [await openTestLibrary(base), await openTestLibrary(base, { folder: join(base, 'copy') })];
  const { id } = [...one.items()][0] as ItemState;
  await one.change(id, { set: { title: 'Van een' } });
  await two.change(id, { set: { title: 'Van twee' } });
  await Promise.all([one.close(), two.close()]);
  const spaces = (folder: string): string => join(base, folder, 'spaces');
  cpSync(spaces('copy'), spaces('library'), { recursive: true, force: false });
  const merged = await openTestLibrary(base);
  expect(
    merged
      .get(id)
      ?.conflicts[0]?.versions.map(({ value }) => value)
      .sort(),
  ).toEqual(['Van een', 'Van twee']);
  await merged.resolveConflict(id, 'title', 'Samen');
  expect(merged.get(id)).toMatchObject({ conflicts: [], fields: { title: 'Samen' } });
  expect((await merged.verify()).problems).toEqual([]);
});

test('the key is protected by the secret box, and readable by its owner alone', async () => {
  const turn = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0x5a);
  const secretBox = async () => ({ protect: turn, unprotect: turn });
  const base = temporaryFolder();
  const library = await openTestLibrary(base, { secretBox });
  const device = library.device();
  await library.close();
  const path = join(libraryOptions(base).folder, 'device/device.json');
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  const reopened = await openTestLibrary(base, { secretBox });
  expect(reopened.device()).toBe(device);
  await reopened.close();
  const before = readFileSync(path);
  const other = async () => ({ protect: turn, unprotect: (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0x33) });
  const without = await openTestLibrary(base, { secretBox: other });
  expect(without.problems()).toMatchObject([{ code: 'key-damaged' }]);
  expect(readFileSync(join(base, 'library', without.problems()[0]?.keptAt as string))).toEqual(before);
});

test('without the secret box a sealed key stays where it is: all can be read and nothing is written', async () => {
  const turn = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0x5a);
  const secretBox = async () => ({ protect: turn, unprotect: turn });
  const base = temporaryFolder();
  const library = await openTestLibrary(base, { secretBox });
  await library.createItem(term('Eerste'));
  const device = library.device();
  await library.close();
  const without = await openTestLibrary(base);
  expect([titles(without), without.problems()]).toEqual([['Eerste'], []]);
  await expect(without.createItem(term('Tweede'))).rejects.toThrow('keys-protected');
  await without.close();
  const again = await openTestLibrary(base, { secretBox });
  expect(again.device()).toBe(device);
  await again.close();
  // Who gives up the key goes on as another device, and the key is kept aside.
  const given = await openTestLibrary(base);
  expect(given.isShut()).toBe(true);
  expect(await given.renewDevice()).not.toBe(device);
  await given.createItem(term('Verder'));
  expect([given.isShut(), given.problems().map(({ code }) => code)]).toEqual([false, ['key-damaged']]);
});

test('a key that lay open is sealed when there is something to seal it with, and stays the same device', async () => {
  const { base, device } = await made();
  const path = join(libraryOptions(base).folder, 'device/device.json');
  const secret = (): string => (JSON.parse(readFileSync(path, 'utf8')) as { secret: string }).secret;
  const open = secret();
  const turn = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0x5a);
  const secretBox = async () => ({ protect: turn, unprotect: turn });
  const library = await openTestLibrary(base, { secretBox });
  expect([await writesAs(library), secret() === open]).toEqual([device, false]);
  await library.close();
  expect(await writesAs(await openTestLibrary(base, { secretBox }))).toBe(device);
});
