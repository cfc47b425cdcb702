import { AxeBuilder } from '@axe-core/playwright';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect } from 'playwright/test';
import { screenshot } from './launch';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Of the windows that are looked at: 1440x900, or what RAAKVLAK_SCREEN_SIZE says, such as 1024x700. */
const [width = 1440, height = 900] = (process.env['RAAKVLAK_SCREEN_SIZE'] ?? '').split('x').filter(Boolean).map(Number);
export const screenSize = { width, height };

/** With RAAKVLAK_SCREENS a picture in that folder. */
export async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['RAAKVLAK_SCREENS'];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await screenshot(page, join(folder, `${name}.png`));
}

/** No violations of WCAG 2.2 AA that axe can see; with RAAKVLAK_SCREENS also a picture in that folder. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  // A message that goes away while it is looked at would be half transparent.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        // A sign that turns while something runs never ends.
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
        .map((animation) => animation.finished.catch(() => undefined)),
    ),
  );
  await look(page, name);
  const { violations } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode(true).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join('\n   ')}`,
  );
  expect.soft(found, name).toEqual([]);
}

/** Closes the dialog that is open, if any. */
export async function leaveDialog(page: Page): Promise<void> {
  if ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
