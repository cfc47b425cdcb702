import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { launchApp } from './launch';
import { rows, searchField, startEmpty, startWithSample } from './steps';

test('the first run asks who one is, offers samples, and is not shown again', async () => {
  const first = await launchApp();
  await expect(first.page.getByRole('heading', { name: 'Welkom bij Raakvlak' })).toBeVisible();
  await first.page.getByLabel('Naam').fill('Sam Bakker (voorbeeld)');
  await first.page.getByLabel('Organisatie').fill('Regio Waterrand');
  await first.page.getByRole('button', { name: 'Beginnen' }).click();
  await expect(rows(first.page).first()).toBeVisible({ timeout: 60_000 });
  await expect(first.page.getByRole('button', { name: /^Onderzoeken/ })).toContainText('10');
  await first.close();

  const again = await launchApp({ libraryFolder: first.libraryFolder, configFolder: first.configFolder });
  await expect(searchField(again.page)).toBeVisible();
  await expect(rows(again.page).first()).toBeVisible();
  const settings = JSON.parse(await readFile(join(first.configFolder, 'settings.json'), 'utf8'));
  expect(settings.profile).toMatchObject({ name: 'Sam Bakker (voorbeeld)', organisation: 'Regio Waterrand' });
  await again.close();
});

test('an empty library says what to do', async () => {
  const { page, close } = await startEmpty();
  await expect(page.getByText('Uw bibliotheek is nog leeg')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bestanden toevoegen' }).first()).toBeEnabled();
  await close();
});

test('a damaged settings file is kept aside and said so, and the library is as it was', async () => {
  const first = await startWithSample();
  await first.close();
  await writeFile(join(first.configFolder, 'settings.json'), '{"version":1,"langu');
  const again = await launchApp({ libraryFolder: first.libraryFolder, configFolder: first.configFolder });
  await expect(again.page.getByRole('heading', { name: 'Welkom bij Raakvlak' })).toBeVisible();
  await again.page.getByRole('radio', { name: /Leeg beginnen/ }).check({ force: true });
  await again.page.getByRole('button', { name: 'Beginnen' }).click();
  await expect(rows(again.page).first()).toBeVisible();
  expect((await readdir(first.configFolder)).filter((name) => name.startsWith('settings.json.damaged-'))).toHaveLength(
    1,
  );
  await again.page.keyboard.press('Control+,');
  await expect(again.page.getByRole('dialog')).toContainText(/beschadigd/);
  await again.close();
});
