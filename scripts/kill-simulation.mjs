import { spawnSync } from 'node:child_process';

// The long run of test/simulation/kill-library.test.ts: `node scripts/kill-simulation.mjs [kills] [first seed]`.
const [kills = '2000', seed = '1'] = process.argv.slice(2);
const { status } = spawnSync('npx', ['vitest', 'run', 'test/simulation/kill-library.test.ts'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, RAAKVLAK_KILLS: kills, RAAKVLAK_SEED: seed },
});
process.exit(status ?? 1);
