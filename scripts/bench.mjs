import { join } from 'node:path';
import { prepareModules } from './prepare.mjs';
import { cacheFolder, root, run, script } from './process.mjs';

const benchFolder = join(root, 'test', 'bench');
const outputFolder = join(cacheFolder, 'bench', 'built');

// `npm run bench` measures everything; `npm run bench -- import typing --quick` what has these words in its name, in small.
// The folder PEERS names holds the programs to measure beside, when there are any.
await script(async (signal) => {
  await prepareModules(signal);
  await buildBenches();
  return run(process.execPath, [join(outputFolder, 'run-bench.js'), ...process.argv.slice(2)], { signal });
});

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
        external: ['libsql', 'playwright', 'electron'],
        input: {
          'run-bench': join(benchFolder, 'run-bench.ts'),
          'library-process-bench': join(benchFolder, 'library-process-bench.ts'),
          'extract-worker': join(root, 'electron/service/extract-worker.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  });
}
