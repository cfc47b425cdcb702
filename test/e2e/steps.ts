import type { Locator, Page } from 'playwright/test';
import { expect } from 'playwright/test';
import { launchApp, type LaunchOptions, type RunningApp } from './launch';

/** The first run, ended with the sample library in place. */
export async function startWithSample(options: LaunchOptions = {}): Promise<RunningApp> {
  return start('Voorbeeldbibliotheek', options);
}

/** The first run, ended with an empty library. */
export async function startEmpty(options: LaunchOptions = {}): Promise<RunningApp> {
  return start('Leeg beginnen', options);
}

async function start(choice: string, options: LaunchOptions): Promise<RunningApp> {
  const running = await launchApp(options);
  await running.page.getByRole('radio', { name: new RegExp(choice) }).check({ force: true });
  await running.page.getByRole('button', { name: 'Beginnen' }).click();
  await expect(searchField(running.page)).toBeVisible({ timeout: 60_000 });
  if (choice.startsWith('Voorbeeld')) await expect(rows(running.page).first()).toBeVisible({ timeout: 60_000 });
  return running;
}

export function searchField(page: Page): Locator {
  return page.getByRole('searchbox', { name: 'Zoeken in de bibliotheek' });
}

export function list(page: Page): Locator {
  return page.getByRole('listbox', { name: /^Lijst/ });
}

export function rows(page: Page): Locator {
  return list(page).getByRole('option');
}

export function pane(page: Page): Locator {
  return page.getByRole('main', { name: 'Inhoud' });
}

/** Types a search and waits for the full answer, so that what follows does not race it. */
export async function search(page: Page, text: string): Promise<void> {
  // From a plain listing, whose count reads otherwise, so that an earlier answer is not taken for this one.
  await searchField(page).fill('');
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /items?$/ })
      .first(),
  ).toBeVisible();
  await searchField(page).fill(text);
  await expect(page.getByRole('status').filter({ hasText: /resulta/ })).toBeVisible();
  // Until then the count is that of the answer before.
  await expect(page.locator('[role="listbox"][aria-busy="true"]')).toHaveCount(0);
}

/** Adds files as if they were dropped on the window: by the same message that a drop sends, with paths a drop would give. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const point = { x: 600, y: 400 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const send = (type: 'dragEnter' | 'dragOver' | 'drop'): Promise<unknown> =>
    session.send('Input.dispatchDragEvent', { type, ...point, data });
  // Chromium refuses a drag to enter while the window is still laying itself out.
  await expect(() => send('dragEnter')).toPass();
  await send('dragOver');
  await send('drop');
  await session.detach();
}
