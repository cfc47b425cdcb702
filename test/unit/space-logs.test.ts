import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Revision } from '../../shared/revision/revision';
import { sha256 } from '../../electron/library/hash';
import { decodeHead, replaces, type Head } from '../../electron/library/head';
import type { SpaceFile } from '../../electron/library/local-space';
import { encodeList } from '../../electron/library/pack-list';
import { sealRevision } from '../../electron/library/revision-seal';
import { signerOf } from '../../electron/library/signing';
import { openLock } from '../../electron/library/space-lock';
import { filesIn, openTestLibrary } from '../support/library-folders';
import { carry, draft, joinedPeer, twoPeers } from '../support/library-spaces';
import { writer, logOf, ownerIn, written, emptyPeer, titlesIn, codesIn } from '../support/space-logs';

test('F13: of a forked log both branches are kept, also through a rebuild and for whoever comes later', async () => {
  const { one, two } = await twoPeers();
  const [trunk] = logOf(writer, ['Stam']) as [Revision];
  const [left, right] = [logOf(writer, ['Links', 'Links 2'], trunk), logOf(writer, ['Rechts'], trunk)];
  const shorter = await written(one.space.id, writer, [[trunk], right]);
  const longer = await written(one.space.id, writer, [[trunk], left]);
  for (const [peer, order] of [
    [one, [shorter, longer]],
    [two, [longer, shorter]],
  ] as const) {
    for (const { head, files } of order) await peer.space.receive({ head, files });
    expect(codesIn(peer)).toContain('log-forked');
    const heads = (await peer.space.heads()).filter(({ head: { owner } }) => owner.device === writer.device);
    const branch = right[0]?.header.id.slice(0, 16);
    expect(heads.map(({ path }) => path)).toEqual([
      `heads/${writer.device}.json`,
      `heads/${writer.device}-${branch}.json`,
    ]);
    expect(heads[0]?.bytes).toEqual(longer.head);
  }
  const hash = one.library.stateHash(one.space.id);
  expect(two.library.stateHash(one.space.id)).toBe(hash);
  await two.library.close();
  rmSync(`${two.folder}/index.sqlite`);
  const again = await openTestLibrary(two.base);
  expect(again.stateHash(one.space.id)).toBe(hash);
  const three = await joinedPeer(one.space);
  await carry(again.space(one.space.id), three.space);
  expect(three.library.stateHash(one.space.id)).toBe(hash);
  // A larger head of the first branch takes its own place again and no other.
  const next = await written(one.space.id, writer, [
    [trunk],
    [...left, ...logOf(writer, ['Links 3'], left[1] as Revision)],
  ]);
  await three.space.receive({ head: next.head, files: next.files });
  expect((await three.space.heads()).filter(({ head: { owner } }) => owner.device === writer.device)).toHaveLength(2);
});

test('F14: a device that has written nothing has a head without packs', async () => {
  const { one } = await twoPeers();
  const device = one.library.device() as never;
  await one.space.noteInHead({ seen: { [writer.device]: 3 }, missing: ['blobs/aa/x'], strays: [] });
  const [own] = await one.space.heads();
  expect(own?.head).toMatchObject({
    edition: 1,
    last: null,
    packs: [],
    older: null,
    seen: { [writer.device]: 3 },
    missing: ['blobs/aa/x'],
  });
  expect(own).toMatchObject({ own: true, path: `heads/${device as string}.json` });
  await one.space.noteInHead({ seen: { [writer.device]: 3 }, missing: ['blobs/aa/x'], strays: [] });
  expect((await one.space.heads())[0]?.head.edition).toBe(1);
  const { id } = await one.library.createItem(draft(one.space.id, 'Een'));
  await one.library.close();
  const again = await openTestLibrary(one.base);
  expect((await again.space(one.space.id).heads())[0]?.head).toMatchObject({
    edition: 2,
    last: { n: 1 },
    seen: { [writer.device]: 3 },
  });
  expect(again.device()).toBe(device);
  await again.change(id, { set: { title: 'Twee' } });
});

