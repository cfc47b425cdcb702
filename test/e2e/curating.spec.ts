import { writeFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';
import { expect, test } from 'playwright/test';
import { plainXlsx } from '../../electron/guard/plain-xlsx';
import { expectAccessible, look, screenSize } from './accessible';
import { dropFiles, pane, rows, startEmpty, startWithSample } from './steps';

test.describe.configure({ timeout: 120_000 });

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
  await middle.getByRole('button', { name: 'Regels…' }).click();
  await page.getByRole('checkbox', { name: 'Versies van één stuk' }).uncheck();
  await expectAccessible(page, 'regels');
  await page.keyboard.press('Escape');
  await expect(middle.getByRole('heading', { name: 'Versies van één stuk' })).toHaveCount(0);
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

/** By the palette, as somebody does who has no mouse. */
async function goTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Ga naar…' })).toBeFocused();
  await page.keyboard.type(name);
  await expect(page.getByRole('option', { name, exact: true })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
}

/** From one part of the window to the next, until this has the focus. */
async function toPane(page: Page, wanted: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('F6');
    await expect(wanted).toBeFocused({ timeout: 300 });
  }).toPass();
}

/** Walks on with Tab until what has the focus is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const focused = (): Promise<string> =>
    page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
  for (let step = 0; step < 80; step += 1) {
    if (name.test(await focused())) return;
    await page.keyboard.press('Tab');
  }
  expect(await focused()).toMatch(name);
}

test('overlaps are judged and records are completed without a mouse', async () => {
  const { page, close } = await startWithSample({ size: screenSize });
  const middle = page.locator('[data-pane="list"]');
  const pairs = middle.locator('[data-entry]');
  await goTo(page, 'Toon: Raakvlakken');
  await expect(pairs.first()).toBeVisible({ timeout: 60_000 });
  await toPane(page, pairs.first());
  const names = await pairs.evaluateAll((all) => all.slice(0, 2).map((each) => each.getAttribute('aria-label') ?? ''));
  await page.keyboard.press('2');
  await expect(middle.getByRole('group', { name: names[0] ?? '', exact: true })).toHaveCount(0);
  await page.keyboard.press('4');
  await expect(middle.getByRole('group', { name: names[1] ?? '', exact: true })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(middle.getByRole('group', { name: names[1] ?? '', exact: true })).toHaveCount(1);

  await goTo(page, 'Toon: Na te kijken');
  await expect(middle.getByRole('combobox', { name: 'Toon' })).toBeVisible({ timeout: 60_000 });
  await toPane(page, pairs.first());
  await page.keyboard.press('Shift+Tab');
  await expect(middle.getByRole('combobox', { name: 'Toon' })).toBeFocused();
  await page.keyboard.type('Onv');
  await expect(pairs.first()).toContainText('Onvolledig');
  await page.keyboard.press('Tab');
  await expect(pairs.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(pairs.nth(1)).toHaveAttribute('aria-current', 'true');
  await tabTo(page, /^Klopt nog: /);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Nagekeken op vandaag/)).toBeVisible();
  await toPane(page, pairs.first());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F6');
  await tabTo(page, / invullen$/);
  await page.keyboard.press('Enter');
  await expect(pane(page).locator('form :focus, [role="form"] :focus, :is(input, textarea, select):focus')).toHaveCount(
    1,
  );
  await close();
});

test('a table of which some rows are bad names them, and goes back in one step', async () => {
  const { page, close } = await startEmpty({ size: screenSize });
  const path = test.info().outputPath('catalogus.csv');
  const lines = Array.from({ length: 200 }, (_, i) => `Project ${i + 1};${i % 40 === 3 ? 'ooit' : '2021-2024'}`);
  await writeFile(path, ['Naam;Looptijd', ...lines].join('\n'));
  await dropFiles(page, [path]);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '200 rijen toevoegen' }).click();
  await expect(dialog.getByRole('heading', { name: '195 rijen toegevoegd' })).toBeVisible();
  await expect(dialog.getByRole('row', { name: /^5 Looptijd/ })).toBeVisible();
  await expectAccessible(page, 'tabel-uitslag');
  await dialog.getByRole('button', { name: 'Alles ongedaan maken' }).click();
  await expect(rows(page)).toHaveCount(0);
  // The same columns another time: what each of them holds is known by now.
  await dropFiles(page, [path]);
  await expect(dialog.getByRole('combobox', { name: 'Veld voor kolom Looptijd' })).toHaveValue('period');
  await close();
});

test('a workbook asks which sheet, and may come in as a file all the same', async () => {
  const { page, close } = await startEmpty({ size: screenSize });
  const path = test.info().outputPath('catalogus.xlsx');
  const sheets = ['Noord', 'Zuid'].map((name) => ({
    name,
    rows: [
      ['Titel', 'Fase'],
      [`Plan ${name}`, 'Afgerond'],
    ],
  }));
  await writeFile(path, plainXlsx(sheets));
  await dropFiles(page, [path]);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Blad' }).selectOption({ index: 1 });
  await expect(dialog.getByRole('group', { name: 'Zo worden de eerste rijen' })).toContainText('Plan Zuid');
  await expectAccessible(page, 'werkboek');
  await dialog.getByRole('button', { name: '1 rij toevoegen' }).click();
  await dialog.getByRole('button', { name: 'Naar de lijst' }).click();
  await expect(rows(page)).toContainText([/Plan Zuid.*afgerond/i]);
  await dropFiles(page, [path]);
  await dialog.getByRole('button', { name: 'Liever als bestand toevoegen' }).click();
  await expect(rows(page)).toHaveCount(2);
  await close();
});
