import { resolve } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { build } from 'vite';
import { hostilePayloads } from '../support/hostile-content';
import { launchApp } from './launch';

test(`nothing of ${hostilePayloads.length} hostile texts runs, loads or stays`, async () => {
  const { page, close } = await launchApp();
  expect(hostilePayloads.length).toBeGreaterThanOrEqual(150);
  expect(await showAll(page, await bundled())).toEqual({ left: [], requests: [], effect: undefined, violations: [] });
  await close();
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

/** Shows every payload in the page. What breaks the content security policy got past the sanitiser, even if the policy stopped it. */
async function showAll(page: Page, script: string): Promise<unknown> {
  const requests: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('data:image/')) requests.push(request.url());
  });
  await page.evaluate(script);
  return page
    .evaluate(async (payloads) => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) =>
        violations.push(`${event.violatedDirective} ${event.blockedURI}`),
      );
      const left: string[] = [];
      for (const payload of payloads)
        left.push(...(await window.showHostile(payload)).map((problem) => `${payload.name}: ${problem}`));
      return { left, effect: (window as { hostileEffect?: number }).hostileEffect, violations };
    }, hostilePayloads)
    .then((seen) => ({ ...seen, requests }));
}
