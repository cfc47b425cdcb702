import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import type { ItemId } from '../../shared/base/ids';
import { AppError } from '../../shared/base/errors';
import { openLibrary } from '../../electron/library/library';

// Imports, edits, bins and erases until it is killed; says on stdout what it was promised, one line of JSON each.
const [folder, witnessFolder, seedText] = process.argv.slice(2) as [string, string, string];
let random = Number(seedText);
const next = (below: number): number => (random = (random * 48271) % 2147483647) % below;
const say = (line: object): void => void writeSync(1, `${JSON.stringify(line)}\n`);

async function work(): Promise<void> {
  const library = await openLibrary({
    folder,
    witnessFolder,
    clock: () => new Date(),
    random: (sizeBytes) => randomBytes(sizeBytes),
  });
  const ids: ItemId[] = [...library.items()].map(({ id }) => id);
  const counts = new Map<ItemId, number>([...library.items()].map(({ id, fields }) => [id, Number(fields['summary'])]));
  say({ open: library.device() });

  const importSome = async (): Promise<void> => {
    const sources = Array.from({ length: 1 + next(12) }, (_, i) => ({
      bytes: Buffer.from(`bestand ${next(1e9)} ${i} `.repeat(1 + next(300))),
    }));
    const blobs = await library.putBlobs(sources);
    const files = blobs.map((blob) => {
      if (blob instanceof AppError) throw blob;
      return { ...blob, name: 'stuk.txt', mediaType: 'text/plain' };
    });
    const made = await library.createItems(
      files.map((file) => ({ type: 'document', set: { title: 'Stuk', summary: '0', file } })),
    );
    made.forEach(({ id }, i) => {
      ids.push(id);
      counts.set(id, 0);
      say({ id, count: 0, blob: files[i]?.hash });
    });
  };
  const edit = async (): Promise<void> => {
    const id = ids[next(ids.length)] as ItemId;
    const count = (counts.get(id) ?? 0) + 1;
    await library.change(id, { set: { summary: String(count) }, add: { tags: [`tag${next(9)}`] } });
    counts.set(id, count);
    say({ id, count });
  };
  const erase = async (): Promise<void> => {
    const [id] = ids.splice(next(ids.length), 1) as [ItemId];
    say({ id, erasing: true });
    await library.erase({ items: [id] });
    say({ id, erased: true });
  };
  for (;;) {
    const choice = ids.length < 3 ? 0 : next(20);
    if (choice < 4) await importSome();
    else if (choice === 4) await erase();
    else await edit();
  }
}

work().catch((error: unknown) => {
  say({ failed: String(error instanceof Error ? error.stack : error) });
  process.exit(1);
});
