import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { BlobHash, ItemId } from '../../shared/base/ids';
import { openLibrary } from '../../electron/library/library';
import { seededRandom } from '../support/corpus';
import { CrashDisk } from '../support/crash-states';
import { libraryOptions } from '../support/library-folders';
import { watchDisk, type DiskOperation } from '../support/recorded-disk';

vi.mock('node:fs', async (original) => (await import('../support/recorded-disk')).watchedFs(await original()));
vi.mock('node:fs/promises', async (original) =>
  (await import('../support/recorded-disk')).watchedFsPromises(await original()),
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
    const base = mkdtempSync(join(tmpdir(), 'raakvlak-power-'));
    const { log, promises, titles } = await record(base);
    const random = seededRandom(seed);
    const next = (below: number): number => Math.floor(random() * below);
    const cuts = Array.from({ length: points }, () => next(log.length + 1)).sort((a, b) => a - b);
    const disk = new CrashDisk();
    let [done, kept, unfinished] = [0, 0, 0];
    for (const cut of cuts) {
      for (; done < cut; done += 1) disk.apply(log[done] as DiskOperation);
      const target = mkdtempSync(join(tmpdir(), 'raakvlak-cut-'));
      disk.surviveInto(target, base, next);
      const where = `cut after operation ${cut} of ${log.length}`;
      const library = await openLibrary(libraryOptions(target));
      const promised = new Map(promises.filter(({ operations }) => operations <= cut).map((p) => [p.id, p]));
      for (const { id, title } of promised.values()) {
        const found = String(library.get(id)?.fields['title']);
        const order = titles.get(id) as string[];
        // As promised, or as the change that was under way would make it.
        expect(order.indexOf(found), where).toBeGreaterThanOrEqual(order.indexOf(title));
        if (found !== title) unfinished += 1;
        kept += 1;
      }
      for (const { blob, operations } of promises)
        if (blob !== null && operations <= cut) expect(library.hasBlob(blob), where).toBe(true);
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
