import { mkdir, mkdtemp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ElectronApplication, Page } from 'playwright/test';
import { _electron, test } from 'playwright/test';
import type { Answer, CallInput, CallName, CallOutput } from '../../shared/contract';

export interface LaunchOptions {
  /** The library to open; a fresh empty folder when left out. */
  libraryFolder?: string;
  /** The folder of settings and profile; a fresh empty one when left out, so that the first run is seen. */
  configFolder?: string;
  /** Arguments for the application, after its folder. */
  args?: string[];
  /** Environment variables on top of the test's own. */
  env?: Record<string, string>;
  /** Size of the window's content in CSS pixels. */
  size?: { width: number; height: number };
  /** The executable of a packaged application, instead of the runtime with the build in out/. */
  executable?: string;
}

export interface RunningApp {
  app: ElectronApplication;
  page: Page;
  libraryFolder: string;
  configFolder: string;
  /** Ends the application; throws when its page had an uncaught error or broke its content security policy. */
  close: () => Promise<void>;
}

const projectFolder = resolve(__dirname, '../..');

/**
 * Starts the real application with folders of its own and waits for its first window. Call it inside a test: the folders
 * live in that test's output folder. A test that fails before `close` has its application ended by Playwright.
 */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const libraryFolder = options.libraryFolder ?? (await freshFolder('library'));
  const configFolder = options.configFolder ?? (await freshFolder('config'));
  const app = await _electron.launch({
    executablePath: options.executable ?? runtimeExecutable(),
    args: [...(options.executable === undefined ? [projectFolder] : []), ...(options.args ?? [])],
    // Playwright would make every window light.
    colorScheme: null,
    // Chromium refuses to run its sandbox as root; anyone else keeps it.
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...ownEnvironment(), RAAKVLAK_LIBRARY: libraryFolder, RAAKVLAK_CONFIG: configFolder, ...options.env },
  });
  const problems: string[] = [];
  app.on('window', (page) => collectProblems(page, problems));
  const page = await app.firstWindow();
  collectProblems(page, problems);
  if (options.size !== undefined) await resizeWindow(app, options.size);
  const close = async () => {
    await app.close();
    if (problems.length > 0) throw new Error(`The window reported problems:\n${[...new Set(problems)].join('\n')}`);
  };
  return { app, page, libraryFolder, configFolder, close };
}

/** Sends a request of `shared/contract.ts` as the page itself would, and gives the answer with its envelope. */
export async function ask<Name extends CallName>(
  page: Page,
  name: Name,
  input: CallInput<Name>,
): Promise<Answer<CallOutput<Name>>> {
  const answer = await page.evaluate(
    (call) => (window as unknown as PageWithBridge).raakvlak.request(call.name, call.input),
    { name, input },
  );
  return answer as Answer<CallOutput<Name>>;
}

interface PageWithBridge {
  raakvlak: { request: (name: string, input: unknown) => Promise<unknown> };
}

/** Writes what the window shows to `path` (PNG), without a blinking caret. */
export async function screenshot(page: Page, path: string): Promise<void> {
  // Not with `animations: 'disabled'`: ending a transition early made Chromium 114 crash in 2 of 5 runs of the tour.
  await page.screenshot({ path });
}

/** Gives the first window's content this size in CSS pixels. */
async function resizeWindow(app: ElectronApplication, size: { width: number; height: number }): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
}

function collectProblems(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`uncaught error: ${error.stack ?? error.message}`));
  page.on('crash', () => problems.push('the page crashed'));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) problems.push(message.text());
  });
}

export function runtimeExecutable(): string {
  const executable = process.env['RAAKVLAK_ELECTRON'];
  if (executable === undefined) throw new Error("Playwright's global set-up has not named the Electron to launch");
  return executable;
}

function ownEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}

async function freshFolder(name: string): Promise<string> {
  const parent = test.info().outputPath();
  await mkdir(parent, { recursive: true });
  return mkdtemp(join(parent, `${name}-`));
}
