import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from 'playwright/test';
import type { ItemId } from '../../shared/base/ids';
import { expectAccessible, look, screenSize } from './accessible';
import { ask, type RunningApp } from './launch';
import { pane, rows, startEmpty } from './steps';

const mod = process.platform === 'darwin' ? 'Meta' : 'Control';

async function value<T>(answer: Promise<{ ok: true; value: T } | { ok: false; code: string }>): Promise<T> {
  const got = await answer;
  if (!got.ok) throw new Error(got.code);
  return got.value;
}

async function makeItems(page: Page): Promise<{ draft: ItemId; study: ItemId }> {
  const create = async (type: string, set: Record<string, string | number | string[]>): Promise<ItemId> =>
    (await value(ask(page, 'items.create', { type, change: { set } }))).state.id;
  return {
    study: await create('study', {
      title: 'Zomerbrug: overgang van vmbo naar mbo',
      authors: ['Jan de Vries', 'Jansen, P.'],
      year: 2021,
    }),
    draft: await create('draft', { title: 'Plan voor een warme overdracht', status: 'in-bewerking' }),
  };
}

async function openDraft(page: Page, title: string): Promise<void> {
  await rows(page).filter({ hasText: title }).dblclick();
  await expect(pane(page).getByRole('heading', { level: 1 })).toHaveText(title);
}

/** Answers the next question where to save with this path. */
async function saveAs({ app }: RunningApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
  }, path);
}

