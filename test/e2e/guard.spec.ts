import { writeFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';
import { expect, test } from 'playwright/test';
import { expectAccessible, look, screenSize } from './accessible';
import { answer, answerSaveDialog, itemsOf, sidebar, spaceOf } from './sharing-steps';
import { dropFiles, pane, rows, startEmpty } from './steps';

const space = 'Open catalogus';
const guard = (page: Page): Locator => page.locator('[data-pane="list"]');

/** Invented: the number passes the eleven-test and is of the range for test persons, the pupils do not exist. */
const withBsn = '# Gesprek\n\nHet BSN van de student is 999990019.\n\nMet groet.\n';
const withTable =
  '# Groepslijst\n\n| Naam | Geboortedatum | Klas |\n|---|---|---|\n| Wessel Hoekstra | 28-02-2008 | 3B |\n| Amira Haddad | 11-11-2007 | 3B |\n';

async function show(page: Page, title: string): Promise<void> {
  await sidebar(page)
    .getByRole('button', { name: /^Alles/ })
    .click();
  await rows(page).filter({ hasText: title }).first().click();
  await expect(pane(page).getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Asks to share the item that is looked at, and comes to what the guard has to say. */
async function shareAndBeStopped(page: Page): Promise<Locator> {
  await pane(page).getByRole('button', { name: 'Meer acties' }).click();
  await page.getByRole('menuitem', { name: 'Delen in ruimte…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Ik weet wie dit kan lezen').check();
  await dialog.getByRole('button', { name: 'Delen', exact: true }).click();
  await expect(dialog.getByRole('heading', { name: 'Privacywacht: nog niet gedeeld' })).toBeVisible();
  return dialog;
}

test('the guard stops data of pupils, lets a reason or a redacted copy through, and shows where all of it stands', async () => {
  test.setTimeout(90_000);
  const { app, page, close } = await startEmpty({ size: screenSize });
  const at = async (name: string, ...themes: readonly ('light' | 'dark')[]): Promise<void> => {
    for (const theme of themes) {
      await answer(page, 'settings.change', { theme });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
      await expectAccessible(page, `guard-${name}-${theme}`);
    }
  };
  await answer(page, 'spaces.create', { name: space, place: null });
  const paths = ['gesprek.md', 'groepslijst.md'].map((name) => test.info().outputPath(name));
  await writeFile(paths[0] ?? '', withBsn);
  await writeFile(paths[1] ?? '', withTable);
  await dropFiles(page, paths);
  await expect(page.getByText('2 toegevoegd')).toBeVisible();

  await test.step('a number: a reason is asked and kept', async () => {
    await show(page, 'Gesprek');
    const dialog = await shareAndBeStopped(page);
    await expect(dialog).toContainText('Burgerservicenummer');
    await expect(dialog).toContainText('In het bestand, bladzijde 1, regel 3');
    await expect(dialog.locator('mark')).toHaveText('999990019');
    await dialog.getByRole('radio', { name: /^Toch delen/ }).click();
    await dialog.getByRole('button', { name: 'Toch delen' }).click();
    await expect(dialog).toContainText('Schrijf waarom.');
    await at('stopped', 'dark', 'light');
    await dialog.getByLabel('Waarom mag dit worden gedeeld?').fill('Dit is een testnummer.');
    await dialog.getByRole('button', { name: 'Toch delen' }).click();
    await expect(dialog).toHaveCount(0);
    expect(await itemsOf(page, (await spaceOf(page, space)).id)).toHaveLength(1);
  });

  await test.step('a table of persons: no reason helps, a redacted copy does', async () => {
    await show(page, 'Groepslijst');
    const dialog = await shareAndBeStopped(page);
    await expect(dialog).toContainText('Tabel met een rij per persoon');
    await expect(dialog.getByRole('radio', { name: /^Toch delen/ })).toBeDisabled();
    await look(page, 'guard-table');
    await dialog.getByRole('button', { name: 'Afgeschermde kopie delen' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(pane(page).getByRole('heading', { level: 1, name: 'Groepslijst (afgeschermd)' })).toBeVisible();
    await pane(page).getByRole('tab', { name: 'Document' }).click();
    await expect(pane(page).getByRole('cell', { name: '███' }).first()).toBeVisible();
    await expect(pane(page)).not.toContainText('Wessel');
  });

  await test.step('the whole library: findings by document, and a way to each place', async () => {
    await sidebar(page).getByRole('button', { name: 'Privacywacht' }).click();
    await guard(page).getByRole('button', { name: 'Controleren' }).click();
    await expect(guard(page).getByRole('status')).toContainText('3 vondsten in 3 van 5 items');
    await expect(guard(page)).toContainText('“Dit is een testnummer.”');
    await at('library', 'dark');
    await guard(page).getByRole('button', { name: 'Tonen: Burgerservicenummer in Gesprek' }).first().click();
    await expect(pane(page).getByRole('tab', { name: 'Document' })).toHaveAttribute('aria-selected', 'true');
    await expect(pane(page)).toContainText('999990019');
  });
  await test.step('a bundle of what was shared asks again', async () => {
    await answerSaveDialog(app, test.info().outputPath('pakket.zip'));
    await sidebar(page)
      .getByRole('button', { name: new RegExp(`^${space}`) })
      .click();
    await pane(page).getByRole('button', { name: 'Pakket maken…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Opslaan/ }).click();
    await expect(dialog.getByRole('heading', { name: 'Privacywacht: nog niet gedeeld' })).toBeVisible();
    await expect(dialog.getByRole('radio', { name: /^Een afgeschermde kopie/ })).toBeDisabled();
    await dialog.getByLabel('Waarom mag dit worden gedeeld?').fill('Een testnummer.');
    await dialog.getByRole('button', { name: 'Toch delen' }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step('what is typed in a shared item is not kept before somebody says why', async () => {
    const { id: where } = await spaceOf(page, space);
    const change = { set: { title: 'Gedeelde studie' } };
    const { state } = await answer(page, 'items.create', { type: 'study', space: where, change });
    await show(page, 'Gedeelde studie');
    await pane(page).getByRole('button', { name: 'Bewerken', exact: true }).click();
    await pane(page)
      .getByRole('textbox', { name: /^Samenvatting/ })
      .fill('Het BSN van de student is 999990019.');
    await page.keyboard.press('Tab');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('heading', { name: 'Privacywacht: nog niet bewaard' })).toBeVisible();
    await at('change', 'light');
    await dialog.getByRole('radio', { name: /^Toch bewaren/ }).click();
    await dialog.getByLabel('Waarom mag dit worden gedeeld?').fill('Een testnummer.');
    await dialog.getByRole('button', { name: 'Toch bewaren' }).click();
    await expect(dialog).toHaveCount(0);
    const kept = async (): Promise<unknown> =>
      (await answer(page, 'items.get', { id: state.id })).state.fields['abstract'];
    await expect.poll(kept).toContain('999990019');
  });
  await close();
});
