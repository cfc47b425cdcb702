import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';

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

/** For all tests of a file: a folder with these workers as they are called in the app's own. What it gives is asked for within a test. */
export function builtFolderWith(...entries: readonly string[]): () => string {
  const folders: string[] = [];
  beforeAll(async () => {
    for (const entry of entries) {
      const worker = await buildWorker(entry);
      folders.push(dirname(worker));
      copyFileSync(worker, join(folders[0] as string, `${basename(entry, '.ts')}.js`));
    }
  }, 60_000);
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
  return () => folders[0] as string;
}
