import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { expect, test } from 'playwright/test';
import { documentLimits } from '../../electron/documents/limits';
import { readPdf } from '../../electron/documents/pdf';
import { encodeContent, type PackagedDocument } from '../../electron/package/content';
import { packagePage } from '../../electron/package/package-page';
import { sealPackage } from '../../electron/package/seal-package';
import { hostilePayloads } from '../support/hostile-content';
import { expectAccessible, screenSize } from './accessible';
import { browse, type Browser } from './browser';
import { answer, answerSaveDialog } from './sharing-steps';
import { pane, rows, startEmpty } from './steps';

const password = 'aap-kaas-lift-molen-orgel-zon-tulp';
const title = 'Notitie over de overstap';
const body = `# Waarom\n\nDe **warme overdracht** werkt, zie [de site](https://voorbeeld.nl/).\n\n| jaar | aantal |\n|---|---|\n| 2021 | 40 |\n\n${Array.from(
  { length: 90 },
  (_, i) => `Alinea ${i + 1} gaat over begeleiding bij de overstap naar het mbo en wat scholen daarvan leren.`,
).join('\n\n')}`;

async function unlock(page: Page, word = password): Promise<void> {
  await page.getByLabel('Wachtwoord', { exact: true }).fill(word);
  await page.getByRole('button', { name: 'Openen' }).click();
}

const state = (page: Page): Locator => page.locator('.state');

test('a package is made in the app, and read in a browser without a network, on a desk and on a telephone', async () => {
  test.setTimeout(120_000);
  const path = test.info().outputPath('leespakket.html');
  await mkdir(test.info().outputPath(), { recursive: true });

  await test.step('made from the menu of an item', async () => {
    const { app, page, close } = await startEmpty({ size: screenSize });
    const set = { title, body, status: 'ter review', doNotCite: true, commentsUntil: '2090-03-01' };
    await answer(page, 'items.create', { type: 'draft', change: { set } });
    await answer(page, 'items.create', {
      type: 'term',
      change: { set: { title: 'Startkwalificatie', definition: 'Een diploma.' } },
    });
    await answerSaveDialog(app, path);
    // The second comes above the first: a click before that would meet it on the way.
    await expect(rows(page)).toHaveCount(2);
    await rows(page).filter({ hasText: title }).click();
    await expect(pane(page).getByRole('heading', { level: 1, name: title })).toBeVisible();
    await rows(page)
      .filter({ hasText: 'Startkwalificatie' })
      .click({ modifiers: ['Control'] });
    await page.getByRole('button', { name: 'Exporteren', exact: true }).first().click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Leespakket/ })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Leespakket maken' });
    await expect(dialog).toContainText('2 items, zoals ze nu zijn');
    await expect(dialog.getByLabel('Wachtwoord')).toHaveValue(/^[a-z]+(?:-[a-z]+){6}$/);
    await dialog.getByLabel('Wachtwoord').fill('geheim');
    await dialog.getByRole('button', { name: /^Plaats kiezen/ }).click();
    await expect(dialog).toContainText('Schrijf voor wie dit is.');
    await expect(dialog).toContainText('Te makkelijk te raden.');
    for (const theme of ['dark', 'light'] as const) {
      await answer(page, 'settings.change', { theme });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
      await expectAccessible(page, `package-dialog-${theme}`);
    }
    await dialog.getByLabel('Voor wie?').fill('ROC Rivierenland');
    await dialog.getByLabel('Te lezen tot en met').fill('2090-12-31');
    await dialog.getByLabel('Wachtwoord').fill(password);
    await expect(dialog.getByRole('status')).toHaveText('Sterkte: sterk');
    await dialog.getByRole('button', { name: /^Plaats kiezen/ }).click();
    await expect(dialog).toContainText('Het leespakket is klaar', { timeout: 20_000 });
    await expect(dialog).toContainText(password);
    await expectAccessible(page, 'package-ready-light');
    await close();
  });

  const file = await readFile(path, 'utf8');
  for (const text of [title, 'overdracht', 'ROC Rivierenland', 'Startkwalificatie', password])
    expect(file).not.toContain(text);

  await test.step('read on a desk', async () => {
    const browser = await browse(path, { size: { width: 1024, height: 700 } });
    const { page } = browser;
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Leespakket');
    await expectAccessible(page, 'package-locked-light');
    await unlock(page, 'iets anders');
    await expect(page.getByRole('alert')).toContainText('Dit wachtwoord past niet.', { timeout: 20_000 });
    await expect(page.locator('#reader')).toBeHidden();
    await unlock(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title, { timeout: 20_000 });
    await expect(page.locator('header')).toContainText('voor ROC Rivierenland');
    await expect(state(page)).toHaveText(
      'ter review · niet citeren · reacties tot 1 maart 2090 · alleen voor ROC Rivierenland · te lezen tot en met 31 december 2090',
    );
    await expect(page.getByRole('cell', { name: '40' })).toBeVisible();
    await expectAccessible(page, 'package-desk-light');
    await page.getByLabel('Zoeken in dit pakket').fill('begeleiding');
    await expect(page.getByRole('status')).toHaveText('90 plaatsen hier, in 1 van 2 stukken');
    await page.getByLabel('Zoeken in dit pakket').press('Enter');
    await expect(page.locator('mark.now')).toBeInViewport();
    await expectAccessible(page, 'package-found-light');
    await page.getByLabel('Zoeken in dit pakket').fill('');
    await printed(browser);
    await page.getByRole('button', { name: 'Startkwalificatie' }).click();
    await expect(page.getByRole('main')).toContainText('Een diploma.');
    await expect(state(page)).toHaveText('alleen voor ROC Rivierenland · te lezen tot en met 31 december 2090');
    expect(await browser.requests()).toEqual([]);
    await page.getByRole('button', { name: 'Vergrendelen' }).click();
    await expect(page.getByLabel('Wachtwoord', { exact: true })).toHaveValue('');
    await browser.close();
  });

  await test.step('read on a telephone, in the dark', async () => {
    const browser = await browse(path, { colorScheme: 'dark', size: { width: 390, height: 780 } });
    const { page } = browser;
    await expectAccessible(page, 'package-phone-locked-dark');
    await unlock(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title, { timeout: 20_000 });
    await expectAccessible(page, 'package-phone-dark');
    const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(wide).toBeLessThanOrEqual(seen as number);
    await browser.close();
  });
});

