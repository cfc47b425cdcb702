import { randomBytes } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BlobHash } from '../../shared/base/ids';
import type { FileRef } from '../../shared/model/file-ref';
import type { Library, LibraryChange } from '../../electron/library/library';
import { filesIn, openTestLibrary } from '../support/library-folders';
import { carry, carryBlobs, draft, exchange, joinedPeer, twoPeers } from '../support/library-spaces';

const bytes = Buffer.from('een gedeeld bestand');

async function fileIn(library: Library): Promise<FileRef> {
  return { ...(await library.putBlob({ bytes })), name: 'a.txt', mediaType: 'text/plain' };
}

test('what one writes the other sees, and both are equal', async () => {
  const changes: LibraryChange[] = [];
  const { one, two } = await twoPeers({ onChange: (change) => changes.push(change) });
  const made = await one.library.createItem(draft(one.space.id, 'Van een'));
  changes.length = 0;
  const [received] = await carry(one.space, two.space);
  expect(received).toMatchObject({ items: [made.id], revisions: 1, refused: [], missing: [] });
  expect(changes).toMatchObject([{ items: [made.id], by: 'others', spaces: [one.space.id] }]);
  expect(two.library.get(made.id)).toEqual(one.library.get(made.id));
  await two.library.change(made.id, { set: { title: 'Door twee' } });
  await carry(two.space, one.space);
  expect(one.library.get(made.id)?.fields['title']).toBe('Door twee');
  expect(one.library.stateHash(one.space.id)).toBe(two.library.stateHash(two.space.id));
});

test('receiving the same again changes nothing', async () => {
  const { one, two } = await twoPeers();
  await one.library.createItem(draft(one.space.id, 'Een'));
  await carry(one.space, two.space);
  const before = filesIn(two.folder);
  expect(await carry(one.space, two.space)).toMatchObject([{ items: [], revisions: 0, refused: [], missing: [] }]);
  expect(filesIn(two.folder)).toEqual(before);
});

test('a conflict is the same on both sides, counted, and settled by a revision', async () => {
  const { one, two } = await twoPeers();
  const { id } = await one.library.createItem(draft(one.space.id, 'Een'));
  await exchange(one.space, two.space);
  await one.library.change(id, { set: { title: 'Links' } }, { label: 'Titel' });
  await two.library.change(id, { set: { title: 'Rechts' } });
  await exchange(one.space, two.space);
  expect(one.library.conflicts()).toEqual([{ id, fields: ['title'] }]);
  expect(two.library.conflicts(two.space.id)).toEqual(one.library.conflicts(one.space.id));
  expect(one.library.get(id)).toEqual(two.library.get(id));
  await two.library.resolveConflict(id, 'title', 'Samen');
  await carry(two.space, one.space);
  expect(one.library.conflicts()).toEqual([]);
  // What another wrote since is left alone.
  await one.library.undo();
  expect(one.library.get(id)?.fields['title']).toBe('Samen');
});

test('many small changes: the head stays small, the list names the older packs, and a newcomer has it all', async () => {
  const { one } = await twoPeers();
  const { id } = await one.library.createItem(draft(one.space.id, 'Nul'));
  for (let i = 1; i < 60; i += 1) {
    await one.library.change(id, { set: { title: `Titel ${i}`, summary: randomBytes(900).toString('base64') } });
    const own = (await one.space.heads())[0];
    expect(own?.bytes.length).toBeLessThan(1_900);
  }
  const own = (await one.space.heads())[0];
  expect(own?.head.older).not.toBeNull();
  const three = await joinedPeer(one.space);
  await carry(one.space, three.space);
  expect(three.library.history(id)).toHaveLength(60);
  expect(three.library.stateHash(one.space.id)).toBe(one.library.stateHash(one.space.id));
  expect((await three.library.verify()).problems).toEqual([]);
  expect((await one.library.verify()).problems).toEqual([]);
});

