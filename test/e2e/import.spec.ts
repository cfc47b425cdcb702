import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'playwright/test';
import { docxOfText } from '../bench/docx-file';
import { pdfOfText } from '../bench/pdf-file';
import { dropFiles, list, pane, rows, search, startEmpty } from './steps';

const seeds = resolve(__dirname, '../../../shared/seeds');
const samples = resolve(__dirname, '../../resources/sample/files');

test('good files dropped together with a broken one come in, and the broken one is named with its reason', async () => {
  const { page, close } = await startEmpty();
  const folder = test.info().outputPath('drop');
  await mkdir(folder, { recursive: true });
  await copyFile(join(samples, 'van-isk-naar-mbo.docx'), join(folder, 'van-isk-naar-mbo.docx'));
  await writeFile(join(folder, 'notitie.md'), '# Notitie over nazorg\n\nDe mentor belt in september.\n');
  const pdf = await readFile(join(samples, 'wie-heeft-de-bal-evaluatie-overdracht.pdf'));
  await writeFile(join(folder, 'afgebroken.pdf'), pdf.subarray(0, Math.floor(pdf.length / 2)));
  const coming = 'Uw bestanden worden toegevoegd';
  const said = page.waitForFunction((text) => document.body.innerText.includes(text), coming, { polling: 'raf' });
  await dropFiles(page, [
    join(folder, 'van-isk-naar-mbo.docx'),
    join(folder, 'notitie.md'),
    join(folder, 'afgebroken.pdf'),
  ]);
  await said;
  await expect(page.getByText('2 toegevoegd')).toBeVisible();
  await expect(page.getByText(coming)).toBeHidden();
  await page.getByRole('button', { name: 'Verslag bekijken' }).click();
  const report = page.getByRole('dialog');
  await expect(report).toContainText('afgebroken.pdf');
  await expect(report).toContainText('Niet gelukt (1)');
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(2);
  await dropFiles(page, [join(folder, 'notitie.md')]);
  await expect(page.getByText('1 stond er al')).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  await close();
});

test('the five source texts, also printed to PDF and saved as DOCX, come in by drop and are found', async () => {
  test.skip(!existsSync(seeds), 'the source texts are not part of this clone');
  const { page, close } = await startEmpty();
  const folder = test.info().outputPath('seeds');
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(seeds)) {
    const text = await readFile(join(seeds, name), 'utf8');
    const stem = name.replace(/\.txt$/, '');
    await writeFile(join(folder, name), text);
    await writeFile(join(folder, `${stem}.pdf`), pdfOfText(text));
    await writeFile(join(folder, `${stem}.docx`), docxOfText(text));
  }
  await dropFiles(page, [folder]);
  await expect(page.getByText('15 toegevoegd')).toBeVisible({ timeout: 60_000 });
  for (const [query, least] of [
    ['startkwalificatie', 6],
    ['thuiszitters', 3],
    ['"sluitend vangnet"', 3],
    ['soort:document jaar', 3],
  ] as const) {
    await search(page, query);
    await expect.poll(() => rows(page).count(), { message: query }).toBeGreaterThanOrEqual(least);
  }
  await search(page, 'belangrijk instroom');
  await expect(list(page)).toContainText('belangrijk');
  await close();
});

test('a hit in a PDF opens on its page with the words marked', async () => {
  const { page, close } = await startEmpty();
  await dropFiles(page, [join(samples, 'wie-heeft-de-bal-evaluatie-overdracht.pdf')]);
  await expect(page.getByText('1 toegevoegd')).toBeVisible();
  await search(page, '"112 professionals"');
  await expect(rows(page).first()).toContainText('blz. 3');
  await rows(page).first().dblclick();
  await expect(pane(page).getByRole('tab', { name: 'Document' })).toHaveAttribute('aria-selected', 'true');
  await expect(
    pane(page)
      .getByRole('textbox', { name: /Bladzijde/ })
      .or(pane(page).getByLabel(/Bladzijde/))
      .first(),
  ).toHaveValue('3');
  await expect(pane(page).locator('.textLayer .highlight').first()).toContainText(/112|professionals/);
  // The phrase, and none of its words elsewhere.
  const find = pane(page).getByRole('search');
  await expect(find).toContainText('1 van 1');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+f');
  await expect(find).toContainText('1 van 1');
  await close();
});