test('F15: head and list name together every pack; a list that is not the one named is refused', async () => {
  const peer = await emptyPeer();
  const log = logOf(writer, ['Een', 'Twee', 'Drie']);
  const all = await written(
    peer.space.id,
    writer,
    log.map((revision) => [revision]),
  );
  const entries = all.packs.map(({ entry }) => entry);
  const list = await encodeList(ownerIn(peer.space.id, writer), entries.slice(0, 2), openLock);
  const { head } = await written(peer.space.id, writer, [log], { packs: entries.slice(2), older: list.entry });
  const path = `log/${writer.device}/2-${list.entry.hash}.list`;
  const paths = (): readonly string[] => peer.space.filesOf(decodeHead(head) as Head).map((file) => file.path);
  const newest = all.files[2] as SpaceFile;
  expect(await peer.space.receive({ head, files: [newest] })).toMatchObject({ revisions: 1, missing: [path] });
  expect((await peer.space.receive({ head, files: [{ path, bytes: Buffer.from('iets anders') }] })).refused).toEqual([
    { path, code: 'damaged' },
  ]);
  expect(paths()).toEqual([path, newest.path]);
  const older = all.files.slice(0, 2).map((file) => file.path);
  expect(await peer.space.receive({ head, files: [{ path, bytes: list.bytes }] })).toMatchObject({ missing: older });
  expect(paths()).toEqual([...older, path, newest.path]);
  await peer.space.receive({ head, files: all.files });
  expect(titlesIn(peer)).toEqual(['Drie', 'Een', 'Twee']);
  await peer.library.close();
  const again = await openTestLibrary(peer.base);
  expect([again.problems(), (await again.verify()).problems]).toEqual([[], []]);
});

test('F16: what a device alone holds stays where it is, also when a later head leaves it out', async () => {
  const peer = await emptyPeer();
  const log = logOf(writer, ['Een', 'Twee']);
  const before = await written(peer.space.id, writer, [log.slice(0, 1), log.slice(1)]);
  await peer.space.receive({ head: before.head, files: before.files });
  const merged = await written(peer.space.id, writer, [log], { edition: 2 });
  // The larger pack is not to be had: the ones it replaces stay.
  expect((await peer.space.receive({ head: merged.head, files: [] })).missing).toEqual(
    merged.files.map(({ path }) => path),
  );
  expect(before.files.every(({ path }) => peer.space.has(path))).toBe(true);
  rmSync(`${peer.folder}/index.sqlite`, { force: true });
  await peer.library.close();
  rmSync(`${peer.folder}/index.sqlite`, { force: true });
  const again = await openTestLibrary(peer.base);
  expect([...again.items()]).toHaveLength(2);
  const space = again.space(peer.space.id);
  await space.receive({ head: merged.head, files: merged.files });
  expect(space.has(merged.files[0]?.path as string)).toBe(true);
  expect([...again.items()]).toHaveLength(2);
});

test('F18: a head that goes back is ignored and told; more news, or newer notes, take its place', async () => {
  const peer = await emptyPeer();
  const log = logOf(writer, ['Een', 'Twee']);
  const [early, late] = [
    await written(peer.space.id, writer, [log.slice(0, 1)]),
    await written(peer.space.id, writer, [log]),
  ];
  const noted = await written(peer.space.id, writer, [log], { edition: 2, missing: ['blobs/aa/x'], strays: [] });
  const [a, b, c] = [early, late, noted].map(({ head }) => decodeHead(head) as Head) as [Head, Head, Head];
  expect([replaces(b, a), replaces(a, b), replaces(c, b), replaces(b, c), replaces(a, a)]).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
  for (const { head, files } of [late, early]) await peer.space.receive({ head, files });
  const kept = async (): Promise<Uint8Array | undefined> =>
    (await peer.space.heads()).find(({ head: { owner } }) => owner.device === writer.device)?.bytes;
  expect(await kept()).toEqual(late.head);
  expect(peer.library.problems()).toMatchObject([{ code: 'head-went-back', mended: true }]);
  await peer.space.receive({ head: noted.head, files: [] });
  expect(await kept()).toEqual(noted.head);
});

