/** R11: writing in another's name: forged authors, signatures stripped or swapped, histories replayed, cut, turned back, copied or said twice. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { SpaceId } from '../../shared/base/ids';
import { canonicalJson, type JsonValue } from '../../shared/base/json';
import type { Revision } from '../../shared/revision/revision';
import { sha256 } from '../../electron/library/hash';
import { decodeHead, type Head } from '../../electron/library/head';
import type { SpaceFile } from '../../electron/library/local-space';
import type { PackEntry } from '../../electron/library/pack';
import { sealRevision } from '../../electron/library/revision-seal';
import type { Signer } from '../../electron/library/signing';
import { countAttacks } from '../support/attack-count';
import { filesIn } from '../support/library-folders';
import {
  codesIn,
  emptyPeer,
  itemId,
  logOf,
  ownerIn,
  stranger,
  term,
  titlesIn,
  writer,
  written,
} from '../support/space-logs';
import type { Peer } from '../support/library-spaces';
import { must } from '../support/must';

const attacked = countAttacks('authors');

/** A library that holds what the writer wrote: three revisions. */
async function scene(): Promise<{ peer: Peer; log: readonly Revision[]; honest: Awaited<ReturnType<typeof written>> }> {
  const peer = await emptyPeer();
  const log = logOf(writer, ['Een', 'Twee', 'Drie']);
  const honest = await written(peer.space.id, writer, [log]);
  await peer.space.receive(honest);
  return { peer, log, honest };
}

/** What lies in the folder after an attack, as sync would hand it over. Gives how many revisions were taken in. */
async function give(peer: Peer, head: Uint8Array, files: readonly SpaceFile[]): Promise<number> {
  attacked();
  const received = await peer.space.receive({ head, files });
  const asked = files.filter(({ path }) => received.missing.includes(path));
  return received.revisions + (asked.length === 0 ? 0 : (await peer.space.receive({ head, files: asked })).revisions);
}

type Json = Record<string, JsonValue>;
const asJson = (bytes: Uint8Array): Json => JSON.parse(Buffer.from(bytes).toString('utf8')) as Json;
const asBytes = (json: unknown): Uint8Array => Buffer.from(`${JSON.stringify(json)}\n`);

