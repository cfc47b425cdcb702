import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,contract,property,simulation,architecture}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 30_000,
    // What depends on how fast the machine is gets a second chance where others use it too; what follows from a seed fails again.
    retry: process.env['CI'] ? 1 : 0,
    hookTimeout: 30_000,
  },
});
