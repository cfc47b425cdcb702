import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ItemId } from '../../shared/base/ids';
import type { CallInput, CallName, CallOutput } from '../../shared/contract';
import type { ItemQuery } from '../../shared/search/item-query';
import { documentsInPart, generatorVersion, writePart } from './corpus-folder';
import type { Request, Requests } from './library-process-bench';
import libraryHeap from '../../electron/library-heap.json';
import type { BenchContext } from './measure';

/** A process of its own with the library open, as the app has one. */
export interface LibraryProcess {
  readonly openMs: number;
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<{ ms: number; value: CallOutput<Name> }>;
  queries(queries: readonly ItemQuery[], mode: 'quick' | 'full'): ReturnType<Requests['queries']>;
  memory(): ReturnType<Requests['memory']>;
  changed(id: ItemId): ReturnType<Requests['changed']>;
  settled(): Promise<void>;
  longestWait(): ReturnType<Requests['longestWait']>;
  close(): Promise<void>;
}

type Reply = { readonly value: unknown } | { readonly error: string };

/** Opens the library in `folder`/library, with its device's own things in `folder`/config. `nodeOptions`: for a profile, say. */
export async function startLibrary(context: BenchContext, folder: string): Promise<LibraryProcess> {
  const nodeOptions = (process.env['RAAKVLAK_BENCH_NODE'] ?? '').split(' ').filter((option) => option !== '');
  const child = fork(join(context.built, 'library-process-bench.js'), [], {
    serialization: 'advanced',
    execArgv: [...libraryHeap, ...nodeOptions],
  });
  let answered: (reply: Reply) => void = () => undefined;
  child.on('message', (reply: Reply) => answered(reply));
  child.on('exit', () => answered({ error: 'The library process ended.' }));
  const ask = async (request: Request): Promise<unknown> => {
    const reply = await new Promise<Reply>((resolve) => {
      answered = resolve;
      child.send(request);
    });
    if ('error' in reply) throw new Error(reply.error);
    return reply.value;
  };
  const options = {
    folder: join(folder, 'library'),
    configFolder: join(folder, 'config'),
    resources: resolve('resources'),
    builtFolder: context.built,
  };
  const { ms: openMs } = (await ask({ name: 'open', input: options })) as { ms: number };
  return {
    openMs,
    call: (name, input) => ask({ name: 'call', input: { name, input } }) as never,
    queries: (queries, mode) => ask({ name: 'queries', input: { queries, mode } }) as never,
    memory: () => ask({ name: 'memory', input: undefined }) as never,
    changed: (id) => ask({ name: 'changed', input: { id } }) as never,
    settled: () => ask({ name: 'settled', input: undefined }) as never,
    longestWait: () => ask({ name: 'longestWait', input: undefined }) as never,
    close: async () => {
      await ask({ name: 'close', input: undefined });
      const exit = once(child, 'exit');
      child.disconnect();
      await exit;
    },
  };
}

/** An empty folder for one run; what was in it is removed. */
export async function freshFolder(context: BenchContext, name: string): Promise<string> {
  const folder = join(context.runFolder, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}

/**
 * Reads the index once from end to end, so that the system has it in memory as after some use: what a disk takes for the first
 * sight of a page is not what is measured.
 */
export async function warmIndex(folder: string): Promise<void> {
  for await (const _chunk of createReadStream(join(folder, 'library', 'index.sqlite'), { highWaterMark: 1024 * 1024 }));
}

/** Imports files and folders; throws when one of them did not come in. */
export async function importAll(
  library: LibraryProcess,
  paths: readonly string[],
): Promise<{ ms: number; imported: number; known: number }> {
  const { ms, value } = await library.call('import.paths', { job: 'bench', paths: [...paths] });
  if (value.failed.length > 0) throw new Error(`Not imported: ${JSON.stringify(value.failed.slice(0, 3))}`);
  return { ms, imported: value.imported.length, known: value.known.length };
}

/** What is in an index depends on these: a library made with others is made again. */
const indexSources = ['electron/library/schema.ts', 'electron/search/schema.ts', 'electron/search/dutch'];

export function indexVersion(): string {
  const files = indexSources.flatMap((path) =>
    path.endsWith('.ts')
      ? [path]
      : readdirSync(path)
          .sort()
          .map((name) => join(path, name)),
  );
  const digest = createHash('sha256');
  for (const file of files) digest.update(readFileSync(file));
  return digest.digest('hex').slice(0, 12);
}

/**
 * A library of that many documents of 5 to 20 KB, made by importing them, and kept for the next run as long as generator and index
 * stay the same. A larger one is grown from the smaller. Whoever uses it leaves its items as they are.
 */
export async function keptLibrary(context: BenchContext, documents: number): Promise<string> {
  const name = (size: number): string =>
    join(context.folder, `library-${generatorVersion}-${indexVersion()}`, String(size));
  const path = name(documents);
  if (existsSync(path)) return path;
  const smaller = [50_000, 10_000].find((size) => size < documents && existsSync(name(size))) ?? 0;
  const unfinished = `${path}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  if (smaller > 0) await cp(name(smaller), unfinished, { recursive: true });
  const library = await startLibrary(context, unfinished);
  for (let from = smaller; from < documents; from += documentsInPart) {
    context.say(`Building a library of ${documents} documents: ${from} …`);
    const source = join(unfinished, 'source');
    await writePart(source, from / documentsInPart);
    await importAll(library, [source]);
    await rm(source, { recursive: true });
  }
  await library.close();
  await rename(unfinished, path);
  return path;
}