/** A pack of these lines as anybody could write it, and what a head would say of it. */
function rawPack(
  space: SpaceId,
  owner: Pick<Signer, 'device' | 'publicKey'>,
  lines: readonly unknown[],
): { entry: PackEntry; file: SpaceFile } {
  const first = { format: 1, space, device: owner.device, key: owner.publicKey };
  const text = [first, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
  const bytes = gzipSync(text);
  const n = (lines as readonly (Partial<Revision> | null)[]).map((line) => line?.header?.n ?? 1);
  const [from, to] = [Math.min(...n), Math.max(...n)];
  const entry = { from, to, hash: sha256(bytes), sizeBytes: bytes.length, textBytes: text.length };
  return { entry, file: { path: `log/${owner.device}/${from}-${entry.hash}.pack`, bytes } };
}

/** A head by `signer` for a pack, with other things said as wanted. */
async function headFor(
  space: SpaceId,
  signer: Signer,
  last: Revision,
  entry: PackEntry,
  more: Partial<Head> = {},
): Promise<Uint8Array> {
  const { head } = await written(space, signer, [[last]], {
    packs: [entry],
    last: { n: entry.to, revision: last.header.id },
    ...more,
  });
  return head;
}

const changedHeaders: Readonly<Record<string, (header: Revision['header']) => Partial<Revision['header']>>> = {
  'another author': () => ({ device: stranger.device }),
  'another item': () => ({ item: itemId('z') }),
  'another number': ({ n }) => ({ n: n + 7 }),
  'another predecessor': () => ({ prev: 'a'.repeat(64) as never }),
  'another parent': () => ({ parents: ['a'.repeat(64) as never] }),
  'another time': () => ({ at: '2030-01-01T00:00:00.000Z' }),
  'another body': () => ({ body: 'a'.repeat(64) }),
  'another id': () => ({ id: 'a'.repeat(64) as never }),
  'no signature': () => ({ sig: '' }),
  'a signature of rubbish': () => ({ sig: 'A'.repeat(86) }),
  'the stranger’s signature': (header) => ({
    sig: stranger.sign(canonicalJson({ ...header, id: undefined, sig: undefined } as never)),
  }),
  'a signature over the id': ({ id }) => ({ sig: writer.sign(id) }),
  'a membership it did not name': () => ({ under: [] }),
  'a word more': () => ({ extra: 1 }) as never,
};

/** After each, nothing is there but what the writer wrote. */
async function expectUnharmed(peer: Peer, state: string): Promise<void> {
  expect(peer.library.stateHash(peer.space.id)).toBe(state);
  expect(titlesIn(peer)).toEqual(['Drie', 'Een', 'Twee']);
}

describe('a revision that was tampered with', () => {
  test(`in one of ${Object.keys(changedHeaders).length} ways is not taken, with its own id or with the one that fits`, async () => {
    const { peer, log } = await scene();
    const { id: space } = peer.space;
    const state = peer.library.stateHash(space);
    const next = must(logOf(writer, ['Vals'], log[2])[0]);
    for (const [name, change] of Object.entries(changedHeaders))
      for (const target of [next, must(log[1])]) {
        const forged = { ...target, header: { ...target.header, ...change(target.header) } };
        const { id: _id, sig: _sig, ...signed } = forged.header;
        const renamed = { ...forged, header: { ...forged.header, id: sha256(canonicalJson(signed as never)) } };
        // With the id that fits, the one that had another is what it was.
        for (const line of name === 'another id' ? [forged] : [forged, renamed]) {
          // Nobody vouches for it: the stranger says to hold it for the writer.
          const { file } = rawPack(space, writer, [line]);
          const { head } = await written(space, stranger, [log], { packs: [], last: null, strays: [file.path] });
          expect(await give(peer, head, [file]), name).toBe(0);
          expect([name, peer.library.stateHash(space)]).toEqual([name, state]);
        }
      }
    expect(titlesIn(peer)).toEqual(['Drie', 'Een', 'Twee']);
  });

  test('that is sound is taken from whoever holds it', async () => {
    const { peer, log } = await scene();
    const { file } = rawPack(peer.space.id, writer, logOf(writer, ['Vier'], log[2]));
    const { head } = await written(peer.space.id, stranger, [log], { packs: [], last: null, strays: [file.path] });
    expect(await give(peer, head, [file])).toBe(1);
  });

  test('a body of another revision, or changed, is not taken', async () => {
    const { peer, log } = await scene();
    const state = peer.library.stateHash(peer.space.id);
    const next = logOf(writer, ['Vals', 'Valser'], log[2]);
    const [one, two] = [must(next[0]), must(next[1])];
    for (const line of [
      { ...one, body: two.body },
      { ...one, body: term('Heel vals') },
      { ...one, body: {} },
      { header: one.header },
      { ...one, body: [] },
    ]) {
      const { entry, file } = rawPack(peer.space.id, writer, [line]);
      await give(peer, await headFor(peer.space.id, writer, one, entry), [file]);
      await expectUnharmed(peer, state);
    }
  });
});

describe('a head that was tampered with', () => {
  const strip: Readonly<Record<string, (head: Json, other: Json) => unknown>> = {
    'without a signature': ({ sig: _, ...rest }) => rest,
    'with an empty signature': (head) => ({ ...head, sig: '' }),
    'with null as signature': (head) => ({ ...head, sig: null }),
    'with the signature of another head': (head, other) => ({ ...head, sig: other['sig'] ?? '' }),
    'with a signature spelled otherwise': (head) => ({ ...head, sig: `${String(head['sig'])}=` }),
    'with the stranger’s key': (head) => ({ ...head, key: stranger.publicKey }),
    'with the stranger’s key and name': (head) => ({ ...head, key: stranger.publicKey, device: stranger.device }),
    'of another space': (head) => ({ ...head, space: 'z'.repeat(26) }),
    'of a higher edition': (head) => ({ ...head, edition: 99 }),
    'of a newer format': (head) => ({ ...head, format: 2 }),
    'with packs of its own': (head) => ({ ...head, packs: [] }),
    'with a later end': (head) => ({ ...head, last: { n: 99, revision: 'a'.repeat(64) } }),
    'with other notes of what it saw': (head) => ({ ...head, seen: { [stranger.device]: 1 } }),
    'with a list of older packs': (head) => ({ ...head, older: { to: 1, hash: 'a'.repeat(64), sizeBytes: 1 } }),
    'with something it misses': (head) => ({ ...head, missing: ['blobs/aa/x'] }),
    'with strays': (head) => ({ ...head, strays: ['log/x'] }),
    'with a word more': (head) => ({ ...head, extra: 1 }),
    'as a list': (head) => [head],
    twice: (head) => ({ ...head, ...{ toString: 1 } }),
  };

  test(`in one of ${Object.keys(strip).length} ways is refused`, async () => {
    const { peer, log, honest } = await scene();
    const state = peer.library.stateHash(peer.space.id);
    const later = await written(peer.space.id, writer, [log, logOf(writer, ['Vier'], log[2])]);
    for (const [name, change] of Object.entries(strip))
      for (const [head, other] of [
        [later.head, honest.head],
        [honest.head, later.head],
      ] as const) {
        attacked();
        const forged = asBytes(change(asJson(head), asJson(other)));
        const received = await peer.space.receive({ head: forged, files: later.files });
        expect([name, received.revisions, received.refused.length]).toEqual([name, 0, 1]);
      }
    await expectUnharmed(peer, state);
    expect((await peer.space.heads()).find(({ head }) => head.owner.device === writer.device)?.bytes).toEqual(
      honest.head,
    );
  });

  test('signed by a stranger in the writer’s name is refused, whoever’s revisions it names', async () => {
    const { peer, log, honest } = await scene();
    const state = peer.library.stateHash(peer.space.id);
    const space = peer.space.id;
    const forged = must(logOf(writer, ['Vals'], log[2])[0]);
    const byStranger = sealRevision({ ...forged.header, device: writer.device }, term('Vals'), stranger);
    for (const revision of [forged, byStranger]) {
      const { entry, file } = rawPack(space, writer, [revision]);
      const mine = await headFor(space, stranger, revision, entry);
      const inName = await headFor(space, stranger, revision, entry, { owner: ownerIn(space, writer) });
      const own = rawPack(space, stranger, [revision]);
      const ownHead = await headFor(space, stranger, revision, own.entry);
      for (const [head, files] of [
        [mine, [file]],
        [inName, [file]],
        [ownHead, [own.file]],
        [ownHead, [{ ...own.file, bytes: file.bytes }]],
        [honest.head, [file]],
      ] as const) {
        await give(peer, head, files);
        await expectUnharmed(peer, state);
      }
    }
  });

  test('in the name of whoever reads it makes them another device, and is not what they wrote', async () => {
    const { peer } = await scene();
    const own = await peer.library.createItem({ type: 'term', space: peer.space.id, set: { title: 'Eigen' } });
    const device = must(peer.library.device());
    const theirs = must((await peer.space.heads()).find(({ own: mine }) => mine));
    for (const change of [{ edition: 99 }, { packs: [], last: null }, { key: stranger.publicKey }]) {
      attacked();
      const forged = asBytes({ ...asJson(theirs.bytes), ...change });
      expect((await peer.space.receive({ head: forged, files: [] })).refused).toHaveLength(1);
    }
    expect(peer.library.device()).toBe(device);
    expect(peer.library.get(own.id)?.fields['title']).toBe('Eigen');
  });
});

describe('a history that is replayed, cut, turned back or said twice', () => {
  test('the same again, in any order and any number of times, changes nothing', async () => {
    const { peer, log, honest } = await scene();
    const state = peer.library.stateHash(peer.space.id);
    const earlier = await written(peer.space.id, writer, [log.slice(0, 1)]);
    const middle = await written(peer.space.id, writer, [log.slice(0, 2)]);
    for (const each of [honest, earlier, middle, earlier, honest, middle, honest, honest]) {
      expect(await give(peer, each.head, each.files)).toBe(0);
      await expectUnharmed(peer, state);
    }
    expect(codesIn(peer)).toContain('head-went-back');
    expect((await peer.space.heads()).find(({ head }) => head.owner.device === writer.device)?.bytes).toEqual(
      honest.head,
    );
  });

  test('a tail that was cut off, and packs under each other’s names, are missed and said', async () => {
    const { peer, log } = await scene();
    const state = peer.library.stateHash(peer.space.id);
    const next = logOf(writer, ['Vier', 'Vijf'], log[2]);
    const later = await written(peer.space.id, writer, [log, [must(next[0])], [must(next[1])]]);
    const [, four, five] = later.files as [SpaceFile, SpaceFile, SpaceFile];
    expect((await peer.space.receive({ head: later.head, files: [] })).missing).toEqual([four.path, five.path]);
    for (const files of [
      [{ path: four.path, bytes: five.bytes }],
      [{ path: five.path, bytes: four.bytes }],
      [{ path: four.path, bytes: four.bytes.slice(0, -9) }],
      [{ path: four.path, bytes: new Uint8Array() }],
      [{ path: '../../four.pack', bytes: four.bytes }],
    ]) {
      expect(await give(peer, later.head, files)).toBe(0);
      await expectUnharmed(peer, state);
    }
    expect(await give(peer, later.head, [four, five])).toBe(2);
    expect(titlesIn(peer)).toHaveLength(5);
  });

  test('two histories of one device are both kept and said, and no third is made of them', async () => {
    const { peer, log } = await scene();
    const [left, right] = [logOf(writer, ['Links'], log[2]), logOf(writer, ['Rechts'], log[2])];
    for (const branch of [left, right]) {
      const each = await written(peer.space.id, writer, [[...log, ...branch]]);
      await give(peer, each.head, each.files);
    }
    expect(codesIn(peer)).toContain('log-forked');
    const mixed = rawPack(peer.space.id, writer, [must(left[0]), ...logOf(writer, ['Vals'], must(right[0]))]);
    await give(peer, await headFor(peer.space.id, writer, must(left[0]), mixed.entry), [mixed.file]);
    expect(titlesIn(peer)).not.toContain('Vals');
  });

  const gaps: readonly (readonly [string, (log: readonly Revision[]) => readonly unknown[]])[] = [
    ['in another order', (log) => [log[1], log[0]]],
    ['with a gap', (log) => [log[0], log[2]]],
    ['one twice', (log) => [log[0], log[0]]],
    ['none', () => []],
    ['another’s among them', (log) => [log[0], logOf(stranger, ['x'])[0]]],
    ['what is no revision', (log) => [log[0], { header: 1 }]],
    ['null', () => [null]],
    ['a list', (log) => [[log[0]]]],
  ];
  test(`a pack with its revisions in one of ${gaps.length} disorders is refused`, async () => {
    const { peer, log } = await scene();
    const state = peer.library.stateHash(peer.space.id);
    const next = logOf(writer, ['Vier', 'Vijf', 'Zes'], log[2]);
    for (const [name, lines] of gaps) {
      const { entry, file } = rawPack(peer.space.id, writer, lines(next));
      const head = await headFor(peer.space.id, writer, must(next[0]), { ...entry, from: 4, to: 4 });
      expect(await give(peer, head, [{ ...file, path: `log/${writer.device}/4-${entry.hash}.pack` }]), name).toBe(0);
      await expectUnharmed(peer, state);
    }
  });
});

test('a head that was signed by its device and names what is outside the folder leads nowhere', async () => {
  const { peer, log } = await scene();
  const before = filesIn(peer.base);
  const names = [
    '../../x',
    '/etc/passwd',
    'log/../../x',
    'blobs/aa/../../x',
    'C:\\x',
    `log/${writer.device}/../../x.pack`,
    '\u0000',
    `keys/1-${'a'.repeat(16)}/../x`,
  ];
  for (const name of names) {
    const { head, files } = await written(peer.space.id, writer, [log], {
      edition: 2 + names.indexOf(name),
      missing: [name],
      strays: [name],
    });
    await give(peer, head, [...files, { path: name, bytes: must(files[0]).bytes }]);
    expect(decodeHead(head)?.missing).toEqual([name]);
  }
  const others = (paths: readonly string[]): readonly string[] => paths.filter((path) => !path.includes('/heads/'));
  expect(others(filesIn(peer.base))).toEqual(others(before));
  expect([join(peer.base, 'x'), join(peer.base, '../x')].filter((path) => existsSync(path))).toEqual([]);
  expect(titlesIn(peer)).toEqual(['Drie', 'Een', 'Twee']);
});
