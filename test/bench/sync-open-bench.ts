import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openLibrary } from '../../electron/library/library';
import { markerName } from '../../electron/library/marker';
import { writeDeviceLogs } from './device-logs';
import { freshFolder, startLibrary } from './library-process';
import { atMost, type BenchContext, type Row } from './measure';
import { copyLibrary, kept, keptSpaces, push, sharedSpaceOf } from './shared-space';

/** P10: a space in which 100 devices made 10,000 edits each. */
export async function syncOpenBench(context: BenchContext): Promise<readonly Row[]> {
  const [devices, edits] = context.quick ? ([20, 1_000] as const) : ([100, 10_000] as const);
  const name = `${devices} devices with ${edits.toLocaleString('en')} edits each`;
  const logs = await kept(join(context.folder, `device-logs-${devices}-${edits}`), async (folder) => {
    context.say(`Writing the logs of ${name} …`);
    await writeDeviceLogs(folder, devices, edits);
  });
  const from = await kept(join(keptSpaces(context), `devices-${devices}-${edits}`), (folder) =>
    takeIn(context, logs, folder),
  );
  const openMs: number[] = [];
  const lookMs: number[] = [];
  for (let run = 0; run < context.runs; run += 1) {
    const folder = await freshFolder(context, 'devices');
    await copyLibrary(from, folder);
    const path = join(folder, 'Samen');
    await copyLibrary(logs, path);
    const first = await startLibrary(context, folder);
    await push(first, { kind: 'folder', path });
    await first.close();
    const library = await startLibrary(context, folder);
    openMs.push(library.openMs);
    const { ms } = await library.call('sync.now', { id: await sharedSpaceOf(library) });
    lookMs.push(ms);
    context.say(`Opened in ${library.openMs.toFixed(0)} ms, looked in ${ms.toFixed(0)} ms`);
    await library.close();
  }
  const packs = await packCounts(logs);
  const mostPacks = Math.max(...packs);
  return [
    {
      measure: `opening a library with ${name}`,
      values: openMs,
      unit: 'ms',
      better: 'lower',
      goal: atMost(2_000, 'ms'),
    },
    { measure: 'and its first look at the shared folder', values: lookMs, unit: 'ms', better: 'lower' },
    {
      measure: 'packs of a device',
      values: packs,
      unit: '',
      better: 'lower',
      goal: { text: 'none above 64', met: () => mostPacks <= 64 },
    },
  ];
}

/** A library that holds all of it, made from the logs alone. */
async function takeIn(context: BenchContext, logs: string, folder: string): Promise<void> {
  const library = await openLibrary({
    folder: join(folder, 'library'),
    witnessFolder: join(folder, 'config'),
    clock: () => new Date(),
    random: (sizeBytes) => randomBytes(sizeBytes),
  });
  const { id } = await library.adoptSpace(await readFile(join(logs, markerName)));
  await library.close();
  await copyLibrary(logs, join(folder, 'library', 'spaces', id));
  const process = await startLibrary(context, folder);
  context.say(`Its index was made from the logs in ${(process.openMs / 1_000).toFixed(1)} s`);
  await process.close();
}

async function packCounts(logs: string): Promise<readonly number[]> {
  const devices = await readdir(join(logs, 'log'));
  const names = await Promise.all(devices.map((device) => readdir(join(logs, 'log', device))));
  return names.map((files) => files.filter((file) => file.endsWith('.pack')).length);
}
