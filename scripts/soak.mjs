import { prepareModules } from './prepare.mjs';
import { packageScript, run, say, script, ScriptError } from './process.mjs';

/** The tests whose counts the everyday suite keeps small, at the counts of a release: [what goes wrong, the test, its settings]. Hours on two cores; some take minutes. */
const SOAKS = {
  kill: ['the library is killed as it imports and edits', 'simulation/kill-library', { RAAKVLAK_KILLS: 2_000 }],
  'kill-sync': ['either side is killed in a round', 'simulation/kill-sync', { RAAKVLAK_SYNC_KILLS: 500 }],
  'kill-copy': [
    'it is killed as it takes in a working copy',
    'simulation/kill-working-copy',
    { RAAKVLAK_COPY_KILLS: 500 },
  ],
  'disk-errors': [
    'every file operation fails in its turn',
    'simulation/failing-disk',
    { RAAKVLAK_DISK_EVERY: 1, RAAKVLAK_DISK_ERRORS: 'ENOSPC,EIO,EDQUOT' },
  ],
  'round-errors': [
    'every file operation of a round fails in its turn',
    'simulation/failing-round',
    { RAAKVLAK_DISK_EVERY: 1, RAAKVLAK_DISK_ERRORS: 'ENOSPC,EIO,EACCES,EBUSY' },
  ],
  'power-cut': ['the power goes', 'simulation/power-cut', { RAAKVLAK_POWER_CUTS: 20_000 }],
  'power-cut-sync': ['the power goes in a round', 'simulation/receive-power-cut', { RAAKVLAK_POWER_CUTS: 2_000 }],
  damage: ['every kind of file is damaged in every way', 'simulation/damaged-files', { RAAKVLAK_HARMS: 3 }],
  index: ['the index is damaged anywhere', 'simulation/index-damage', { RAAKVLAK_INDEX_PLACES: 1_000 }],
  devices: [
    'devices, clocks, storages and syncers that fail',
    'simulation/shared-folder',
    { RAAKVLAK_SYNC_STEPS: 10_000_000, RAAKVLAK_CLOSED_STEPS: 1_000_000 },
  ],
  webdav: ['a server answers in every wrong way', 'contract/transport-faults', { RAAKVLAK_FAULT_SEEDS: 20 }],
  requests: [
    'requests at 100,000 items',
    'contract/sync-requests-on-servers',
    { RAAKVLAK_SYNC_ITEMS: '100,1000,10000,100000' },
  ],
  histories: ['any order of any history', 'property', { RAAKVLAK_RUNS: 100_000 }],
};

// `npm run soak -- kill devices` runs those, without names all. A setting that is in the environment stays as it is; RAAKVLAK_SEED goes on from a seed.
await script(async (signal) => {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !(name in SOAKS));
  if (unknown.length > 0)
    throw new ScriptError(`There is no ${unknown.join(', ')}; there are: ${Object.keys(SOAKS).join(', ')}.`);
  await prepareModules(signal);
  const outcomes = [];
  for (const name of names.length > 0 ? names : Object.keys(SOAKS)) {
    const [what, test, settings] = SOAKS[name];
    say(`\n· ${name}: ${what}`);
    const started = Date.now();
    const env = {
      ...Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, String(value)])),
      ...process.env,
    };
    const code = await run(process.execPath, packageScript('vitest/vitest.mjs', 'run', `test/${test}`), {
      signal,
      env,
    });
    outcomes.push({ name, failed: code !== 0, minutes: (Date.now() - started) / 60_000 });
    if (signal.aborted) break;
  }
  for (const { name, failed, minutes } of outcomes)
    say(`${failed ? 'FAILED' : 'passed'} ${name} (${minutes.toFixed(1)} min)`);
  return outcomes.some(({ failed }) => failed) ? 1 : 0;
});
