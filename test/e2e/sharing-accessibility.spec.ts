import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { expect, test } from 'playwright/test';
import { expectAccessible, leaveDialog, screenSize } from './accessible';
import type { RunningApp } from './launch';
import { answer, itemsOf, settle, sidebar, spaceOf } from './sharing-steps';
import { pane, rows, startEmpty } from './steps';

const samples = resolve(__dirname, '../../resources/sample/files');
const space = 'Open catalogus';
const stopped = 'Regio in bewerking';

/** Each screen of sharing, and how to get there from a library with two spaces of which one waits for a choice. */
const screens: readonly { name: string; open: (page: Page) => Promise<void> }[] = [
  { name: 'space', open: async (page) => chooseSpace(page, space) },
  { name: 'quarantine', open: async (page) => quarantine(page) },
  { name: 'space-log', open: async (page) => openLog(page) },
  { name: 'brake', open: async (page) => chooseSpace(page, stopped) },
  { name: 'leave', open: async (page) => pressOnSpace(page, 'Ruimte verlaten…') },
  { name: 'bundle', open: async (page) => pressOnSpace(page, 'Pakket maken…') },
  { name: 'moved', open: async (page) => pressOnSpace(page, 'Map verplaatst…') },
  { name: 'rename', open: async (page) => pressOnSpace(page, 'Naam wijzigen…') },
  { name: 'new-space', open: async (page) => void (await newSpace(page)) },
  { name: 'new-space-refused', open: async (page) => refusedPlace(page) },
  { name: 'new-space-server', open: async (page) => serverPlace(page) },
  { name: 'new-space-readers', open: async (page) => readers(page) },
  { name: 'item-elsewhere', open: async (page) => fileElsewhere(page) },
  { name: 'share', open: async (page) => share(page) },
  { name: 'new-item-in-space', open: async (page) => newItemInSpace(page) },
  { name: 'conflicts', open: async (page) => conflicts(page) },
  { name: 'merge', open: async (page) => merge(page) },
  { name: 'news', open: async (page) => news(page) },
  { name: 'settings-sharing', open: async (page) => settings(page, 'Delen') },
  { name: 'settings-backup', open: async (page) => settings(page, 'Bibliotheek') },
];

