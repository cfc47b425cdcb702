import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildWhenStale, makeWhenStale } from './build.mjs';
import { root, runQuietly, ScriptError } from './process.mjs';

/** Builds, and has `runtime` compile what a start runs: V8 takes compiled code of its own version and flags only. */
export async function buildFor(runtime, signal) {
  await buildWhenStale(signal);
  const stamp = join(root, 'out', 'code-cache.json');
  await makeWhenStale(stamp, ['out/build.json'], `${runtime.version} ${runtime.folder}`, () =>
    compileWith(runtime, signal),
  );
}

async function compileWith(runtime, signal) {
  const heap = JSON.parse(await readFile(join(root, 'electron', 'library-heap.json'), 'utf8'));
  await keepCodeOf('main', [], runtime, signal);
  await keepCodeOf('library', heap, runtime, signal);
}

async function keepCodeOf(program, flags, { executable }, signal) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const file = join(root, 'out', 'main', 'make-code-cache.js');
  const { code, output } = await runQuietly(executable, [...flags, file, program], { env, signal });
  if (code !== 0) throw new ScriptError(`The program could not be compiled ahead:\n${output}`);
}
