import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { expect, test } from 'playwright/test';
import type { Place } from '../../shared/model/sync';
import { expectAccessible, screenSize } from './accessible';
import { ask, launchApp } from './launch';
import { answer, noor, settle, sidebar } from './sharing-steps';
import { pane, rows, searchField, startEmpty } from './steps';

const phrase = 'vier woorden op rij';

async function openPanel(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Instellingen' });
  await dialog.getByRole('tab', { name: 'Herstelblad en slot' }).click();
  await expect(dialog.getByRole('heading', { name: 'Herstelblad' })).toBeVisible();
  return dialog;
}

const titles = (page: Page): Promise<readonly string[]> =>
  rows(page)
    .allTextContents()
    .then((all) => all.map((text) => /Plan van toen|Afspraken/.exec(text)?.[0] ?? text).sort());

test('the laptop is gone: twenty words and two folders bring everything back', async () => {
  test.setTimeout(120_000);
  const outputPath = (name: string): string => test.info().outputPath(name);
  const place = (name: string): Place => ({ kind: 'folder', path: outputPath(name) });
  const [closed, open] = [place('Besloten'), place('Open')];

  const old = await startEmpty({ size: screenSize });
  const { page } = old;
  await answer(page, 'settings.change', { profile: { ...noor, role: '' } });
  for (const [name, at, title] of [
    ['Besloten concepten', closed, 'Plan van toen'],
    ['Open afspraken', open, 'Afspraken'],
  ] as const) {
    const { id } = await answer(page, 'spaces.create', { name, place: at, closed: at === closed });
    await answer(page, 'items.create', { type: 'draft', space: id, change: { set: { title } } });
    await settle(name, old);
  }
  const dialog = await openPanel(page);
  await expect(dialog).toContainText('U hebt nog geen herstelblad.');
  await dialog.getByRole('button', { name: 'Herstelblad maken' }).click();
  const sheet = page.getByRole('dialog', { name: 'Uw herstelblad' });
  const list = sheet.getByRole('list', { name: 'De woorden van uw herstelblad' }).getByRole('listitem');
  await expect(list).toHaveCount(20);
  const words = await list.allTextContents();
  await expectAccessible(page, 'recovery-sheet');
  const pdf = outputPath('herstelblad.pdf');
  await answer(page, 'recovery.savePdf', { path: pdf, language: 'nl' });
  expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
  await sheet.getByRole('button', { name: 'Ik heb het blad bewaard' }).click();
  await expect(sheet).toBeHidden();
  await expect(dialog).toContainText('U maakte een herstelblad op');
  await expect.poll(async () => (await ask(page, 'recovery.savePdf', { path: pdf, language: 'nl' })).ok).toBe(false);
  await answer(page, 'sync.now', { id: null });
  await old.close();

  const fresh = await launchApp({ size: screenSize });
  const next = fresh.page;
  // What is looked at from here on is looked at in the dark.
  await answer(next, 'settings.change', { theme: 'dark' });
  await expect(next.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await next.getByRole('button', { name: 'Ik heb een herstelblad' }).click();
  const restore = next.getByRole('dialog', { name: 'Ik heb een herstelblad' });
  const field = restore.getByRole('textbox', { name: 'Woorden van het herstelblad' });
  const wrong = words[6] === 'aap' ? 'koe' : 'aapje';
  await field.fill(words.map((word, i) => (i === 6 ? wrong : word)).join(' '));
  await restore.getByRole('button', { name: 'Verder' }).click();
  await expect(restore).toContainText(
    `Woord 7, “${wrong}”, staat niet op een herstelblad. Staat er misschien “${words[6]}”?`,
  );
  await field.fill(words.join(' '));
  await restore.getByRole('button', { name: 'Verder' }).click();
  await expect(restore).toContainText('De woorden kloppen.');
  await restore.getByRole('textbox', { name: 'Map of adres' }).fill('Besloten');
  await restore.getByRole('button', { name: 'Terughalen: Map of adres' }).click();
  await expect(restore).toContainText('Typ het hele pad');
  await expectAccessible(next, 'recovery-whole-path');
  await restore.getByRole('textbox', { name: 'Map of adres' }).fill(outputPath('Besloten'));
  await restore.getByRole('button', { name: 'Terughalen: Map of adres' }).click();
  await expect(restore).toContainText('U bent terug in Besloten concepten');
  await restore.getByRole('button', { name: 'Nog een map' }).click();
  await restore.getByRole('textbox', { name: 'Map of adres' }).nth(1).fill(outputPath('Open'));
  await restore.getByRole('button', { name: 'Terughalen: Map of adres' }).nth(1).click();
  await expect(restore).toContainText('Open afspraken is open.');
  await expectAccessible(next, 'recovery-restored');
  await restore.getByRole('button', { name: /^Ander apparaat weghalen/ }).click();
  await restore.getByRole('button', { name: 'Ja, weghalen' }).click();
  await expect(restore.getByText('Ander apparaat')).toHaveCount(0);
  await restore.getByRole('button', { name: 'Klaar' }).click();

  await expect(searchField(next)).toBeVisible({ timeout: 60_000 });
  await expect(rows(next)).toHaveCount(2);
  await expect.poll(() => titles(next)).toEqual(['Afspraken', 'Plan van toen']);
  expect((await answer(next, 'settings.get', undefined)).profile).toMatchObject({ ...noor });
  const kinds = (await answer(next, 'recovery.devices', undefined)).map(({ kind }) => kind);
  expect(kinds).toEqual(['this', 'sheet']);
  const panel = await openPanel(next);
  await expect(panel.getByText('Dit apparaat', { exact: true })).toBeVisible();
  await expect(panel.getByText('Ander apparaat')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Dit is een tweede apparaat van mij' }).click();
  const second = next.getByRole('dialog', { name: 'Dit is een tweede apparaat van mij' });
  await expect(second.getByRole('list', { name: 'Woorden van het nieuwe apparaat' }).getByRole('listitem')).toHaveCount(
    8,
  );
  await expectAccessible(next, 'recovery-second-device');
  await second.getByRole('button', { name: 'Sluiten' }).last().click();
  await expect(second).toBeHidden();
  await next.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await sidebar(next)
    .getByRole('button', { name: /^Besloten concepten/ })
    .click();
  await pane(next)
    .getByRole('button', { name: /^Toegang van .* wijzigen$/ })
    .first()
    .click();
  const rights = next.getByRole('dialog');
  await expect(rights.getByRole('group', { name: 'Apparaten' }).getByRole('listitem')).toHaveCount(2);
  await expectAccessible(next, 'recovery-member-devices');
  await fresh.close();
});

test('on slot the window holds nothing of the library and nothing is answered, now and at the next start', async () => {
  test.setTimeout(120_000);
  const running = await startEmpty({ size: screenSize });
  const { page } = running;
  await answer(page, 'items.create', { type: 'draft', change: { set: { title: 'Geheim plan' } } });
  await expect(rows(page)).toHaveCount(1);
  const dialog = await openPanel(page);
  await dialog.getByRole('button', { name: 'Wachtzin kiezen…' }).click();
  const choose = page.getByRole('dialog', { name: 'Wachtzin kiezen…' });
  await choose.getByLabel('Nieuwe wachtzin', { exact: true }).fill(phrase);
  await choose.getByLabel('Nog een keer', { exact: true }).fill(phrase);
  await choose.getByRole('button', { name: 'Opslaan' }).click();
  await expect(dialog).toContainText('Er is een wachtzin.', { timeout: 20_000 });
  await expect(choose).toBeHidden();
  await expectAccessible(page, 'recovery-panel');
  await expect.poll(async () => (await ask(page, 'items.counts', undefined)).ok, { timeout: 20_000 }).toBe(true);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Control+Shift+L');

  const locked = page.getByRole('heading', { name: 'Raakvlak is op slot' });
  await expect(locked).toBeVisible({ timeout: 20_000 });
  expect(await page.content()).not.toContain('Geheim plan');
  for (const name of ['items.counts', 'library.status', 'recovery.make', 'app.info'] as const)
    expect(await ask(page, name, undefined)).toMatchObject({ ok: false, code: 'app-locked' });
  await expectAccessible(page, 'lock-screen');
  const field = page.getByLabel('Wachtzin', { exact: true });
  await field.fill('iets anders');
  await page.getByRole('button', { name: 'Openen' }).click();
  await expect(page.getByText('Dit is niet de wachtzin')).toBeVisible({ timeout: 20_000 });
  await field.fill(phrase);
  await page.getByRole('button', { name: 'Openen' }).click();
  await expect(rows(page)).toHaveCount(1, { timeout: 20_000 });

  // The computer itself is locked.
  await answer(page, 'settings.change', { lockAfterMinutes: 5 });
  await running.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
  await expect(locked).toBeVisible({ timeout: 20_000 });
  await running.close();

  const device = await readFile(join(running.libraryFolder, 'device', 'device.json'), 'utf8');
  expect(JSON.parse(device)).toMatchObject({ sealed: true });
  const { libraryFolder, configFolder } = running;
  const again = await launchApp({ libraryFolder, configFolder, size: screenSize });
  await expect(again.page.getByRole('heading', { name: 'Raakvlak is op slot' })).toBeVisible({ timeout: 20_000 });
  expect(await ask(again.page, 'items.counts', undefined)).toMatchObject({ ok: false, code: 'app-locked' });
  await again.page.getByLabel('Wachtzin', { exact: true }).fill(phrase);
  await again.page.getByRole('button', { name: 'Openen' }).click();
  await expect(rows(again.page)).toHaveCount(1, { timeout: 20_000 });
  await again.close();
});