for (const theme of ['light', 'dark'] as const) {
  test(`no screen of sharing has accessibility violations in ${theme}`, async () => {
    test.setTimeout(300_000);
    const { page, close } = await sharingLibrary();
    await answer(page, 'settings.change', { theme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    for (const { name, open } of screens) {
      await test.step(name, async () => {
        await open(page);
        await expectAccessible(page, `${name}-${theme}`);
        await leaveDialog(page);
      });
    }
    await close();
  });
}

/** A library that shares with another: a file that is not here, a field with two versions, a damaged file, and a space whose folder was emptied. */
async function sharingLibrary(): Promise<RunningApp> {
  const folder = test.info().outputPath('gedeeld');
  const other = test.info().outputPath('geleegd');
  for (const each of [folder, other]) await mkdir(each, { recursive: true });
  const a = await startEmpty({ size: screenSize });
  const profile = { name: 'Sam Bakker (voorbeeld)', organisation: 'Regio Waterrand', role: '' };
  await answer(a.page, 'settings.change', { profile });
  const { id } = await answer(a.page, 'spaces.create', { name: space, place: { kind: 'folder', path: folder } });
  await answer(a.page, 'spaces.setKeepOffline', { id, keep: false });
  await answer(a.page, 'spaces.create', { name: stopped, place: { kind: 'folder', path: other } });
  const project = {
    title: 'Zomerbrug',
    summary: 'Een vast gezicht in de zomer.',
    approach: 'De mentor belt.\n\nIn juni.',
  };
  const made = await answer(a.page, 'items.create', { type: 'project', change: { set: project }, space: id });
  await settle(space, a);
  await writeAsAnother(a, folder, made.state.id);
  await settle(stopped, a);
  await rename(other, `${other}-weg`);
  await mkdir(other);
  await addDamagedHead(folder);
  for (const name of [space, stopped]) await answer(a.page, 'sync.now', { id: (await spaceOf(a.page, name)).id });
  return a;
}

/** Somebody else adds a document and changes the same fields at the same time. */
async function writeAsAnother(a: RunningApp, folder: string, project: string): Promise<void> {
  const b = await startEmpty();
  const profile = { name: 'Noor de Vries (voorbeeld)', organisation: 'ROC Rivierenland', role: '' };
  await answer(b.page, 'settings.change', { profile });
  const { id } = await answer(b.page, 'spaces.open', { place: { kind: 'folder', path: folder } });
  await settle(space, b);
  const path = join(samples, 'verslag-werksessie-nazorg.docx');
  const { imported } = await answer(b.page, 'import.paths', { job: 'import', paths: [path] });
  const [document] = imported;
  if (document === undefined) throw new Error('The document was not imported');
  await answer(b.page, 'spaces.publish', { ids: [document.id], space: id, move: true });
  await answer(a.page, 'sync.pause', { id });
  const change = (by: RunningApp, summary: string, approach: string): Promise<unknown> =>
    answer(by.page, 'items.change', { id: project, change: { set: { summary, approach } }, label: 'change' });
  await change(a, 'Een vast gezicht in de hele zomer.', 'De mentor belt.\n\nIn juni en juli.');
  await change(
    b,
    'Een vaste begeleider in de zomer.',
    'De mentor belt.\n\nIn mei.\n\nDe gemeente volgt wie geen plek heeft.',
  );
  await settle(space, b);
  await answer(a.page, 'sync.resume', { id });
  await settle(space, a);
  await b.close();
}

/** A head of a device that nobody knows, with bytes that are none. */
async function addDamagedHead(folder: string): Promise<void> {
  await writeFile(join(folder, 'heads', `${'0'.repeat(32)}.json`), 'geen kop');
}

async function chooseSpace(page: Page, name: string): Promise<void> {
  await sidebar(page)
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
  await expect(pane(page).getByRole('heading', { level: 1, name })).toBeVisible();
}

async function pressOnSpace(page: Page, name: string): Promise<void> {
  await chooseSpace(page, space);
  await pane(page).getByRole('button', { name }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

async function quarantine(page: Page): Promise<void> {
  await chooseSpace(page, space);
  await pane(page).getByRole('heading', { name: 'Apart gehouden bestanden' }).scrollIntoViewIfNeeded();
}

async function openLog(page: Page): Promise<void> {
  await chooseSpace(page, space);
  await pane(page).getByRole('button', { name: 'Logboek tonen' }).click();
  await expect(pane(page).getByRole('button', { name: 'Kopiëren voor de helpdesk' })).toBeVisible();
}

async function newSpace(page: Page): Promise<Locator> {
  await sidebar(page).getByRole('button', { name: 'Map delen of openen…' }).click();
  await page.getByRole('menuitem', { name: 'Nieuwe ruimte…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Naam van de ruimte').fill('Nog een ruimte');
  return dialog;
}

async function place(page: Page, folder: string): Promise<Locator> {
  const dialog = await newSpace(page);
  await dialog.getByRole('button', { name: 'Volgende' }).click();
  await dialog.getByLabel('Map', { exact: true }).fill(folder);
  await dialog.getByRole('button', { name: 'Kijken wat er staat' }).click();
  return dialog;
}

async function refusedPlace(page: Page): Promise<void> {
  const dialog = await place(page, samples);
  await expect(dialog).toContainText('andere bestanden');
}

async function serverPlace(page: Page): Promise<void> {
  const dialog = await newSpace(page);
  await dialog.getByRole('button', { name: 'Volgende' }).click();
  await dialog.getByRole('radio', { name: /Adres op een server/ }).click();
  await dialog.getByRole('button', { name: 'Kijken wat er staat' }).click();
  await expect(dialog).toContainText('Vul een adres in');
}

async function readers(page: Page): Promise<void> {
  const folder = test.info().outputPath('leeg');
  await mkdir(folder, { recursive: true });
  const dialog = await place(page, folder);
  await expect(dialog).toContainText('De map is leeg.');
  await dialog.getByRole('button', { name: 'Volgende' }).click();
  await dialog.getByRole('button', { name: 'Ruimte maken' }).click();
  await expect(dialog).toContainText('Zet eerst een vinkje');
}

async function fileElsewhere(page: Page): Promise<void> {
  await chooseSpace(page, space);
  await rows(page)
    .filter({ hasText: /nazorg/i })
    .click();
  await expect(pane(page).getByRole('button', { name: 'Ophalen' })).toBeVisible();
}

async function share(page: Page): Promise<void> {
  await fileElsewhere(page);
  await pane(page).getByRole('button', { name: 'Meer acties' }).click();
  await page.getByRole('menuitem', { name: 'Delen in ruimte…' }).click();
  await expect(page.getByRole('dialog')).toContainText('Wat gaat mee?');
}

async function newItemInSpace(page: Page): Promise<void> {
  await chooseSpace(page, space);
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('dialog')).toContainText('Iedereen die de map van deze ruimte kan openen');
}

async function conflicts(page: Page): Promise<void> {
  await sidebar(page)
    .getByRole('button', { name: /^Twee versies/ })
    .click();
  const lines = page.locator('[data-pane="list"] [data-entry]');
  expect(await itemsOf(page, (await spaceOf(page, space)).id)).toHaveLength(2);
  await lines.first().click();
  await expect(pane(page).getByRole('button', { name: /Versie 2 van Samenvatting houden/ })).toBeVisible();
}

async function news(page: Page): Promise<void> {
  await sidebar(page)
    .getByRole('button', { name: /^Sinds uw/ })
    .click();
  await page.locator('[data-pane="list"] [data-entry]').first().click();
}

async function merge(page: Page): Promise<void> {
  await pane(page).getByRole('button', { name: 'Versies van Aanpak samenvoegen' }).click();
  await expect(pane(page).getByRole('textbox', { name: /De tekst die blijft/ })).toBeVisible();
}

async function settings(page: Page, tab: string): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('dialog').getByRole('tab', { name: tab }).click();
}
