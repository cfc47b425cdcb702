import { defineConfig } from 'playwright/test';

// One worker: every test starts a whole Electron, and the windows share one display.
export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './scripts/e2e-setup.mjs',
  outputDir: 'test-results',
  preserveOutput: 'failures-only',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A machine that others use too can stall a window for seconds. What passes at the second try only is told apart at the end.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: '.cache/playwright.json' }]],
  projects: [
    { name: 'e2e', testIgnore: ['tour.spec.ts', 'packaged.spec.ts'] },
    { name: 'packaged', testMatch: 'packaged.spec.ts' },
    { name: 'tour', testMatch: 'tour.spec.ts', timeout: 300_000 },
  ],
});
