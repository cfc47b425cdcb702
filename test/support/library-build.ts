import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/** Bundles a TypeScript entry of `test/support` into one file that plain Node runs; gives its path. */
export async function buildForNode(entry: string): Promise<string> {
  const outDir = join(root, '.cache/test-workers');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'test/support', `${entry}.ts`),
      outDir,
      emptyOutDir: false,
      target: 'node18',
      rollupOptions: { external: ['libsql'], output: { entryFileNames: `${entry}.mjs` } },
    },
  });
  return join(outDir, `${entry}.mjs`);
}
