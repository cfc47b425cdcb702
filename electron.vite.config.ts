import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Both ends of the supported range run the same build: Electron 25 (Node 18, Chromium 114) and the newest stable.
export default defineConfig({
  main: {
    build: {
      target: 'node18',
      externalizeDeps: { include: ['libsql'], exclude: ['lowdb', 'steno'] },
      rollupOptions: {
        input: {
          main: 'electron/main.ts',
          'library-process': 'electron/library-process.ts',
          cli: 'electron/cli.ts',
        },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node18',
      rollupOptions: { input: { preload: 'electron/preload.ts' }, output: { format: 'cjs', entryFileNames: '[name].js' } },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: { target: 'chrome114', rollupOptions: { input: { index: 'renderer/index.html' } } },
  },
});
