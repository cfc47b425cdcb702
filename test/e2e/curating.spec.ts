import { expect, test } from 'playwright/test';
import { expectAccessible, look, screenSize } from './accessible';
import { pane, startWithSample } from './steps';

test('raakvlakken are judged by keyboard and do not come back; duplicates and the queue are clean', async () => {
  const { page, close } = await startWithSample({ size: screenSize });
  const middle = page.locator('[data-pane="list"]');

  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Raakvlakken/ })
    .click();
  const pairs = middle.locator('[data-entry]');
  await expect(pairs.first()).toBeVisible({ timeout: 60_000 });
  const first = (await pairs.first().getAttribute('aria-label')) ?? '';
  await expectAccessible(page, 'curating-1');
  await look(page, 'raakvlakken');
  await pairs.first().focus();
  await page.keyboard.press('4');
  await expect(middle.getByRole('group', { name: first, exact: true })).toHaveCount(0);
  await expect(pairs.first()).toBeFocused();

  await pairs.first().getByRole('button').first().click();
  await pane(page).getByRole('tab', { name: 'Raakvlakken' }).click();
  await expect(pane(page).getByRole('heading', { name: 'Nog niet beoordeeld' })).toBeVisible({ timeout: 30_000 });
  await look(page, 'raakvlakken-van-item');

  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Dubbele items/ })
    .click();
  await expect(middle.getByRole('heading', { name: 'Dubbele items' })).toBeVisible();
  await expect(middle.locator('[data-entry], h2').first()).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page, 'curating-2');
  await look(page, 'dubbele-items');

  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Na te kijken/ })
    .click();
  await expect(middle.locator('[data-entry]').first()).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page, 'curating-3');
  await look(page, 'na-te-kijken');
  await middle.getByRole('combobox', { name: 'Toon' }).selectOption({ index: 3 });
  await expect(middle.locator('[data-entry]').first()).toContainText('Onvolledig');
  await close();
});
