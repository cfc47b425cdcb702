import { existsSync, watch } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ItemId } from '../../shared/base/ids';
import { testQuery } from '../support/search-items';
import { freshFolder, startLibrary, type LibraryProcess } from './library-process';
import { atMost, medianOf, ratioAtMost, type BenchContext, type Row } from './measure';
import { copyLibrary, expectSame, kept, keptSpaces, pull, push, recordLibrary, sharedSpaceOf } from './shared-space';

const changes = 25;

interface Times {
  /** From the change until the folder has it. */
  readonly out: number[];
  /** From there until the other library tells of it. */
  readonly in: number[];
}

/** P7: one change on one device, over a watched folder, until another device shows it, in a small space and in a large one. */
export async function syncChangeBench(context: BenchContext): Promise<readonly Row[]> {
  const [few, many] = context.quick ? ([100, 1_000] as const) : ([1_000, 100_000] as const);
  const small = await changeTimes(context, few);
  const large = await changeTimes(context, many);
  const rows = (items: number, times: Times): readonly Row[] => [
    {
      measure: `one change out, folder, ${items.toLocaleString('en')} items`,
      values: times.out,
      unit: 'ms',
      better: 'lower',
      peer: { name: 'Joplin', value: null, published: '2,200 ms' },
      goal: atMost(300, 'ms'),
    },
    {
      measure: `and from there on the other device`,
      values: times.in,
      unit: 'ms',
      better: 'lower',
      peer: { name: 'Joplin', value: null, published: '2,100 ms' },
      goal: atMost(200, 'ms'),
    },
  ];
  return [
    ...rows(few, small),
    ...rows(many, large),
    {
      measure: `both, ${many.toLocaleString('en')} items`,
      values: whole(large),
      unit: 'ms',
      better: 'lower',
      peer: { name: `${few.toLocaleString('en')} items`, value: medianOf(whole(small)), published: '' },
      goal: ratioAtMost(1.2),
    },
  ];
}

async function changeTimes(context: BenchContext, items: number): Promise<Times> {
  const pair = await keptPair(context, items);
  const run = await freshFolder(context, 'pair');
  await copyLibrary(pair, run);
  const place = { kind: 'folder', path: join(run, 'Samen') } as const;
  const [giver, taker] = [
    await startLibrary(context, join(run, 'giver')),
    await startLibrary(context, join(run, 'taker')),
  ];
  for (const library of [giver, taker]) await push(library, place);
  const space = await sharedSpaceOf(giver);
  const { value: ids } = await giver.call('items.ids', { query: testQuery(''), from: 0, to: changes - 1 });
  const times: Times = { out: [], in: [] };
  for (const [i, id] of ids.entries()) await changeOne({ giver, taker, path: place.path }, id, `Wijziging ${i}`, times);
  await expectSame(giver, taker, space);
  await giver.close();
  await taker.close();
  return times;
}

/** Two libraries with the same items and the folder between them. */
async function keptPair(context: BenchContext, items: number): Promise<string> {
  const from = await recordLibrary(context, items);
  return kept(join(keptSpaces(context), `pair-${items}`), async (folder) => {
    context.say(`Bringing ${items} records to a second library …`);
    const path = join(folder, 'Samen');
    await mkdir(path);
    await copyLibrary(from, join(folder, 'giver'));
    await mkdir(join(folder, 'taker'));
    const giver = await startLibrary(context, join(folder, 'giver'));
    await push(giver, { kind: 'folder', path });
    await giver.close();
    const taker = await startLibrary(context, join(folder, 'taker'));
    await pull(taker, { kind: 'folder', path });
    await taker.close();
  });
}

async function changeOne(
  { giver, taker, path }: { giver: LibraryProcess; taker: LibraryProcess; path: string },
  id: ItemId,
  title: string,
  times: Times,
): Promise<void> {
  const there = headPlaced(path);
  const told = taker.changed(id);
  const start = Date.now();
  await giver.call('items.change', { id, change: { set: { title } }, label: 'change' });
  const [placedAt, { at: toldAt }] = [await there, await told];
  times.out.push(placedAt - start);
  times.in.push(toldAt - placedAt);
  const { value: item } = await taker.call('items.get', { id });
  if (item.state.fields['title'] !== title) throw new Error('Told of a change that is not there.');
}

/** When the next head was put in its place. */
function headPlaced(path: string): Promise<number> {
  const heads = join(path, 'heads');
  return new Promise((resolve) => {
    const watcher = watch(heads, (_, name) => {
      if (name === null || !name.endsWith('.json') || !existsSync(join(heads, basename(name)))) return;
      watcher.close();
      resolve(Date.now());
    });
  });
}

function whole(times: Times): readonly number[] {
  return times.out.map((ms, i) => ms + (times.in[i] ?? 0));
}
