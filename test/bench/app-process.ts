import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Page } from 'playwright';
import type { BenchContext } from './measure';

export interface RunningWindow {
  readonly page: Page;
  /** Milliseconds since the epoch at which the program was started. */
  readonly startedAt: number;
  /** Resident memory of its processes in MB; null where there is no /proc. */
  memory(): { library: number; renderer: number } | null;
  close(): Promise<void>;
}

interface Launch {
  /** A folder with a package.json that names the main file. */
  readonly app: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Starts an Electron application as a user would, without a debugger in its main process, and connects to its window. */
export async function startWindow({ app, env }: Launch): Promise<RunningWindow> {
  const executable = process.env['RAAKVLAK_ELECTRON'];
  if (executable === undefined) throw new Error('RAAKVLAK_ELECTRON names no Electron to start.');
  // Chromium refuses to run its sandbox as root; anyone else keeps it.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const startedAt = Date.now();
  const child = spawn(executable, [app, ...asRoot, '--remote-debugging-port=0'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const browser = await chromium.connectOverCDP(await debuggerAddress(child.stderr), { noDefaults: true });
  const context = browser.contexts()[0];
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
  if (page === undefined) throw new Error('The application opened no window.');
  return {
    page,
    startedAt,
    memory: () => memoryOf(child.pid ?? 0),
    close: async () => {
      const exit = child.exitCode === null ? once(child, 'exit') : Promise.resolve();
      await page.close().catch(() => undefined);
      const gone = await Promise.race([exit.then(() => true), wait(10_000, false)]);
      if (!gone) child.kill('SIGKILL');
      await exit;
      await browser.close().catch(() => undefined);
    },
  };
}

/** Our application on the library in `library`, set up for somebody who has used it before. `config`: its settings and profile. */
export async function startRaakvlak(library: string, config: string): Promise<RunningWindow> {
  await mkdir(config, { recursive: true });
  await writeFile(
    join(config, 'settings.json'),
    JSON.stringify({ firstRunDone: true, window: { width: 1440, height: 900, maximized: false } }),
  );
  return startWindow({ app: resolve('.'), env: { RAAKVLAK_LIBRARY: library, RAAKVLAK_CONFIG: config } });
}

/** The smallest application with a window: what Electron itself costs. */
export async function writeEmptyApp(context: BenchContext): Promise<string> {
  const folder = join(context.runFolder, 'empty-app');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.js' }));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Leeg</title><p>Leeg</p>');
  const options = '{ width: 1440, height: 900, webPreferences: { sandbox: true, contextIsolation: true } }';
  const main = `const { app, BrowserWindow } = require('electron');
app.setPath('userData', process.env.EMPTY_CONFIG);
app.whenReady().then(() => new BrowserWindow(${options}).loadFile('index.html'));
app.on('window-all-closed', () => app.quit());
`;
  await writeFile(join(folder, 'main.js'), main);
  return folder;
}

/** Chromium writes where its debugger listens to stderr, once. */
async function debuggerAddress(stderr: NodeJS.ReadableStream): Promise<string> {
  const lines = createInterface({ input: stderr });
  for await (const line of lines) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    stderr.resume();
    return address;
  }
  throw new Error('The application ended before it had a window.');
}

function memoryOf(pid: number): { library: number; renderer: number } | null {
  const sizes = { library: 0, renderer: 0 };
  const visit = (parent: number): void => {
    for (const child of childrenOf(parent)) {
      const command = readFileSync(`/proc/${child}/cmdline`, 'utf8');
      if (command.includes('node.mojom.NodeService')) sizes.library += residentMb(child);
      if (command.includes('--type=renderer')) sizes.renderer += residentMb(child);
      visit(child);
    }
  };
  try {
    visit(pid);
    return sizes;
  } catch {
    return null;
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')
      .split(' ')
      .filter((text) => text !== '')
      .map(Number),
  );
}

function residentMb(pid: number): number {
  return (Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024) / 1e6;
}
