import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import type { Revision } from '../../shared/revision/revision';
import { decodeHead, encodeHead, readHead } from '../../electron/library/head';
import { limits } from '../../electron/library/limits';
import { decodePack, encodePack } from '../../electron/library/pack';
import { loosePacks, packsToAbsorb, type PackSize } from '../../electron/library/pack-tiers';
import { sealRevision } from '../../electron/library/revision-seal';
import { deviceOf, signerOf, verifierOf } from '../../electron/library/signing';
import { openLock } from '../../electron/library/space-lock';
import { filesIn, openTestLibrary, temporaryFolder } from '../support/library-folders';

const signer = signerOf(Buffer.alloc(32, 7));
const owner = { space: 'a'.repeat(26) as SpaceId, device: signer.device, publicKey: signer.publicKey };
const item = 'b'.repeat(26) as ItemId;

function log(count: number, from = 1): Revision[] {
  const revisions: Revision[] = [];
  for (let n = from; n < from + count; n += 1) {
    const prev = revisions.at(-1)?.header.id ?? null;
    const header = {
      item,
      parents: prev === null ? [] : [prev],
      device: signer.device,
      n,
      prev,
      at: '2024-01-01T00:00:00.000Z',
    };
    revisions.push(sealRevision(header, { set: { title: `Titel ${n}` } }, signer));
  }
  return revisions;
}

/** A pack of these lines as they are, whatever is wrong with them. */
const rawPack = (lines: readonly unknown[]): Buffer =>
  gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
const firstLine = { format: 1, space: owner.space, device: owner.device, key: owner.publicKey };