test('F19: a blob is named by the hash of its bytes, and nothing else is kept under that name', async () => {
  const { one, two } = await twoPeers();
  const blob = await one.library.putBlob({ bytes: Buffer.from('inhoud') });
  expect(blob.hash).toBe(sha256('inhoud'));
  const file = { ...blob, name: 'a.txt', mediaType: 'text/plain' };
  await one.library.createItem({ type: 'document', space: one.space.id, set: { title: 'Stuk', file } });
  await carry(one.space, two.space, false);
  const path = `blobs/${blob.hash.slice(0, 2)}/${blob.hash}`;
  const bring = async (from: string): Promise<string> => {
    copyFileSync(from, two.space.partialPath(path));
    return two.space.receiveBlob(blob.hash, two.space.partialPath(path));
  };
  expect(await bring(one.space.pathOf('raakvlak.json'))).toBe('damaged');
  expect([two.space.has(path), filesIn(two.folder).some((name) => name.includes('partial/'))]).toEqual([false, false]);
  expect(await bring(one.space.pathOf(path))).toBe('kept');
  expect(readFileSync(two.space.pathOf(path), 'utf8')).toBe('inhoud');
});

test('F13: somebody who writes under our own name makes us another device, and nothing of either is lost', async () => {
  const { one, two } = await twoPeers();
  const { id } = await one.library.createItem(draft(one.space.id, 'Samen'));
  await carry(one.space, two.space);
  await one.library.change(id, { set: { title: 'Van het origineel' } });
  // A copy with the same key, which went on from the same place.
  const key = JSON.parse(readFileSync(`${one.folder}/device/device.json`, 'utf8')) as {
    device: string;
    secret: string;
  };
  const copy = signerOf(Buffer.from(key.secret, 'base64'));
  const [own] = [...one.library.exportRevisions()].map((line) => JSON.parse(line) as Revision);
  const { id: first } = (own as Revision).header;
  const header = { item: id, parents: [first], device: copy.device, n: 2, prev: first, at: '2024-01-01T00:00:00.000Z' };
  const log = [own as Revision, sealRevision(header, { set: { title: 'Van de kopie' } }, copy)];
  const theirs = await written(one.space.id, copy, [log.map(({ header: of, body }) => ({ header: of, body }))], {
    edition: 9,
  });
  expect((await one.space.receive({ head: theirs.head, files: theirs.files })).revisions).toBe(1);
  expect(one.library.device()).not.toBe(key.device);
  expect(codesIn(one)).toEqual(expect.arrayContaining(['device-replaced', 'log-forked']));
  expect(one.library.conflicts()).toEqual([{ id, fields: ['title'] }]);
  await one.library.resolveConflict(id, 'title', 'Samen verder');
  await carry(one.space, two.space);
  expect(two.library.stateHash(one.space.id)).toBe(one.library.stateHash(one.space.id));
  expect(two.library.history(id)).toHaveLength(4);
});

test('F21: whatever order files come in, what is named and not there yet is waited for and the outcome is the same', async () => {
  const { one, two } = await twoPeers();
  const { id } = await one.library.createItem(draft(one.space.id, 'Een'));
  await carry(one.space, two.space);
  await two.library.change(id, { set: { summary: 'Van twee' } });
  await carry(two.space, one.space);
  await one.library.change(id, { set: { title: 'Vier' } });
  const heads = [...(await one.space.heads())].sort((a, b) => Number(a.own) - Number(b.own));
  const filesOf = (head: Head): readonly SpaceFile[] =>
    one.space.filesOf(head).map(({ path }) => ({ path, bytes: readFileSync(one.space.pathOf(path)) }));
  for (const order of [heads, [...heads].reverse()]) {
    const three = await joinedPeer(one.space);
    for (const { head, bytes } of order) {
      const [last, ...before] = [...filesOf(head)].reverse() as [SpaceFile, ...SpaceFile[]];
      await three.space.receive({ head: bytes, files: [last] });
      for (const file of before) await three.space.receive({ head: bytes, files: [file] });
    }
    expect(three.library.stateHash(one.space.id)).toBe(one.library.stateHash(one.space.id));
    expect(three.library.history(id).some(({ waiting }) => waiting)).toBe(false);
  }
});
