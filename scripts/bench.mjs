import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { prepareModules } from './prepare.mjs';
import { cacheFolder, root, run, say, script } from './process.mjs';

const benchFolder = join(root, 'test', 'bench');
const outputFolder = join(cacheFolder, 'bench');

// `npm run bench` runs every file of test/bench; `npm run bench -- search` those whose name contains "search".
await script(async (signal) => {
  await prepareModules(signal);
  const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
  const files = (await readdir(benchFolder))
    .filter((name) => name.endsWith('.bench.ts'))
    .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
  if (files.length === 0) say('No benchmark of that name in test/bench (*.bench.ts).');
  for (const name of files.sort()) {
    const code = await runBench(name, signal);
    if (code !== 0) return code;
  }
  return files.length === 0 ? 1 : 0;
});

async function runBench(name, signal) {
  const { build } = await import('vite');
  const entry = basename(name, '.ts');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node18',
      outDir: outputFolder,
      emptyOutDir: false,
      rollupOptions: {
        input: { [entry]: join(benchFolder, name) },
        output: { format: 'es', entryFileNames: '[name].mjs' },
      },
    },
  });
  return run(process.execPath, ['--expose-gc', join(outputFolder, `${entry}.mjs`)], { signal });
}
