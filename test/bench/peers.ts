import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { BenchContext } from './measure';

// Joplin is started with Node from `$PEERS`/joplin, where `npm i joplin@3.5.1` put it; recoll comes from the system (Debian: recollcmd). Both only when
// PEERS is set, because they take minutes.

interface Finished {
  readonly seconds: number;
  readonly peakMb: number;
}

/** Imports a folder of Markdown into a fresh profile; null when there is no Joplin. */
export function importIntoJoplin(
  context: BenchContext,
  folder: string,
  documents: number,
): { perSecond: number; peakMb: number } | null {
  if (joplinEntry(context) === null) return null;
  const profile = joplinProfile(context);
  rmSync(profile, { recursive: true, force: true });
  mkdirSync(profile, { recursive: true });
  context.say('Joplin imports the same …');
  const { seconds, peakMb } = timedRun('node', [
    joplinEntry(context) ?? '',
    '--profile',
    profile,
    'import',
    '--format',
    'md',
    folder,
  ]);
  return { perSecond: documents / seconds, peakMb };
}

/** Milliseconds of each search by the Data API, 20 hits a page, in the profile that `importIntoJoplin` filled; null when there is none. */
export async function searchInJoplin(context: BenchContext, words: readonly string[]): Promise<number[] | null> {
  const profile = joplinProfile(context);
  if (joplinEntry(context) === null || !existsSync(join(profile, 'database.sqlite'))) return null;
  context.say('Joplin searches its own …');
  const server = spawn('node', [joplinEntry(context) ?? '', '--profile', profile, 'server', 'start'], {
    stdio: 'ignore',
  });
  try {
    return await searchByApi(profile, words);
  } finally {
    await ended(server);
  }
}

async function searchByApi(profile: string, words: readonly string[]): Promise<number[]> {
  const api = 'http://127.0.0.1:41184';
  const answers = async (path: string): Promise<{ items?: readonly unknown[] } | null> => {
    try {
      const response = await fetch(`${api}${path}`);
      return path === '/ping' ? {} : ((await response.json()) as { items?: readonly unknown[] });
    } catch {
      return null;
    }
  };
  for (let tries = 0; (await answers('/ping')) === null; tries += 1) {
    if (tries > 300) throw new Error('The Joplin server did not start.');
    await wait(100);
  }
  const { 'api.token': token } = JSON.parse(readFileSync(join(profile, 'settings.json'), 'utf8')) as {
    'api.token': string;
  };
  const search = (word: string): ReturnType<typeof answers> =>
    answers(`/search?query=${encodeURIComponent(word)}&token=${token}&limit=20&fields=id,title`);
  // It fills its index in the background after an import: the last documents are in when a common word no longer gains hits.
  for (let before = -1; ; await wait(5_000)) {
    const found = (await search('de'))?.items?.length ?? 0;
    if (found > 0 && found === before) break;
    before = found;
  }
  const ms: number[] = [];
  for (const word of words) {
    const start = performance.now();
    await search(word);
    ms.push(performance.now() - start);
  }
  return ms;
}

/** Seconds that recollindex takes for a folder, with Dutch stemming, from nothing and then with nothing new; null when it is not installed. */
export function indexWithRecoll(context: BenchContext, folder: string): { first: number; again: number } | null {
  if (context.peers === null || !onPath('recollindex')) return null;
  const configuration = join(context.runFolder, 'recoll');
  rmSync(configuration, { recursive: true, force: true });
  mkdirSync(configuration, { recursive: true });
  writeFileSync(
    join(configuration, 'recoll.conf'),
    `topdirs = ${folder}\nindexstemminglanguages = dutch\nloglevel = 1\n`,
  );
  context.say('recoll indexes the same …');
  const index = (): number => timedRun('recollindex', ['-c', configuration]).seconds;
  return { first: index(), again: index() };
}

/** Seconds that rclone takes to make an empty folder the same as `source` and to remember both; null when it is not installed. */
export function bisyncWithRclone(context: BenchContext, source: string, folder: string): number | null {
  if (context.peers === null || !onPath('rclone')) return null;
  context.say('rclone bisync does the same …');
  const [target, memory] = [join(folder, 'target'), join(folder, 'memory')];
  mkdirSync(target, { recursive: true });
  const options = ['--resync', '--config', '/dev/null', '--workdir', memory];
  return timedRun('rclone', ['bisync', source, target, ...options]).seconds;
}

function joplinEntry(context: BenchContext): string | null {
  const entry = join(context.peers ?? '', 'joplin/node_modules/joplin/main.js');
  return context.peers !== null && existsSync(entry) ? entry : null;
}

function joplinProfile(context: BenchContext): string {
  return join(context.runFolder, 'joplin');
}

function timedRun(command: string, args: readonly string[]): Finished {
  const time = '/usr/bin/time';
  const measured = existsSync(time) ? [time, '-f', 'peak %M', command, ...args] : [command, ...args];
  const start = performance.now();
  const { stderr, status, error } = spawnSync(measured[0] ?? '', measured.slice(1), {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined || status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`);
  return {
    seconds: (performance.now() - start) / 1_000,
    peakMb: Number(/peak (\d+)\s*$/.exec(stderr)?.[1] ?? Number.NaN) / 1_000,
  };
}

function onPath(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

async function ended(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill();
  await exit;
}
