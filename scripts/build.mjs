import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isStarted, packageScript, root, runQuietly, say, script, ScriptError } from './process.mjs';

const SOURCES = ['electron', 'shared', 'renderer', 'resources', 'electron.vite.config.ts', 'package-lock.json'];
const stampFile = join(root, 'out', 'build.json');

/** Builds main, preload, renderer and command line into out/, unless what is there was built from these very sources. */
export async function buildWhenStale(signal) {
  const sources = await describeSources();
  if ((await readStamp()) !== sources) await build(sources, signal);
}

async function build(sources, signal) {
  say('Building …');
  const vite = packageScript('electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn');
  const { code, output } = await runQuietly(process.execPath, vite, { signal });
  if (code !== 0) throw new ScriptError(`The build failed:\n${output}`);
  await mkdir(join(root, 'out'), { recursive: true });
  await writeFile(stampFile, JSON.stringify({ sources }));
}

async function readStamp() {
  try {
    return JSON.parse(await readFile(stampFile, 'utf8')).sources;
  } catch {
    return undefined;
  }
}

/** A digest over path, size and time of change of every source: it changes when one is edited, added or removed. */
async function describeSources() {
  const lines = await Promise.all(SOURCES.map((path) => describe(path)));
  return createHash('sha256').update(lines.flat().join('\n')).digest('hex');
}

async function describe(path) {
  const info = await stat(join(root, path)).catch(() => undefined);
  if (info === undefined) return [];
  if (!info.isDirectory()) return [`${path} ${info.size} ${info.mtimeMs}`];
  const names = (await readdir(join(root, path))).sort();
  return (await Promise.all(names.map((name) => describe(`${path}/${name}`)))).flat();
}

if (isStarted(import.meta.url)) await script(buildWhenStale);
