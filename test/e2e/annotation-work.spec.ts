import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from 'playwright/test';
import { expectAccessible, look, screenSize } from './accessible';
import {
  answerDialogs,
  cards,
  dragOver,
  highlightByKeyboard,
  highlightByMouse,
  marksOf,
  notes,
  ownSigns,
  drawnColour,
  openFile,
  reopen,
  scroller,
  sign,
  signs,
} from './annotation-steps';
import { ask, launchApp, type RunningApp } from './launch';
import { pane, rows, search, startEmpty } from './steps';

const documents = resolve(__dirname, '../fixtures/documents');

// One app and one library for all but the last: a test that fails ends the rest.
test.describe.configure({ mode: 'serial', timeout: 120_000 });
let running: RunningApp;
let base: string;

// Not in the output of a test, which goes when that test has passed.
test.beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'raakvlak-annotations-'));
  for (const name of ['library', 'config']) await mkdir(join(base, name));
});
test.afterAll(() => rm(base, { recursive: true, force: true }));

async function showPane(page: Page): Promise<void> {
  if (await notes(page).isVisible()) return;
  await scroller(page).focus();
  await page.keyboard.press('Control+Shift+A');
  await expect(notes(page)).toBeVisible();
}

async function exchange(page: Page, item: string): Promise<void> {
  await notes(page).getByRole('button', { name: 'In en uit' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('what was taken over from a PDF is no longer drawn as it was, until that is undone', async () => {
  running = await startEmpty({
    size: screenSize,
    libraryFolder: join(base, 'library'),
    configFolder: join(base, 'config'),
  });
  const { page } = running;
  await openFile(page, resolve(documents, 'aantekeningen.pdf'));
  const colour = (): Promise<number> => drawnColour(page, 'leerplichtambtenaar');
  await expect.poll(colour).toBeGreaterThan(0.2);
  await expect(ownSigns(page).first()).toBeVisible();
  await showPane(page);
  await exchange(page, 'Aantekeningen uit de PDF overnemen');
  await expect(notes(page).getByText('9 van 9')).toBeVisible();
  await expect.poll(colour).toBe(0);
  await expect(ownSigns(page)).toHaveCount(0);
  const highlight = sign(page, /Markering, Geel, S. Bakker: De leerplichtambtenaar meldt thuiszitters/);
  await highlight.focus();
  await page.keyboard.press('Delete');
  await expect(notes(page).getByText('8 van 8')).toBeVisible();
  await expect(highlight).toHaveCount(0);
  await expect.poll(colour).toBe(0);
  await look(page, 'annotations-taken-over');

  await scroller(page).focus();
  await page.keyboard.press('Control+z');
  await expect(notes(page).getByText('9 van 9')).toBeVisible();
  await expect.poll(colour).toBe(0);
  await page.keyboard.press('Control+z');
  await expect.poll(colour).toBeGreaterThan(0.2);
  await expect(ownSigns(page).first()).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(colour).toBe(0);
});

test('areas and notes on pages, what is in a PDF of another program, filters, order, the ways in and out, and undo', async () => {
  const { page } = running;
  await expect(notes(page).getByText('9 van 9')).toBeVisible();
  await expect(sign(page, /Markering, Geel, S. Bakker: De leerplichtambtenaar meldt thuiszitters/)).toBeVisible();
  await look(page, 'annotations-foreign');
  // Once more: they are here.
  await exchange(page, 'Aantekeningen uit de PDF overnemen');
  await expect(page.getByText('0 aantekeningen overgenomen, 9 waren er al')).toBeVisible();

  await pane(page).getByRole('button', { name: 'Vlak op deze bladzijde' }).click();
  for (const key of ['ArrowRight', 'ArrowDown', 'Shift+ArrowRight']) await page.keyboard.press(key);
  await expectAccessible(page, 'annotations-area');
  await page.keyboard.press('Enter');
  await expect(notes(page).getByRole('textbox', { name: 'Opmerking' })).toBeFocused();
  await page.keyboard.type('Kijk naar dit deel');
  await page.keyboard.press('Control+Enter');
  await expect(notes(page).getByText('10 van 10')).toBeVisible();
  await pane(page).getByRole('button', { name: 'Notitie bij deze bladzijde' }).click();
  await expect(notes(page).getByRole('textbox', { name: 'Opmerking' })).toBeFocused();
  await page.keyboard.type('Hele bladzijde nalopen');
  await page.keyboard.press('Control+Enter');
  await expect(notes(page).getByText('11 van 11')).toBeVisible();

  await notes(page).getByRole('searchbox').fill('nalopen');
  await expect(notes(page).getByText('1 van 11')).toBeVisible();
  await notes(page).getByRole('searchbox').fill('');
  await notes(page).getByRole('button', { name: 'Filters en volgorde' }).click();
  await page.getByRole('combobox', { name: 'Kleur' }).selectOption({ label: 'Roze' });
  await expect(notes(page).getByText('1 van 11')).toBeVisible();
  await expect(cards(page)).toContainText(['jeugdhulp Zandwijk']);
  await expectAccessible(page, 'annotations-filters');
  await page.getByRole('combobox', { name: 'Kleur' }).selectOption({ label: 'Elke kleur' });
  await page.getByRole('combobox', { name: 'Volgorde' }).selectOption({ label: 'Nieuwste eerst' });
  await expect(cards(page).first()).toContainText('Hele bladzijde nalopen');
  await page.keyboard.press('Escape');

  // Everything comes back, and goes out in each way.
  const folder = (name: string): string => test.info().outputPath(name);
  for (const [item, name] of [
    ['PDF met aantekeningen bewaren…', 'uit.pdf'],
    ['Leesnotitie bewaren als Word…', 'uit.docx'],
    ['Leesnotitie bewaren als Markdown…', 'uit.md'],
    ['Aantekeningen bewaren als W3C JSON-LD…', 'uit.jsonld'],
  ] as const) {
    await answerDialogs(running, { save: folder(name), open: [folder('uit.jsonld')] });
    await exchange(page, item);
    await expect(page.getByText(`11 aantekeningen bewaard in ${folder(name)}`)).toBeVisible();
    expect((await readFile(folder(name))).length).toBeGreaterThan(500);
  }
  await exchange(page, 'Aantekeningen inlezen (JSON-LD)…');
  await expect(page.getByText('0 aantekeningen overgenomen, 11 waren er al')).toBeVisible();

  await cards(page).first().getByRole('button').first().focus();
  await page.keyboard.press('Delete');
  await expect(notes(page).getByText('10 van 10')).toBeVisible();
  await scroller(page).focus();
  await page.keyboard.press('Control+z');
  await expect(notes(page).getByText('11 van 11')).toBeVisible();

  await exchange(page, 'Leesnotitie als nieuw concept');
  await expect(pane(page).getByRole('heading', { level: 1 })).toHaveText(/^Leesnotitie: /);
  await pane(page).getByText('Lezen', { exact: true }).click();
  await expect(scroller(page)).toContainText('De leerplichtambtenaar meldt thuiszitters');
  await expect(scroller(page).getByRole('heading', { name: 'Literatuur', exact: true })).toBeVisible();
  await expectAccessible(page, 'annotations-reading-note');
});

const unique = 'Daarover schrijft de decaan rond Hemelvaart een brief aan alle ouders.';
const sentence = (part: string, line: number): string =>
  `In het ${part} deel, regel ${line}: de mentor belt met leerling ${line * 7} na de zomer.`;

/** Two pages of lines that say which they are. */
async function report(change: (line: string) => string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const part of ['eerste', 'tweede']) {
    const sheet = document.addPage([595, 420]);
    for (let line = 1; line <= 12; line += 1)
      sheet.drawText(change(line === 5 && part === 'eerste' ? unique : sentence(part, line)), {
        x: 50,
        y: 390 - line * 28,
        size: 11,
        font,
      });
  }
  document.setTitle('Verslag in twee delen');
  return document.save();
}

test('a selection over two pages is marked on both; a new version of the file keeps what is left and lists what is gone', async () => {
  const { page } = running;
  const first = test.info().outputPath('verslag.pdf');
  await writeFile(first, await report((line) => line));
  await openFile(page, first);
  await expect(scroller(page).getByText('In het tweede deel, regel 1:').first()).toBeVisible();
  const last = scroller(page).getByText('In het eerste deel, regel 12').first();
  const toolbar = page.getByRole('toolbar', { name: 'Aantekening maken' });
  // Pages above may still be drawn, and move what is below them.
  await expect(async () => {
    await last.evaluate((line) => line.scrollIntoView({ block: 'center' }));
    const from = await last.boundingBox();
    const to = await scroller(page).getByText('In het tweede deel, regel 1:').first().boundingBox();
    if (from === null || to === null) throw new Error('the lines are not there');
    await page.mouse.click(from.x + 4, from.y + from.height / 2);
    await page.keyboard.down('Shift');
    // Messages of the test before may lie over the end of the line.
    await page.mouse.click(to.x + 100, to.y + to.height / 2);
    await page.keyboard.up('Shift');
    await expect(toolbar).toContainText('op 2 bladzijden', { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expectAccessible(page, 'annotations-two-pages');
  await toolbar.getByRole('button', { name: 'Markeren: Blauw' }).click();
  await expect(signs(page)).toHaveCount(2);
  await scroller(page).focus();
  await page.keyboard.press('Control+z');
  await expect(signs(page)).toHaveCount(0);

  await highlightByMouse(page, 'leerling 21', 'Geel');
  await highlightByMouse(page, 'decaan rond Hemelvaart', 'Roze');
  const second = test.info().outputPath('verslag-nieuw.pdf');
  await writeFile(
    second,
    await report((line) =>
      line.includes('Hemelvaart') ? '' : `${line.includes('regel 1:') ? 'Herzien. ' : ''}${line}`,
    ),
  );
  await pane(page).getByRole('tab', { name: 'Versies' }).click();
  await answerDialogs(running, { open: [second] });
  await pane(page).getByRole('button', { name: 'Nieuwe versie kiezen…' }).click();
  await expect(pane(page).getByRole('button', { name: /^Versie van .* vergelijken met nu$/ })).toHaveCount(1);
  await expectAccessible(page, 'versions-of-pdf');
  await pane(page)
    .getByRole('button', { name: /^Versie van .* vergelijken met nu$/ })
    .click();
  await expect(pane(page).getByRole('table').locator('ins').first()).toContainText('Herzien.');
  await expectAccessible(page, 'compare-pdf');
  await pane(page).getByRole('tab', { name: 'Document' }).click();
  // Marks are known on pages that are drawn: to the first one.
  await expect(scroller(page).getByText('In het tweede deel').first()).toBeAttached();
  await scroller(page).evaluate((document) => document.scrollTo(0, 0));
  await expect(sign(page, /Markering, Geel.*leerling 21/)).toBeVisible();
  await showPane(page);
  const orphans = notes(page).getByRole('region', { name: 'Niet teruggevonden in deze versie (1)' });
  await expect(orphans).toContainText('decaan rond Hemelvaart');
  await orphans.getByRole('button', { name: 'Plaatsen' }).click();
  await dragOver(page, 'leerling 42');
  await page.getByRole('button', { name: 'Hier plaatsen' }).click();
  await expect(orphans).toHaveCount(0);
});

test('an annotation leads to a question, a term and a project, which shows what was noted about it', async () => {
  const { page } = running;
  await ask(page, 'items.create', { type: 'project', change: { set: { title: 'Zomerbrug Heuvelrijk' } } });
  const file = test.info().outputPath('advies.txt');
  await writeFile(file, `Advies over de zomer\n\n${'Wij raden een sluitend vangnet aan. '.repeat(12)}\n`);
  await openFile(page, file);
  await highlightByMouse(page, 'sluitend vangnet', 'Geel');
  await showPane(page);
  await cards(page).first().getByRole('button').first().click();
  const menu = async (item: string): Promise<void> => {
    await notes(page).getByRole('button', { name: 'Meer bij deze aantekening' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await menu('Koppel aan een project…');
  await page.getByRole('dialog').getByLabel('Project of ander item').first().fill('zomerbrug');
  await page.locator('[data-combobox-option]').filter({ hasText: 'Zomerbrug' }).click();
  await expect(notes(page).getByRole('list', { name: 'Gekoppeld' })).toContainText('Zomerbrug Heuvelrijk');
  await expectAccessible(page, 'annotations-linked');
  await notes(page).getByRole('button', { name: 'Zomerbrug Heuvelrijk', exact: true }).click();
  const noted = pane(page).getByRole('heading', { name: 'Hierover genoteerd' });
  await expect(noted).toBeVisible();
  await expect(pane(page).getByRole('blockquote')).toHaveText('sluitend vangnet');
  await expectAccessible(page, 'noted-about');
  await pane(page)
    .getByRole('button', { name: /^Open in / })
    .click();
  await expect(sign(page, /Markering, Geel.*sluitend vangnet/)).toBeFocused();
  await menu('Maak er een begrip van');
  await expect(pane(page).getByRole('heading', { level: 1 })).toHaveText('sluitend vangnet');
  // Its title says the words; they are no definition of themselves.
  await expect(pane(page).getByText('“sluitend vangnet”')).toHaveCount(0);
  await expectAccessible(page, 'annotation-term');
  await ask(page, 'settings.change', { theme: 'dark' });
  await look(page, 'annotation-term-dark');
  await reopen(page, 'title:advies');
  await showPane(page);
  await cards(page).first().getByRole('button').first().click();
  await menu('Maak er een vraag van');
  await expect(pane(page).getByRole('heading', { level: 1 })).toHaveText('sluitend vangnet');
  await running.close();
});

test('words in HTML, plain text, OpenDocument and a draft are marked with the mouse and by keyboard, and are there after a restart', async () => {
  test.setTimeout(120_000);
  running = await startEmpty({ size: screenSize });
  let { page } = running;
  const text = test.info().outputPath('verslag.txt');
  await writeFile(text, `Verslag van het overleg\n\n${'De mentor belt in de zomer met elke leerling. '.repeat(12)}\n`);
  const files = [
    { path: resolve(documents, 'rapport.html'), words: 'sluitend vangnet' },
    { path: text, words: 'mentor belt' },
    { path: resolve(documents, '../../../resources/sample/files/draaiboek-zomer.odt'), words: 'vóór Hemelvaart' },
  ];
  const queries: string[] = [];
  const seen: (readonly string[])[] = [];
  const mark = async (words: string): Promise<void> => {
    await highlightByMouse(page, words, 'Groen');
    await highlightByKeyboard(page);
    await expect(signs(page)).toHaveCount(2);
    seen.push(await marksOf(page));
  };
  for (const { path, words } of files) {
    queries.push(await openFile(page, path));
    await mark(words);
  }
  const body = `## Aanleiding\n\n${'Elke jongere heeft een vast gezicht in de zomer. '.repeat(8)}\n\n## Aanpak\n\nDe coach belt elke week.\n`;
  const made = await ask(page, 'items.create', { type: 'draft', change: { set: { title: 'Plan van aanpak', body } } });
  expect(made.ok).toBe(true);
  queries.push('title:"Plan van aanpak"');
  const read = async (query: string): Promise<void> => {
    if (query !== queries.at(-1)) return reopen(page, query);
    await search(page, query);
    await rows(page).first().dblclick();
    await pane(page).getByRole('tab', { name: 'Document' }).click();
    await pane(page).getByText('Lezen', { exact: true }).click();
    await expect(scroller(page)).toContainText('Elke jongere');
  };
  await read(queries.at(-1) ?? '');
  await mark('coach belt');
  await expectAccessible(page, 'annotations-draft');
  await running.close();

  const { libraryFolder, configFolder } = running;
  running = await launchApp({ libraryFolder, configFolder, size: screenSize });
  page = running.page;
  await expect(rows(page).first()).toBeVisible({ timeout: 30_000 });
  for (const [index, query] of queries.entries()) {
    await read(query);
    await expect(signs(page)).toHaveCount(2);
    await expect.poll(() => marksOf(page)).toEqual(seen[index]);
  }
  await running.close();
});
