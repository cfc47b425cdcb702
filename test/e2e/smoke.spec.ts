import { expect, test } from 'playwright/test';
import { launchApp } from './launch';

test('the application opens one window named Raakvlak', async () => {
  const { app, page, close } = await launchApp();
  await expect(page).toHaveTitle(/Raakvlak/);
  await expect(page.locator('#root')).not.toBeEmpty();
  expect(app.windows()).toHaveLength(1);
  await close();
});

test('the page has nothing of Node', async () => {
  const { page, close } = await launchApp();
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
  );
  expect(found).toEqual([]);
  await close();
});
