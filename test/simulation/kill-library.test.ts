import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { BlobHash, ItemId } from '../../shared/base/ids';
import { openLibrary } from '../../electron/library/library';
import { thisMachine } from '../../electron/library/machine';
import { buildForNode } from '../support/library-build';
import { filesIn, libraryOptions } from '../support/library-folders';

const kills = Number(process.env['RAAKVLAK_KILLS'] ?? 200);
const firstSeed = Number(process.env['RAAKVLAK_SEED'] ?? 1);
/** Lives of one library: each goes on with what the one before left. */
const livesPerLibrary = 10;

interface Promised {
  count: number;
  blob: BlobHash | null;
  erasing: boolean;
  erased: boolean;
}

interface Line {
  readonly open?: string;
  readonly failed?: string;
  readonly id?: ItemId;
  readonly count?: number;
  readonly blob?: BlobHash;
  readonly erasing?: boolean;
  readonly erased?: boolean;
}

/** What all lives of one library were promised. */
interface Ledger {
  readonly base: string;
  readonly promised: Map<ItemId, Promised>;
  device: string | null;
  promises: number;
  interrupted: number;
}

/** Lets a process work, kills it at a moment that the seed chooses, and notes what it was promised. */
async function live(worker: string, ledger: Ledger, seed: number): Promise<void> {
  const { folder, witnessFolder } = libraryOptions(ledger.base);
  const child = spawn(process.execPath, [worker, folder, witnessFolder, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const linesToLive = (seed * 7) % 13;
  const thenMs = (seed * 31) % 17;
  let lines = 0;
  const kill = async (): Promise<void> => {
    await wait(thenMs);
    child.kill('SIGKILL');
  };
  for await (const text of createInterface({ input: child.stdout })) {
    // A line that the kill cut off was not said.
    const line = parse(text);
    if (line === null) continue;
    if (line.failed !== undefined) throw new Error(`seed ${seed}: ${line.failed}`);
    note(ledger, line);
    if (lines++ === linesToLive) void kill();
  }
}

function parse(text: string): Line | null {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return null;
  }
}

function note(ledger: Ledger, { open, id, ...said }: Line): void {
  if (open !== undefined) {
    expect(open).toBe(ledger.device ?? open);
    ledger.device = open;
  }
  if (id === undefined) return;
  ledger.promises += 1;
  const before = ledger.promised.get(id) ?? { count: 0, blob: null, erasing: false, erased: false };
  ledger.promised.set(id, { ...before, ...said });
}

/** Opens what is left: everything promised is there, at most the one action that was going on is there as well, and all of it is sound. */
async function examine(ledger: Ledger, seed: number): Promise<void> {
  const where = `seed ${seed}`;
  const unfinished = filesIn(ledger.base).some((file) => file.endsWith('.tmp'));
  const library = await openLibrary({ ...libraryOptions(ledger.base), machine: thisMachine() });
  let ahead = 0;
  for (const [id, { count, blob, erasing, erased }] of ledger.promised) {
    const state = library.get(id);
    if (erased) expect(state, where).toBeNull();
    if (state === null) {
      expect(erasing, where).toBe(true);
      continue;
    }
    const found = Number(state.fields['summary']);
    expect(found, where).toBeGreaterThanOrEqual(count);
    if (found > count) ahead += 1;
    if (blob !== null && !erasing) expect(library.hasBlob(blob), where).toBe(true);
    // What was finished but not said before the kill is as good as promised from now on.
    ledger.promised.set(id, { count: found, blob, erasing: false, erased: false });
  }
  expect(ahead, where).toBeLessThanOrEqual(1);
  const known = [...library.items()].filter(({ id }) => !ledger.promised.has(id));
  expect((await library.verify()).problems, where).toEqual([]);
  for (const { id, fields } of known)
    ledger.promised.set(id, { count: Number(fields['summary']), blob: null, erasing: false, erased: false });
  expect(library.device(), where).toBe(ledger.device ?? library.device());
  ledger.device = library.device();
  if (unfinished || ahead > 0 || known.length > 0) ledger.interrupted += 1;
  await library.close();
}

test(
  `kill -9, ${kills} times (seeds ${firstSeed} to ${firstSeed + kills - 1})`,
  { timeout: 60_000 + kills * 3_000 },
  async () => {
    const worker = await buildForNode('library-kill-worker');
    const libraries = Math.ceil(kills / livesPerLibrary);
    const totals = { promises: 0, interrupted: 0 };
    const lane = async (start: number): Promise<void> => {
      for (let number = start; number < libraries; number += 2) {
        const ledger: Ledger = {
          base: mkdtempSync(join(tmpdir(), 'raakvlak-kill-')),
          promised: new Map(),
          device: null,
          promises: 0,
          interrupted: 0,
        };
        const lives = Math.min(livesPerLibrary, kills - number * livesPerLibrary);
        for (let life = 0; life < lives; life += 1) {
          const seed = firstSeed + number * livesPerLibrary + life;
          await live(worker, ledger, seed);
          await examine(ledger, seed);
        }
        totals.promises += ledger.promises;
        totals.interrupted += ledger.interrupted;
        rmSync(ledger.base, { recursive: true });
      }
    };
    await Promise.all([lane(0), lane(1)]);
    // The simulation proves nothing unless much was promised and many kills came in the middle of something.
    expect(totals.promises).toBeGreaterThan(kills * 3);
    expect(totals.interrupted).toBeGreaterThan(kills / 20);
    console.log(
      `${kills} kills, ${totals.promises} promises kept, ${totals.interrupted} kills left something half done`,
    );
  },
);
