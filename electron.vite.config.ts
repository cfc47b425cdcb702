import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';

// Both ends of the supported range run the same build: Electron 25 (Node 18, Chromium 114) and the newest stable.
// electron-vite looks at this variable for what the runtime can do, before the package that happens to be installed.
process.env['ELECTRON_MAJOR_VER'] = '25';

// Bundled besides our own code: every package, because Node 18 cannot require ES modules, and Electron before 28 cannot
// import them from a packaged application.
// Not bundled: what is native.
const external = ['electron', /^node:/, /^@libsql/];

// libsql asks two packages which C library the system has, and they have Node write a report on the whole process to tell: the slowest part of loading it.
const libc = resolve('electron/library/libc.ts');

export default defineConfig({
  main: {
    resolve: { alias: { 'detect-libc': libc, '@neon-rs/load': libc } },
    build: {
      target: 'node18',
      externalizeDeps: false,
      rollupOptions: {
        external,
        input: {
          main: 'electron/main.ts',
          'library-process': 'electron/library-process.ts',
          'make-code-cache': 'electron/make-code-cache.ts',
          'extract-worker': 'electron/service/extract-worker.ts',
          'compare-worker': 'electron/service/drafts/compare-worker.ts',
          'proof-worker': 'electron/service/backup/proof-worker.ts',
          'search-worker': 'electron/search/search-worker.ts',
          cli: 'electron/cli.ts',
        },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node18',
      rollupOptions: {
        input: { preload: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      target: 'chrome114',
      minify: true,
      rollupOptions: {
        input: { index: 'renderer/index.html' },
        // Each file costs the first screen a trip to the main process, so all that it needs comes in one.
        output: { codeSplitting: { groups: [{ name: 'first-screen', tags: ['$initial'] }] } },
      },
    },
  },
});
