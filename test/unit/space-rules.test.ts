import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { RevisionId } from '../../shared/base/ids';
import { canonicalJson, type JsonValue } from '../../shared/base/json';
import type { Revision } from '../../shared/revision/revision';
import { isId, makeId } from '../../electron/library/ids';
import { sha256 } from '../../electron/library/hash';
import { decodeHead, encodeHead, readHead } from '../../electron/library/head';
import { limits } from '../../electron/library/limits';
import { decodeMarker, encodeMarker } from '../../electron/library/marker';
import { decodePack, encodePack } from '../../electron/library/pack';
import { decodeList } from '../../electron/library/pack-list';
import { isIntact, sealRevision } from '../../electron/library/revision-seal';
import { encodeSignedJson } from '../../electron/library/signed-json';
import { deviceOf, signerOf, verifierOf } from '../../electron/library/signing';
import { openLock } from '../../electron/library/space-lock';
import { openTestLibrary } from '../support/library-folders';
import { carry, draft, twoPeers } from '../support/library-spaces';
import {
  writer,
  stranger,
  itemId,
  term,
  logOf,
  ownerIn,
  written,
  emptyPeer,
  titlesIn,
  codesIn,
} from '../support/space-logs';

test('F1: canonical JSON, SHA-256 and Ed25519 are those of their specifications', () => {
  // RFC 8785, 3.2.2 and 3.2.3.
  const value = JSON.parse(
    '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"\\u20ac":"\\u000f","\\r":null}',
  ) as JsonValue;
  expect(canonicalJson(value)).toBe('{"\\r":null,"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"€":"\\u000f"}');
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  const rfc8032 = signerOf(Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex'));
  expect(Buffer.from(rfc8032.sign(''), 'base64url').toString('hex')).toMatch(/^e5564300c360ac729086e2cc806e828a/);
  expect(verifierOf(rfc8032.publicKey)('', rfc8032.sign(''))).toBe(true);
});

test('F2: a device is named by its key, items and spaces by 26 characters', () => {
  expect(writer.device).toBe(sha256(Buffer.from(writer.publicKey, 'base64url')).slice(0, 32));
  expect(deviceOf(writer.publicKey)).toBe(writer.device);
  expect(isId(makeId(() => Buffer.alloc(26, 255)))).toBe(true);
});

test('F4: what a reader does not know is signed with the rest, kept, and passed on', async () => {
  const peer = await emptyPeer();
  const [revision] = logOf(writer, ['Een']) as [Revision];
  const odd = sealRevision(
    { ...revision.header, mood: 'calm' } as never,
    { ...revision.body, aside: 1 } as never,
    writer,
  );
  expect(isIntact(odd, verifierOf(writer.publicKey))).toBe(true);
  expect(isIntact({ ...odd, header: { ...odd.header, mood: 'wild' } as never })).toBe(false);
  expect(isIntact({ ...odd, body: { ...odd.body, aside: 2 } as never })).toBe(false);
  const { head, files } = await written(peer.space.id, writer, [[odd]]);
  const { sig, ...content } = JSON.parse(Buffer.from(head).toString('utf8')) as Record<string, JsonValue>;
  expect(sig).toBeDefined();
  const more = encodeSignedJson({ ...content, weather: 'sunny' }, writer);
  expect(readHead(Buffer.from(Buffer.from(more).toString('utf8').replace('sunny', 'rainy')))).toBe('bad-signature');
  expect((await peer.space.receive({ head: more, files })).refused).toEqual([]);
  const kept = (await peer.space.heads()).find(({ head: { owner } }) => owner.device === writer.device);
  expect(kept?.bytes).toEqual(more);
  await peer.library.rebuild();
  expect([...peer.library.exportRevisions()].join()).toContain('"mood":"calm"');
  expect([...peer.library.exportRevisions()].join()).toContain('"aside":1');
  const marker = JSON.parse(Buffer.from(await peer.space.markerBytes()).toString('utf8')) as Record<string, JsonValue>;
  const { sig: old, ...rest } = marker;
  expect(old).toBeDefined();
  expect(decodeMarker(encodeSignedJson({ ...rest, founder: writer.publicKey, colour: 'blue' }, writer))).not.toBeNull();
});

test('F5: a head and a pack of a newer version are kept, told and passed on; the rest goes on', async () => {
  const { one, two } = await twoPeers();
  const { space } = one;
  const first = { format: 2, space: space.id, device: writer.device, key: writer.publicKey };
  const bytes = gzipSync(`${JSON.stringify(first)}\n{"other":true}\n`);
  const entry = { from: 2, to: 2, hash: sha256(bytes), sizeBytes: bytes.length, textBytes: 9 };
  const log = logOf(writer, ['Een', 'Twee']);
  const plain = await written(space.id, writer, [log.slice(0, 1)]);
  const last = { n: 2, revision: log[1]?.header.id as RevisionId };
  const { head } = await written(space.id, writer, [log], {
    packs: [...plain.packs.map((pack) => pack.entry), entry],
    last,
  });
  const path = `log/${writer.device}/2-${entry.hash}.pack`;
  const received = await space.receive({ head, files: [...plain.files, { path, bytes }] });
  expect(received).toMatchObject({ revisions: 1, refused: [{ path, code: 'newer-format' }], missing: [] });
  const newer = encodeSignedJson(
    { format: 2, space: space.id, device: stranger.device, key: stranger.publicKey, leaves: [] },
    stranger,
  );
  expect((await space.receive({ head: newer, files: [] })).refused[0]?.code).toBe('newer-format');
  expect(
    (await space.receive({ head: Buffer.from(newer.toString().replace('"leaves":[]', '"leaves":{}')), files: [] }))
      .refused[0]?.code,
  ).toBe('bad-signature');
  expect(titlesIn(one)).toEqual(['Een']);
  expect(codesIn(one)).toContain('newer-format');
  await one.library.close();
  const again = await openTestLibrary(one.base);
  expect(again.problems().map(({ code }) => code)).toContain('newer-format');
  await carry(again.space(space.id), two.space);
  expect(two.space.has(path)).toBe(true);
  const passedOn = (await two.space.heads()).find(({ head: { owner } }) => owner.device === stranger.device);
  expect(passedOn?.bytes).toEqual(newer);
});

test('F6: what is too large or nests too deep is refused before it is parsed', async () => {
  expect([limits.marker, limits.head, limits.list, limits.pack, limits.packText, limits.body]).toEqual(
    [1 / 16, 1, 4, 4, 32, 3].map((mebibytes) => mebibytes * 1024 * 1024),
  );
  const nested = (depth: number): JsonValue => (depth === 0 ? 1 : [nested(depth - 1)]);
  const content = (depth: number): Record<string, JsonValue> => ({
    ...(JSON.parse(
      Buffer.from(
        encodeHead(
          {
            owner: ownerIn(itemId('s') as never, writer),
            edition: 1,
            last: null,
            packs: [],
            older: null,
            seen: {},
            missing: [],
            strays: [],
          },
          writer,
        ),
      ).toString('utf8'),
    ) as Record<string, JsonValue>),
    deep: nested(depth),
  });
  const signed = (depth: number): Uint8Array => {
    const { sig, ...rest } = content(depth);
    expect(sig).toBeDefined();
    return encodeSignedJson(rest, writer);
  };
  expect(decodeHead(signed(63))).not.toBeNull();
  expect(readHead(signed(64))).toBe('damaged');
  expect(readHead(Buffer.alloc(limits.head + 1, 32))).toBe('damaged');
  expect(decodeMarker(Buffer.alloc(limits.marker + 1, 32))).toBeNull();
  expect(await decodePack(gzipSync(Buffer.alloc(limits.packText + 1)), false, openLock)).toBeNull();
  const owner = ownerIn(itemId('s') as never, writer);
  expect(
    await decodeList(Buffer.alloc(limits.list + 1), owner, { to: 1, hash: '', sizeBytes: 1 }, openLock),
  ).toBeNull();
});

test('F7: only a marker with its founder’s signature makes a folder a space', async () => {
  const { one } = await twoPeers();
  const marker = { ...one.space.marker, founder: writer.publicKey };
  expect(decodeMarker(encodeMarker(marker, writer))).toEqual(marker);
  expect(decodeMarker(encodeMarker(marker, stranger))).toBeNull();
  const other = Buffer.from(encodeMarker(marker, writer)).toString('utf8').replace('Samen', 'Apart');
  expect(decodeMarker(Buffer.from(other))).toBeNull();
  const own = encodeMarker({ ...marker, kind: 'private' }, writer);
  await expect(one.library.adoptSpace(own)).rejects.toMatchObject({ code: 'space-damaged' });
  const newer = encodeSignedJson({ ...marker, format: 2 } as never, writer);
  await expect(one.library.adoptSpace(newer)).rejects.toMatchObject({ code: 'space-newer' });
});

test('F8: id, body and signature hold a revision together', () => {
  const [revision] = logOf(writer, ['Een']) as [Revision];
  const { id, sig, ...header } = revision.header;
  expect(header.body).toBe(sha256(canonicalJson(revision.body as unknown as JsonValue)));
  expect(id).toBe(sha256(canonicalJson(header as unknown as JsonValue)));
  expect(verifierOf(writer.publicKey)(canonicalJson(header as unknown as JsonValue), sig)).toBe(true);
  expect(isIntact({ ...revision, header: { ...revision.header, n: 2 } })).toBe(false);
  expect(isIntact({ ...revision, body: term('Twee') })).toBe(false);
});

test('F9: a device numbers its revisions on, across packs, and names what it had seen', async () => {
  const { one, two } = await twoPeers();
  const { id } = await one.library.createItem(draft(one.space.id, 'Een'));
  await carry(one.space, two.space);
  await one.library.change(id, { set: { title: 'Links' } });
  await two.library.change(id, { set: { title: 'Rechts' } });
  await carry(two.space, one.space);
  await one.library.change(id, { set: { title: 'Samen' } });
  const lines = [...one.library.exportRevisions()].map((line) => JSON.parse(line) as Revision);
  const own = lines.filter(({ header }) => header.device === one.library.device());
  expect(own.map(({ header }) => header.n)).toEqual([1, 2, 3]);
  expect(own.map(({ header }) => header.prev)).toEqual([null, own[0]?.header.id, own[1]?.header.id]);
  const theirs = lines.find(({ header }) => header.device === two.library.device());
  expect(own[2]?.header.parents).toEqual([own[1]?.header.id, theirs?.header.id].sort());
});

test('F10: the header of an erased revision stays, and every chain still holds', async () => {
  const revisions = logOf(writer, ['Een', 'Twee', 'Drie']);
  const erased = revisions.map((revision, i) => (i === 1 ? { ...revision, body: null } : revision));
  const { bytes } = await encodePack(ownerIn(itemId('s') as never, writer), erased, openLock);
  expect((await decodePack(bytes, true, openLock))?.revisions).toEqual(erased);
});

test('F10: of two copies of a revision the one with its body counts, unless an erasure names it', async () => {
  const peer = await emptyPeer();
  const log = logOf(writer, ['Een', 'Twee']);
  const bare = log.map((revision) => ({ ...revision, body: null }));
  await peer.space.receive(await written(peer.space.id, writer, [bare]));
  expect(titlesIn(peer)).toEqual([]);
  await peer.space.receive(await written(peer.space.id, writer, [log], { edition: 2 }));
  expect(titlesIn(peer)).toEqual(['Een', 'Twee']);
});

test('F1: of the spellings of one signature only one counts', () => {
  const signature = writer.sign('tekst');
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const next = alphabet[alphabet.indexOf(signature.at(-1) as string) + 1] as string;
  const respelt = `${signature.slice(0, -1)}${next}`;
  expect(Buffer.from(respelt, 'base64url')).toEqual(Buffer.from(signature, 'base64url'));
  const verify = verifierOf(writer.publicKey);
  expect([verify('tekst', signature), verify('tekst', respelt)]).toEqual([true, false]);
});

test.each([
  ['of another space', 'foreign-space'],
  ['of another device', 'contradicts-log'],
  ['that is not the run of revisions its head says', 'contradicts-log'],
  ['with one byte changed', 'damaged'],
] as const)('F11: a pack %s is refused, and the rest is kept', async (what, code) => {
  const peer = await emptyPeer();
  const log = logOf(writer, ['Een', 'Twee', 'Drie']);
  const good = await written(peer.space.id, writer, [log.slice(0, 1)]);
  const owner =
    what === 'of another space'
      ? ownerIn(itemId('z') as never, writer)
      : ownerIn(peer.space.id, what === 'of another device' ? stranger : writer);
  const pack = await encodePack(
    owner,
    what === 'of another device' ? logOf(stranger, ['Een', 'Twee', 'Drie']).slice(1) : log.slice(1),
    openLock,
  );
  const to = what.startsWith('that is not') ? 9 : 3;
  const packs = [...good.packs.map(({ entry }) => entry), { ...pack.entry, to }];
  const revision = log[2]?.header.id as RevisionId;
  const { head } = await written(peer.space.id, writer, [log], { packs, last: { n: to, revision } });
  const bytes = Buffer.from(pack.bytes);
  if (code === 'damaged') bytes[30] = (bytes[30] as number) ^ 1;
  const path = `log/${writer.device}/2-${pack.entry.hash}.pack`;
  const received = await peer.space.receive({ head, files: [...good.files, { path, bytes }] });
  expect(received).toMatchObject({ revisions: 1, refused: [{ path, code }] });
  expect([titlesIn(peer), peer.space.has(path)]).toEqual([['Een'], false]);
});
