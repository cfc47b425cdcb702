import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../shared/base/errors';
import type { ItemId } from '../../shared/base/ids';
import type { ItemState } from '../../shared/revision/item-state';
import type { Library, LibraryProgress } from '../../electron/library/library';
import { cutShort, damage, filesIn, openTestLibrary, temporaryFolder } from '../support/library-folders';

const bytes = Buffer.from('een bestand');

/** A library with some of everything, closed; and what it holds. */
async function filled(): Promise<{ base: string; folder: string; states: readonly ItemState[] }> {
  const base = temporaryFolder();
  const library = await openTestLibrary(base);
  const blob = await library.putBlob({ bytes });
  const [first] = await library.createItems([
    { type: 'project', set: { title: 'Een' }, add: { tags: ['a'] } },
    { type: 'document', set: { title: 'Twee', file: { ...blob, name: 'a.txt', mediaType: 'text/plain' } } },
  ]);
  await library.change((first as ItemState).id, { set: { summary: 'Kort' } });
  const states = [...library.items()];
  await library.close();
  return { base, folder: join(base, 'library'), states };
}

const find = (folder: string, ending: RegExp): string =>
  join(folder, filesIn(folder).find((file) => ending.test(file)) as string);
const codes = (library: Library): readonly string[] => library.problems().map(({ code }) => code);

describe('index.sqlite', () => {
  test.each([
    ['is missing', (path: string) => rmSync(path)],
    ['is cut short', cutShort],
    ['is no database', (path: string) => writeFileSync(path, 'geen database, maar wel een bestand'.repeat(200))],
    ['is empty', (path: string) => writeFileSync(path, '')],
    [
      'has a damaged first page',
      (path: string) => {
        const content = readFileSync(path);
        content.fill(0, 100, 900);
        writeFileSync(path, content);
      },
    ],
  ])('that %s is made again from the replicas', async (_name, harm) => {
    const { base, folder, states } = await filled();
    harm(join(folder, 'index.sqlite'));
    const progress: LibraryProgress[] = [];
    const library = await openTestLibrary(base, { onProgress: (step) => progress.push(step) });
    expect([...library.items()]).toEqual(states);
    expect(progress.at(-1)).toEqual({ phase: 'rebuild', done: 3, total: 3 });
    expect((await library.verify()).problems.filter(({ mended }) => mended !== true)).toEqual([]);
  });

  test('of another version is made again', async () => {
    const { base, states } = await filled();
    const index = {
      schema: 2,
      open: () => ({ put: () => undefined, remove: () => undefined, clear: () => undefined }),
    };
    const library = await openTestLibrary(base, { index });
    expect([...library.items()]).toEqual(states);
    expect(library.problems()).toEqual([]);
  });

  test.each([
    ['an item', `UPDATE core_items SET state = replace(state, 'Een', 'Nep')`],
    ['an item that is no JSON any more', `UPDATE core_items SET state = replace(state, '{', '(')`],
    ['the bin', 'UPDATE core_items SET deleted = 1 - deleted'],
    ['the place of an item', `UPDATE core_items SET space = 'elders'`],
    ['a log', 'UPDATE core_revisions SET n = n + 100'],
    ['a signature', `UPDATE core_revisions SET header = replace(header, '"sig":"', '"sig":"A')`],
    ['a body that is gone', 'UPDATE core_revisions SET body = NULL'],
    ['a revision that is no JSON any more', `UPDATE core_revisions SET header = replace(header, '{', '(')`],
  ])('that says something else than the logs is found and made again: %s', async (_name, harm) => {
    const { base, states } = await filled();
    const library = await openTestLibrary(base);
    library.database.exec(harm);
    expect((await library.verify()).problems).toEqual([{ code: 'index-damaged', file: 'index.sqlite', mended: true }]);
    expect([...library.items()]).toEqual(states);
  });

  test('with an index of SQLite that does not fit its table is made again', async () => {
    const { base, folder, states } = await filled();
    const path = join(folder, 'index.sqlite');
    const content = readFileSync(path);
    const { id } = states[0] as ItemState;
    // The last of the places is in the table or in one of its indexes; the others keep the id.
    content.write('Z', content.lastIndexOf(id) + id.length - 1);
    writeFileSync(path, content);
    const library = await openTestLibrary(base);
    expect((await library.verify()).problems).toEqual([{ code: 'index-damaged', file: 'index.sqlite', mended: true }]);
    expect([...library.items()]).toEqual(states);
  });

  test('that failed to take in a change is made again at the next opening, and nothing is written on top of it', async () => {
    const { base, states } = await filled();
    let fail = false;
    const put = (): void => {
      if (fail) throw new Error('index failure');
    };
    const index = { schema: 0, open: () => ({ put, remove: () => undefined, clear: () => undefined }) };
    const library = await openTestLibrary(base, { index });
    const id = (states[0] as ItemState).id;
    fail = true;
    await expect(library.change(id, { set: { aim: 'bewaard' } })).rejects.toMatchObject({ code: 'index-damaged' });
    fail = false;
    await expect(library.change(id, { set: { aim: 'te laat' } })).rejects.toMatchObject({ code: 'index-damaged' });
    await library.close();
    const again = await openTestLibrary(base, { index });
    expect(again.get(id)?.fields['aim']).toBe('bewaard');
  });

  test('that had no room for a change takes it in before the next one', async () => {
    const { base, states } = await filled();
    let full = false;
    const put = (): void => {
      if (full) throw new AppError('disk-full', { file: 'index.sqlite' });
    };
    const index = { schema: 0, open: () => ({ put, remove: () => undefined, clear: () => undefined }) };
    const library = await openTestLibrary(base, { index });
    const [one, two] = states.map(({ id }) => id) as [ItemId, ItemId];
    full = true;
    await expect(library.change(one, { set: { aim: 'in het logboek' } })).rejects.toMatchObject({ code: 'disk-full' });
    await expect(library.change(two, { set: { title: 'nog vol' } })).rejects.toMatchObject({ code: 'disk-full' });
    full = false;
    await library.change(two, { set: { title: 'weer ruimte' } });
    expect(library.get(one)?.fields['aim']).toBe('in het logboek');
    expect((await library.verify()).problems).toEqual([]);
    await library.close();
    expect((await openTestLibrary(base, { index })).problems()).toEqual([]);
  });
});

