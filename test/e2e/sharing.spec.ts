import { cp, mkdir, rename, writeFile } from 'node:fs/promises';
import { expect, test } from 'playwright/test';
import type { ItemId } from '../../shared/base/ids';
import type { RunningApp } from './launch';
import {
  answer,
  answerOpenDialog,
  answerSaveDialog,
  itemsOf,
  makeSpace,
  noor,
  openSpace,
  sam,
  settle,
  shareItem,
  sidebar,
  spaceOf,
  stateOfSpace,
} from './sharing-steps';
import { dropFiles, list, pane, rows, startEmpty } from './steps';

const space = 'Open catalogus';

async function sharedFolder(): Promise<string> {
  const folder = test.info().outputPath('gedeelde-map');
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Adds a note from a file and puts it in the space. */
async function shareNote(running: RunningApp): Promise<void> {
  const { page } = running;
  const path = test.info().outputPath('notitie.md');
  await writeFile(path, '# Notitie over nazorg\n\nDe mentor belt in september.\n');
  await dropFiles(page, [path]);
  await expect(page.getByText('1 toegevoegd')).toBeVisible();
  await sidebar(page)
    .getByRole('button', { name: /^Alles/ })
    .click();
  await rows(page).first().click();
  await expect(pane(page).getByRole('heading', { level: 1, name: 'Notitie over nazorg' })).toBeVisible();
  await shareItem(page, space);
}

/** The only item of the space. */
async function onlyItem({ page }: RunningApp): Promise<ItemId> {
  const [id] = await itemsOf(page, (await spaceOf(page, space)).id);
  if (id === undefined) throw new Error('The space is empty');
  return id;
}

async function chooseSpace({ page }: RunningApp): Promise<void> {
  await sidebar(page)
    .getByRole('button', { name: new RegExp(`^${space}`) })
    .click();
}

test('two organisations share one folder: an item with its file, a change at the same time, one choice', async () => {
  test.setTimeout(150_000);
  const folder = await sharedFolder();
  const a = await startEmpty();
  await makeSpace(a, space, folder, sam);
  await shareNote(a);
  await expect(pane(a.page)).toContainText('leesbaar voor iedereen met deze map');
  await expect(pane(a.page).getByRole('button', { name: 'kopie van een item hier' })).toBeVisible();
  await settle(space, a);

  const b = await startEmpty();
  await openSpace(b, space, folder, noor);
  await expect(rows(b.page)).toHaveCount(1);
  await rows(b.page).first().dblclick();
  await expect(pane(b.page)).toContainText('komt uit een andere bibliotheek');
  await readFile(b);
  await settle(space, a, b);
  expect(await stateOfSpace(b.page, space)).toEqual(await stateOfSpace(a.page, space));

  await test.step('both change the same field while apart', async () => {
    const id = await onlyItem(a);
    for (const each of [a, b]) await answer(each.page, 'sync.pause', { id: (await spaceOf(each.page, space)).id });
    const change = (by: RunningApp, summary: string): Promise<unknown> =>
      answer(by.page, 'items.change', { id, change: { set: { summary } }, label: 'change' });
    await change(a, 'De mentor belt in juni.');
    await change(b, 'De mentor belt in mei.');
    for (const each of [a, b]) await answer(each.page, 'sync.resume', { id: (await spaceOf(each.page, space)).id });
    await settle(space, a, b);
  });

  await test.step('both see two versions, with names', async () => {
    for (const each of [a, b]) {
      await sidebar(each.page)
        .getByRole('button', { name: /^Twee versies/ })
        .click();
      await each.page.locator('[data-pane="list"] [data-entry]').click();
      await expect(pane(each.page)).toContainText('De mentor belt in juni.');
      await expect(pane(each.page)).toContainText('De mentor belt in mei.');
    }
    await expect(pane(a.page)).toContainText(noor.name);
    await expect(pane(b.page)).toContainText(sam.name);
  });

  await test.step('one of them writes the two together', async () => {
    await pane(a.page).getByRole('button', { name: 'Versies van Samenvatting samenvoegen' }).click();
    const merged = 'De mentor belt in mei en in juni.';
    await pane(a.page)
      .getByRole('textbox', { name: /De tekst die blijft/ })
      .fill(merged);
    await pane(a.page).getByRole('button', { name: 'Deze tekst bewaren' }).click();
    await expect(pane(a.page)).toContainText('Alles is gekozen.');
    await settle(space, a, b);
    for (const each of [a, b]) {
      const { state } = await answer(each.page, 'items.get', { id: await onlyItem(each) });
      expect(state.conflicts).toEqual([]);
      expect(state.fields['summary']).toBe(merged);
    }
    expect(await stateOfSpace(b.page, space)).toEqual(await stateOfSpace(a.page, space));
    await expect(b.page.locator('[data-pane="list"]')).toContainText('Niets om te kiezen');
  });

  await test.step('the other one reads who changed what', async () => {
    await sidebar(b.page)
      .getByRole('button', { name: /^Sinds uw laatste bezoek/ })
      .click();
    await b.page.locator('[data-pane="list"] [data-entry]').first().click();
    await pane(b.page).getByRole('tab', { name: 'Geschiedenis' }).click();
    await expect(pane(b.page)).toContainText(sam.name);
  });
  await b.close();
  await a.close();
});

/** Reads the note; its bytes come because it is opened. */
async function readFile({ page }: RunningApp): Promise<void> {
  await pane(page).getByRole('tab', { name: 'Document' }).click();
  await expect(pane(page).getByText('De mentor belt in september.')).toBeVisible();
}

test('a folder that is gone or emptied stops sharing, deletes nothing, and goes on when it is back', async () => {
  test.setTimeout(120_000);
  const folder = await sharedFolder();
  const a = await startEmpty();
  await makeSpace(a, space, folder, sam);
  await shareNote(a);
  await settle(space, a);

  await test.step('the folder is not there', async () => {
    await rename(folder, `${folder}-weg`);
    await chooseSpace(a);
    await pane(a.page).getByRole('button', { name: 'Nu delen' }).click();
    await expect(pane(a.page).getByRole('status').first()).toContainText('is er niet');
    await expect(rows(a.page)).toHaveCount(1);
  });

  await test.step('an empty folder stands in its place: sharing waits for a choice', async () => {
    await mkdir(folder);
    await pane(a.page).getByRole('button', { name: 'Nu delen' }).click();
    const brake = pane(a.page).getByRole('region', { name: 'Het delen staat stil' });
    await expect(brake).toContainText('Op deze computer is niets verwijderd.');
    await expect(a.page.getByRole('contentinfo')).toContainText(`${space} vraagt aandacht`);
    await expect(rows(a.page)).toHaveCount(1);
    await brake.getByRole('button', { name: 'Opnieuw kijken' }).click();
    await expect(brake).toBeVisible();
  });

  await test.step('the folder is back', async () => {
    await rename(folder, `${folder}-leeg`);
    await cp(`${folder}-weg`, folder, { recursive: true });
    await pane(a.page).getByRole('button', { name: 'Opnieuw kijken' }).click();
    await expect(pane(a.page)).toContainText('Alles is gedeeld en opgehaald.');
    await expect(rows(a.page)).toHaveCount(1);
  });
  await a.close();
});

test('a bundle brings a space to somebody without a network, and opening it twice does nothing twice', async () => {
  test.setTimeout(120_000);
  const a = await startEmpty();
  await makeSpace(a, space, await sharedFolder(), sam);
  await shareNote(a);
  const path = test.info().outputPath('pakket.zip');
  await answerSaveDialog(a.app, path);
  await chooseSpace(a);
  await pane(a.page).getByRole('button', { name: 'Pakket maken…' }).click();
  await a.page.getByRole('dialog').getByRole('button', { name: 'Opslaan als…' }).click();
  await expect(a.page.getByText(/Het pakket is gemaakt/)).toBeVisible();

  const b = await startEmpty();
  await answerOpenDialog(b.app, path);
  await sidebar(b.page).getByRole('button', { name: 'Map delen of openen…' }).click();
  await b.page.getByRole('menuitem', { name: 'Pakket openen…' }).click();
  await expect(list(b.page)).toContainText('Notitie over nazorg');
  await pane(b.page).getByRole('button', { name: 'Pakket openen…' }).click();
  await expect(pane(b.page)).toContainText('Alles uit dit pakket had u al.');
  expect(await stateOfSpace(b.page, space)).toEqual(await stateOfSpace(a.page, space));
  await b.close();
  await a.close();
});

test('a folder with other files is refused with what to do, and leaving keeps what others have', async () => {
  test.setTimeout(90_000);
  const folder = await sharedFolder();
  const other = test.info().outputPath('vol');
  await mkdir(other);
  await writeFile(`${other}/begroting.xlsx`, 'x');
  const a = await startEmpty();
  await sidebar(a.page).getByRole('button', { name: 'Map delen of openen…' }).click();
  await a.page.getByRole('menuitem', { name: 'Nieuwe ruimte…' }).click();
  const dialog = a.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Volgende' }).click();
  await expect(dialog).toContainText('Geef de ruimte een naam.');
  await dialog.getByRole('textbox', { name: 'Naam van de ruimte' }).fill(space);
  await dialog.getByRole('button', { name: 'Volgende' }).click();
  await dialog.getByLabel('Map', { exact: true }).fill(other);
  await dialog.getByRole('button', { name: 'Kijken wat er staat' }).click();
  await expect(dialog).toContainText('In deze map staan al andere bestanden (1).');
  await a.page.keyboard.press('Escape');

  await makeSpace(a, space, folder, sam);
  await shareNote(a);
  await settle(space, a);
  await chooseSpace(a);
  await pane(a.page).getByRole('button', { name: 'Ruimte verlaten…' }).click();
  await expect(dialog).toContainText('Anderen houden alles.');
  await dialog.getByRole('button', { name: 'Ruimte verlaten' }).click();
  await expect(sidebar(a.page).getByRole('button', { name: new RegExp(`^${space}`) })).toHaveCount(0);
  await openSpace(a, space, folder, sam);
  await expect(list(a.page)).toContainText('Notitie over nazorg');
  await a.close();
});