/** The state stands on every sheet. */
async function printed({ app }: Browser): Promise<void> {
  const base64 = await app.evaluate(async ({ BrowserWindow }) => {
    const bytes = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ pageSize: 'A4' });
    return bytes?.toString('base64') ?? '';
  });
  const bytes = Buffer.from(base64, 'base64');
  if (process.env['RAAKVLAK_SCREENS'] !== undefined)
    await writeFile(resolve(process.env['RAAKVLAK_SCREENS'], 'package-printed.pdf'), bytes);
  const { pages } = await readPdf(new Uint8Array(bytes), { name: 'a', limits: documentLimits });
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages)
    expect(page.replace(/\s+/g, ' ')).toContain('ter review · niet citeren · reacties tot 1 maart 2090');
}

function packaged(documents: readonly Pick<PackagedDocument, 'title' | 'html'>[], until: string): Promise<string> {
  const usual = { kind: 'Concept', stateLine: 'Concept', watermark: '', details: [], notes: [], file: null };
  const about = {
    language: 'nl',
    title: 'x',
    madeBy: 'Anna',
    madeFor: 'Bram',
    madeAt: '2024-01-01T00:00:00Z',
    until,
  } as const;
  const content = encodeContent({ ...about, documents: documents.map((each) => ({ ...usual, ...each })) });
  const random = (size: number): Uint8Array => new Uint8Array(size).fill(7);
  return sealPackage(content, password, { random, iterations: 1_000 }).then((sealed) =>
    packagePage(sealed, 'nl', resolve(__dirname, '../../resources')),
  );
}

async function open(html: string): Promise<Browser> {
  const path = test.info().outputPath('pakket.html');
  await mkdir(test.info().outputPath(), { recursive: true });
  await writeFile(path, html);
  return browse(path);
}

test(`nothing of ${hostilePayloads.length} hostile texts in a package runs or leaves, whatever the maker let through`, async () => {
  const documents = hostilePayloads.map(({ name, text }) => ({ title: name, html: `<p>begin</p>${text}` }));
  const browser = await open(await packaged(documents, '2100-01-01'));
  const { page } = browser;
  await unlock(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(documents[0]?.title ?? '');
  const left = await page.evaluate(async () => {
    const bad =
      'script, style, link, meta, base, iframe, object, embed, form, select, textarea, svg, math, template, video, audio, dialog';
    const found: string[] = [];
    for (const button of document.querySelectorAll<HTMLButtonElement>('nav li button')) {
      button.click();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const main = document.querySelector('main') as HTMLElement;
      for (const element of main.querySelectorAll('*')) {
        const names = [...element.attributes].map(({ name }) => name);
        if (element.matches(bad) || names.some((name) => /^on|^style$|^id$|srcset|background/.test(name)))
          found.push(`${button.textContent ?? ''}: ${element.outerHTML.slice(0, 90)}`);
        const address = element.getAttribute('href') ?? element.getAttribute('src') ?? 'https:';
        if (!/^(?:https?:|mailto:|data:image\/(?:png|jpeg|gif|webp);base64,)/i.test(address)) found.push(address);
      }
    }
    return found;
  });
  expect(left).toEqual([]);
  expect(await page.evaluate(() => (window as { hostileEffect?: number }).hostileEffect)).toBeUndefined();
  // Even a script that gets into the page is not run, and an address it asks for is not fetched.
  const stopped = await page.evaluate(async () => {
    const script = Object.assign(document.createElement('script'), { textContent: 'window.hostileEffect = 1' });
    document.body.append(script);
    const gone = await fetch('https://hostile.invalid/').then(
      () => false,
      () => true,
    );
    return gone && (window as { hostileEffect?: number }).hostileEffect === undefined;
  });
  expect(stopped).toBe(true);
  expect(await browser.requests()).toEqual([]);
  await browser.close();
});

test('after its day a package says so first; a file that is cut off says that', async () => {
  const html = await packaged([{ title: 'Oud stuk', html: '<p>Tekst</p>' }], '2020-01-01');
  const over = await open(html);
  await unlock(over.page);
  await expect(over.page.getByRole('heading', { level: 1 })).toHaveText('De leestermijn is voorbij');
  await expect(over.page.locator('body')).not.toContainText('Oud stuk');
  await expectAccessible(over.page, 'package-over-light');
  await over.page.getByRole('button', { name: 'Toch lezen' }).click();
  await expect(over.page.getByRole('heading', { level: 1 })).toHaveText('Oud stuk');
  await expect(state(over.page)).toHaveText('Concept · leestermijn voorbij');
  await over.close();
  const cut = await open(html.replace(/(id="data">[^<]{400})[^<]{8}/, '$1'));
  await unlock(cut.page);
  await expect(cut.page.getByRole('alert')).toContainText('Dit bestand is niet heel');
  await cut.close();
});
