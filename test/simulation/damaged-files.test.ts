import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BlobHash, ItemId, SpaceId } from '../../shared/base/ids';
import { Braked } from '../../electron/sync/brake';
import { loadRemoteState, saveRemoteState } from '../../electron/sync/remote-state';
import { folderTransport } from '../../electron/sync/transports/folder-transport';
import { visit } from '../../electron/sync/visit';
import {
  cutShort,
  damage,
  filesIn,
  inMemory,
  openTestLibrary,
  temporaryFolder,
  testClock,
} from '../support/library-folders';
import { settle, syncDevice, type SyncDevice } from '../support/sync-devices';

/** 3: each kind of harm to each kind of file; everyday one to each, in turn. */
const passes = Number(process.env['RAAKVLAK_HARMS'] ?? 1);

const fixtures = join(import.meta.dirname, '../fixtures/space-format');

const harms: readonly (readonly [string, (path: string) => void])[] = [
  ['one bit turned', damage],
  ['half of it', cutShort],
  ['nothing of it', (path) => writeFileSync(path, '')],
];
const harmOf = (at: number, pass: number): (typeof harms)[number] =>
  harms[(at + pass) % harms.length] as (typeof harms)[number];
const eachPass = Array.from({ length: passes }, (_, pass) => pass);

interface Pair {
  readonly shared: string;
  readonly space: SpaceId;
  readonly a: SyncDevice;
  readonly b: SyncDevice;
  /** Of `a`: in the space, and in its own library only. */
  readonly items: readonly ItemId[];
  readonly blobs: readonly BlobHash[];
}

const contentOf = (n: number): Uint8Array => Buffer.from(`bestand ${n} `.repeat(99));
const statePath = (base: string): string => join(base, 'library/device/remote/samen.json');

/** A library with the space that lies in this folder, as it was left when it has been here before. */
async function openDevice(base: string, shared: string): Promise<SyncDevice> {
  const clock = testClock('2024-03-05T09:00:00.000Z');
  const library = await openTestLibrary(base, { clock, machine: base });
  const info = await library.adoptSpace(readFileSync(join(shared, 'raakvlak.json')));
  const state = await loadRemoteState(statePath(base), shared);
  return syncDevice(folderTransport(shared), () => info.id, { base, library, clock, state });
}

/** Damage to the index may be found while the library is open: then the next opening makes it anew. */
async function openVerified(base: string, shared: string): Promise<SyncDevice> {
  const device = await openDevice(base, shared);
  try {
    await device.library.verify();
    return device;
  } catch (error) {
    expect(error).toMatchObject({ code: 'index-damaged' });
    await device.library.close();
    return openDevice(base, shared);
  }
}

/** Two libraries in step over a copy of an example folder, in which the first has written too. */
async function inStep(example: string): Promise<Pair> {
  const shared = temporaryFolder(inMemory);
  cpSync(join(fixtures, example), shared, { recursive: true });
  const [a, b] = [
    await openDevice(temporaryFolder(inMemory), shared),
    await openDevice(temporaryFolder(inMemory), shared),
  ];
  const space = a.context().space.id;
  await settle([a, b]);
  const items: ItemId[] = [];
  const blobs: BlobHash[] = [];
  for (const where of [{ space }, {}]) {
    const { hash, sizeBytes } = await a.library.putBlob({ bytes: contentOf(blobs.length) });
    const file = { hash, sizeBytes, name: 'stuk.txt', mediaType: 'text/plain' };
    items.push((await a.library.createItem({ type: 'document', set: { title: 'Van A', file }, ...where })).id);
    blobs.push(hash);
  }
  await settle([a, b]);
  return { shared, space, a, b, items, blobs };
}

/** One file of each kind. Each file is of exactly one: a file of a new kind asks for a new line here. */
function oneOfEach(folder: string, kinds: Readonly<Record<string, RegExp>>): readonly (readonly [string, string])[] {
  const found = new Map<string, string>();
  for (const path of filesIn(folder)) {
    const matching = Object.entries(kinds).filter(([, shape]) => shape.test(path));
    expect(matching, path).toHaveLength(1);
    found.set(String(matching[0]?.[0]), path);
  }
  return [...found];
}

const hash = (length: number): string => `[0-9a-f]{${length}}`;

function kindsInSpace(at: string, own: string): Readonly<Record<string, RegExp>> {
  const other = `(?!${own})${hash(32)}`;
  return {
    marker: new RegExp(`^${at}raakvlak\\.json$`),
    'own head': new RegExp(`^${at}heads/${own}\\.json$`),
    'head of another': new RegExp(`^${at}heads/${other}\\.json$`),
    'head of a branch': new RegExp(`^${at}heads/${hash(32)}-${hash(16)}\\.json$`),
    'own pack': new RegExp(`^${at}log/${own}/\\d+-${hash(64)}\\.pack$`),
    'pack of another': new RegExp(`^${at}log/${other}/\\d+-${hash(64)}\\.pack$`),
    list: new RegExp(`^${at}log/${hash(32)}/\\d+-${hash(64)}\\.list$`),
    substitute: new RegExp(`^${at}substitutes/${hash(32)}/\\d+-${hash(64)}\\.pack$`),
    blob: new RegExp(`^${at}blobs/${hash(2)}/${hash(64)}$`),
  };
}

