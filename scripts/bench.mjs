import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFor } from './code-cache.mjs';
import { openDisplay } from './display.mjs';
import { prepare, prepareModules } from './prepare.mjs';
import { cacheFolder, root, run, script } from './process.mjs';
import { findRuntime } from './runtime.mjs';

const benchFolder = join(root, 'test', 'bench');
// Of this run alone: another one may be under way.
const outputFolder = join(cacheFolder, 'bench', `built-${process.pid}`);

/** Those that open the real window; the others need only Node. */
const windowBenches = ['start', 'window'];

// `npm run bench` measures everything; `npm run bench -- import typing --quick` what has these words in its name, in small.
// PEERS names the folder of programs to measure beside, when there are any.
await script(async (signal) => {
  const args = process.argv.slice(2);
  const words = args.filter((arg) => !arg.startsWith('-'));
  const needsWindow = words.length === 0 || words.some((word) => windowBenches.some((name) => name.includes(word)));
  await (needsWindow ? prepare(signal) : prepareModules(signal));
  try {
    await buildBenches();
    return await (needsWindow ? measureWithWindow(args, signal) : measure(args, {}, signal));
  } finally {
    await rm(outputFolder, { recursive: true, force: true });
  }
});

function measure(args, env, signal) {
  return run(process.execPath, [join(outputFolder, 'run-bench.js'), ...args], {
    signal,
    env: { ...process.env, ...env },
  });
}

async function measureWithWindow(args, signal) {
  const runtime = await findRuntime(signal);
  await buildFor(runtime, signal);
  const display = await openDisplay();
  try {
    const env = { RAAKVLAK_ELECTRON: runtime.executable, ...(display.name ? { DISPLAY: display.name } : {}) };
    return await measure(args, env, signal);
  } finally {
    display.close();
  }
}

async function buildBenches() {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node18',
      outDir: outputFolder,
      emptyOutDir: true,
      rollupOptions: {
        external: [/^libsql/, 'playwright', 'electron'],
        input: {
          'run-bench': join(benchFolder, 'run-bench.ts'),
          'library-process-bench': join(benchFolder, 'library-process-bench.ts'),
          'extract-worker': join(root, 'electron/service/extract-worker.ts'),
          'search-worker': join(root, 'electron/search/search-worker.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  });
}
