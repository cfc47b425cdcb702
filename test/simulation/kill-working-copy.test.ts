/*
 * Working copies and what goes wrong around them, for real: the process is killed while it takes a copy in, the disk of the library is full, another
 * program holds the file.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { zipSync } from 'fflate';
import { describe, expect, onTestFinished, test } from 'vitest';
import { thisMachine } from '../../electron/library/machine';
import { openLibrary, type Library } from '../../electron/library/library';
import type { BlobHash, ItemId } from '../../shared/base/ids';
import { openWorkingCopies } from '../../electron/service/working-copies/working-copies';
import { buildForNode } from '../support/library-build';
import { libraryOptions, openTestLibrary, temporaryFolder, testClock } from '../support/library-folders';
import { seeded } from '../support/seeded';
import { tinyDisk, whyNoTinyDisk } from '../support/tiny-disk';

const kills = Number(process.env['RAAKVLAK_COPY_KILLS'] ?? 12);

/** Random, so that it takes a moment to store. */
function docx(text: string, random: () => number, sizeBytes = 400_000): Buffer {
  const noise = Buffer.from(Array.from({ length: sizeBytes }, () => Math.floor(random() * 256)));
  return Buffer.from(zipSync({ 'word/document.xml': Buffer.from(text), noise: [noise, { level: 0 }] }));
}

interface Said {
  readonly open?: boolean;
  readonly looked?: boolean;
  readonly held?: string;
  readonly state?: string;
  readonly error?: string;
  readonly failed?: string;
}

interface Worker {
  readonly child: ChildProcess;
  /** Resolves with the first thing said, from now on, that passes. */
  until(passes: (said: Said) => boolean): Promise<Said>;
  readonly ended: Promise<void>;
}

function start(worker: string, base: string, id: ItemId, uid = ''): Worker {
  const { folder, witnessFolder } = libraryOptions(base);
  const child = spawn(process.execPath, [worker, folder, witnessFolder, join(base, 'werkkopieën'), id, uid], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const waiting = new Set<(said: Said) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = parsed(line);
    if (said !== null) for (const each of waiting) each(said);
  });
  return {
    child,
    until: (passes) =>
      new Promise((resolve, reject) => {
        const look = (said: Said): void => {
          if (said.failed !== undefined) reject(new Error(said.failed));
          if (!passes(said)) return;
          waiting.delete(look);
          resolve(said);
        };
        waiting.add(look);
      }),
    ended: new Promise((resolve) => child.once('exit', () => resolve())),
  };
}

function parsed(line: string): Said | null {
  try {
    return JSON.parse(line) as Said;
  } catch {
    return null;
  }
}

async function makeDraft(library: Library, bytes: Buffer): Promise<ItemId> {
  const blob = await library.putBlob({ bytes });
  const file = { ...blob, name: 'plan.docx', mediaType: 'x/y' };
  return (await library.createItem({ type: 'draft', set: { title: 'Plan', file } })).id;
}

const heldBy = (library: Library, id: ItemId): Buffer =>
  readFileSync(library.blobPath((library.get(id)?.fields['file'] as { hash: BlobHash }).hash));
const versions = (library: Library, id: ItemId): number =>
  library.history(id).filter(({ changes }) => changes.some(({ field }) => field === 'file')).length;

const machine = thisMachine();

async function withLibrary<Value>(base: string, work: (library: Library) => Promise<Value>): Promise<Value> {
  const library = await openLibrary(libraryOptions(base, { machine }));
  try {
    return await work(library);
  } finally {
    await library.close();
  }
}

