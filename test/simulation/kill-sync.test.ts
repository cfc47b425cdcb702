import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { BlobHash, SpaceId } from '../../shared/base/ids';
import { openLibrary, type Library } from '../../electron/library/library';
import { thisMachine } from '../../electron/library/machine';
import { SyncEngine } from '../../electron/sync/engine';
import { systemTimers } from '../../electron/sync/timers';
import { folderTransport } from '../../electron/sync/transports/folder-transport';
import { buildForNode } from '../support/library-build';
import { filesIn, libraryOptions } from '../support/library-folders';

/** Each takes both sides down. */
const kills = Number(process.env['RAAKVLAK_SYNC_KILLS'] ?? 12);
const firstSeed = Number(process.env['RAAKVLAK_SEED'] ?? 1);
/** Lives of one pair of libraries: each goes on with what the one before left. */
const livesPerPair = 6;
const names = ['a', 'b'] as const;

interface Line {
  readonly open?: string;
  readonly failed?: string;
  readonly word?: string;
  readonly blob?: BlobHash;
}

/** What both were promised, and what the kills left half done. */
interface Ledger {
  readonly base: string;
  space: SpaceId;
  readonly devices: Map<string, string>;
  readonly words: Set<string>;
  readonly blobs: Set<BlobHash>;
  unfinished: number;
  behind: number;
}

async function open(base: string, name: string): Promise<{ library: Library; engine: SyncEngine }> {
  const clock = (): Date => new Date();
  const library = await openLibrary(libraryOptions(join(base, name), { machine: thisMachine(), clock }));
  const engine = await SyncEngine.start({
    library,
    clock,
    timers: systemTimers,
    openPlace: (place) => Promise.resolve(folderTransport((place as { path: string }).path)),
    passwords: { get: () => Promise.resolve(null), set: () => Promise.resolve() },
  });
  return { library, engine };
}

async function pair(): Promise<Ledger> {
  const base = mkdtempSync(join(tmpdir(), 'raakvlak-kill-sync-'));
  const place = { kind: 'folder', path: join(base, 'shared') } as const;
  const [one, two] = [await open(base, 'a'), await open(base, 'b')];
  const space = (await one.library.createSpace({ name: 'Samen' })).id;
  await one.engine.share(space, place);
  await two.engine.openFrom(place);
  for (const { library, engine } of [one, two]) {
    await engine.close();
    await library.close();
  }
  return { base, space, devices: new Map(), words: new Set(), blobs: new Set(), unfinished: 0, behind: 0 };
}

/** Both work and sync until the seed's moment has come. */
async function live(worker: string, ledger: Ledger, seed: number): Promise<void> {
  const children = names.map((name) => {
    const { folder, witnessFolder } = libraryOptions(join(ledger.base, name));
    return spawn(process.execPath, [worker, folder, witnessFolder, name, String(seed * 2 + (name === 'a' ? 0 : 1))], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  });
  const linesToLive = 4 + ((seed * 7) % 23);
  let lines = 0;
  const kill = async (): Promise<void> => {
    for (const [at, child] of children.entries()) {
      await wait((seed * (31 + at)) % 19);
      child.kill('SIGKILL');
    }
  };
  await Promise.all(
    children.map(async (child, at) => {
      for await (const text of createInterface({ input: child.stdout })) {
        const line = parse(text);
        if (line?.failed !== undefined) {
          await kill();
          throw new Error(`seed ${seed}, ${names[at] as string}: ${line.failed}`);
        }
        if (line !== null) note(ledger, names[at] as string, line);
        if (lines++ === linesToLive) void kill();
      }
    }),
  );
}

/** A line that the kill cut off was not said. */
function parse(text: string): Line | null {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return null;
  }
}

function note({ devices, words, blobs }: Ledger, name: string, { open: device, word, blob }: Line): void {
  if (device !== undefined) {
    expect(device).toBe(devices.get(name) ?? device);
    devices.set(name, device);
  }
  if (word !== undefined) words.add(word);
  if (blob !== undefined) blobs.add(blob);
}

/** Opens what is left: after a few rounds both hold the same, everything promised is there, and all of it is sound. */
async function examine(ledger: Ledger, seed: number): Promise<void> {
  const where = `seed ${seed}`;
  const { base, space } = ledger;
  if (filesIn(base).some((file) => file.endsWith('.tmp'))) ledger.unfinished += 1;
  const both = [await open(base, 'a'), await open(base, 'b')];
  const hashes = (): readonly string[] => both.map(({ library }) => library.stateHash(space));
  if (new Set(hashes()).size > 1) ledger.behind += 1;
  for (let turn = 0; turn < 3; turn += 1) for (const { engine } of both) await engine.sync(space);
  expect(new Set(hashes()).size, where).toBe(1);
  for (const { library, engine } of both) {
    expect(
      engine.status().find(({ id }) => id === space),
      where,
    ).toMatchObject({ fault: null, brake: null });
    expect(engine.quarantine(space), where).toEqual([]);
    const history = [...library.exportRevisions()].join('\n');
    expect(
      [...ledger.words].filter((word) => !history.includes(word)),
      where,
    ).toEqual([]);
    expect(
      [...ledger.blobs].filter((hash) => !library.hasBlob(hash)),
      where,
    ).toEqual([]);
    expect((await library.verify()).problems, where).toEqual([]);
    await engine.close();
    await library.close();
  }
  // One for each that lived to write something, and none for a second name of either.
  const heads = filesIn(join(base, 'shared')).filter((path) => /^heads\/.*\.json$/.test(path)).length;
  expect([1, 2], where).toContain(heads);
}

test(
  `kill -9 of both sides while they sync over one folder, ${kills} times (seeds ${firstSeed} to ${firstSeed + kills - 1})`,
  { timeout: 60_000 + kills * 6_000 },
  async () => {
    const worker = await buildForNode('sync-kill-worker');
    const totals = { promises: 0, unfinished: 0, behind: 0 };
    for (let first = 0; first < kills; first += livesPerPair) {
      const ledger = await pair();
      for (let life = first; life < Math.min(first + livesPerPair, kills); life += 1) {
        await live(worker, ledger, firstSeed + life);
        await examine(ledger, firstSeed + life);
      }
      totals.promises += ledger.words.size;
      totals.unfinished += ledger.unfinished;
      totals.behind += ledger.behind;
      rmSync(ledger.base, { recursive: true });
    }
    // The simulation proves nothing unless much was promised and the kills came while they were not in step.
    expect(totals.promises).toBeGreaterThan(kills * 3);
    expect(totals.behind).toBeGreaterThan(kills / 4);
    console.log(
      `${kills} kills of both, ${totals.promises} promises kept on both sides, ${totals.behind} came between two states, ` +
        `${totals.unfinished} left half-written files`,
    );
  },
);
