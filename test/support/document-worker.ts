import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/** Builds a worker entry as the app's build does (one CommonJS file for Node 18) and gives its path. Beside node_modules, so that packages are found. */
export async function buildWorker(entry: string): Promise<string> {
  const outDir = mkdtempSync(join(root, 'node_modules/.document-worker-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node18',
      outDir,
      rollupOptions: { input: { worker: join(root, entry) }, output: { format: 'cjs', entryFileNames: '[name].js' } },
    },
  });
  return join(outDir, 'worker.js');
}
