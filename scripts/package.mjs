import { join } from 'node:path';
import { buildWhenStale, makeWhenStale } from './build.mjs';
import { prepare } from './prepare.mjs';
import { isStarted, packageScript, root, runQuietly, say, script, ScriptError } from './process.mjs';
import { findRuntime } from './runtime.mjs';

const CONTENTS = [
  'out/build.json',
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
  await buildWhenStale(signal);
  await makeWhenStale(join(root, 'dist', 'package.json'), CONTENTS, runtime.folder, () => packageApp(runtime, signal));
}

async function packageApp(runtime, signal) {
  say('Packaging …');
  const builder = packageScript(
    'electron-builder/cli.js',
    '--dir',
    '--config',
    'electron.builder.json',
    `-c.electronDist=${runtime.folder}`,
    `-c.electronVersion=${runtime.version}`,
  );
  const { code, output } = await runQuietly(process.execPath, builder, { signal });
  if (code !== 0) throw new ScriptError(`electron-builder failed:\n${output}`);
}

if (isStarted(import.meta.url)) {
  await script(async (signal) => {
    await prepare(signal);
    await packageWhenStale(signal);
    say('The application is in dist/.');
  });
}