test(
  `kill -9 while a working copy is taken in, ${kills} times (seed 11): each save is a version, whole, and once`,
  { timeout: 20_000 + kills * 4_000 },
  async () => {
    const worker = await buildForNode('working-copy-kill-worker');
    const base = temporaryFolder();
    const random = seeded(11);
    const id = await withLibrary(base, (library) => makeDraft(library, docx('nul', random)));
    let interrupted = 0;
    for (let n = 1; n <= kills; n += 1) {
      const process = start(worker, base, id);
      await process.until(({ open }) => open === true);
      const saved = docx(`save ${n}`, random);
      writeFileSync(join(base, 'werkkopieën', 'plan.docx'), saved);
      await wait(Math.floor(random() * 60));
      process.child.kill('SIGKILL');
      await process.ended;
      await withLibrary(base, async (library) => {
        if (versions(library, id) === n) interrupted += 1;
        const copies = await openWorkingCopies({
          library,
          folder: join(base, 'werkkopieën'),
          clock: testClock(),
          timers: { after: () => () => undefined },
          tell: () => undefined,
          stored: () => undefined,
        });
        expect([versions(library, id), copies.list()[0]?.state], `kill ${n}`).toEqual([n + 1, 'ready']);
        expect(heldBy(library, id).equals(saved), `kill ${n}`).toBe(true);
        expect((await library.verify()).problems).toEqual([]);
        await copies.close();
      });
    }
    console.log(`${kills} kills of a working copy, ${interrupted} of them before the version was there`);
    expect(interrupted).toBeGreaterThan(0);
    expect(readdirSync(join(base, 'werkkopieën'))).toEqual(['plan.docx']);
  },
);

describe('a working copy that cannot be stored or read', () => {
  const noDisk = whyNoTinyDisk();
  if (noDisk !== null) console.log(`A full disk is not tested: ${noDisk}.`);

  test.skipIf(noDisk !== null)(
    'on a full disk stays where it is, says so, and becomes a version when there is room',
    async () => {
      const disk = tinyDisk(1_500);
      const random = seeded(3);
      const library = await openTestLibrary(disk.folder);
      const id = await makeDraft(library, docx('een', random));
      const folder = join(temporaryFolder(), 'werkkopieën');
      const copies = await openWorkingCopies({
        library,
        folder,
        clock: testClock(),
        timers: { after: () => () => undefined },
        tell: () => undefined,
        stored: () => undefined,
      });
      const { path } = await copies.open(id);
      const saved = docx('twee', random, 1_200_000);
      writeFileSync(path, saved);
      await copies.look({ settled: true });
      expect(copies.list()[0]).toMatchObject({ state: 'failed', error: { code: 'disk-full' } });
      expect([readFileSync(path).equals(saved), versions(library, id)]).toEqual([true, 1]);
      disk.resize(20_000);
      await copies.look({ settled: true });
      expect([heldBy(library, id).equals(saved), versions(library, id), copies.list()[0]?.state]).toEqual([
        true,
        2,
        'ready',
      ]);
      expect((await library.verify()).problems).toEqual([]);
      await copies.close();
      await library.close();
    },
  );

  // Rights are what Linux has for a file that another program holds; root may read all, so the process that looks is somebody else.
  test.skipIf(process.platform !== 'linux')(
    'held by another program waits, and becomes a version when it is let go',
    { timeout: 40_000 },
    async () => {
      const worker = await buildForNode('working-copy-kill-worker');
      const base = temporaryFolder();
      const random = seeded(5);
      const id = await withLibrary(base, (library) => makeDraft(library, docx('een', random, 2_000)));
      const copiesFolder = join(base, 'werkkopieën');
      mkdirSync(copiesFolder);
      const nobody = process.getuid?.() === 0 ? 65_534 : null;
      if (nobody !== null) giveTo(base, nobody);
      const running = start(worker, base, id, nobody === null ? '' : String(nobody));
      await running.until(({ open }) => open === true);
      const path = join(copiesFolder, 'plan.docx');
      const saved = docx('twee', random, 2_000);
      // Held from before it is written: it is seen to have changed, and cannot be read.
      chmodSync(path, 0o000);
      if (nobody === null) chmodSync(path, 0o200);
      writeFileSync(path, saved);
      await running.until(({ looked, state }) => looked === true && state === 'waiting');
      chmodSync(path, 0o644);
      await running.until(({ looked, state }) => looked === true && state === 'ready');
      running.child.stdin?.write('stop\n');
      await running.ended;
      if (nobody !== null) giveTo(base, 0);
      await withLibrary(base, async (library) => {
        expect([heldBy(library, id).equals(saved), versions(library, id)]).toEqual([true, 2]);
      });
    },
  );
});

function giveTo(folder: string, uid: number): void {
  chownSync(folder, uid, uid);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    chownSync(join(entry.parentPath, entry.name), uid, uid);
}
