import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../shared/base/errors';
import type { SpaceId } from '../../shared/base/ids';
import type { Place, SpaceStatus } from '../../shared/model/sync';
import { openLibrary, type BlobInfo, type Library, type NewItem } from '../../electron/library/library';
import { createAnalyser } from '../../electron/search/dutch/analyse';
import { dutchWords } from '../../electron/search/dutch/dutch-words';
import { itemIndexFactory } from '../../electron/search/item-index';
import { createCorpus } from '../support/corpus';
import { generatorVersion } from './corpus-folder';
import { freshFolder, indexVersion, startLibrary, type LibraryProcess } from './library-process';
import { atMost, type BenchContext, type Row } from './measure';

const itemsAtOnce = 1_000;

type Make = (library: Library, first: number, count: number) => Promise<readonly NewItem[]>;

/** A library with a space of that many documents, each with a file of 5 to 20 KB, that is only here yet. Their texts have been read. */
export function documentLibrary(context: BenchContext, documents: number): Promise<string> {
  const corpus = createCorpus(1);
  return spaceLibrary(context, `documents-${documents}`, documents, async (library, _, count) => {
    const texts = Array.from({ length: count }, () => corpus.document(5_000, 20_000));
    const stored = await library.putBlobs(texts.map(({ body }) => ({ bytes: Buffer.from(body) })));
    return texts.map(({ title }, i) => studyOf(title, 'text/plain', stored[i]));
  });
}

/** The same with these files. */
export function fileLibrary(context: BenchContext, name: string, paths: readonly string[]): Promise<string> {
  return spaceLibrary(context, name, paths.length, async (library, first, count) => {
    const some = paths.slice(first, first + count);
    const stored = await library.putBlobs(some.map((path) => ({ path })));
    const typeOf = (path: string): string => (path.endsWith('.md') ? 'text/markdown' : 'application/octet-stream');
    return some.map((path, i) => studyOf(basename(path), typeOf(path), stored[i]));
  });
}

function studyOf(title: string, mediaType: string, blob: BlobInfo | AppError | undefined): NewItem {
  if (blob === undefined || blob instanceof AppError) throw blob ?? new Error('Not stored.');
  return { type: 'study', set: { title, file: { ...blob, name: title, mediaType } } };
}

/** A library with a space of that many records without files, that is only here yet. */
export function recordLibrary(context: BenchContext, items: number): Promise<string> {
  const summary = 'Wat wij doen tegen voortijdig schoolverlaten';
  return spaceLibrary(context, `records-${items}`, items, (_, first, count) =>
    Promise.resolve(
      Array.from({ length: count }, (__, i) => ({ type: 'project', set: { title: `Project ${first + i}`, summary } })),
    ),
  );
}

/** Where libraries are that the index they have still fits. */
export function keptSpaces({ folder }: BenchContext): string {
  return join(folder, `spaces-${generatorVersion}-${indexVersion()}`);
}

async function spaceLibrary(context: BenchContext, name: string, items: number, make: Make): Promise<string> {
  return kept(join(keptSpaces(context), name), async (folder) => {
    context.say(`Making a space of ${items} items …`);
    const library = await openLibrary({
      folder: join(folder, 'library'),
      witnessFolder: join(folder, 'config'),
      clock: () => new Date(),
      random: (sizeBytes) => randomBytes(sizeBytes),
      index: itemIndexFactory(createAnalyser(dutchWords('resources').split)),
    });
    const { id: space } = await library.createSpace({ name: 'Regio Noord' });
    for (let made = 0; made < items; made += itemsAtOnce) {
      const some = await make(library, made, Math.min(itemsAtOnce, items - made));
      await library.createItems(some.map((item) => ({ ...item, space })));
    }
    await library.close();
    const process = await startLibrary(context, folder);
    await process.settled();
    await process.close();
  });
}

