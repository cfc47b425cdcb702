import { resolve } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { build } from 'vite';
import { hostilePayloads } from '../support/hostile-content';
import type { HostileWindow } from '../support/untrusted-window';
import { launchApp } from './launch';

test(`nothing of ${hostilePayloads.length} hostile texts runs, loads or stays`, async () => {
  const { app, page } = await launchApp();
  expect(hostilePayloads.length).toBeGreaterThanOrEqual(150);
  // The last of what the window loads by itself, after its first screen.
  await expect(page.locator('link[rel="stylesheet"][href*="palette-"]')).toBeAttached({ timeout: 15_000 });
  expect(await showAll(page, await bundled())).toEqual({ left: [], requests: [], effect: undefined });
  // Not `close`: it counts what the policy says while the sanitiser parses, see `showHostile`.
  await app.close();
});

/** The window's own sanitiser with the function that checks it, as a script. */
async function bundled(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve(__dirname, '../support/untrusted-window.ts'), formats: ['iife'], name: 'untrusted' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error('The script was not built');
  return chunk.code;
}

/** Shows every payload in the page. What the content security policy stops got past the sanitiser, and counts as left. */
async function showAll(page: Page, script: string): Promise<unknown> {
  const requests: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('data:image/')) requests.push(request.url());
  });
  await page.evaluate(script);
  const seen = await page.evaluate(async (payloads) => {
    const { showHostile } = window as unknown as HostileWindow;
    const left: string[] = [];
    for (const payload of payloads) {
      left.push(...(await showHostile(payload)).map((problem) => `${payload.name}: ${problem}`));
    }
    return { left, effect: (window as { hostileEffect?: number }).hostileEffect };
  }, hostilePayloads);
  return { ...seen, requests };
}
