import { buildWhenStale } from './build.mjs';
import { prepare } from './prepare.mjs';
import { isStarted, packageScript, root, runQuietly, say, script, ScriptError } from './process.mjs';
import { findRuntime } from './runtime.mjs';

/** Packs the build and the Electron at hand into an unpacked application under dist/. */
export async function packageApp(signal) {
  const runtime = await findRuntime(signal);
  say(runtime.description);
  await buildWhenStale(signal);
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
  say(`The application is in ${root}/dist.`);
}

if (isStarted(import.meta.url)) {
  await script(async (signal) => {
    await prepare(signal);
    await packageApp(signal);
  });
}