test('packs that larger ones replaced are removed on the other side too', async () => {
  const { one, two } = await twoPeers();
  const { id } = await one.library.createItem(draft(one.space.id, 'Nul'));
  for (let i = 1; i < 60; i += 1) {
    await one.library.change(id, { set: { title: `Titel ${i}` } });
    await carry(one.space, two.space);
  }
  const log = (folder: string): readonly string[] => filesIn(join(folder, 'spaces', one.space.id, 'log'));
  expect(log(two.folder)).toEqual(log(one.folder));
  await two.library.close();
  const again = await openTestLibrary(two.base);
  expect(again.problems()).toEqual([]);
  expect(again.history(id)).toHaveLength(60);
});

test('a rebuild gives the same as what came in', async () => {
  const { one, two } = await twoPeers();
  const { id } = await one.library.createItem(draft(one.space.id, 'Een'));
  await exchange(one.space, two.space);
  await one.library.change(id, { set: { title: 'Links' } });
  await two.library.change(id, { set: { title: 'Rechts' } });
  await exchange(one.space, two.space);
  const before = two.library.stateHash(two.space.id);
  await two.library.rebuild();
  expect(two.library.stateHash(two.space.id)).toBe(before);
  expect(two.library.conflicts()).toHaveLength(1);
});

describe('files', () => {
  test('of an item in a shared space are in that space, and come over', async () => {
    const { one, two } = await twoPeers();
    const file = await fileIn(one.library);
    const { id } = await one.library.createItem({
      type: 'document',
      space: one.space.id,
      set: { title: 'Stuk', file },
    });
    await carry(one.space, two.space, false);
    expect(two.space.missingBlobs()).toEqual([{ hash: file.hash, sizeBytes: bytes.length, items: [id] }]);
    expect(two.library.hasBlob(file.hash)).toBe(false);
    await carryBlobs(one.space, two.space);
    expect(two.space.missingBlobs()).toEqual([]);
    expect(readFileSync(two.library.blobPath(file.hash))).toEqual(bytes);
    const own = (await one.space.heads())[0]?.head;
    expect(one.space.blobsNamedBy(own?.owner.device as never, 1, 1)).toEqual([file.hash]);
  });

  test('that are not what their name says leave nothing behind', async () => {
    const { one, two } = await twoPeers();
    const file = await fileIn(one.library);
    await one.library.createItem({ type: 'document', space: one.space.id, set: { title: 'Stuk', file } });
    await carry(one.space, two.space, false);
    const partial = two.space.partialPath(`blobs/${file.hash.slice(0, 2)}/${file.hash}`);
    copyFileSync(join(one.folder, 'device/device.json'), partial);
    expect(await two.space.receiveBlob(file.hash, partial)).toBe('damaged');
    expect([existsSync(partial), two.library.hasBlob(file.hash)]).toEqual([false, false]);
  });
});

describe('an erasure', () => {
  test('F25: is carried out where it comes in, at once, and the words do not come back', async () => {
    const { one, two } = await twoPeers();
    const file = await fileIn(one.library);
    const { id } = await one.library.createItem({
      type: 'document',
      space: one.space.id,
      set: { title: 'Geheim', file },
    });
    await exchange(one.space, two.space);
    const [old] = await one.space.heads();
    const packs = one.space
      .filesOf(old?.head as never)
      .map(({ path }) => ({ path, bytes: readFileSync(one.space.pathOf(path)) }));
    await two.library.erase({ items: [id] });
    await carry(two.space, one.space);
    expect(one.library.get(id)).toBeNull();
    expect(one.library.hasBlob(file.hash)).toBe(false);
    expect(one.library.erasures()[0]?.confirmedBy).toHaveLength(2);
    const three = await joinedPeer(two.space);
    await carry(two.space, three.space);
    const received = await three.space.receive({ head: (old as { bytes: Uint8Array }).bytes, files: packs });
    expect(received.refused).toEqual([{ path: packs[0]?.path, code: 'erased-content' }]);
    expect(three.space.filesOf(old?.head as never)).toEqual([]);
    expect(three.library.get(id)).toBeNull();
    await exchange(one.space, three.space);
    await exchange(two.space, three.space);
    await exchange(one.space, two.space);
    const hash = one.library.stateHash(one.space.id);
    expect([two.library.stateHash(one.space.id), three.library.stateHash(one.space.id)]).toEqual([hash, hash]);
    expect((await three.library.verify()).problems).toMatchObject([{ code: 'head-went-back', mended: true }]);
  });

  test('F25: in a shared space has no say over the private one', async () => {
    const { one, two } = await twoPeers();
    const file = await fileIn(one.library);
    const own = await one.library.createItem({ type: 'document', set: { title: 'Van mij', file } });
    const [copy] = await one.library.publish([own.id], one.space.id);
    await carry(one.space, two.space);
    const origin = copy?.fields['origin'] as { revision: string };
    await two.library.erase({ items: [copy?.id as never] });
    const erasure = two.library.erasures()[0];
    expect(erasure?.revisions).not.toContain(origin.revision);
    await carry(two.space, one.space);
    expect(one.library.get(copy?.id as never)).toBeNull();
    expect(one.library.get(own.id)?.fields['title']).toBe('Van mij');
    expect(readFileSync(one.library.blobPath(file.hash))).toEqual(bytes);
    expect(one.library.hasBlob(file.hash)).toBe(true);
  });
});

