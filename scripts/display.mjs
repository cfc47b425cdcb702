import { spawn } from 'node:child_process';
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
  const number = await new Promise((resolve, reject) => {
    server.stdio[3].once('data', (data) => resolve(data.toString().trim()));
    server.once('error', (error) => reject(new ScriptError(`The virtual display did not start: ${error.message}`)));
    server.once('exit', (code) => reject(new ScriptError(`The virtual display ended at once (code ${code}).`)));
  });
  server.unref();
  server.stdio[3].destroy();
  return { name: `:${number}`, isVirtual: true, close: () => server.kill() };
}