describe('a damaged', () => {
  test.each([
    ['pack, one bit', /\.pack$/, damage, 'pack-damaged'],
    ['pack, cut short', /\.pack$/, cutShort, 'pack-damaged'],
    ['head, one bit', /heads\/.*\.json$/, damage, 'head-damaged'],
    ['head, cut short', /heads\/.*\.json$/, cutShort, 'head-damaged'],
    ['marker, one bit', /raakvlak\.json$/, damage, 'marker-damaged'],
    ['blob, one bit', /blobs\/..\/.{64}$/, damage, 'blob-damaged'],
    ['blob, cut short', /blobs\/..\/.{64}$/, cutShort, 'blob-damaged'],
  ] as const)('%s stops only itself, and is kept', async (_name, ending, harm, code) => {
    const { base, folder, states } = await filled();
    const path = find(folder, ending);
    harm(path);
    const harmed = readFileSync(path);
    const library = await openTestLibrary(base);
    const report = await library.verify();
    const problem = report.problems.find((found) => found.code === code);
    expect(problem).toBeDefined();
    expect(readFileSync(join(folder, problem?.keptAt as string))).toEqual(harmed);
    expect([...library.items()]).toEqual(states);
    await library.createItem({ type: 'term', set: { title: 'Nieuw' } });
    await library.close();
    const again = await openTestLibrary(base);
    expect([...again.items()]).toHaveLength(3);
  });

  test('pack is written again from the index', async () => {
    const { base, folder, states } = await filled();
    damage(find(folder, /\.pack$/));
    const library = await openTestLibrary(base);
    expect((await library.verify()).problems).toMatchObject([{ code: 'pack-damaged', mended: true }]);
    await library.close();
    rmSync(join(folder, 'index.sqlite'));
    const again = await openTestLibrary(base);
    expect(again.problems()).toEqual([]);
    expect([...again.items()]).toEqual(states);
  });

  test('pack and no index: the rest opens', async () => {
    const { base, folder, states } = await filled();
    const packs = filesIn(folder).filter((file) => /\/3-.*\.pack$/.test(file));
    expect(packs).toHaveLength(1);
    damage(join(folder, packs[0] as string));
    rmSync(join(folder, 'index.sqlite'));
    const library = await openTestLibrary(base);
    expect(codes(library)).toContain('pack-damaged');
    expect([...library.items()].map(({ fields }) => fields['title'])).toEqual(
      states.map(({ fields }) => fields['title']),
    );
    expect([...library.items()].some(({ fields }) => fields['summary'] !== undefined)).toBe(false);
  });

  test('head and no index: the log is put together from its packs', async () => {
    const { base, folder, states } = await filled();
    cutShort(find(folder, /heads\/.*\.json$/));
    rmSync(join(folder, 'index.sqlite'));
    const library = await openTestLibrary(base);
    expect([...library.items()]).toEqual(states);
    expect(filesIn(folder).filter((file) => file.includes('heads/') && !file.startsWith('set-aside'))).toHaveLength(1);
  });

  test('key file: another device goes on', async () => {
    const { base, folder, states } = await filled();
    writeFileSync(join(folder, 'device/device.json'), '{"format":1}');
    const library = await openTestLibrary(base);
    expect(codes(library)).toEqual(['key-damaged']);
    await library.change((states[0] as ItemState).id, { set: { aim: 'verder' } });
    expect(filesIn(folder).filter((file) => file.includes('/heads/'))).toHaveLength(2);
    expect(await library.verify()).toMatchObject({ revisions: 4 });
  });
});

