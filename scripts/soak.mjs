import { availableParallelism } from 'node:os';
import { prepare } from './prepare.mjs';
import { packageScript, run, say, script, ScriptError } from './process.mjs';

/**
 * The tests whose counts the everyday suite keeps small, at the counts of a release (`../shared/measures.md` R1 to R18): what goes wrong, the tests, and how much of it. Those that are
 * `divided` run on every core at once. Most of a day on two cores in all; some take minutes.
 */
const SOAKS = {
  kill: ['the library is killed as it imports and edits', ['simulation/kill-library'], { RAAKVLAK_KILLS: 2_000 }],
  'kill-sync': ['either side is killed in a round', ['simulation/kill-sync'], { RAAKVLAK_SYNC_KILLS: 500 }],
  'kill-copy': [
    'it is killed as it takes in a working copy',
    ['simulation/kill-working-copy'],
    { RAAKVLAK_COPY_KILLS: 500 },
  ],
  'disk-errors': [
    'every file operation fails in its turn',
    ['simulation/failing-disk'],
    { RAAKVLAK_DISK_EVERY: '1', RAAKVLAK_DISK_ERRORS: 'ENOSPC,EIO,EDQUOT' },
  ],
  'round-errors': [
    'every file operation of a round fails in its turn',
    ['simulation/failing-round'],
    { RAAKVLAK_DISK_EVERY: '1', RAAKVLAK_DISK_ERRORS: 'ENOSPC,EIO,EACCES,EBUSY' },
  ],
  'power-cut': ['the power goes', ['simulation/power-cut'], { RAAKVLAK_POWER_CUTS: 480_000 }, 'divided'],
  'power-cut-sync': [
    'the power goes in a round',
    ['simulation/receive-power-cut'],
    { RAAKVLAK_POWER_CUTS: 20_000 },
    'divided',
  ],
  damage: ['every kind of file is damaged in every way', ['simulation/damaged-files'], { RAAKVLAK_HARMS: '3' }],
  index: ['the index is damaged anywhere', ['simulation/index-damage'], { RAAKVLAK_INDEX_PLACES: 10_000 }],
  devices: [
    'devices, clocks, storages and syncers that fail',
    ['simulation/shared-folder'],
    { RAAKVLAK_SYNC_STEPS: 10_000_000, RAAKVLAK_CLOSED_STEPS: 1_000_000 },
    'divided',
  ],
  webdav: ['a server answers in every wrong way', ['contract/transport-faults'], { RAAKVLAK_FAULT_SEEDS: 500 }],
  requests: [
    'requests at 100,000 items',
    ['contract/sync-requests-on-servers'],
    { RAAKVLAK_SYNC_ITEMS: '100,1000,10000,100000' },
  ],
  histories: ['any order of any history', ['property'], { RAAKVLAK_RUNS: 100_000 }],
  attacks: ['forged rights, authors and notices', ['contract/access-attacks'], { RAAKVLAK_ATTACKS: 100_000 }],
  bytes: [
    'spoiled bytes for everything that reads them',
    ['contract/attacks-hostile-bytes', 'unit/closed-spaces-hostile'],
    { RAAKVLAK_DECODER_INPUTS: 100_000, RAAKVLAK_CHANGED_BYTES: 100_000, RAAKVLAK_HOSTILE_INPUTS: 100_000 },
  ],
  crowd: ['a folder with a million files', ['contract/attacks-crowded-folder'], { RAAKVLAK_EMPTY_FILES: 1_000_000 }],
  bombs: [
    'documents that grow without end',
    ['contract/attacks-bombs', 'unit/documents-hostile'],
    { RAAKVLAK_BOMBS: 600 },
  ],
  content: ['documents that try to run', ['unit/documents-active-content'], { RAAKVLAK_HOSTILE_TEXTS: 200_000 }],
  messages: ['a window that somebody took over', ['contract/attacks-messages'], { RAAKVLAK_MESSAGES: 100_000 }],
  age: ['files of the age command, both ways', ['unit/age-format'], { RAAKVLAK_AGE_FILES: 100 }],
  window: [
    'documents that try to run, in every viewer',
    ['e2e/untrusted-content'],
    { RAAKVLAK_HOSTILE_TEXTS: 20_000, RAAKVLAK_HOSTILE_IN_FILES: 10_000, RAAKVLAK_HOSTILE_PDFS: 12 },
  ],
};

// `npm run soak -- kill devices` runs those, without names all; `--share=0.1` a tenth of it. What is in the environment stays as it is: RAAKVLAK_SEED chooses the first seed.
await script(async (signal) => {
  const args = process.argv.slice(2);
  const share = Number(args.find((arg) => arg.startsWith('--share='))?.slice('--share='.length) ?? 1);
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = names.filter((name) => !(name in SOAKS));
  if (unknown.length > 0 || !(share > 0))
    throw new ScriptError(`There is no ${unknown.join(', ')}; there are: ${Object.keys(SOAKS).join(', ')}.`);
  await prepare(signal);
  const outcomes = [];
  for (const name of names.length > 0 ? names : Object.keys(SOAKS)) {
    if (signal.aborted) break;
    const [what, tests, settings, divided] = SOAKS[name];
    say(`\n· ${name}: ${what}`);
    const started = Date.now();
    const all = { ...scaled(settings, share), ...process.env };
    const parts = divided === undefined ? [all] : dividedOver(availableParallelism(), all, Object.keys(settings));
    const codes = await Promise.all(
      parts.map((env) => run(process.execPath, [...commandOf(tests), ...alone(divided)], { signal, env })),
    );
    const failed = codes.some((code) => code !== 0);
    outcomes.push({ name, failed, minutes: (Date.now() - started) / 60_000 });
  }
  for (const { name, failed, minutes } of outcomes)
    say(`${failed ? 'FAILED' : 'passed'} ${name} (${minutes.toFixed(1)} min)`);
  return outcomes.some(({ failed }) => failed) ? 1 : 0;
});

/** Numbers are counts; what is written as text is no matter of size. */
function scaled(settings, share) {
  const value = (size) => (typeof size === 'number' ? String(Math.max(1, Math.round(size * share))) : size);
  return Object.fromEntries(Object.entries(settings).map(([key, size]) => [key, value(size)]));
}

/** The same work for so many processes at once: each does its part of these counts, with seeds of its own. */
function dividedOver(processes, env, counts) {
  const first = Number(env.RAAKVLAK_SEED ?? 1);
  return Array.from({ length: processes }, (_, i) => ({
    ...env,
    ...Object.fromEntries(counts.map((key) => [key, String(Math.ceil(Number(env[key]) / processes))])),
    RAAKVLAK_SEED: String(first + i),
    RAAKVLAK_SEED_STRIDE: String(processes),
  }));
}

/** Where every core has its own process, helping threads only get in the way: a quarter of the time goes to them. */
function alone(divided) {
  if (divided === undefined) return [];
  return ['--pool=forks', '--execArgv=--single-threaded', '--execArgv=--max-semi-space-size=64'];
}

function commandOf(tests) {
  const [first] = tests;
  if (first.startsWith('e2e/'))
    return packageScript('playwright/cli.js', 'test', '--project=e2e', ...tests.map(fileOf));
  const paths = tests.map((test) => `test/${test}`);
  return packageScript('vitest/vitest.mjs', 'run', '--no-file-parallelism', ...paths);
}

function fileOf(test) {
  return test.slice('e2e/'.length);
}
