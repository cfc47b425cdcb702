import type { Locator, Page } from 'playwright/test';
import { expect, test } from 'playwright/test';
import { expectAccessible, leaveDialog } from './accessible';
import type { RunningApp } from './launch';
import { sidebar } from './sharing-steps';
import { searchField } from './steps';

export interface Screen {
  readonly name: string;
  /** What has to be in view is given back. */
  readonly open: (running: RunningApp) => Promise<Locator | void>;
}

/** Goes past all of them, whatever one of them does. */
export async function walk(running: RunningApp, screens: readonly Screen[]): Promise<void> {
  const { page } = running;
  page.setDefaultTimeout(8_000);
  for (const { name, open } of screens) {
    await test.step(name, async () => {
      try {
        const into = await open(running);
        await expectAccessible(page, name, into ?? undefined);
      } catch (error) {
        expect.soft(String(error), name).toBe('');
      }
      await page.keyboard.press('Escape');
      await leaveDialog(page);
    });
  }
}

/** What the middle pane shows, by its name in the sidebar. */
export async function scope(page: Page, name: RegExp): Promise<void> {
  await searchField(page).fill('');
  await sidebar(page).getByRole('button', { name }).first().click();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}