describe('left over after a crash', () => {
  test('a half-written file is removed', async () => {
    const { base, folder } = await filled();
    const heads = find(folder, /heads\/.*\.json$/);
    writeFileSync(`${heads}.tmp`, 'half');
    const library = await openTestLibrary(base);
    expect(existsSync(`${heads}.tmp`)).toBe(false);
    expect(library.problems()).toEqual([]);
  });

  test('a pack that its head does not name yet is taken in', async () => {
    const { base, folder, states } = await filled();
    const head = find(folder, /heads\/.*\.json$/);
    const before = readFileSync(head);
    const library = await openTestLibrary(base);
    await library.change((states[0] as ItemState).id, { set: { aim: 'net nog' } });
    await library.close();
    writeFileSync(head, before);
    rmSync(join(folder, 'index.sqlite'));
    const witness = find(join(base, 'config'), /witness/);
    writeFileSync(
      witness,
      readFileSync(witness, 'utf8').replace(
        /"n":4,"revision":"[0-9a-f]+"/,
        `"n":3,"revision":"${(JSON.parse(before.toString()) as { last: { revision: string } }).last.revision}"`,
      ),
    );
    const again = await openTestLibrary(base);
    expect(again.get((states[0] as ItemState).id)?.fields['aim']).toBe('net nog');
    expect(again.problems()).toEqual([]);
    expect(again.device()).toBe(library.device());
  });

  test('a pack that contradicts the log is put aside', async () => {
    const { base, folder, states } = await filled();
    const before = join(base, 'before');
    cpSync(folder, before, { recursive: true });
    const { id } = states[0] as ItemState;
    const other = await openTestLibrary(base);
    await other.changeMany([
      { id, change: { set: { aim: 'nooit beloofd' } } },
      { id, change: { set: { aim: 'ook niet' } } },
    ]);
    await other.close();
    const stray = filesIn(folder).find((file) => /\/4-.*\.pack$/.test(file)) as string;
    const bytes = readFileSync(join(folder, stray));
    // The same device once more from where it was, as after a write that failed: its number 4 is another one.
    rmSync(join(folder, 'spaces'), { recursive: true });
    cpSync(join(before, 'spaces'), join(folder, 'spaces'), { recursive: true });
    cpSync(join(before, 'index.sqlite'), join(folder, 'index.sqlite'));
    const witness = find(join(base, 'config'), /witness/);
    writeFileSync(witness, JSON.stringify({ ...JSON.parse(readFileSync(witness, 'utf8')), logs: {} }));
    const library = await openTestLibrary(base);
    await library.change(id, { set: { aim: 'beloofd' } });
    await library.close();
    writeFileSync(join(folder, stray), bytes);
    const again = await openTestLibrary(base);
    expect(codes(again)).toEqual(['log-forked']);
    expect(again.get(id)?.fields['aim']).toBe('beloofd');
    await again.close();
    expect((await openTestLibrary(base)).problems()).toEqual([]);
  });

  test('a head that went back gets its tail from the index', async () => {
    const { base, folder, states } = await filled();
    const head = find(folder, /heads\/.*\.json$/);
    const before = readFileSync(head);
    const library = await openTestLibrary(base);
    await library.change((states[0] as ItemState).id, { set: { aim: 'bewaard' } });
    await library.close();
    rmSync(join(folder, filesIn(folder).find((file) => /\/4-.*\.pack$/.test(file)) as string));
    writeFileSync(head, before);
    const again = await openTestLibrary(base);
    expect(codes(again)).toEqual(['head-went-back']);
    expect((await again.verify()).revisions).toBe(4);
    expect(again.device()).toBe(library.device());
  });
});