const brakeOf = (device: SyncDevice, mode: object): Promise<unknown> =>
  device.round(mode).then(
    () => null,
    (error: unknown) => (error instanceof Braked ? error.brake.reason : error),
  );

test.each([
  ['open', 7],
  ['forked', 7],
])(
  'each kind of file of the shared folder (%s), damaged: stops only itself, and heals',
  { timeout: 120_000 },
  async (example, expected) => {
    const { shared, space, a, b } = await inStep(example);
    const found = oneOfEach(shared, kindsInSpace('', String(a.library.device())));
    expect(found).toHaveLength(expected);
    for (const [at, [kind, path]] of found.entries())
      for (const [name, harm] of eachPass.map((pass) => harmOf(at, pass))) {
        const where = `${kind}, ${name}`;
        const whole = readFileSync(join(shared, path));
        if (kind === 'marker') {
          harm(join(shared, path));
          await expect(visit(folderTransport(shared)), where).rejects.toMatchObject({ code: 'space-damaged' });
          expect(await brakeOf(a, { readMarker: true }), where).toBe('marker-missing');
          expect(await brakeOf(a, { putBack: true }), where).toBeNull();
          expect(readFileSync(join(shared, path)).equals(whole), where).toBe(true);
          continue;
        }
        const c = await openDevice(temporaryFolder(inMemory), shared);
        harm(join(shared, path));
        await c.round();
        expect(
          c.state.quarantine.list(space).map((file) => file.path),
          where,
        ).toEqual([path]);
        for (let turn = 0; turn < 3; turn += 1) await settle([c, a, b]);
        expect(new Set([a, b, c].map(({ library }) => library.stateHash(space))).size, where).toBe(1);
        for (const device of [a, b, c]) expect(device.state.quarantine.list(space), where).toEqual([]);
        // Our own head may have been written anew meanwhile.
        expect(kind === 'own head' || readFileSync(join(shared, path)).equals(whole), where).toBe(true);
        await c.library.close();
      }
  },
);

const kindsInLibrary = (space: SpaceId, own: string): Readonly<Record<string, RegExp>> => ({
  ...kindsInSpace(`library/spaces/${space}/`, own),
  ...Object.fromEntries(
    Object.entries(kindsInSpace(`library/spaces/(?!${space})[0-9a-z]{26}/`, own)).map(([kind, shape]) => [
      `private ${kind}`,
      shape,
    ]),
  ),
  index: /^library\/index\.sqlite$/,
  lock: /^library\/lock\.sqlite$/,
  'state of the folder': /^library\/device\/remote\/[a-z]+\.json$/,
  key: /^library\/device\/device\.json$/,
  witness: /^config\/witness\/.*\.json$/,
  installation: /^config\/installation\.json$/,
  'what was put aside': /^library\/set-aside\//,
});

/** What is harmed last costs the device its name, after which nothing is its own any more. */
const costsItsName = /^(installation|witness|key)$/;

describe.each(['open', 'forked'])('a library with the example space %s', (example) => {
  test.each(eachPass)(
    'in which each kind of file is damaged (%i): opens, loses nothing, and heals from the others',
    { timeout: 120_000 },
    async (pass) => {
      const { shared, space, a: first, b, items, blobs } = await inStep(example);
      const [inSpace, kept] = blobs as [BlobHash, BlobHash];
      const { base } = first;
      await saveRemoteState(statePath(base), first.state);
      await first.library.close();
      const found = oneOfEach(base, kindsInLibrary(space, String(first.library.device())));
      const inOrder = [...found].sort(([x], [y]) => Number(costsItsName.test(x)) - Number(costsItsName.test(y)));
      let harmed = 0;
      for (const [at, [kind, path]] of inOrder.entries()) {
        // The same bytes under another name may have been put aside with those before.
        if (!existsSync(join(base, path))) continue;
        const [name, harm] = harmOf(at, pass);
        const where = `${kind}, ${name}`;
        harm(join(base, path));
        harmed += 1;
        const a = await openVerified(base, shared);
        for (let turn = 0; turn < 3; turn += 1) await settle([a, b]);
        expect(a.library.stateHash(space), where).toBe(b.library.stateHash(space));
        for (const id of items) expect(String(a.library.get(id)?.fields['title']), where).toMatch(/^Van A/);
        expect(a.library.hasBlob(inSpace), where).toBe(true);
        // What is in nobody else's library is gone with its bytes: it is missed, and can be put again.
        expect(kind.endsWith('blob') || a.library.hasBlob(kept), where).toBe(true);
        await a.library.putBlob({ bytes: contentOf(1) });
        await a.library.change(items[0] as ItemId, { set: { title: `Van A na ${where}` } });
        for (let turn = 0; turn < 2; turn += 1) await settle([a, b]);
        expect(b.library.get(items[0] as ItemId)?.fields['title'], where).toBe(`Van A na ${where}`);
        expect(a.state.quarantine.list(space), where).toEqual([]);
        await saveRemoteState(statePath(base), a.state);
        await a.library.close();
      }
      expect(harmed).toBeGreaterThanOrEqual(16);
      // All of it together left nothing behind: a newcomer has the same.
      const c = await openDevice(temporaryFolder(inMemory), shared);
      await settle([c, b]);
      expect(c.library.stateHash(space)).toBe(b.library.stateHash(space));
      expect(c.library.hasBlob(inSpace)).toBe(true);
    },
  );
});