test('a draft is written by keyboard, refers, cites, keeps its versions and goes out with its state', async () => {
  const running = await startEmpty({ size: screenSize });
  const { page, close } = running;
  await makeItems(page);
  await openDraft(page, 'Plan voor een warme overdracht');
  await pane(page).getByRole('tab', { name: 'Document' }).click();
  await pane(page).getByText('Naast elkaar', { exact: true }).click();
  const editor = pane(page).getByRole('textbox', { name: /^Tekst van/ });
  const preview = pane(page).getByRole('region', { name: 'Zo leest het' });

  await editor.focus();
  await page.keyboard.type('# Aanleiding\n\nElke jongere heeft een vast gezicht. Zie [[zomerb');
  await expect(page.locator('.cm-tooltip-autocomplete')).toContainText('Zomerbrug');
  await page.keyboard.press('Enter');
  await expect(preview.getByRole('link', { name: /Zomerbrug/ })).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.type('.\n\nDat blijkt uit onderzoek ');
  await page.keyboard.press(`${mod}+Alt+b`);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Onderzoek of document' }).fill('zomerbrug');
  await expect(page.locator('[data-combobox-option]').filter({ hasText: 'Zomerbrug' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toContainText('Zomerbrug');
  await dialog.getByRole('textbox', { name: 'Bladzijden' }).fill('12');
  await expectAccessible(page, 'draft-cite');
  await page.keyboard.press('Enter');
  await expect(preview).toContainText('(de Vries & Jansen, 2021, p. 12)');
  await expect(preview.getByRole('heading', { name: 'Literatuur', exact: true })).toBeVisible();
  await expect(pane(page)).toContainText('uitgever');
  await page.keyboard.type('.\n\n## Aanpak\n\nDe coach belt elke week.\n\n');

  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  await pane(page)
    .locator('input[type=file]')
    .setInputFiles({ name: 'kaart.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') });
  await expect(preview.getByRole('img', { name: 'Beschrijf de afbeelding' })).toHaveJSProperty('naturalWidth', 1);

  await page.keyboard.press(`${mod}+f`);
  await expect(pane(page).getByRole('textbox', { name: 'Zoeken' })).toBeFocused();
  await page.keyboard.type('vast gezicht');
  await pane(page).getByRole('textbox', { name: 'Vervangen door' }).fill('vaste begeleider');
  await expectAccessible(page, 'draft-find');
  await pane(page).getByRole('button', { name: 'alles vervangen' }).click();
  await page.keyboard.press('Escape');
  await expect(preview).toContainText('een vaste begeleider');
  await pane(page).getByRole('button', { name: 'Koppen' }).click();
  await page.getByRole('menuitem', { name: 'Aanpak' }).click();
  await expect(editor).toBeFocused();
  await expect(pane(page).getByText('Opgeslagen')).toBeVisible();
  await expectAccessible(page, 'draft-write');
  await pane(page).getByText('Schrijven', { exact: true }).click();
  await look(page, 'draft-write-only');

  await page.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();
  await pane(page).getByRole('button', { name: 'Stand wijzigen' }).click();
  await page.getByRole('combobox', { name: 'Status' }).selectOption('ter-review');
  await page.getByRole('checkbox', { name: 'Niet citeren' }).check();
  await page.getByRole('textbox', { name: 'Reageren kan tot' }).fill('2027-03-01');
  await expectAccessible(page, 'draft-state');
  await page.keyboard.press('Escape');
  const state = 'Ter beoordeling · niet citeren · reacties tot 1 maart 2027';
  await expect(pane(page).getByRole('group', { name: 'Stand van dit concept' })).toContainText(state);

  await close();
});

test('a draft goes out with its state on every page, and keeps versions that can be named, compared and restored', async () => {
  const running = await startEmpty({ size: screenSize });
  const { page, close } = running;
  const { draft, study } = await makeItems(page);
  const body = `# Aanleiding\n\nElke jongere heeft een vast gezicht [x](raakvlak:cite/${study}).\n\n${'De coach belt elke week. '.repeat(300)}\n`;
  await value(ask(page, 'drafts.write', { id: draft, base: '', text: body }));
  await openDraft(page, 'Plan voor een warme overdracht');
  await pane(page).getByRole('tab', { name: 'Document' }).click();
  await pane(page).getByText('Naast elkaar', { exact: true }).click();
  const editor = pane(page).getByRole('textbox', { name: /^Tekst van/ });
  const preview = pane(page).getByRole('region', { name: 'Zo leest het' });

  const pdf = test.info().outputPath('plan.pdf');
  await saveAs(running, pdf);
  await pane(page).getByRole('button', { name: 'Exporteren' }).click();
  await expectAccessible(page, 'draft-export');
  await page.getByRole('menuitem', { name: 'Als PDF…' }).click();
  await expect(page.getByText('Geschreven: plan.pdf')).toBeVisible();
  expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
  if (existsSync('/usr/bin/pdftotext')) {
    const pages = execFileSync('/usr/bin/pdftotext', [pdf, '-']).toString().split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(2);
    for (const text of pages) {
      expect(text).toContain('In bewerking');
      // The words across the page come out letter by letter, in the order they stand in from the top.
      expect(text.replace(/[^A-Z]/g, '')).toMatch(/BEWERKING|GNIKREWEB/);
    }
    expect(pages.join('')).toContain('Literatuur');
  }

  await pane(page).getByRole('tab', { name: 'Versies' }).click();
  await pane(page)
    .getByRole('button', { name: /^Versie van .* een naam geven$/ })
    .click();
  await page.getByRole('textbox', { name: 'Naam van deze versie' }).fill('Voor het overleg');
  await page.keyboard.press('Enter');
  await expect(pane(page).getByRole('heading', { name: 'Voor het overleg' })).toBeVisible();
  await pane(page).getByRole('tab', { name: 'Document' }).click();
  await editor.focus();
  await page.keyboard.press(`${mod}+End`);
  await page.keyboard.type('Slot: we beginnen in mei.');
  await expect.poll(async () => (await value(ask(page, 'drafts.versions', { id: draft }))).length).toBe(2);
  await pane(page).getByRole('tab', { name: 'Versies' }).click();
  await expectAccessible(page, 'draft-versions');
  await pane(page)
    .getByRole('button', { name: /^Versie van .* vergelijken met nu$/ })
    .click();
  await expect(pane(page).getByRole('table').locator('ins')).toContainText('Slot: we beginnen in mei.');
  await expectAccessible(page, 'draft-compare');
  await pane(page).getByRole('button', { name: 'Terug naar de versies' }).click();
  await pane(page)
    .getByRole('button', { name: /^Versie van .* terugzetten$/ })
    .click();
  await pane(page).getByRole('tab', { name: 'Document' }).click();
  await expect(preview).not.toContainText('Slot: we beginnen');
  await pane(page).getByText('Lezen', { exact: true }).click();
  await look(page, 'draft-read');
  await close();
});

test('a file changed in another program becomes a version, and what is open there is known', async () => {
  const running = await startEmpty({ size: screenSize });
  const { page, app, close, libraryFolder } = running;
  await app.evaluate(({ shell }) => {
    shell.openPath = async () => '';
  });
  const source = test.info().outputPath('Advies.md');
  await writeFile(source, '# Advies\n\nEerste versie van het advies.\n');
  const { imported } = await value(ask(page, 'import.paths', { job: 'j', paths: [source], as: 'draft' }));
  const id = imported[0]?.id as ItemId;
  await openDraft(page, 'Advies');
  await pane(page).getByRole('tab', { name: 'Versies' }).click();
  await pane(page).getByRole('button', { name: 'Openen in Word of LibreOffice' }).click();
  const copy = join(`${libraryFolder} werkkopieën`, 'Advies.md');
  await expect(pane(page).getByRole('region', { name: 'Werkkopie' })).toContainText('Advies.md');
  await writeFile(join(`${libraryFolder} werkkopieën`, '.~lock.Advies.md#'), 'x');
  await writeFile(copy, '# Advies\n\nTweede versie van het advies.\n');
  await expect(pane(page).getByText('open in een ander programma')).toBeVisible();
  await expect(pane(page).getByRole('listitem')).toHaveCount(2);
  await expectAccessible(page, 'draft-working-copy');
  await pane(page)
    .getByRole('button', { name: /^Versie van .* vergelijken met nu$/ })
    .click();
  await expect(pane(page).getByRole('table').locator('ins')).toContainText('Tweede');
  expect((await value(ask(page, 'drafts.versions', { id }))).length).toBe(2);
  await close();
});

test('writing, reading, versions and comparing are accessible in dark, and a Word draft goes out with its state', async () => {
  const running = await startEmpty({ size: screenSize });
  const { page, close } = running;
  await ask(page, 'settings.change', { theme: 'dark' });
  const { draft, study } = await makeItems(page);
  const body = `# Aanleiding\n\nElke jongere heeft een vast gezicht [x](raakvlak:cite/${study}).\n`;
  await value(ask(page, 'drafts.write', { id: draft, base: '', text: body }));
  const [version] = await value(ask(page, 'drafts.versions', { id: draft }));
  if (version === undefined) throw new Error('no version');
  await value(ask(page, 'drafts.nameVersion', { id: draft, revision: version.revision, name: 'Voor het overleg' }));
  await value(
    ask(page, 'drafts.write', { id: draft, base: body, text: body.replace('vast gezicht', 'vaste begeleider') }),
  );
  await openDraft(page, 'Plan voor een warme overdracht');
  await pane(page).getByRole('tab', { name: 'Document' }).click();
  await pane(page).getByText('Naast elkaar', { exact: true }).click();
  await expect(pane(page).getByRole('region', { name: 'Zo leest het' })).toContainText('vaste begeleider');
  await expectAccessible(page, 'draft-write-dark');
  await pane(page).getByText('Lezen', { exact: true }).click();
  await expect(pane(page).getByRole('region', { name: /^Document / })).toContainText('(de Vries & Jansen, 2021)');
  await expectAccessible(page, 'draft-read-dark');
  await pane(page).getByRole('tab', { name: 'Versies' }).click();
  await expectAccessible(page, 'draft-versions-dark');
  await pane(page)
    .getByRole('button', { name: /^Versie van .* vergelijken met nu$/ })
    .click();
  await expect(pane(page).getByRole('table').locator('ins').first()).toHaveText('vaste');
  await expectAccessible(page, 'draft-compare-dark');

  const source = resolve(__dirname, '../fixtures/documents/rapport.docx');
  const { imported } = await value(ask(page, 'import.paths', { job: 'j', paths: [source], as: 'draft' }));
  await value(
    ask(page, 'items.change', {
      id: imported[0]?.id as ItemId,
      change: { set: { status: 'ter-review' } },
      label: 'change',
    }),
  );
  await openDraft(page, imported[0]?.title ?? '');
  await pane(page).getByRole('tab', { name: 'Versies' }).click();
  await expect(pane(page).getByRole('group', { name: 'Stand van dit concept' })).toContainText('Ter beoordeling');
  await expectAccessible(page, 'draft-word-dark');
  const path = test.info().outputPath('uit.docx');
  await saveAs(running, path);
  await pane(page).getByRole('button', { name: 'Exporteren' }).click();
  await page.getByRole('menuitem', { name: 'Als Word-document…' }).click();
  await expect(page.getByText('Geschreven: uit.docx')).toBeVisible();
  await close();
});
