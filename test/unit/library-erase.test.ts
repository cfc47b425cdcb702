import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { RevisionId } from '../../shared/base/ids';
import type { Library } from '../../electron/library/library';
import { filesIn, openTestLibrary, temporaryFolder } from '../support/library-folders';

const secret = 'Geheimnaam van een persoon';

/** The files, packs unpacked, in which some words still stand. */
function filesWith(folder: string, words: string): readonly string[] {
  return filesIn(folder).filter((file) => {
    const bytes = readFileSync(join(folder, file));
    return (file.endsWith('.pack') ? gunzipSync(bytes) : bytes).includes(words);
  });
}

async function withSecret(library: Library): Promise<Awaited<ReturnType<Library['createItem']>>> {
  const blob = await library.putBlob({ bytes: Buffer.from(`${secret} in een bestand`) });
  const item = await library.createItem({
    type: 'document',
    set: { title: 'Verslag', file: { ...blob, name: 'v.txt', mediaType: 'text/plain' } },
  });
  await library.change(item.id, { set: { summary: `Over ${secret}. `.repeat(1_500) } }, { label: 'Wijzigen' });
  await library.change(item.id, { set: { summary: 'Over iemand' } });
  return item;
}

test('erased words leave every file; the item, its history and the chain stay', async () => {
  const base = temporaryFolder();
  const library = await openTestLibrary(base);
  const { id } = await withSecret(library);
  const revision = library.history(id)[1]?.revision as RevisionId;
  const blob = (library.get(id)?.fields['file'] as { hash: never }).hash;
  const status = await library.erase({ revisions: [revision], blobs: [blob] });
  expect(status).toMatchObject({ revisions: [revision], blobs: [blob], confirmedBy: [library.device()] });
  expect(library.get(id)?.fields['summary']).toBe('Over iemand');
  expect(library.history(id).map(({ erased }) => erased)).toEqual([false, true, false]);
  expect(library.hasBlob(blob)).toBe(false);
  expect((await library.verify()).problems).toEqual([]);
  expect(library.undoStatus()).toEqual({ undo: null, redo: null });
  await library.close();
  expect(filesWith(join(base, 'library'), secret)).toEqual([]);
});

test('what is erased stays erased: after a rebuild, and when the file comes back', async () => {
  const base = temporaryFolder();
  const library = await openTestLibrary(base);
  const { id } = await withSecret(library);
  await library.erase({ items: [id] });
  expect(library.get(id)).toBeNull();
  expect([...library.items()]).toEqual([]);
  await expect(library.putBlob({ bytes: Buffer.from(`${secret} in een bestand`) })).rejects.toMatchObject({
    code: 'blob-erased',
  });
  await library.close();
  rmSync(join(base, 'library/index.sqlite'));
  const again = await openTestLibrary(base);
  expect([...again.items()]).toEqual([]);
  expect(again.history(id).every(({ erased }) => erased)).toBe(true);
  await expect(again.putBlob({ bytes: Buffer.from(`${secret} in een bestand`) })).rejects.toMatchObject({
    code: 'blob-erased',
  });
  expect((await again.verify()).problems).toEqual([]);
  await again.close();
  expect(filesWith(join(base, 'library'), secret)).toEqual([]);
});

test('a file that another item names as well stays', async () => {
  const library = await openTestLibrary(temporaryFolder());
  const { id, fields } = await withSecret(library);
  const file = fields['file'] as { hash: never };
  await library.createItem({ type: 'document', set: { title: 'Ook', file } });
  expect((await library.erase({ items: [id] })).blobs).toEqual([]);
  expect(library.hasBlob(file.hash)).toBe(true);
});

test('the log of another device loses its words here too, and still verifies', async () => {
  const base = temporaryFolder();
  const first = await openTestLibrary(base);
  const { id } = await withSecret(first);
  await first.close();
  const second = await openTestLibrary(base, { machine: 'machine-2' });
  const status = await second.erase({ items: [id] });
  expect(status.confirmedBy).toEqual([second.device()]);
  expect(second.device()).not.toBe(first.device());
  expect((await second.verify()).problems.filter(({ code }) => code !== 'device-replaced')).toEqual([]);
  await second.close();
  expect(filesWith(join(base, 'library'), secret)).toEqual([]);
});

test('an erasure that was signed but not carried out is carried out at the next opening', async () => {
  const base = temporaryFolder();
  const library = await openTestLibrary(base);
  const { id } = await withSecret(library);
  await library.close();
  cpSync(join(base, 'library/spaces'), join(base, 'before'), { recursive: true });
  const erasing = await openTestLibrary(base);
  await erasing.erase({ items: [id] });
  await erasing.close();
  // As after a crash in between: the erasure is in the log, the packs and the blob are the old ones.
  const blobs = filesIn(join(base, 'before')).filter((file) => file.includes('/blobs/'));
  for (const file of blobs) cpSync(join(base, 'before', file), join(base, 'library/spaces', file));
  const device = erasing.device() as string;
  const again = await openTestLibrary(base, { machine: 'machine-2' });
  await again.createItem({ type: 'term', set: { title: 'Nu mag dit apparaat schrijven' } });
  await again.close();
  const third = await openTestLibrary(base, { machine: 'machine-2' });
  expect(third.erasures()).toMatchObject([{ confirmedBy: [device, third.device()].sort() }]);
  await third.close();
  expect(filesWith(join(base, 'library'), secret)).toEqual([]);
});

test('an erasure itself cannot be erased', async () => {
  const library = await openTestLibrary(temporaryFolder());
  const { id } = await withSecret(library);
  const { id: erasure } = await library.erase({ items: [id] });
  const asked = library.history(erasure)[0]?.revision as RevisionId;
  await library.erase({ revisions: [asked] });
  expect(library.history(erasure)[0]?.erased).toBe(false);
  expect(library.erasures()).toHaveLength(2);
});

test('the item index is told which files to forget, also after a rebuild', async () => {
  const forgotten: string[] = [];
  const index = {
    schema: 0,
    open: () => ({
      put: () => undefined,
      remove: () => undefined,
      clear: () => void forgotten.push('clear'),
      forgetFiles: (hashes: readonly string[]) => void forgotten.push(...hashes),
    }),
  };
  const library = await openTestLibrary(temporaryFolder(), { index });
  const { fields } = await withSecret(library);
  const { hash } = fields['file'] as { hash: never };
  await library.erase({ blobs: [hash] });
  await library.rebuild();
  expect(forgotten).toEqual([hash, 'clear', hash]);
});

test('nothing to erase is an error', async () => {
  const library = await openTestLibrary(temporaryFolder());
  await expect(library.erase({ revisions: ['0'.repeat(64) as RevisionId] })).rejects.toMatchObject({
    code: 'revision-not-found',
  });
});
