import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareModules } from './prepare.mjs';
import { cacheFolder, root, run, script } from './process.mjs';

const outputFolder = join(cacheFolder, `relevance-${process.pid}`);

// How well searches are answered, beside plain FTS5 and Snowball: see test/bench/relevance.ts.
await script(async (signal) => {
  await prepareModules(signal);
  const { build } = await import('vite');
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: true,
        target: 'node18',
        outDir: outputFolder,
        rollupOptions: {
          external: [/^libsql/],
          input: { relevance: join(root, 'test/bench/relevance.ts') },
          output: { format: 'cjs', entryFileNames: '[name].js' },
        },
      },
    });
    return await run(process.execPath, [join(outputFolder, 'relevance.js'), ...process.argv.slice(2)], { signal });
  } finally {
    await rm(outputFolder, { recursive: true, force: true });
  }
});
