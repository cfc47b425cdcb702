import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import type { ItemId } from '../../shared/base/ids';
import { openLibrary } from '../../electron/library/library';
import { SyncEngine } from '../../electron/sync/engine';
import { systemTimers } from '../../electron/sync/timers';
import { placeOpener } from '../../electron/sync/transports/open-place';

// Writes into a shared space and syncs, as the app does, until it is killed; says on stdout what it was promised, one line of JSON each.
const [folder, witnessFolder, name, seedText] = process.argv.slice(2) as [string, string, string, string];
let state = Number(seedText);
const next = (below: number): number => (state = (state * 48271) % 2147483647) % below;
const say = (line: object): void => void writeSync(1, `${JSON.stringify(line)}\n`);
const random = (sizeBytes: number): Uint8Array => randomBytes(sizeBytes);
const clock = (): Date => new Date();

async function work(): Promise<void> {
  const library = await openLibrary({ folder, witnessFolder, clock, random });
  const engine = await SyncEngine.start({
    library,
    clock,
    timers: systemTimers,
    openPlace: placeOpener({ timers: systemTimers, random, env: {}, proxy: null }),
    passwords: { get: () => Promise.resolve(null), set: () => Promise.resolve() },
  });
  const space = library.spaces().find(({ kind }) => kind === 'open')?.id;
  if (space === undefined) throw new Error('no shared space');
  say({ open: library.device() });

  const importSome = async (): Promise<void> => {
    const word = `${name}-${seedText}-${next(1e9)}`;
    const bytes = Buffer.from(`${word} `.repeat(1 + next(60_000)));
    const { hash, sizeBytes } = await library.putBlob({ bytes });
    const file = { hash, sizeBytes, name: 'stuk.txt', mediaType: 'text/plain' };
    await library.createItem({ type: 'document', set: { title: word, file }, space });
    say({ word, blob: hash });
  };
  const edit = async (ids: readonly ItemId[]): Promise<void> => {
    const word = `${name}-${seedText}-${next(1e9)}`;
    await library.change(ids[next(ids.length)] as ItemId, { set: { title: word } });
    say({ word });
  };
  for (let round = 0; ; round += 1) {
    const ids = [...library.items()].filter((item) => item.space === space).map(({ id }) => id);
    if (ids.length < 3 || next(3) === 0) await importSome();
    else await edit(ids);
    // What is written goes out by itself too, in the middle of what comes after.
    if (next(2) === 0) await engine.sync(space);
    const status = engine.status().find(({ id }) => id === space);
    if (status?.brake !== null || status.fault !== null) throw new Error(JSON.stringify(status));
    say({ round });
  }
}

work().catch((error: unknown) => {
  say({ failed: String(error instanceof Error ? error.stack : error) });
  process.exit(1);
});
