import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { expect, test } from 'playwright/test';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import { expectAccessible, leaveDialog, screenSize } from './accessible';
import type { RunningApp } from './launch';
import { answer, settle, sidebar, spaceOf } from './sharing-steps';
import { pane, rows, startEmpty } from './steps';

const samples = resolve(__dirname, '../../resources/sample/files');
const space = 'Open catalogus';
const stopped = 'Regio in bewerking';
const collection = 'Voor op reis';
const infoCard = 'Infokaart verzuim (voorbeeld)';

/** Each screen of sharing, and how to get there from a library with two spaces of which one waits for a choice. */
const screens: readonly { name: string; open: (page: Page) => Promise<Locator | void> }[] = [
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
  { name: 'collection', open: async (page) => keepCollection(page) },
  { name: 'share', open: async (page) => share(page) },
  { name: 'new-item-in-space', open: async (page) => newItemInSpace(page) },
  { name: 'conflicts', open: async (page) => conflicts(page) },
  { name: 'merge', open: async (page) => merge(page) },
  { name: 'file-versions', open: async (page) => fileVersions(page) },
  { name: 'file-version-read', open: async (page) => readVersion(page) },
  { name: 'news', open: async (page) => news(page) },
  { name: 'item-out-of-reach', open: async (page) => outOfReach(page) },
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
        const into = await open(page);
        await expectAccessible(page, `${name}-${theme}`, into ?? undefined);
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
  const card = await publishFile(a, id, 'infokaart-verzuim.md', infoCard);
  await settle(space, a);
  const report = await writeAsAnother(a, folder, { project: made.state.id, card });
  await settle(stopped, a);
  await collectDocument(a, report);
  await rename(other, `${other}-weg`);
  await mkdir(other);
  await addDamagedHead(folder);
  for (const name of [space, stopped]) await answer(a.page, 'sync.now', { id: (await spaceOf(a.page, name)).id });
  return a;
}

/** Somebody else adds a document and changes the same fields at the same time. */
async function writeAsAnother(
  a: RunningApp,
  folder: string,
  { project, card }: { readonly project: ItemId; readonly card: ItemId },
): Promise<ItemId> {
  const b = await startEmpty();
  const profile = { name: 'Noor de Vries (voorbeeld)', organisation: 'ROC Rivierenland', role: '' };
  await answer(b.page, 'settings.change', { profile });
  const { id } = await answer(b.page, 'spaces.open', { place: { kind: 'folder', path: folder } });
  await settle(space, b);
  const report = await publishFile(b, id, 'verslag-werksessie-nazorg.docx');
  await answer(a.page, 'sync.pause', { id });
  await replaceFile(a, card, 'routekaart-onderwijs-werk.docx');
  await replaceFile(b, card, 'van-isk-naar-mbo.docx');
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
  return report;
}

async function importFile({ page }: RunningApp, name: string): Promise<ItemId> {
  const { imported } = await answer(page, 'import.paths', { job: 'import', paths: [join(samples, name)] });
  const [document] = imported;
  if (document === undefined) throw new Error(`${name} was not imported`);
  return document.id;
}

async function publishFile(by: RunningApp, id: SpaceId, name: string, title?: string): Promise<ItemId> {
  const document = await importFile(by, name);
  const [published] = await answer(by.page, 'spaces.publish', { ids: [document], space: id, move: true });
  const item = published?.to as ItemId;
  if (title !== undefined)
    await answer(by.page, 'items.change', { id: item, change: { set: { title } }, label: 'change' });
  return item;
}

/** Puts a file that is in the own library with an item of the space. */
async function replaceFile(by: RunningApp, item: ItemId, name: string): Promise<void> {
  const { file } = await answer(by.page, 'items.get', { id: await importFile(by, name) });
  if (file === null) throw new Error(`${name} has no file`);
  await answer(by.page, 'items.change', { id: item, change: { set: { file: { ...file } } }, label: 'change' });
}

