import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { prepareModules } from './prepare.mjs';
import { isStarted, packageScript, root, runQuietly, say, script, ScriptError } from './process.mjs';

const SOURCES = ['electron', 'shared', 'renderer', 'resources', 'electron.vite.config.ts', 'package-lock.json'];

/** Builds main, preload, renderer and command line into out/, unless what is there was built from these very sources. */
export function buildWhenStale(signal) {
  return makeWhenStale(join(root, 'out', 'build.json'), SOURCES, '', async () => {
    say('Building …');
    const vite = packageScript('electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn');
    const { code, output } = await runQuietly(process.execPath, vite, { signal });
    if (code !== 0) throw new ScriptError(`The build failed:\n${output}`);
  });
}

/**
 * Calls `make` unless `stampFile` says it was done with these very sources (files or folders under the project) and the
 * same `context`. Editing while it runs makes it stale again, because the sources are described before.
 */
export async function makeWhenStale(stampFile, sources, context, make) {
  const wanted = await digest(sources, context);
  if ((await readStamp(stampFile)) === wanted) return;
  await make();
  await mkdir(dirname(stampFile), { recursive: true });
  await writeFile(stampFile, JSON.stringify({ sources: wanted }));
}

async function readStamp(stampFile) {
  try {
    return JSON.parse(await readFile(stampFile, 'utf8')).sources;
  } catch {
    return undefined;
  }
}

/** A digest over path, size and time of change of every source: it changes when one is edited, added or removed. */
async function digest(sources, context) {
  const lines = await Promise.all(sources.map((path) => describe(path)));
  return createHash('sha256')
    .update([context, ...lines.flat()].join('\n'))
    .digest('hex');
}

async function describe(path) {
  const info = await stat(join(root, path)).catch(() => undefined);
  if (info === undefined) return [];
  if (!info.isDirectory()) return [`${path} ${info.size} ${info.mtimeMs}`];
  const names = (await readdir(join(root, path))).sort();
  return (await Promise.all(names.map((name) => describe(`${path}/${name}`)))).flat();
}

if (isStarted(import.meta.url)) {
  await script(async (signal) => {
    await prepareModules(signal);
    await buildWhenStale(signal);
  });
}
