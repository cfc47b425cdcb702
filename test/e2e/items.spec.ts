import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { ask, launchApp } from './launch';
import { list, pane, rows, search, searchField, startEmpty, startWithSample } from './steps';

test('facets narrow a search, combine, and never lose hits', async () => {
  const { page, close } = await startWithSample();
  await search(page, 'overdracht zomer');
  const all = await resultCount(page);
  await page.getByRole('button', { name: 'Soort' }).click();
  const choice = page.getByRole('dialog', { name: 'Soort' }).getByText(/^Onderzoek/);
  const promise = async (): Promise<number> => Number(/(\d+)$/.exec((await choice.innerText()).trim())?.[1]);
  // The values show the counts from before until those of this search are there.
  await expect.poll(promise).toBeLessThanOrEqual(all);
  const promised = await promise();
  await choice.click();
  await page.keyboard.press('Escape');
  await expect.poll(() => resultCount(page)).toBe(promised);
  expect(promised).toBeLessThan(all);
  await page
    .getByRole('button', { name: /Filter weghalen/ })
    .first()
    .click();
  await expect.poll(() => resultCount(page)).toBe(all);
  await close();
});

test('an edit saves itself, is in the history, can be undone, redone and restored', async () => {
  const { page, close } = await startWithSample();
  await search(page, 'title:Zomerbrug soort:project');
  await rows(page).first().dblclick();
  await expect(pane(page).getByRole('heading', { level: 1 })).toContainText('Zomerbrug');
  await pane(page).getByRole('button', { name: 'Bewerken' }).click();
  const aim = pane(page).getByRole('textbox', { name: 'Doel', exact: true });
  const before = await aim.inputValue();
  await aim.fill('Elke jongere heeft op 1 oktober een vast gezicht.');
  await aim.blur();
  await expect(pane(page).getByText('Opgeslagen')).toBeVisible();
  await pane(page).getByRole('button', { name: 'Klaar' }).click();
  await expect(pane(page)).toContainText('op 1 oktober een vast gezicht');
  await list(page).focus();
  await page.keyboard.press('Control+z');
  await expect(pane(page)).toContainText(before.slice(0, 40));
  await page.keyboard.press('Control+Shift+z');
  await expect(pane(page)).toContainText('op 1 oktober een vast gezicht');
  await pane(page).getByRole('tab', { name: 'Geschiedenis' }).click();
  await expect(pane(page).getByRole('tabpanel')).toContainText('Gemaakt');
  await pane(page)
    .getByRole('button', { name: /^Terugzetten naar/ })
    .last()
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Terugzetten/ })
    .click();
  await pane(page).getByRole('tab', { name: 'Overzicht' }).click();
  await expect(pane(page)).toContainText(before.slice(0, 40));
  await close();
});

test('what is being typed when the window closes is kept', async () => {
  const first = await startWithSample();
  await search(first.page, 'title:Zomerbrug soort:project');
  await rows(first.page).first().dblclick();
  await pane(first.page).getByRole('button', { name: 'Bewerken' }).click();
  await pane(first.page).getByRole('textbox', { name: 'Doel', exact: true }).fill('Getypt vlak voor het sluiten.');
  await first.close();
  const again = await launchApp({ libraryFolder: first.libraryFolder, configFolder: first.configFolder });
  await search(again.page, '"vlak voor het sluiten"');
  await expect(rows(again.page)).toHaveCount(1);
  await again.close();
});

test('what goes to the bin leaves the list, and comes back whole', async () => {
  const { page, close } = await startWithSample();
  const first = await rows(page).first().getAttribute('id');
  const title = await rows(page).first().textContent();
  await rows(page).first().click();
  await page.keyboard.press('Delete');
  await expect.poll(() => rows(page).first().getAttribute('id')).not.toBe(first);
  await page.getByRole('button', { name: /^Prullenbak/ }).click();
  await expect(rows(page)).toHaveCount(1);
  await rows(page).first().click();
  await pane(page).getByRole('button', { name: 'Terugzetten' }).click();
  await expect(rows(page)).toHaveCount(0);
  await page.getByRole('button', { name: /^Alles/ }).click();
  await expect(list(page)).toContainText((title ?? '').slice(0, 20));
  await close();
});

