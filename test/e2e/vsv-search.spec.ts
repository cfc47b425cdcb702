import type { Page } from 'playwright/test';
import { expect, test } from 'playwright/test';
import { expectAccessible, look, screenSize } from './accessible';
import { ask } from './launch';
import { list, pane, rows, search, startWithSample } from './steps';

const chips = (page: Page) => page.getByRole('group', { name: 'Ook gezocht op:' });
const count = (page: Page) => page.getByRole('status').filter({ hasText: /resulta/ });

for (const theme of ['light', 'dark'] as const) {
  test(`what was added to a search is shown, can be switched off, and every hit says why, in ${theme}`, async () => {
    test.setTimeout(180_000);
    const { page, close } = await startWithSample({ size: screenSize });
    await ask(page, 'settings.change', { theme });
    await search(page, 'RBL thuiszitten');
    const added = chips(page).getByRole('button', { pressed: true });
    await expect(added.filter({ hasText: 'Regionaal Bureau Leerlingzaken' }).first()).toBeVisible();
    await expectAccessible(page, `chips-${theme}`);

    await search(page, 'verzuim');
    const compounds = chips(page).getByRole('button', { name: 'samenstellingen met verzuim' });
    await expect(compounds).toHaveAttribute('aria-pressed', 'true');
    // The library holds far more items than these words are in.
    await expect(count(page)).toHaveText(/^\d\d resultaten$/);
    const wide = await count(page).textContent();
    await compounds.click();
    await expect(compounds).toHaveAttribute('aria-pressed', 'false');
    await compounds.click();
    await expect(count(page)).toHaveText(wide ?? '');
    await chips(page).getByRole('button', { name: 'alleen wat ik typte' }).click();
    await expect(chips(page).getByRole('button', { pressed: true })).toHaveCount(0);
    await expect(count(page)).not.toHaveText(wide ?? '');
    await look(page, `plain-${theme}`);
    await chips(page).getByRole('button', { name: 'weer alles' }).click();
    await expect(count(page)).toHaveText(wide ?? '');

    await search(page, '"verzuim"');
    await expect(chips(page)).toHaveCount(0);

    await search(page, 'Doorstroompunt');
    await list(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+i');
    const why = page.getByRole('dialog', { name: 'Waarom dit resultaat?' });
    await expect(why.getByRole('heading', { name: 'doorstroompunt' })).toBeVisible();
    await expect(why.locator('mark').first()).toBeVisible();
    await expectAccessible(page, `why-${theme}`);
    await page.keyboard.press('Escape');
    await expect(why).toHaveCount(0);

    await rows(page).first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Waarom dit resultaat?' }).click();
    await expect(why.locator('mark').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await close();
  });

  test(`readers explain the words of the field, by hover and by keyboard, in ${theme}`, async () => {
    test.setTimeout(180_000);
    const { page, close } = await startWithSample({ size: screenSize });
    await ask(page, 'settings.change', { theme });
    await search(page, 'title:"ISK naar mbo: werkwijze"');
    await rows(page).filter({ hasText: 'werkwijze' }).first().click();
    await pane(page).getByRole('tab', { name: 'Document' }).click();
    const article = page.getByRole('region', { name: /^Document / }).locator('article');
    await expect(article).toContainText('ISK');
    const before = await article.innerHTML();

    const toolbar = page.getByRole('group', { name: 'Lezen' });
    await toolbar.getByRole('button', { name: 'Begrippen in dit document' }).focus();
    await page.keyboard.press('Enter');
    const terms = page.getByRole('region', { name: 'Begrippen in dit document' });
    await expect(terms).toContainText('internationale schakelklas');
    await expectAccessible(page, `terms-word-${theme}`);

    await hoverWord(page, 'ISK');
    await expect(page.getByRole('tooltip')).toContainText('internationale schakelklas');
    await look(page, `hover-word-${theme}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('tooltip')).toHaveCount(0);
    expect(await article.innerHTML()).toBe(before);

    await terms.getByRole('button', { name: /^ISK/ }).press('Enter');
    await expect(page.getByRole('textbox', { name: 'Zoeken in dit document' })).toHaveValue('ISK');
    await close();
  });

  test(`an old word in a PDF says what it is called now, in ${theme}`, async () => {
    test.setTimeout(180_000);
    const { page, close } = await startWithSample({ size: screenSize });
    await ask(page, 'settings.change', { theme });
    await search(page, '"melding bij het RMC"');
    await rows(page).first().click();
    await pane(page).getByRole('tab', { name: 'Document' }).click();
    await expect(pane(page).locator('.textLayer').first()).toContainText('RMC');
    await hoverWord(page, 'RMC');
    await expect(page.getByRole('tooltip')).toContainText('nu: Doorstroompunt (sinds 1 januari 2026)');
    await look(page, `hover-pdf-${theme}`);
    await page.keyboard.press('Escape');
    await close();
  });
}

/** Puts the pointer on a word of the open document, wherever it stands. */
async function hoverWord(page: Page, word: string): Promise<void> {
  const place = await pane(page).evaluate((main, wanted) => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const inside = node.parentElement?.closest('[role=region] article, .textLayer');
      const at = (node.nodeValue ?? '').search(new RegExp(`\\b${wanted}\\b`));
      if (inside == null || at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const box = range.getBoundingClientRect();
      const x = box.left + box.width / 2;
      const y = box.top + box.height / 2;
      const shown = document.elementFromPoint(x, y);
      if (box.width > 0 && shown !== null && inside.contains(shown)) return { x, y };
    }
    return null;
  }, word);
  if (place === null) throw new Error(`${word} is not in view`);
  await page.mouse.move(place.x - 2, place.y);
  await page.mouse.move(place.x, place.y);
}
