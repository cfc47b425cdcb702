import { readdir } from 'node:fs/promises';
import { expect, test } from 'playwright/test';
import type { Page } from 'playwright/test';
import { expectAccessible, leaveDialog, look, screenSize } from './accessible';
import { ask } from './launch';
import { list, pane, rows, search, startWithSample } from './steps';

async function sidebar(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name }).click();
}

async function theme(page: Page, name: 'light' | 'dark'): Promise<void> {
  const changed = await ask(page, 'settings.change', { theme: name });
  expect(changed.ok).toBe(true);
  await expect(page.locator(`html[data-mantine-color-scheme="${name}"]`)).toHaveCount(1);
}

/** The same screen in light and dark, looked at and checked; what has no colours of its own in one of them, unless pictures are wanted. */
async function inBoth(page: Page, name: string, ownColours = false): Promise<void> {
  const isLooked = process.env['RAAKVLAK_SCREENS'] !== undefined;
  for (const scheme of ownColours || isLooked ? (['dark', 'light'] as const) : (['light'] as const)) {
    await theme(page, scheme);
    await expectAccessible(page, `${name}-${scheme}`);
  }
}

test.describe.configure({ timeout: 120_000 });

test('the map shows what touches what and where nothing happens, by mouse and by keyboard', async () => {
  const { page, close } = await startWithSample({ size: screenSize });
  await sidebar(page, /^Kaart/);
  const map = page.getByRole('region', { name: 'Kaart van raakvlakken' }).last();
  const points = map.locator('[data-node]');
  await expect(points.first()).toBeVisible({ timeout: 60_000 });
  await inBoth(page, 'kaart-netwerk', true);

  await points.first().focus();
  await page.keyboard.press('ArrowRight');
  const current = page.locator('[data-node]:focus');
  await expect(current).toHaveCount(1);
  const id = await current.getAttribute('data-node');
  await page.keyboard.press('Enter');
  await expect(page.locator(`[data-node="${id ?? ''}"]`)).toHaveAttribute('aria-pressed', 'true');
  const middle = page.locator('[data-pane="list"]');
  await expect(
    middle.getByRole('heading', { name: /Nog niet beoordeeld|Kennen elkaar al|Beoordeeld/ }).first(),
  ).toBeVisible();
  await look(page, 'kaart-punt-gekozen');

  await map.getByText('Tabel', { exact: true }).click();
  await expect(map.getByRole('table')).toContainText('nog niet beoordeeld');
  await expectAccessible(page, 'kaart-tabel');
  await map.getByText('Overstappen', { exact: true }).click();
  await expect(map.getByText(/witte vlekken/)).toBeVisible();
  await inBoth(page, 'kaart-overstappen', true);
  await map.getByRole('button', { name: /: 0$/ }).first().click();
  await expect(middle.getByRole('heading', { name: 'Een witte vlek' })).toBeVisible();
  await map.getByText('Regio’s', { exact: true }).click();
  await map
    .getByRole('button', { name: /: [1-9]\d*$/ })
    .first()
    .click();
  await middle.locator('[data-entry]').first().click();
  await expect(pane(page).getByRole('heading', { level: 1 })).toBeVisible();
  await middle.getByRole('button', { name: 'Kaart tonen' }).click();
  await expect(map.getByRole('heading', { level: 1 })).toBeVisible();
  await close();
});

test('a record shows its relations as a picture and its chain on a timeline; a year of actions begins from the last', async () => {
  const { page, close } = await startWithSample({ size: screenSize });
  await search(page, 'Team Verzuim');
  await rows(page).first().click();
  const picture = pane(page).getByRole('group', { name: 'Relaties in beeld' });
  await picture.scrollIntoViewIfNeeded();
  await expect(picture.locator('[data-node]').first()).toBeVisible();
  await inBoth(page, 'relaties');
  await pane(page).getByRole('tab', { name: 'Tijdlijn' }).click();
  await expect(pane(page).getByRole('list').getByRole('button').first()).toBeVisible();
  await inBoth(page, 'tijdlijn', true);
  await pane(page).getByText('Tabel', { exact: true }).click();
  await expect(pane(page).getByRole('columnheader', { name: 'Wat ervan werd' })).toBeVisible();
  await expectAccessible(page, 'tijdlijn-tabel');

  await sidebar(page, /^Jaarplannen/);
  await expect(page.getByRole('heading', { name: '2026 naast 2025' })).toBeVisible();
  await inBoth(page, 'jaarplan', true);
  await page.getByRole('button', { name: 'Nieuw jaar: 2027…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('checkbox').first()).toBeVisible();
  await expectAccessible(page, 'nieuw-jaar');
  await dialog.getByRole('button', { name: /meenemen naar 2027/ }).click();
  await expect(page.getByRole('heading', { name: '2027 naast 2026' })).toBeVisible();
  await expect(page.getByRole('table')).toContainText('gelijk');
  await close();
});

test('many items are changed at once after a look, and leave for other programs; a website says what becomes readable', async () => {
  const { page, close } = await startWithSample({ size: screenSize });
  await sidebar(page, /^Projecten/);
  await rows(page).first().click();
  await list(page).press('Control+a');
  await page
    .getByRole('toolbar', { name: /gekozen/ })
    .getByRole('button', { name: 'Wijzigen' })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Welk veld?' }).selectOption('funding');
  await dialog.getByRole('combobox', { name: 'Wat doen?' }).selectOption('fill');
  await dialog.getByRole('textbox', { name: 'Waarde' }).fill('Regionaal programma');
  await expect(dialog.getByText(/items veranderen/)).toBeVisible();
  await inBoth(page, 'veel-wijzigen');
  await dialog.getByRole('button', { name: /items? wijzigen$/ }).click();
  await expect(page.getByText(/items? gewijzigd/).first()).toBeVisible();

  await page
    .getByRole('toolbar', { name: /gekozen/ })
    .getByRole('button', { name: 'Exporteren' })
    .click();
  await expect(dialog.getByRole('radio', { name: /Excel/ })).toBeChecked();
  await inBoth(page, 'exporteren');
  await leaveDialog(page);

  await ask(page, 'spaces.create', { name: 'Regio Waterland', place: null });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Ga naar…' }).fill('website');
  await page.getByRole('option', { name: 'Website maken…' }).click();
  await expect(dialog.getByText('Dit blijft eruit')).toBeVisible();
  await inBoth(page, 'website');
  await dialog.getByRole('button', { name: 'Website maken' }).click();
  await expect(dialog.getByText('Kies een map.')).toBeVisible();
  await leaveDialog(page);

  // The folder of the last time is chosen by itself; a test cannot press a button in a window of the system.
  const folder = test.info().outputPath('site');
  await ask(page, 'settings.change', { siteFolder: folder });
  const spaces = await ask(page, 'spaces.list', undefined);
  const space = spaces.ok ? spaces.value.find(({ name }) => name === 'Regio Waterland')?.id : undefined;
  await ask(page, 'items.create', { type: 'project', change: { set: { title: 'Voor iedereen' } }, space });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Ga naar…' }).fill('website');
  await page.getByRole('option', { name: 'Website maken…' }).click();
  await expect(dialog.getByText('1 project', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Website maken' }).click();
  await expect(dialog.getByText(/De website staat klaar.*kan lezen: 1/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Openen in de browser' })).toBeVisible();
  expect(await readdir(folder)).toContain('index.html');
  await close();
});
