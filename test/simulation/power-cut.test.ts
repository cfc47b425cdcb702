import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { BlobHash, ItemId } from '../../shared/base/ids';
import { openLibrary } from '../../electron/library/library';
import { seededRandom } from '../support/corpus';
import { CrashDisk } from '../support/crash-states';
import { inMemory, libraryOptions } from '../support/library-folders';
import { watchDisk, type DiskOperation } from '../support/recorded-disk';

vi.mock('node:fs', async (original) => {
  const { directFs } = await import('../support/direct-disk');
  return (await import('../support/recorded-disk')).watchedFs(directFs(await original()));
});
vi.mock('node:fs/promises', async (original) => {
  const { directFsPromises } = await import('../support/direct-disk');
  const direct = directFsPromises(await original(), await vi.importActual('node:fs'));
  return (await import('../support/recorded-disk')).watchedFsPromises(direct);
});
vi.mock('node:zlib', async (original) => (await import('../support/direct-disk')).directZlib(await original()));
vi.mock('../../electron/library/signing', async (original) =>
  (await import('../support/remembered')).rememberedSignatures(await original()),
);
vi.mock('../../electron/library/head', async (original) =>
  (await import('../support/remembered')).rememberedHeads(await original()),
);
vi.mock('../../electron/library/pack', async (original) =>
  (await import('../support/remembered')).rememberedPacks(await original()),
);

const points = Number(process.env['RAAKVLAK_POWER_CUTS'] ?? 400);
const seed = Number(process.env['RAAKVLAK_SEED'] ?? 1);

afterEach(() => watchDisk(null));

/** What had been promised when this many operations had been done. */
interface Said {
  readonly operations: number;
  readonly id: ItemId;
  readonly title: string;
  readonly blob: BlobHash | null;
}

/** A day's work on a watched disk: every operation in order, and after which of them what was promised. */
async function record(
  base: string,
): Promise<{ log: DiskOperation[]; promises: Said[]; titles: Map<ItemId, string[]> }> {
  const log: DiskOperation[] = [];
  const promises: Said[] = [];
  const titles = new Map<ItemId, string[]>();
  watchDisk({ before: () => undefined, after: (operation) => operation.path.startsWith(base) && log.push(operation) });
  const library = await openLibrary(libraryOptions(base));
  const promise = (id: ItemId, title: string, blob: BlobHash | null): void =>
    void promises.push({ operations: log.length, id, title, blob });
  for (let i = 0; i < 60; i += 1) {
    if (i % 4 === 0) {
      const { hash, sizeBytes } = await library.putBlob({ bytes: Buffer.from(`bestand ${i} `.repeat(1 + i * 40)) });
      const file = { hash, sizeBytes, name: 'stuk.txt', mediaType: 'text/plain' };
      const id = library.newItemId();
      titles.set(id, [`Stuk ${i}`]);
      await library.createItem({ id, type: 'document', set: { title: `Stuk ${i}`, file } });
      promise(id, `Stuk ${i}`, hash);
    } else {
      const [id, before] = [...titles][(i * 7) % titles.size] as [ItemId, string[]];
      before.push(`versie ${i}`);
      await library.change(id, { set: { title: `versie ${i}` } });
      promise(id, `versie ${i}`, null);
    }
  }
  watchDisk(null);
  await library.close();
  return { log, promises, titles };
}

test(
  `${points} power cuts at any operation leave a library that opens with all that was promised (seed ${seed})`,
  {
    timeout: 60_000 + points * 500,
  },
  async () => {
    const base = mkdtempSync(join(inMemory, 'raakvlak-power-'));
    const { log, promises, titles } = await record(base);
    const random = seededRandom(seed);
    const next = (below: number): number => Math.floor(random() * below);
    const cuts = Array.from({ length: points }, () => next(log.length + 1)).sort((a, b) => a - b);
    const disk = new CrashDisk();
    let [done, kept, unfinished] = [0, 0, 0];
    for (const cut of cuts) {
      for (; done < cut; done += 1) disk.apply(log[done] as DiskOperation);
      const target = mkdtempSync(join(inMemory, 'raakvlak-cut-'));
      disk.surviveInto(target, base, next);
      const where = `cut after operation ${cut} of ${log.length}`;
      const library = await openLibrary(libraryOptions(target));
      const made = promises.filter(({ operations }) => operations <= cut);
      const promised = new Map(made.map((p) => [p.id, p]));
      for (const { id, title } of promised.values()) {
        const found = String(library.get(id)?.fields['title']);
        const order = titles.get(id) as string[];
        // As promised, or as the change that was under way would make it.
        expect(order.indexOf(found), where).toBeGreaterThanOrEqual(order.indexOf(title));
        if (found !== title) unfinished += 1;
        kept += 1;
      }
      for (const { blob } of made) if (blob !== null) expect(library.hasBlob(blob), where).toBe(true);
      const lost = ['pack-missing', 'log-gap', 'log-forked', 'blob-missing'];
      expect(
        (await library.verify()).problems.filter(({ code }) => lost.includes(code)),
        where,
      ).toEqual([]);
      await library.close();
      rmSync(target, { recursive: true });
    }
    rmSync(base, { recursive: true });
    expect(kept).toBeGreaterThan(points);
    console.log(`${points} power cuts, ${kept} promises kept, ${unfinished} changes under way came through, losses 0`);
  },
);
