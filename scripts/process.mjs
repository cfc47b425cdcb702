import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of the clone, without a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** Everything these scripts fetch or note down goes here; deleting it costs time, nothing else. */
export const cacheFolder = join(root, '.cache');

/** A failure the reader can act on: the message is shown without a stack. */
export class ScriptError extends Error {}

/** Progress goes to stderr, so that stdout stays free for results (JSON of `raakvlak`, the last line of `npm test`). */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** True when `moduleUrl` is the file that was started, false when it was imported. */
export function isStarted(moduleUrl) {
  return process.argv[1] !== undefined && pathToFileURL(process.argv[1]).href === moduleUrl;
}

/**
 * Runs a script's main function and turns its outcome into the exit code. The signal it receives is aborted by Ctrl+C,
 * SIGTERM or SIGHUP; every process started with `run` ends with it.
 */
export async function script(main) {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => stop.abort());
  try {
    process.exitCode = (await main(stop.signal)) ?? 0;
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
  if (stop.signal.aborted) process.exitCode = 130;
}

/**
 * Starts a program with a list of arguments (no shell) and resolves to its exit code; ended by a signal counts as 1.
 * `options` are those of `spawn`; stdio is inherited unless said otherwise.
 */
export function run(command, args, options = {}) {
  return exitCodeOf(spawn(command, args, { cwd: root, stdio: 'inherit', ...options }));
}

/** As `run`, with the output kept, so that the caller shows it only when it matters: { code, output }. */
export async function runQuietly(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
  const code = await exitCodeOf(child);
  return { code, output: Buffer.concat(chunks).toString('utf8') };
}

function exitCodeOf(child) {
  return new Promise((resolve, reject) => {
    child.on('error', (error) => (error.name === 'AbortError' ? undefined : reject(error)));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** What `run` and `runQuietly` need to start npm: on Windows it is a command file, which only a shell can start. */
export const npmOptions = { shell: process.platform === 'win32' };

/** The output of a short command, or an empty string when it fails or does not exist. */
export function outputOf(command, args) {
  return spawnSync(command, args, { cwd: root, encoding: 'utf8' }).stdout ?? '';
}

/** True when the search path has an executable of this name. */
export function hasCommand(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

/** The arguments that run a package's own JavaScript with this Node, for `run(process.execPath, …)`. */
export function packageScript(path, ...args) {
  return [join(root, 'node_modules', path), ...args];
}
