import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../shared/base/errors';
import type { ItemId } from '../../shared/base/ids';
import { openLibrary, type Library } from '../../electron/library/library';
import { libraryOptions } from '../support/library-folders';
import { watchDisk, type DiskOperation } from '../support/recorded-disk';

vi.mock('node:fs', async (original) => (await import('../support/recorded-disk')).watchedFs(await original()));
vi.mock('node:fs/promises', async (original) =>
  (await import('../support/recorded-disk')).watchedFsPromises(await original()),
);

/** 1: every operation fails in its turn; everyday every fifth. */
const every = Number(process.env['RAAKVLAK_DISK_EVERY'] ?? 5);
const codes = (process.env['RAAKVLAK_DISK_ERRORS'] ?? 'ENOSPC,EIO').split(',');

afterEach(() => watchDisk(null));

/** A seeded source, so that two runs do the same operations in the same order. */
function seeded(seed: number): (sizeBytes: number) => Uint8Array {
  let state = seed;
  return (sizeBytes) => Uint8Array.from({ length: sizeBytes }, () => (state = (state * 48271) % 2147483647) & 255);
}

interface Promised {
  /** False when not even the library could be made. */
  opened: boolean;
  readonly values: Map<ItemId, string>;
  readonly blobs: Set<string>;
}

/** Everything a person does in a short working day. What resolved is promised; what failed may have been done or not. */
async function work(library: Library, promised: Promised): Promise<void> {
  const attempt = async (step: () => Promise<void>): Promise<void> => {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  };
  const ids: ItemId[] = [];
  for (let i = 0; i < 4; i += 1)
    await attempt(async () => {
      const { hash, sizeBytes } = await library.putBlob({ bytes: Buffer.from(`bestand ${i}`) });
      promised.blobs.add(hash);
      const file = { hash, sizeBytes, name: 'stuk.txt', mediaType: 'text/plain' };
      const { id } = await library.createItem({ type: 'document', set: { title: `Stuk ${i}`, file } });
      ids.push(id);
      promised.values.set(id, `Stuk ${i}`);
    });
  for (const [i, id] of [...ids, ...ids, ...ids].entries())
    await attempt(async () => {
      const before = promised.values.get(id) as string;
      promised.values.set(id, `${before}|versie ${i}`);
      await library.change(id, { set: { title: `versie ${i}` } });
      promised.values.set(id, `versie ${i}`);
    });
  await attempt(async () => {
    await library.bin(ids.slice(0, 1));
  });
}

async function runWith(before: (operation: DiskOperation) => void): Promise<{ base: string; promised: Promised }> {
  const base = mkdtempSync(join(tmpdir(), 'raakvlak-disk-'));
  const promised: Promised = { opened: false, values: new Map(), blobs: new Set() };
  watchDisk({ before: (operation) => operation.path.startsWith(base) && before(operation), after: () => undefined });
  let library: Library | null = null;
  try {
    library = await openLibrary({ ...libraryOptions(base), random: seeded(7) });
    promised.opened = true;
    await work(library, promised);
  } catch (error) {
    if (!(error instanceof AppError) && !('code' in (error as object))) throw error;
  } finally {
    watchDisk(null);
    await library?.close();
  }
  return { base, promised };
}

/** With the disk well again everything promised is there, what failed is there wholly or not at all, and all of it is sound. */
async function examine(base: string, { opened, values, blobs }: Promised, where: string): Promise<void> {
  const library = await openLibrary({ ...libraryOptions(base), random: seeded(8) });
  for (const [id, value] of values) expect(value.split('|'), where).toContain(library.get(id)?.fields['title']);
  for (const hash of blobs) expect(library.hasBlob(hash as never), where).toBe(true);
  // A key or a marker that could not be written costs a new device id, or says so; neither loses anything.
  const harmless = ['device-replaced', 'witness-unwritable', 'key-damaged', ...(opened ? [] : ['marker-damaged'])];
  const { problems } = await library.verify();
  expect(
    problems.filter(({ code }) => !harmless.includes(code)),
    where,
  ).toEqual([]);
  const [first] = values.keys();
  if (first !== undefined) await library.change(first, { set: { title: 'weer gezond' } });
  await library.close();
  rmSync(base, { recursive: true });
}

describe('a disk on which one operation fails', () => {
  it.each(codes)(
    'loses nothing that was promised, whichever operation fails with %s',
    { timeout: 600_000 },
    async (code) => {
      let total = 0;
      const clean = await runWith(() => (total += 1));
      await examine(clean.base, clean.promised, 'without faults');
      expect(clean.promised.values.size).toBe(4);
      let injected = 0;
      // Until a run is over before its turn to fail comes.
      for (let failing = 1; failing <= total; failing += every) {
        let count = 0;
        const { base, promised } = await runWith(({ path }) => {
          count += 1;
          if (count !== failing) return;
          injected += 1;
          throw Object.assign(new Error(`${code}: injected`), { code, path });
        });
        await examine(base, promised, `${code} at operation ${failing}`);
      }
      expect(injected).toBeGreaterThan((total / every) * 0.9);
      console.log(`${code}: ${injected} operations failed one by one, losses 0`);
    },
  );
});