describe('publishing', () => {
  test('copies values, files and relations, says where they came from, and is brought up to date the next time', async () => {
    const { one } = await twoPeers();
    const file = await fileIn(one.library);
    const study = await one.library.createItem({ type: 'study', set: { title: 'Studie' } });
    const hidden = await one.library.createItem({ type: 'study', set: { title: 'Verborgen' } });
    const document = await one.library.createItem({
      type: 'document',
      set: { title: 'Stuk', file },
      add: {
        tags: ['a'],
        relations: [
          { kind: 'about', target: study.id },
          { kind: 'about', target: hidden.id },
        ],
      },
    });
    const [copy, studyCopy] = await one.library.publish([document.id, study.id], one.space.id);
    expect(copy).toMatchObject({
      space: one.space.id,
      fields: {
        title: 'Stuk',
        file,
        origin: { item: document.id, space: document.space, revision: document.heads[0] },
      },
      sets: { tags: ['a'], relations: [{ kind: 'about', target: studyCopy?.id }] },
    });
    const path = one.space.pathOf(`blobs/${file.hash.slice(0, 2)}/${file.hash}`);
    expect(statSync(path).size).toBe(bytes.length);
    await one.library.change(document.id, { set: { title: 'Stuk, herzien' }, remove: { tags: ['a'] } });
    const [again] = await one.library.publish([document.id], one.space.id);
    expect(again).toMatchObject({ id: copy?.id, fields: { title: 'Stuk, herzien' } });
    expect(again?.sets['tags']).toBeUndefined();
  });

  test('moving bins the original and says where it went; one undo takes it back', async () => {
    const { one } = await twoPeers();
    const { id } = await one.library.createItem({ type: 'study', set: { title: 'Studie' } });
    const [copy] = await one.library.moveToSpace([id], one.space.id, { label: 'Verplaatsen' });
    expect(copy).toMatchObject({ space: one.space.id, deleted: false });
    expect(one.library.get(id)).toMatchObject({
      deleted: true,
      fields: { movedTo: { space: one.space.id, item: copy?.id } },
    });
    expect(one.library.undoStatus().undo).toBe('Verplaatsen');
    await one.library.undo();
    expect(one.library.get(id)).toMatchObject({ deleted: false });
    expect(one.library.get(id)?.fields['movedTo']).toBeUndefined();
    expect(one.library.get(copy?.id as never)?.deleted).toBe(true);
  });

  test('of an item whose file is not here is refused', async () => {
    const { one } = await twoPeers();
    const file = { hash: 'a'.repeat(64) as BlobHash, sizeBytes: 3, name: 'weg.pdf', mediaType: 'application/pdf' };
    const { id } = await one.library.createItem({ type: 'document', set: { title: 'Stuk', file } });
    await expect(one.library.publish([id], one.space.id)).rejects.toMatchObject({ code: 'blob-missing' });
    // What would go along can be seen before the file has come.
    expect(one.library.publishPreview([id], one.space.id)).toMatchObject([
      { isUpdate: false, body: { set: { file } } },
    ]);
  });
});

