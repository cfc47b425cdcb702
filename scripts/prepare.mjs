import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  hasCommand,
  isStarted,
  npmOptions,
  outputOf,
  root,
  run,
  runQuietly,
  say,
  script,
  ScriptError,
} from './process.mjs';

/** What a window needs that a fresh Debian lacks: the library or program to look for, and the package that brings it. */
const SYSTEM_LIBRARIES = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libXss.so.1': 'libxss1',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libdrm.so.2': 'libdrm2',
};

/** Makes a fresh clone on a fresh machine ready; when nothing is missing it only looks. */
export async function prepare(signal) {
  await prepareSystem(signal);
  await prepareModules(signal);
}

/** Checks the Node version and installs the packages that package-lock.json names, when they are not there yet. */
export async function prepareModules(signal) {
  await checkNode();
  if (await modulesAreCurrent()) return;
  say('Installing the packages of package-lock.json (npm ci) …');
  const options = { ...npmOptions, signal, stdio: ['ignore', 2, 2] };
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'], options);
  if (code !== 0) throw new ScriptError('npm ci failed; its messages are above. Nothing was started.');
}

async function checkNode() {
  const { engines } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const least = engines.node.replace(/[^\d.]/g, '');
  if (compareVersions(process.versions.node, least) < 0) {
    throw new ScriptError(`Raakvlak needs Node ${least} or newer; this is Node ${process.versions.node}.`);
  }
}

function compareVersions(left, right) {
  const [a, b] = [left, right].map((version) => version.split('.').map(Number));
  return a[0] - b[0] || a[1] - (b[1] ?? 0) || a[2] - (b[2] ?? 0);
}

/**
 * npm writes node_modules/.package-lock.json as the last step of an install, so comparing it with package-lock.json
 * tells an absent, interrupted or outdated install apart from a current one, without a stamp of our own.
 */
async function modulesAreCurrent() {
  const wanted = await readPackages(join(root, 'package-lock.json'));
  const present = await readPackages(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    return found === undefined ? entry.optional === true : found.version === entry.version;
  });
}

async function readPackages(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8')).packages;
  } catch {
    return {};
  }
}

/** Installs the missing system libraries when that is ours to do (apt, as root); otherwise says which command does. */
export async function prepareSystem(signal) {
  if (process.platform !== 'linux') return;
  const missing = missingPackages();
  if (missing.length === 0) return;
  if (!hasCommand('apt-get')) {
    throw new ScriptError(
      `Raakvlak needs system libraries that are missing here. Their Debian names: ${missing.join(' ')}.`,
    );
  }
  if (process.getuid() !== 0) {
    const names = missing.map(nameInThisRelease).join(' ');
    throw new ScriptError(
      `Raakvlak needs system libraries that are missing here. Type this, then start again:\n\n` +
        `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}\n`,
    );
  }
  say(`Installing system libraries: ${missing.join(' ')} …`);
  await apt(['update'], signal);
  await apt(['install', '-y', '--no-install-recommends', ...missing.map(nameInThisRelease)], signal);
  const still = missingPackages();
  if (still.length > 0) throw new ScriptError(`Still missing after apt-get install: ${still.join(' ')}.`);
}

function missingPackages() {
  const known = outputOf('/sbin/ldconfig', ['-p']);
  const missing = known === '' ? [] : Object.keys(SYSTEM_LIBRARIES).filter((name) => !known.includes(`\t${name} `));
  const packages = missing.map((name) => SYSTEM_LIBRARIES[name]);
  return process.env.DISPLAY || hasCommand('Xvfb') ? packages : [...packages, 'xvfb'];
}

/** Debian 13 and Ubuntu 24.04 renamed libraries for 64-bit time: libasound2 became libasound2t64. */
function nameInThisRelease(name) {
  const renamed = `${name}t64`;
  return outputOf('apt-cache', ['show', '--no-all-versions', renamed]) === '' ? name : renamed;
}

/** Runs apt-get quietly; its output is shown when it fails. */
export async function apt(args, signal) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output } = await runQuietly('apt-get', ['-qq', ...args], { signal, env });
  if (code !== 0) throw new ScriptError(`apt-get ${args.join(' ')} failed:\n${output}`);
}

if (isStarted(import.meta.url)) {
  await script(async (signal) => {
    const { findRuntime } = await import('./runtime.mjs');
    await prepare(signal);
    say((await findRuntime(signal)).description);
  });
}