test('the vectors of RFC 8032 hold', () => {
  const known = signerOf(Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex'));
  expect(Buffer.from(known.publicKey, 'base64url').toString('hex')).toBe(
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
  );
  expect(Buffer.from(known.sign(''), 'base64url').toString('hex')).toMatch(/^e5564300c360ac729086e2cc806e828a/);
  expect(known.device).toBe(deviceOf(known.publicKey));
  expect(verifierOf(known.publicKey)('', known.sign(''))).toBe(true);
  expect(verifierOf(known.publicKey)('x', known.sign(''))).toBe(false);
});

test('a pack gives back what went in', async () => {
  const revisions = log(5, 3);
  const { bytes, entry } = await encodePack(owner, revisions, openLock);
  expect(await decodePack(bytes, true, openLock)).toEqual({ owner, entry, revisions });
  expect(entry).toMatchObject({ from: 3, to: 7, sizeBytes: bytes.length });
});

test('a pack with a body erased still holds', async () => {
  const [first, second] = log(2) as [Revision, Revision];
  const { bytes } = await encodePack(owner, [{ ...first, body: null }, second], openLock);
  expect((await decodePack(bytes, true, openLock))?.revisions.map(({ body }) => body === null)).toEqual([true, false]);
});

const [one, two, three] = log(3) as [Revision, Revision, Revision];
const stranger = signerOf(Buffer.alloc(32, 9));
test.each([
  ['another body', [firstLine, { ...one, body: { set: { title: 'Anders' } } }]],
  ['another header', [firstLine, { ...one, header: { ...one.header, at: '2025-01-01T00:00:00.000Z' } }]],
  ['a gap', [firstLine, one, three]],
  ['another order', [firstLine, two, one]],
  ['no revisions', [firstLine]],
  ['no first line', [one, two]],
  ['a key that is not its owner’s', [{ ...firstLine, key: stranger.publicKey }, one]],
  ['revisions of another device', [{ ...firstLine, device: stranger.device, key: stranger.publicKey }, one]],
  ['a later format', [{ ...firstLine, format: 2 }, one]],
  ['a field name that could do harm', [firstLine, { ...one, body: JSON.parse('{"set":{"__proto__":1}}') as object }]],
  ['something that is no revision', [firstLine, { header: 1 }]],
])('a pack with %s is refused', async (_name, lines) => {
  expect(await decodePack(rawPack(lines), false, openLock)).toBeNull();
});

test('a pack with a forged signature is refused when signatures are asked for', async () => {
  const forged = { ...one, header: { ...one.header, sig: two.header.sig } };
  expect(await decodePack(rawPack([firstLine, forged]), true, openLock)).toBeNull();
  expect(await decodePack(rawPack([firstLine, one]), true, openLock)).not.toBeNull();
});

test('a pack that is too large, or becomes it when unpacked, is refused before it is read', async () => {
  expect(await decodePack(Buffer.alloc(limits.pack + 1), false, openLock)).toBeNull();
  expect(await decodePack(gzipSync(Buffer.alloc(limits.packText * 2)), false, openLock)).toBeNull();
  expect(await decodePack(gzipSync('['.repeat(1_000_000)), false, openLock)).toBeNull();
  const deep = `{"set":{"title":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`;
  const line = JSON.stringify(one).replace(JSON.stringify(one.body), deep);
  expect(await decodePack(gzipSync(`${JSON.stringify(firstLine)}\n${line}\n`), false, openLock)).toBeNull();
});

test('a head holds only with its own signature', async () => {
  const { entry } = await encodePack(owner, [one], openLock);
  const last = { n: 1, revision: one.header.id };
  const head = { owner, edition: 3, last, packs: [entry], older: null, seen: {}, missing: [], strays: [] };
  const bytes = encodeHead(head, signer);
  expect(decodeHead(bytes)).toMatchObject({ format: 1, ...head });
  expect(readHead(Buffer.from(bytes.toString().replace('"edition":3', '"edition":4')))).toBe('bad-signature');
  expect(decodeHead(encodeHead(head, stranger))).toBeNull();
  expect(decodeHead(Buffer.alloc(limits.head + 1))).toBeNull();
});

test.each([1, 2, 3, 4, 5, 6])('packs stay few and bytes are rewritten a few times (seed %i)', (seed) => {
  let state = seed;
  const next = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
  let packs: PackSize[] = [];
  let [written, added] = [0, 0];
  const typical = 200 * 8 ** (seed % 5);
  for (let i = 0; i < 6_000; i += 1) {
    const sizeBytes = Math.min(limits.pack, Math.ceil(typical * (0.5 + next()) * (next() < 0.02 ? 300 : 1)));
    const pack = { sizeBytes, textBytes: sizeBytes * 3 };
    const count = packsToAbsorb(packs, pack);
    const sum = (list: readonly PackSize[]): PackSize =>
      list.reduce((a, b) => ({ sizeBytes: a.sizeBytes + b.sizeBytes, textBytes: a.textBytes + b.textBytes }));
    const kept = packs.slice(0, packs.length - count);
    const merged = sum([...packs.slice(packs.length - count), pack]);
    written += merged.sizeBytes;
    added += sizeBytes;
    packs = [];
    let done = 0;
    for (const [first, end] of loosePacks(kept)) {
      const swept = sum(kept.slice(first, end));
      packs.push(...kept.slice(done, first), swept);
      written += swept.sizeBytes;
      done = end;
    }
    packs.push(...kept.slice(done), merged);
    expect(Math.max(...packs.map((entry) => entry.sizeBytes))).toBeLessThanOrEqual(limits.pack);
    expect(packs.length).toBeLessThanOrEqual(64 + added / (limits.pack / 2));
  }
  expect(written / added).toBeLessThan(9);
});

test('two hundred small edits leave few packs and every revision', { timeout: 60_000 }, async () => {
  const base = temporaryFolder();
  const library = await openTestLibrary(base);
  const { id } = await library.createItem({ type: 'draft', set: { title: 'Concept' } });
  for (let i = 1; i < 200; i += 1) await library.change(id, { set: { title: `Concept ${i}` } });
  expect(filesIn(join(base, 'library')).filter((file) => file.endsWith('.pack')).length).toBeLessThan(24);
  expect(library.history(id)).toHaveLength(200);
  expect(await library.verify()).toMatchObject({ revisions: 200, problems: [] });
});

test('a batch larger than a pack becomes more packs', { timeout: 60_000 }, async () => {
  const library = await openTestLibrary(temporaryFolder());
  const text = (): string => randomBytes(300_000).toString('base64');
  await library.createItems(
    Array.from({ length: 20 }, (_, i) => ({ type: 'draft', set: { title: `Groot ${i}`, body: text() } })),
  );
  const report = await library.verify();
  expect(report).toMatchObject({ revisions: 20, items: 20, problems: [] });
  expect(report.packs).toBeGreaterThan(1);
});
