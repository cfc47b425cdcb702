import { AxeBuilder } from '@axe-core/playwright';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { expect } from 'playwright/test';
import { screenshot } from './launch';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const largest = { width: 1440, height: 900 };
const [width, height] = (process.env['RAAKVLAK_SCREEN_SIZE'] ?? '').split('x').map(Number);
/** One size, such as 1024x700, or both in turn in the same window. Some tests cannot stand a window that changes. */
const sizes = width && height ? [{ width, height }] : [{ width: 1024, height: 700 }, largest];

/** Of the windows that are looked at. */
export const screenSize = sizes.at(-1) ?? largest;
const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

const scheme = 'data-mantine-color-scheme';
const pictures = process.env['RAAKVLAK_SCREENS'];

/**
 * With RAAKVLAK_SCREENS pictures in that folder: of our own window in both themes and at both sizes, of a dialog that is longer than the window also
 * its end. `into`: what has to be in view.
 */
export async function look(page: Page, name: string, into?: Locator): Promise<void> {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  // What a browser shows follows the browser, and says its own theme and size in the name.
  if (!isOurs(page)) return screenshot(page, join(pictures, `${name}.png`));
  const screen = name.replace(/-(light|dark)$/, '');
  const session = await page.context().newCDPSession(page);
  const picture = (part: string, size: { readonly width: number }): Promise<void> =>
    inThemes(page, (theme) =>
      stillPicture(page, join(pictures, `${screen}${part}.${String(size.width)}.${theme}.png`)),
    );
  for (const size of sizes) {
    await session.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });
    await into?.scrollIntoViewIfNeeded();
    await picture('', size);
    if (await scrollDialog(page, 'end')) await picture('-end', size);
    await scrollDialog(page, 'start');
  }
  await session.send('Emulation.clearDeviceMetricsOverride');
  await session.detach();
}

/** Whether there is a dialog that had somewhere to go. */
function scrollDialog(page: Page, to: 'start' | 'end'): Promise<boolean> {
  return page.evaluate((end) => {
    const dialog = [...document.querySelectorAll('[role="dialog"]')].at(-1);
    if (dialog === undefined || dialog.scrollHeight <= dialog.clientHeight) return false;
    dialog.scrollTop = end ? dialog.scrollHeight : 0;
    return true;
  }, to === 'end');
}

/** Writes what the window shows once two pictures in a row are the same. */
async function stillPicture(page: Page, path: string): Promise<void> {
  let before = await page.screenshot();
  for (let tries = 0; tries < 10; tries++) {
    const now = await page.screenshot({ path });
    if (now.equals(before)) return;
    before = now;
  }
}

/** Does `step` in each theme, by the attribute that all colours follow, and leaves the window in the theme it had. */
async function inThemes(page: Page, step: (theme: Theme) => Promise<void>): Promise<void> {
  const root = page.locator('html');
  const before = (await root.getAttribute(scheme)) ?? '';
  const set = (value: string): Promise<void> =>
    root.evaluate((element, [key, text]) => element.setAttribute(key, text), [scheme, value] as const);
  for (const theme of themes) {
    await set(theme);
    await step(theme);
  }
  await set(before);
}

function isOurs(page: Page): boolean {
  return page.url().startsWith('app:');
}

/** No violations of WCAG 2.2 AA that axe can see; with RAAKVLAK_SCREENS in both themes, and with pictures in that folder. */
export async function expectAccessible(page: Page, name: string, into?: Locator): Promise<void> {
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
  await look(page, name, into);
  if (pictures === undefined || !isOurs(page)) return expectNoViolations(page, name);
  await inThemes(page, (theme) => expectNoViolations(page, `${name} in ${theme}`));
}

async function expectNoViolations(page: Page, name: string): Promise<void> {
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
