import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'playwright/test';
import { ask, launchApp, screenshot } from './launch';
import { dropFiles, pane, rows, search } from './steps';

const folder = resolve(__dirname, '../../out/tour');
const samples = resolve(__dirname, '../../resources/sample/files');

/** The main job from beginning to end, with a numbered picture of each step. */
test('tour: first run, adding, searching, reading, editing', async () => {
  await mkdir(folder, { recursive: true });
  const { page, close } = await launchApp({ size: { width: 1440, height: 900 } });
  let count = 0;
  const picture = async (name: string): Promise<void> =>
    screenshot(page, join(folder, `${String(++count).padStart(2, '0')}-${name}.png`));

  await expect(page.getByRole('button', { name: 'Beginnen' })).toBeVisible();
  await picture('first-run');
  await page.getByRole('button', { name: 'Beginnen' }).click();
  await expect(rows(page).first()).toBeVisible({ timeout: 60_000 });
  await rows(page).first().click();
  await expect(
    pane(page).getByRole('heading', { name: 'Gegevens' }).or(pane(page).getByText('Fase')).first(),
  ).toBeVisible();
  await picture('library');

  await dropFiles(page, [join(samples, 'van-isk-naar-mbo.docx'), join(samples, 'draaiboek-zomer.odt')]);
  await expect(page.getByText(/stonden er al|toegevoegd/)).toBeVisible();
  await picture('adding');
  await page.getByRole('alert').getByRole('button').last().click();

  await search(page, 'overdracht zomer');
  await rows(page).nth(1).click();
  await expect(pane(page).getByRole('heading', { level: 1 })).toContainText('Wie heeft de bal?');
  await picture('search');

  await search(page, '"112 professionals"');
  await rows(page).first().dblclick();
  await expect(pane(page).locator('.textLayer .highlight').first()).toBeVisible();
  await picture('reading-a-hit');

  await search(page, 'title:Zomerbrug soort:project');
  await rows(page).first().dblclick();
  await pane(page).getByRole('tab', { name: 'Overzicht' }).click();
  await pane(page).getByRole('button', { name: 'Bewerken' }).click();
  await expect(pane(page).getByRole('textbox', { name: 'Doel', exact: true })).toBeVisible();
  await picture('editing');
  await pane(page).getByRole('button', { name: 'Klaar' }).click();
  await pane(page).getByRole('tab', { name: 'Geschiedenis' }).click();
  await picture('history');

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('thuiszitrs');
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await picture('palette');
  await page.keyboard.press('Escape');

  await ask(page, 'settings.change', { theme: 'dark' });
  await search(page, 'overstap mbo');
  await picture('dark');
  await close();
});
