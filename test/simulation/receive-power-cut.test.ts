import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import { openLibrary, type Library } from '../../electron/library/library';
import { carry } from '../support/carry-space';
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

const points = Number(process.env['RAAKVLAK_POWER_CUTS'] ?? 20);
const seed = Number(process.env['RAAKVLAK_SEED'] ?? 1);
const lost = ['pack-missing', 'log-gap', 'log-forked', 'pack-damaged', 'head-damaged'];

afterEach(() => watchDisk(null));

function chooser(start: number): (below: number) => number {
  let state = (start * 2654435761) % 2147483647 || 1;
  return (below) => (state = (state * 48271) % 2147483647) % below;
}

interface Recorded {
  readonly log: readonly DiskOperation[];
  /** After how many operations how many revisions had been taken in for good. */
  readonly promises: readonly { readonly operations: number; readonly revisions: number }[];
  readonly id: SpaceId;
}

/** One who writes, and one on a watched disk who takes everything in and answers now and then. */
async function record(writerBase: string, base: string): Promise<Recorded> {
  const writer = await openLibrary(libraryOptions(writerBase));
  const { id } = await writer.createSpace({ name: 'Samen' });
  const source = writer.space(id);
  const log: DiskOperation[] = [];
  const promises: { operations: number; revisions: number }[] = [];
  watchDisk({ before: () => undefined, after: (operation) => operation.path.startsWith(base) && log.push(operation) });
  const library = await openLibrary(libraryOptions(base));
  await library.adoptSpace(await source.markerBytes());
  const target = library.space(id);
  const ids: ItemId[] = [];
  for (let i = 0; i < 40; i += 1) {
    if (i % 3 === 0) ids.push((await writer.createItem({ type: 'term', space: id, set: { title: `${i}` } })).id);
    else await writer.change(ids[i % ids.length] as ItemId, { set: { title: `versie ${i}` } });
    if (i === 30) await writer.erase({ items: [ids[0] as ItemId] });
    await carry(source, target);
    if (i % 10 === 9) await library.change(ids[1] as ItemId, { set: { definition: `antwoord ${i}` } });
    await carry(target, source);
    promises.push({ operations: log.length, revisions: countOf(library, id) });
  }
  watchDisk(null);
  expect(library.stateHash(id)).toBe(writer.stateHash(id));
  await library.close();
  await writer.close();
  return { log, promises, id };
}

function countOf(library: Library, space: SpaceId): number {
  return [...library.exportRevisions()].filter((line) => line.includes(space)).length;
}

test(
  `${points} power cuts while receiving lose nothing that was taken in, and the next round makes both sides equal (seed ${seed})`,
  { timeout: 120_000 + points * 6_000 },
  async () => {
    const [writerBase, base] = ['w', 'r'].map((name) => mkdtempSync(join(inMemory, `raakvlak-power-${name}-`))) as [
      string,
      string,
    ];
    const { log, promises, id } = await record(writerBase, base);
    const next = chooser(seed);
    const cuts = Array.from({ length: points }, () => next(log.length + 1)).sort((a, b) => a - b);
    const disk = new CrashDisk();
    let done = 0;
    let kept = 0;
    for (const cut of cuts) {
      for (; done < cut; done += 1) disk.apply(log[done] as DiskOperation);
      const promised = promises.filter(({ operations }) => operations <= cut).at(-1)?.revisions ?? 0;
      const [partner, target] = ['w', 'r'].map((name) => mkdtempSync(join(inMemory, `raakvlak-cut-${name}-`))) as [
        string,
        string,
      ];
      // As it was before the first cut: it would else know of a device more after each, and every round would be longer than the one before.
      cpSync(writerBase, partner, { recursive: true });
      const writer = await openLibrary(libraryOptions(partner));
      const source = writer.space(id);
      disk.surviveInto(target, base, next);
      const where = `cut after operation ${cut} of ${log.length}`;
      const library = await openLibrary(libraryOptions(target));
      expect(countOf(library, id), where).toBeGreaterThanOrEqual(promised);
      if (library.spaces().every((space) => space.id !== id)) await library.adoptSpace(await source.markerBytes());
      const again = library.space(id);
      await carry(source, again);
      // What it answers with: at least that it carried out the erasure.
      await carry(again, source);
      await carry(source, again);
      expect(library.stateHash(id), where).toBe(writer.stateHash(id));
      const problems = (await library.verify()).problems.filter(
        ({ code, mended }) => mended !== true && lost.includes(code),
      );
      expect(problems, where).toEqual([]);
      await library.rebuild();
      expect(library.stateHash(id), where).toBe(writer.stateHash(id));
      kept += promised;
      await library.close();
      await writer.close();
      for (const folder of [partner, target]) rmSync(folder, { recursive: true });
    }
    for (const folder of [writerBase, base]) rmSync(folder, { recursive: true });
    expect(kept).toBeGreaterThan(points);
    console.log(`${points} power cuts while receiving, ${kept} revisions that had been taken in were there, losses 0`);
  },
);
