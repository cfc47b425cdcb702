import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeWhenStale } from './build.mjs';
import { buildFor } from './code-cache.mjs';
import { prepare } from './prepare.mjs';
import { cacheFolder, isStarted, packageScript, root, runQuietly, say, script, ScriptError } from './process.mjs';
import { findRuntime } from './runtime.mjs';

const CONTENTS = [
  'out/code-cache.json',
  'resources',
  'LICENSE',
  'package.json',
  'package-lock.json',
  'electron.builder.json',
];

/** Packs the build and the Electron at hand into an unpacked application under dist/, unless it holds just these. */
export async function packageWhenStale(signal) {
  const runtime = await findRuntime(signal);
  say(runtime.description);
  await buildFor(runtime, signal);
  await makeWhenStale(join(root, 'dist', 'package.json'), CONTENTS, runtime.folder, () => packageApp(runtime, signal));
}

async function packageApp(runtime, signal) {
  say('Packaging …');
  const builder = packageScript(
    'electron-builder/cli.js',
    '--dir',
    '--config',
    await configFor(runtime),
    `-c.electronDist=${runtime.folder}`,
    `-c.electronVersion=${runtime.version}`,
  );
  const { code, output } = await runQuietly(process.execPath, builder, { signal });
  if (code !== 0) throw new ScriptError(`electron-builder failed:\n${output}`);
}

/** Path of electron.builder.json for the Electron at hand: before version 29 it has no fuse that makes pages of `file://` like any other. */
async function configFor({ version }) {
  const { electronFuses, ...config } = JSON.parse(await readFile(join(root, 'electron.builder.json'), 'utf8'));
  const { grantFileProtocolExtraPrivileges, ...older } = electronFuses;
  const fuses = Number.parseInt(version, 10) < 29 ? older : { ...older, grantFileProtocolExtraPrivileges };
  const path = join(cacheFolder, 'electron.builder.json');
  await writeFile(path, JSON.stringify({ ...config, electronFuses: fuses }));
  return path;
}

if (isStarted(import.meta.url)) {
  await script(async (signal) => {
    await prepare(signal);
    await packageWhenStale(signal);
    say('The application is in dist/.');
  });
}