test('a menu at a button opens at the first press, by mouse and keyboard, and gives the focus back', async () => {
  const { page, close } = await startWithSample();
  const add = page.getByRole('button', { name: 'Toevoegen', exact: true });
  const menu = page.getByRole('menu');
  for (const open of [() => add.click(), () => page.keyboard.press('Enter')]) {
    await open();
    await expect(menu.getByRole('menuitem').first()).toBeFocused();
    await expect(add).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(add).toBeFocused();
  }
  const kind = page.getByRole('button', { name: 'Soort' });
  await kind.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Soort' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(kind).toBeFocused();
  await rows(page).first().click();
  await page.keyboard.press('Shift+F10');
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  // What fades away again is not open.
  await menu.evaluate((element) => Promise.all(element.getAnimations().map(({ finished }) => finished)));
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox').first()).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await menu.getByRole('menuitem', { name: 'Labels' }).click();
  await expect(page.getByRole('dialog', { name: /label/i })).toBeVisible();
  await close();
});

test('the palette finds titles in spite of typing errors and runs commands', async () => {
  const { page, close } = await startWithSample();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await palette.getByRole('combobox').fill('zomerburg');
  await expect(palette.getByRole('option').first()).toContainText('Zomerbrug');
  await page.keyboard.press('Enter');
  await expect(pane(page).getByRole('heading', { level: 1 })).toContainText('Zomerbrug');
  await page.keyboard.press('Control+k');
  await palette.getByRole('combobox').fill('instellingen');
  await expect(palette.getByRole('option').first()).toContainText('Instellingen');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /Instellingen/ })).toBeVisible();
  await close();
});

test('settings change language and theme at once and stay after a restart', async () => {
  const { page, close } = await startWithSample();
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('tab', { name: /Weergave|Uiterlijk/ }).click();
  await dialog.getByText('Donker', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await close();
});

test('searching, opening and closing goes by keyboard alone', async () => {
  const { page, close } = await startWithSample();
  await page.keyboard.press('Control+f');
  await expect(searchField(page)).toBeFocused();
  await page.keyboard.type('thuiszitters');
  await expect(page.getByRole('status').filter({ hasText: /resulta/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(pane(page).getByRole('heading', { level: 1 })).toBeVisible();
  const open = await pane(page).getByRole('heading', { level: 1 }).textContent();
  await page.keyboard.press('F6');
  await page.keyboard.press('Control+w');
  await expect(pane(page).getByRole('heading', { level: 1 })).not.toHaveText(open ?? '');
  await page.keyboard.press('Alt+1');
  await close();
});

test('rows that prove higher than expected move neither what is in sight nor what was asked for', async () => {
  const { page, close } = await startEmpty();
  const folder = test.info().outputPath('notities');
  await mkdir(folder, { recursive: true });
  const long = 'Samenwerkingsverbandoverstijgende overdrachtsdossiervoorziening';
  for (let n = 0; n < 300; n += 1) await writeFile(join(folder, `${n}.md`), `# ${long.repeat((n % 3) + 1)} ${n}\n`);
  await ask(page, 'import.paths', { job: 'veel', paths: [folder] });
  await expect(rows(page).first()).toHaveAttribute('aria-setsize', '300');
  await list(page).focus();
  await page.keyboard.press('End');
  await expect(rows(page).last()).toHaveAttribute('id', /./);
  await expect(rows(page).last()).toBeInViewport({ ratio: 0.98 });
  await page.keyboard.press('Home');
  await list(page).hover();
  await page.mouse.wheel(0, 10_000);
  const moved = await list(page).evaluate(async (element) => {
    const top = (row: Element): number => row.getBoundingClientRect().top;
    const settled = async (): Promise<void> => {
      for (let at = Number.NaN, same = 0; same < 4; at = element.scrollTop) {
        await new Promise(requestAnimationFrame);
        const isComing = element.querySelector('[role="option"]:not([id])') !== null;
        same = element.scrollTop === at && !isComing ? same + 1 : 0;
      }
    };
    const stepsPx: number[] = [];
    while (stepsPx.length < 30) {
      await settled();
      const seen = [...element.querySelectorAll('[role="option"]')].find((row) => top(row) > top(element) + 50);
      if (seen === undefined) throw new Error('no row in sight');
      const before = top(seen);
      element.scrollTop -= 100;
      await new Promise(requestAnimationFrame);
      // A row that comes late moves those below it: in sight one of the two has to move.
      const isLate = element.querySelector('[role="option"]:not([id])') !== null;
      await settled();
      if (!isLate) stepsPx.push(top(seen) - before);
    }
    return stepsPx;
  });
  expect(moved.filter((stepPx) => Math.abs(stepPx - 100) > 1)).toEqual([]);
  await close();
});

async function resultCount(page: Parameters<typeof rows>[0]): Promise<number> {
  const text =
    (await page
      .getByRole('status')
      .filter({ hasText: /resulta/ })
      .first()
      .textContent()) ?? '';
  return Number(/(\d+)/.exec(text.replace('.', ''))?.[1] ?? 'NaN');
}
