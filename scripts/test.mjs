import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkWithElectronegativity } from './electronegativity.mjs';
import { packageWhenStale } from './package.mjs';
import { preparePeers } from './peers.mjs';
import { prepare } from './prepare.mjs';
import { cacheFolder, isStarted, npmOptions, packageScript, run, runQuietly, say, script } from './process.mjs';

const vitestReport = join(cacheFolder, 'vitest.json');
const playwrightReport = join(cacheFolder, 'playwright.json');
const NODE_24_LIMIT_MS = 900_000;
/** What another Node could break; the rest starts programs and servers, which are the same there. */
const ON_NODE_24 = ['test/unit', 'test/property'];

/**
 * Runs the everyday suite: unit, contract, property, simulation and architecture tests, then the real application, in
 * development and packaged, then Electronegativity over the sources. Prints `N passed, N failed` as its last line; resolves to the exit code.
 */
export async function testEverything({ alsoNode24 }, signal) {
  await prepare(signal);
  await preparePeers(signal);
  await packageWhenStale(signal);
  const counts = [
    await runVitest(process.execPath, [], 'vitest', signal),
    ...(alsoNode24 ? [await runOnNode24(signal)] : []),
    await runPlaywright(signal),
    await checkWithElectronegativity(signal),
  ];
  const total = counts.reduce(add, NOTHING);
  console.log(`\n${describe(total)}`);
  return total.failed === 0 && !signal.aborted ? 0 : 1;
}

const NOTHING = { passed: 0, failed: 0, skipped: 0 };

function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

async function runVitest(command, before, name, signal, only = []) {
  await rm(vitestReport, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`];
  const args = [...before, ...packageScript('vitest/vitest.mjs', 'run', ...only, ...reporters)];
  const env = { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' };
  const code = await run(command, args, { ...(command === 'npx' ? npmOptions : {}), env, signal });
  const counts = await readCounts(vitestReport, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.testResults.filter(didNotLoad).length,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
  return conclude(name, code, counts);
}

function didNotLoad({ status, assertionResults }) {
  return status === 'failed' && assertionResults.length === 0;
}

/** The packaged application holds Node 24 when it ships: the same tests once more on it, where npm can fetch it. */
async function runOnNode24(signal) {
  const onNode24 = ['--yes', '--package=node@24', 'node'];
  const probe = await runQuietly('npx', [...onNode24, '--version'], { ...npmOptions, signal });
  if (probe.code !== 0) {
    say('Node 24 cannot be fetched here: the tests were not run on it.');
    return NOTHING;
  }
  say(`\nOnce more on Node ${probe.output.trim()}`);
  const limit = AbortSignal.any([signal, AbortSignal.timeout(NODE_24_LIMIT_MS)]);
  return runVitest('npx', onNode24, 'vitest on Node 24', limit, ON_NODE_24);
}

async function runPlaywright(signal) {
  await rm(playwrightReport, { force: true });
  const args = packageScript('playwright/cli.js', 'test', '--project=e2e', '--project=packaged');
  const code = await run(process.execPath, args, { signal });
  const counts = await readCounts(playwrightReport, ({ stats }) => {
    if (stats.flaky > 0) say(`${stats.flaky} passed at the second try only: see "flaky" above.`);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  });
  return conclude('playwright', code, counts);
}

async function readCounts(path, pick) {
  try {
    return pick(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return NOTHING;
  }
}

/** A runner that failed without a failing test (it crashed or was stopped) still counts as one failure. */
function conclude(name, code, counts) {
  const result = code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  say(`${name}: ${describe(result)}`);
  return result;
}

if (isStarted(import.meta.url)) {
  await script((signal) => testEverything({ alsoNode24: process.argv.includes('--also-node-24') }, signal));
}
