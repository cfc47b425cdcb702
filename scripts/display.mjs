import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { ScriptError } from './process.mjs';

const SCREEN = '1920x1200x24';

/**
 * Gives the display that windows open on: the one there is, or a virtual one on a free number.
 * Returns { name, isVirtual, close }; the caller closes it.
 */
export async function openDisplay() {
  if (process.platform !== 'linux') return { name: undefined, isVirtual: false, close: () => undefined };
  if (process.env.DISPLAY) return { name: process.env.DISPLAY, isVirtual: false, close: () => undefined };
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return { name: `:${await displayNumber(server)}`, isVirtual: true, close: () => server.kill() };
}

/** Xvfb writes its number and the end of the line apart, and dies when nobody reads the second: wait for the line. */
async function displayNumber(server) {
  const lines = createInterface({ input: server.stdio[3] });
  const ended = new Promise((resolve) => {
    server.once('error', () => resolve([]));
    server.once('exit', () => resolve([]));
  });
  const [number] = await Promise.race([once(lines, 'line'), ended]);
  if (number === undefined) throw new ScriptError('The virtual display (Xvfb) did not start.');
  lines.close();
  server.unref();
  server.stdio[3].destroy();
  return number;
}