/** Puts the document, of which the bytes are not here, in a collection of the own library. */
async function collectDocument(a: RunningApp, document: ItemId): Promise<void> {
  const { page } = a;
  const made = await answer(page, 'items.create', { type: 'collection', change: { set: { title: collection } } });
  const relations = [{ kind: 'inCollection', target: made.state.id }];
  await answer(page, 'items.change', { id: document, change: { add: { relations } }, label: 'collect' });
  await settle(space, a);
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

async function quarantine(page: Page): Promise<Locator> {
  await chooseSpace(page, space);
  return pane(page).getByText('sinds', { exact: false }).last();
}

async function openLog(page: Page): Promise<Locator> {
  await chooseSpace(page, space);
  await pane(page).getByRole('button', { name: 'Logboek tonen' }).click();
  await expect(pane(page).getByRole('button', { name: 'Kopiëren voor de helpdesk' })).toBeVisible();
  return pane(page).getByRole('button', { name: 'Ruimte verlaten…' });
}

async function newSpace(page: Page): Promise<Locator> {
  await sidebar(page).getByRole('button', { name: 'Map delen of openen…' }).click();
  await page.getByRole('menuitem', { name: 'Nieuwe ruimte…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Naam van de ruimte' }).fill('Nog een ruimte');
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

async function keepCollection(page: Page): Promise<void> {
  await sidebar(page)
    .getByRole('button', { name: `Acties voor verzameling ${collection}` })
    .click();
  await page.getByRole('menuitem', { name: 'Gegevens bekijken en wijzigen' }).click();
  const keep = pane(page).getByRole('switch', { name: 'Houd deze verzameling op deze computer' });
  await expect(keep).not.toBeChecked();
  await pane(page).getByRole('button', { name: 'Nu controleren' }).click();
  await expect(pane(page)).toContainText('Het ene bestand staat niet hier, nagekeken op');
}

/** Somebody opens a document that is not here, and the shared folder cannot be reached. */
async function outOfReach(page: Page): Promise<void> {
  await fileElsewhere(page);
  const folder = test.info().outputPath('gedeeld');
  await rename(folder, `${folder}-weg`);
  await pane(page).getByRole('tab', { name: 'Document' }).click();
  await expect(pane(page).getByRole('button', { name: 'Opnieuw ophalen' })).toBeVisible();
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
  await page.locator('[data-pane="list"] [data-entry]').filter({ hasText: 'Zomerbrug' }).click();
  await expect(pane(page).getByRole('button', { name: /Versie 2 van Samenvatting houden/ })).toBeVisible();
}

async function fileVersions(page: Page): Promise<void> {
  await sidebar(page)
    .getByRole('button', { name: /^Twee versies/ })
    .click();
  await page.locator('[data-pane="list"] [data-entry]').filter({ hasText: infoCard }).click();
  await expect(pane(page).getByRole('button', { name: 'Beide houden' })).toBeVisible();
}

/** Both files of a conflict open in the app's own reader. */
async function readVersion(page: Page): Promise<void> {
  await pane(page)
    .getByRole('button', { name: /^Bestand van versie 2 openen/ })
    .click();
  const readers = pane(page).getByRole('radiogroup', { name: 'Versie die u leest' });
  const text = (version: number): Locator =>
    pane(page).getByText(version === 1 ? /ISK Stroomtaal en ROC Waterrand/ : /Werkgroep routekaarten/);
  await expect(text(1).or(text(2)).first()).toBeVisible();
  const now = (await text(1).isVisible()) ? 1 : 2;
  await readers.getByText('Versie 1 ·').click();
  await expect(text(3 - now)).toBeVisible();
}

async function news(page: Page): Promise<void> {
  await sidebar(page)
    .getByRole('button', { name: /^Sinds uw/ })
    .click();
  await page.locator('[data-pane="list"] [data-entry]').first().click();
  await expect(pane(page).locator('article')).toContainText('Noor de Vries (voorbeeld)');
}

async function merge(page: Page): Promise<Locator> {
  await pane(page).getByRole('button', { name: 'Versies van Aanpak samenvoegen' }).click();
  await expect(pane(page).getByRole('textbox', { name: /De tekst die blijft/ })).toBeVisible();
  return pane(page).getByRole('button', { name: 'Deze tekst bewaren' });
}

async function settings(page: Page, tab: string): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('dialog').getByRole('tab', { name: tab }).click();
}
