import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright/test';
import { _electron, test } from 'playwright/test';
import { runtimeExecutable } from './launch';

export interface Browser {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Addresses that the page asked for beyond this disk; none of them was let go. */
  requests(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface BrowseOptions {
  readonly colorScheme?: 'light' | 'dark';
  /** Of the page, in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** Chromium without a network, with a window on one file and nothing of ours: the application itself goes nowhere. */
export async function browse(file: string, { colorScheme = 'light', size }: BrowseOptions = {}): Promise<Browser> {
  const { width, height } = size ?? { width: 1100, height: 800 };
  const browser = test.info().outputPath('browser');
  await mkdir(browser, { recursive: true });
  await writeFile(join(browser, 'package.json'), JSON.stringify({ name: 'browser', main: 'main.js' }));
  await writeFile(
    join(browser, 'main.js'),
    `const { app, BrowserWindow, session } = require('electron');
     app.setPath('userData', ${JSON.stringify(join(browser, 'profile'))});
     globalThis.requests = [];
     app.whenReady().then(() => {
       session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
         const goes = /^(?:file|data|blob|devtools|chrome-extension):/.test(url);
         if (!goes) globalThis.requests.push(url);
         answer({ cancel: !goes });
       });
       const window = new BrowserWindow({ width: ${width}, height: ${height}, useContentSize: true });
       window.webContents.setWindowOpenHandler(({ url }) => { globalThis.requests.push(url); return { action: 'deny' }; });
       return window.loadFile(process.argv.at(-1));
     });`,
  );
  const app = await _electron.launch({
    ...{ executablePath: runtimeExecutable(), colorScheme, chromiumSandbox: process.getuid?.() !== 0 },
    args: [browser, file],
  });
  return {
    app,
    page: await app.firstWindow(),
    requests: () => app.evaluate(() => (globalThis as unknown as { requests: string[] }).requests),
    close: () => app.close(),
  };
}
