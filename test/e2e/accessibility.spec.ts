import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from 'playwright/test';
import { expectAccessible, leaveDialog, screenSize } from './accessible';
import { ask, launchApp, type RunningApp } from './launch';
import { dropFiles, pane, rows, search, startWithSample } from './steps';

const samples = resolve(__dirname, '../../resources/sample/files');

/** Each screen that a person can be at, and how to get there from a library that is open. */
const screens: readonly { name: string; open: (running: RunningApp) => Promise<void> }[] = [
  { name: 'list', open: async () => undefined },
  { name: 'search', open: async ({ page }) => search(page, 'overdracht zomer') },
  { name: 'nothing-found', open: async ({ page }) => search(page, 'qwertyzxcv') },
  { name: 'overview', open: async ({ page }) => openItem(page, 'soort:project Zomerbrug') },
  { name: 'edit', open: async ({ page }) => edit(page) },
  { name: 'history', open: async ({ page }) => history(page) },
  { name: 'pdf', open: async ({ page }) => openDocument(page, '"112 professionals"') },
  { name: 'word', open: async ({ page }) => openDocument(page, 'title:"van ISK naar mbo"') },
  { name: 'draft', open: async ({ page }) => openDraft(page) },
  { name: 'palette', open: async ({ page }) => palette(page, 'thuiszitrs') },
  { name: 'settings', open: async ({ page }) => dialog(page, 'Control+,') },
  { name: 'notices', open: async ({ page }) => notices(page) },
  { name: 'shortcuts', open: async ({ page }) => dialog(page, 'Control+/') },
  { name: 'guide', open: async ({ page }) => dialog(page, 'F1') },
  { name: 'new-item', open: async ({ page }) => dialog(page, 'Control+n') },
  { name: 'several-chosen', open: async ({ page }) => chooseThree(page) },
  { name: 'bin', open: async ({ page }) => page.getByRole('button', { name: /^Prullenbak/ }).click() },
  { name: 'table', open: async ({ page }) => dropTable(page) },
  { name: 'import-report', open: async ({ page }) => dropBroken(page) },
];

for (const theme of ['light', 'dark'] as const) {
  test(`the first run has no accessibility violations in ${theme}`, async () => {
    const { app, page, close } = await launchApp({ size: screenSize });
    await app.evaluate(({ nativeTheme }, source) => void (nativeTheme.themeSource = source), theme);
    await expect(page.getByRole('button', { name: 'Beginnen' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    await expectAccessible(page, `first-run-${theme}`);
    await close();
  });

  test(`no screen has accessibility violations in ${theme}`, async () => {
    test.setTimeout(240_000);
    const running = await startWithSample({ size: screenSize });
    await ask(running.page, 'settings.change', { theme });
    await expect(running.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    for (const { name, open } of screens) {
      await test.step(name, async () => {
        await open(running);
        await expectAccessible(running.page, `${name}-${theme}`);
        await leaveDialog(running.page);
      });
    }
    await running.close();
  });
}

async function notices(page: Page): Promise<void> {
  await dialog(page, 'Control+,');
  await page.getByRole('tab', { name: 'Over Raakvlak' }).click();
  await page.getByText('Gebruikt werk van anderen en licenties').click();
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'Citing' })).toBeVisible();
}

async function openItem(page: Page, query: string): Promise<void> {
  await search(page, query);
  await rows(page).first().dblclick();
  await expect(pane(page).getByRole('heading', { level: 1 })).toBeVisible();
}

async function openTab(page: Page, name: string): Promise<void> {
  await pane(page).getByRole('tab', { name }).click();
  await expect(pane(page).getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
}

async function edit(page: Page): Promise<void> {
  await pane(page).getByRole('button', { name: 'Bewerken' }).click();
  await expect(pane(page).getByRole('textbox', { name: 'Titel' })).toBeVisible();
}

async function history(page: Page): Promise<void> {
  await openTab(page, 'Geschiedenis');
  await expect(pane(page).getByText('Gemaakt').first()).toBeVisible();
}

async function openDraft(page: Page): Promise<void> {
  await openItem(page, 'soort:concept title:overdracht');
  await openTab(page, 'Document');
  // Beside the text in a wide window; in a narrow one the text alone.
  await expect(pane(page).getByText('Waarom dit stuk?').first()).toBeVisible();
}

async function openDocument(page: Page, query: string): Promise<void> {
  await openItem(page, query);
  await openTab(page, 'Document');
  await expect(pane(page).getByRole('button', { name: /^Groter/ })).toBeVisible();
}

async function dialog(page: Page, keys: string): Promise<void> {
  await page.keyboard.press(keys);
  await expect(page.getByRole('dialog').getByRole('heading').first()).toBeVisible();
}

async function palette(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(text);
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
}

async function chooseThree(page: Page): Promise<void> {
  await search(page, 'overstap');
  await rows(page).first().click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('3 gekozen')).toBeVisible();
}

async function dropTable(page: Page): Promise<void> {
  const path = test.info().outputPath('projecten.csv');
  await writeFile(
    path,
    'Titel;Regio;Looptijd;Onbekend\nWarme start;Regio Waterrand;2021-2023;x\nTweede kans;Arnhem e.o.;later;y\n',
  );
  await dropFiles(page, [path]);
  await expect(page.getByRole('dialog')).toBeVisible();
}

async function dropBroken(page: Page): Promise<void> {
  const path = test.info().outputPath('leeg.pdf');
  await writeFile(path, '');
  await dropFiles(page, [path, join(samples, 'draaiboek-zomer.odt')]);
  await page.getByRole('button', { name: 'Verslag bekijken' }).first().click();
  await expect(page.getByRole('dialog')).toContainText('leeg.pdf');
}
