import { mkdir, rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'playwright/test';
import type { ItemId } from '../../shared/base/ids';
import { ask, launchApp, screenshot, type RunningApp } from './launch';
import { answer, makeSpace, noor, openSpace, sam, settle, shareItem, sidebar, spaceOf } from './sharing-steps';
import { dropFiles, pane, rows, search, startEmpty, startWithSample } from './steps';

const folder = resolve(__dirname, '../../out/tour');
const samples = resolve(__dirname, '../../resources/sample/files');

/** The main job from beginning to end, with a numbered picture of each step. */
test('tour: first run, adding, searching, reading, editing', async () => {
  await mkdir(folder, { recursive: true });
  const { page, close } = await launchApp({ size: { width: 1440, height: 900 } });
  let count = 0;
  const picture = async (name: string): Promise<void> =>
    screenshot(page, join(folder, `${String(++count).padStart(2, '0')}-${name}.png`));

  await expect(page.getByRole('button', { name: 'Beginnen' })).toBeVisible();
  await picture('first-run');
  await page.getByRole('button', { name: 'Beginnen' }).click();
  await expect(rows(page).first()).toBeVisible({ timeout: 60_000 });
  await rows(page).first().click();
  await expect(
    pane(page).getByRole('heading', { name: 'Gegevens' }).or(pane(page).getByText('Fase')).first(),
  ).toBeVisible();
  await picture('library');

  await dropFiles(page, [join(samples, 'van-isk-naar-mbo.docx'), join(samples, 'draaiboek-zomer.odt')]);
  await expect(page.getByText(/stonden er al|toegevoegd/)).toBeVisible();
  await picture('adding');
  await page.getByRole('alert').getByRole('button').last().click();

  await search(page, 'overdracht zomer');
  await rows(page).filter({ hasText: 'Wie heeft de bal?' }).first().click();
  await expect(pane(page).getByRole('heading', { level: 1 })).toContainText('Wie heeft de bal?');
  await picture('search');

  await search(page, '"112 professionals"');
  await rows(page).first().dblclick();
  await expect(pane(page).locator('.textLayer .highlight').first()).toBeVisible();
  await picture('reading-a-hit');

  await search(page, 'title:Zomerbrug soort:project');
  await rows(page).first().dblclick();
  await pane(page).getByRole('tab', { name: 'Overzicht' }).click();
  await pane(page).getByRole('button', { name: 'Bewerken' }).click();
  await expect(pane(page).getByRole('textbox', { name: 'Doel', exact: true })).toBeVisible();
  await picture('editing');
  await pane(page).getByRole('button', { name: 'Klaar' }).click();
  await pane(page).getByRole('tab', { name: 'Geschiedenis' }).click();
  await picture('history');

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('thuiszitrs');
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await picture('palette');
  await page.keyboard.press('Escape');

  await ask(page, 'settings.change', { theme: 'dark' });
  await search(page, 'overstap mbo');
  await picture('dark');
  await close();
});

/** Two organisations share one folder, with a numbered picture of each step and of whose window it is. */
test('tour: two organisations share a folder', async () => {
  const pictures = join(folder, 'sharing');
  await mkdir(pictures, { recursive: true });
  const shared = test.info().outputPath('gedeelde-map');
  await mkdir(shared, { recursive: true });
  const size = { width: 1440, height: 900 };
  let count = 0;
  const picture = async ({ page }: RunningApp, name: string): Promise<void> =>
    screenshot(page, join(pictures, `${String(++count).padStart(2, '0')}-${name}.png`));
  const space = 'Open catalogus regio Waterrand';

  const a = await startWithSample({ size });
  await makeSpace(a, space, shared, sam, (step) => picture(a, `sam-makes-${step}`));
  await sidebar(a.page)
    .getByRole('button', { name: /^Alles/ })
    .click();
  await search(a.page, 'title:Zomerbrug soort:project');
  await rows(a.page).first().click();
  await expect(pane(a.page).getByRole('heading', { level: 1 })).toContainText('Zomerbrug');
  await shareItem(a.page, space);
  await search(a.page, 'title:"van ISK naar mbo"');
  await rows(a.page).first().click();
  await expect(pane(a.page).getByRole('heading', { level: 1 })).toContainText(/ISK/);
  await shareItem(a.page, space);
  await picture(a, 'sam-shared');
  await settle(space, a);

  const b = await startEmpty({ size });
  await openSpace(b, space, shared, noor, (step) => picture(b, `noor-opens-${step}`));
  await expect(rows(b.page)).toHaveCount(2);
  await picture(b, 'noor-sees-the-space');
  await rows(b.page).filter({ hasText: 'Zomerbrug' }).dblclick();
  await expect(pane(b.page).getByRole('heading', { level: 1 })).toContainText('Zomerbrug');
  await picture(b, 'noor-reads');

  const [{ id: item } = { id: undefined }] = await titled(b, 'Zomerbrug');
  if (item === undefined) throw new Error('The project did not arrive');
  for (const each of [a, b]) await answer(each.page, 'sync.pause', { id: (await spaceOf(each.page, space)).id });
  const change = (by: RunningApp, aim: string): Promise<unknown> =>
    answer(by.page, 'items.change', { id: item, change: { set: { aim } }, label: 'change' });
  await change(a, 'Elke jongere heeft op 1 oktober een vast gezicht op de nieuwe school.');
  await change(b, 'Elke jongere heeft op 1 september een vast gezicht op de nieuwe school of bij het werk.');
  for (const each of [a, b]) await answer(each.page, 'sync.resume', { id: (await spaceOf(each.page, space)).id });
  await settle(space, a, b);

  await sidebar(a.page)
    .getByRole('button', { name: /^Sinds uw laatste bezoek/ })
    .click();
  await a.page.locator('[data-pane="list"] [data-entry]').first().click();
  await expect(pane(a.page).getByText(noor.organisation).first()).toBeVisible();
  await picture(a, 'sam-reads-what-changed');
  await sidebar(a.page)
    .getByRole('button', { name: /^Twee versies/ })
    .click();
  await a.page.locator('[data-pane="list"] [data-entry]').first().click();
  await expect(pane(a.page)).toContainText(noor.name);
  await picture(a, 'sam-sees-two-versions');
  await pane(a.page)
    .getByRole('button', { name: /samenvoegen$/ })
    .click();
  await picture(a, 'sam-merges');
  await pane(a.page).getByRole('button', { name: 'Deze tekst bewaren' }).click();
  await settle(space, a, b);

  await sidebar(b.page)
    .getByRole('button', { name: new RegExp(`^${space}`) })
    .click();
  await picture(b, 'noor-in-step');
  await rename(shared, `${shared}-weg`);
  await mkdir(shared);
  await pane(b.page).getByRole('button', { name: 'Nu delen' }).click();
  await expect(pane(b.page).getByRole('region', { name: 'Het delen staat stil' })).toBeVisible();
  await picture(b, 'noor-brake');
  await answer(b.page, 'settings.change', { theme: 'dark' });
  await picture(b, 'noor-brake-dark');
  await b.close();
  await a.close();
});

async function titled({ page }: RunningApp, title: string): Promise<readonly { id: ItemId; title: string }[]> {
  return answer(page, 'palette.find', { text: title, limit: 5 });
}
