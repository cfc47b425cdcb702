// Makes the example spaces of electron/sync/FORMAT.md, in test/fixtures/space-format, or in the folder that is given. Needed once for each version of the format.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');
const outDir = join(root, '.cache/test-workers');
const target = process.argv[2] ?? join(root, 'test/fixtures/space-format');

await build({
  root,
  configFile: false,
  logLevel: 'error',
  ssr: { noExternal: true },
  build: {
    ssr: join(root, 'test/support/make-space-fixtures.ts'),
    outDir,
    emptyOutDir: false,
    target: 'node18',
    rollupOptions: { external: [/^libsql/], output: { entryFileNames: 'make-space-fixtures.mjs' } },
  },
});
const { status } = spawnSync(process.execPath, [join(outDir, 'make-space-fixtures.mjs'), target], { stdio: 'inherit' });
process.exit(status ?? 1);