/** Made once, whole or not at all. */
export async function kept(path: string, make: (folder: string) => Promise<void>): Promise<string> {
  if (existsSync(path)) return path;
  const unfinished = `${path}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await make(unfinished);
  await rename(unfinished, path);
  return path;
}

/** Of files that never change both have the same bytes on the disk. */
export async function copyLibrary(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyLibrary(source, target);
    else if (/^[0-9a-f]{64}$/.test(entry.name)) await link(source, target);
    else await copyFile(source, target);
  }
}

/** A copy of a kept library for this run, opened. */
export async function startCopy(context: BenchContext, from: string, name: string): Promise<LibraryProcess> {
  const folder = await freshFolder(context, name);
  await copyLibrary(from, folder);
  return startLibrary(context, folder);
}

/** The space that is to be shared. */
export async function sharedSpaceOf(library: LibraryProcess): Promise<SpaceId> {
  const { value: spaces } = await library.call('spaces.list', undefined);
  const space = spaces.find(({ kind }) => kind === 'open');
  if (space === undefined) throw new Error('There is no space to share.');
  return space.id;
}

export interface Cost {
  readonly seconds: number;
  /** Of all threads. */
  readonly cpuSeconds: number;
  readonly longestWaitMs: number;
}

/** Shares the space at a place and brings everything there. The look for what should not be shared, which comes before the first time, is not in it. */
export function push(library: LibraryProcess, place: Place): Promise<Cost> {
  return costOf(library, async () => {
    const id = await sharedSpaceOf(library);
    await library.call('spaces.move', { id, place });
    await inStep(library, id);
  });
}

/** Opens the space at a place and fetches everything from there. */
export function pull(library: LibraryProcess, place: Place): Promise<Cost> {
  return costOf(library, async () => {
    const { value: space } = await library.call('spaces.open', { place });
    await inStep(library, space.id);
  });
}

/** Rounds until nothing is left to send or to fetch. */
async function inStep(library: LibraryProcess, id: SpaceId): Promise<void> {
  let left = Number.POSITIVE_INFINITY;
  for (;;) {
    const { value: spaces } = await library.call('sync.now', { id });
    const { fault, brake, toSend, toReceive } = spaces.find((space) => space.id === id) as SpaceStatus;
    const now = toSend.changes + toSend.files + toReceive.files + toReceive.held;
    if (now === 0) return;
    if (fault !== null || brake !== null || now >= left)
      throw new Error(`Not in step: ${JSON.stringify({ fault, brake, toSend, toReceive })}`);
    left = now;
  }
}

async function costOf(library: LibraryProcess, work: () => Promise<void>): Promise<Cost> {
  const before = await library.memory();
  await library.longestWait();
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1_000;
  const { ms: longestWaitMs } = await library.longestWait();
  return { seconds, cpuSeconds: (await library.memory()).cpuSeconds - before.cpuSeconds, longestWaitMs };
}

export interface FirstSync {
  readonly up: Cost[];
  readonly down: Cost[];
}

/**
 * Everything that one library has to a place, and from there to an empty one. It ends when all files are there; their texts are read beside that and after
 * it, which is not waited for.
 */
export async function firstSync(context: BenchContext, from: string, place: Place, costs: FirstSync): Promise<void> {
  const giver = await startCopy(context, from, 'giver');
  const space = await sharedSpaceOf(giver);
  costs.up.push(await push(giver, place));
  const taker = await startLibrary(context, await freshFolder(context, 'taker'));
  costs.down.push(await pull(taker, place));
  await expectSame(giver, taker, space);
  context.say(`Out in ${told(costs.up.at(-1))}; in in ${told(costs.down.at(-1))}`);
  await giver.close();
  await taker.close();
}

function told(cost: Cost | undefined): string {
  const { seconds = 0, cpuSeconds = 0, longestWaitMs = 0 } = cost ?? {};
  return `${seconds.toFixed(1)} s with ${cpuSeconds.toFixed(1)} s of processor, longest wait ${longestWaitMs.toFixed(0)} ms`;
}

type Beside = Required<Pick<Row, 'goal' | 'peer'>>;

export function firstSyncRows(costs: FirstSync, name: string, beside: Record<keyof FirstSync, Beside>): readonly Row[] {
  return (['up', 'down'] as const).flatMap((way): Row[] => {
    const row = (measure: string, unit: string, value: (cost: Cost) => number): Row => ({
      measure,
      values: costs[way].map(value),
      unit,
      better: 'lower',
    });
    return [
      { ...row(`first sync ${way}, ${name}`, 's', ({ seconds }) => seconds), ...beside[way] },
      row('processor time of that', 's', ({ cpuSeconds }) => cpuSeconds),
      {
        ...row('longest that anything waits meanwhile', 'ms', ({ longestWaitMs }) => longestWaitMs),
        goal: atMost(50, 'ms'),
      },
    ];
  });
}

/** Error: the states differ. */
export async function expectSame(a: LibraryProcess, b: LibraryProcess, space: SpaceId): Promise<void> {
  const [ours, theirs] = [await stateOf(a, space), await stateOf(b, space)];
  if (ours === undefined || ours !== theirs) throw new Error('The two libraries differ.');
}

async function stateOf(library: LibraryProcess, id: SpaceId): Promise<string | undefined> {
  const { value: states } = await library.call('library.state', undefined);
  return states.find((state) => state.id === id)?.hash;
}