describe('spaces', () => {
  test('are made, renamed by their founder for all and by others for themselves, and opened again', async () => {
    const { one, two } = await twoPeers();
    await two.library.renameSpace(two.space.id, 'Mijn naam ervoor');
    await one.library.renameSpace(one.space.id, 'Regio Zuid');
    await two.library.adoptSpace(await one.space.markerBytes());
    expect(two.space.marker.name).toBe('Regio Zuid');
    expect(two.library.spaces()).toContainEqual({ id: one.space.id, name: 'Mijn naam ervoor', kind: 'open' });
    await two.library.close();
    const again = await openTestLibrary(two.base);
    expect(again.spaces()).toContainEqual({ id: one.space.id, name: 'Mijn naam ervoor', kind: 'open' });
    await expect(again.createSpace({ name: '  ' })).rejects.toMatchObject({ code: 'field-invalid' });
    await expect(again.adoptSpace(Buffer.from('{}'))).rejects.toMatchObject({ code: 'space-damaged' });
  });

  test('that are left are kept aside, gone from the index, and can be joined again', async () => {
    const { one, two } = await twoPeers();
    const { id } = await one.library.createItem(draft(one.space.id, 'Een'));
    await exchange(one.space, two.space);
    await two.library.change(id, { set: { summary: 'van twee' } });
    await exchange(one.space, two.space);
    const marker = await one.space.markerBytes();
    await two.library.removeSpace(two.space.id);
    expect([two.library.get(id), two.library.spaces().length]).toEqual([null, 1]);
    expect(filesIn(join(two.folder, 'set-aside')).some((file) => file.endsWith('.pack'))).toBe(true);
    const device = two.library.device();
    await two.library.adoptSpace(marker);
    const space = two.library.space(one.space.id);
    await carry(one.space, space);
    expect(two.library.get(id)?.fields['summary']).toBe('van twee');
    // Its own old log came back from elsewhere: nobody can tell whether that is all of it.
    expect(two.library.device()).not.toBe(device);
    await two.library.change(id, { set: { summary: 'weer' } });
    await carry(space, one.space);
    expect(one.library.get(id)?.fields['summary']).toBe('weer');
  });

  test('the private one cannot be left', async () => {
    const { one } = await twoPeers();
    const own = one.library.spaces().find(({ kind }) => kind === 'private');
    await expect(one.library.removeSpace(own?.id as never)).rejects.toMatchObject({ code: 'space-private' });
  });

  test('a crash between moving a space aside and forgetting it is made good', async () => {
    const { one, two } = await twoPeers();
    const { id } = await one.library.createItem(draft(one.space.id, 'Een'));
    await exchange(one.space, two.space);
    await two.library.close();
    cpSync(join(two.folder, 'spaces', one.space.id), join(two.folder, 'set-aside/spaces', one.space.id), {
      recursive: true,
    });
    rmSync(join(two.folder, 'spaces', one.space.id), { recursive: true });
    const again = await openTestLibrary(two.base);
    expect([again.get(id), again.spaces().length]).toEqual([null, 1]);
  });
});

describe('F26: participants', () => {
  test('say who they are once, and again when that changed', async () => {
    const { one, two } = await twoPeers();
    await one.library.introduce(one.space.id, { name: 'Anna', organisation: 'Doorstroompunt Zuid' });
    await one.library.introduce(one.space.id, { name: 'Anna', organisation: 'Doorstroompunt Zuid' });
    expect((await one.space.heads())[0]?.head.last?.n).toBe(1);
    await two.library.introduce(two.space.id, { name: 'Bram', organisation: 'Mbo Noord' });
    await exchange(one.space, two.space);
    expect(two.library.participants(two.space.id)).toEqual([
      { device: one.library.device(), name: 'Anna', organisation: 'Doorstroompunt Zuid', self: false },
      { device: two.library.device(), name: 'Bram', organisation: 'Mbo Noord', self: true },
    ]);
    await one.library.introduce(one.space.id, { name: 'Anna de Vries', organisation: 'Doorstroompunt Zuid' });
    await carry(one.space, two.space);
    expect(two.library.participants(two.space.id)[0]?.name).toBe('Anna de Vries');
    expect([...two.library.items()]).toEqual([]);
  });
});
