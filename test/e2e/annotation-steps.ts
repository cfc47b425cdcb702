import type { Locator, Page } from 'playwright/test';
import { expect } from 'playwright/test';
import { ask, type RunningApp } from './launch';
import { pane, rows, search } from './steps';

/** Adds a file and opens it on its document; gives the search that finds it. */
export async function openFile(page: Page, path: string): Promise<string> {
  const answer = await ask(page, 'import.paths', { job: 'test', paths: [path] });
  if (!answer.ok || answer.value.imported[0] === undefined) throw new Error(JSON.stringify(answer));
  const query = `title:"${answer.value.imported[0].title}"`;
  await reopen(page, query);
  return query;
}

export async function reopen(page: Page, query: string): Promise<void> {
  await search(page, query);
  await rows(page).first().dblclick();
  await pane(page).getByRole('tab', { name: 'Document' }).click();
  // The words of a PDF come a moment after its page.
  await expect.poll(() => scroller(page).evaluate(({ textContent }) => textContent?.length ?? 0)).toBeGreaterThan(100);
}

export const scroller = (page: Page): Locator => page.getByRole('region', { name: /^Document / });
export const notes = (page: Page): Locator => page.getByRole('complementary', { name: 'Aantekeningen' });
const layers = (page: Page): Locator => page.getByRole('group', { name: 'Aantekeningen bij de tekst' });
export const signs = (page: Page): Locator => layers(page).getByRole('button');
export const sign = (page: Page, name: RegExp): Locator => layers(page).getByRole('button', { name });

/** Signs of notes of the PDF itself. */
export const ownSigns = (page: Page): Locator => page.locator('.annotationLayer .textAnnotation:visible');

/** How much of the place where this word stands is drawn in a colour, in the picture of its page: 0 to 1; 0.5 under a highlight, say. -1 while there is no picture. */
export async function drawnColour(page: Page, word: string): Promise<number> {
  return scroller(page)
    .getByText(word)
    .first()
    .evaluate((line) => {
      const canvas = line.closest('.page')?.querySelector('canvas');
      const context = canvas?.getContext('2d');
      if (canvas == null || context == null) return -1;
      const [box, all] = [line.getBoundingClientRect(), canvas.getBoundingClientRect()];
      if (canvas.width === 0 || all.width === 0 || box.width === 0) return -1;
      const scale = canvas.width / all.width;
      const { data } = context.getImageData(
        (box.x - all.x) * scale,
        (box.y - all.y) * scale,
        box.width * scale,
        box.height * scale,
      );
      let coloured = 0;
      for (let at = 0; at < data.length; at += 4) {
        const [red = 0, green = 0, blue = 0] = data.slice(at, at + 3);
        if (Math.max(red, green, blue) - Math.min(red, green, blue) > 60) coloured += 1;
      }
      return coloured / (data.length / 4);
    });
}

export const everything = {
  text: '',
  filters: {},
  group: null,
  collection: null,
  view: 'all',
  sort: 'created',
  descending: false,
  offset: 0,
  limit: 50,
} as const;

/** Drags over the first place where these words stand in one piece of text. */
export async function dragOver(page: Page, words: string): Promise<void> {
  await expect(scroller(page).getByText(words).first()).toBeAttached();
  const spot = await scroller(page).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node.nodeValue ?? '').indexOf(wanted);
      if (at === -1) continue;
      node.parentElement?.scrollIntoView({ block: 'center' });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const lines = [...range.getClientRects()];
      const [first, last] = [lines[0] ?? new DOMRect(), lines.at(-1) ?? new DOMRect()];
      return {
        // Left of the middle of a letter: pressed by message on the right of it, Chromium begins no selection.
        from: { x: first.left + 0.2, y: first.top + first.height / 2 },
        to: { x: last.right - 0.2, y: last.top + last.height / 2 },
      };
    }
    return null;
  }, words);
  if (spot === null) throw new Error(`"${words}" is not in the document`);
  await page.mouse.move(spot.from.x, spot.from.y);
  await page.mouse.down();
  await page.mouse.move(spot.to.x - 4, spot.to.y, { steps: 4 });
  await page.mouse.move(spot.to.x, spot.to.y);
  await page.mouse.up();
}

export async function highlightByMouse(page: Page, words: string, colour: string): Promise<void> {
  await dragOver(page, words);
  await page
    .getByRole('toolbar', { name: 'Aantekening maken' })
    .getByRole('button', { name: `Markeren: ${colour}` })
    .click();
  await expect(
    signs(page)
      .filter({ has: page.locator('svg') })
      .first(),
  ).toBeVisible();
}

/** Without the mouse: the cursor, some words, the toolbar. */
export async function highlightByKeyboard(page: Page): Promise<string> {
  await scroller(page).focus();
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowDown');
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('Shift+ArrowRight');
  const chosen = await page.evaluate(() => window.getSelection()?.toString() ?? '');
  expect(chosen.split(/\s+/).length).toBeGreaterThan(2);
  await expect(page.getByRole('toolbar', { name: 'Aantekening maken' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Markering gemaakt').first()).toBeAttached();
  return chosen.replace(/\s+/g, ' ').trim();
}

/** What each mark is called and where it lies, in the measures of the document. */
export async function marksOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-mark]')]
      .map((mark) => {
        const ground = mark.parentElement?.getBoundingClientRect() ?? new DOMRect();
        const boxes = [...mark.children].map((box) => {
          const { left, top, width } = box.getBoundingClientRect();
          return [left - ground.left, top - ground.top, width].map((value) => Math.round(value)).join(' ');
        });
        const label = document.getElementById(`mark-${mark.dataset['mark'] ?? ''}`)?.getAttribute('aria-label') ?? '';
        return `${label}: ${boxes.join(', ')}`;
      })
      .sort(),
  );
}

export async function quotesOf(page: Page): Promise<readonly string[]> {
  const answer = await ask(page, 'items.query', {
    query: { ...everything, text: 'type:annotation' },
    mode: 'full',
  });
  return answer.ok ? answer.value.rows.map(({ title }) => title) : [];
}

/** Answers the next questions which file to open, and where to save. */
export async function answerDialogs(
  { app }: RunningApp,
  { open = [], save = '' }: { readonly open?: readonly string[]; readonly save?: string },
): Promise<void> {
  await app.evaluate(
    ({ dialog }, { filePaths, filePath }) => {
      dialog.showOpenDialog = (async () => ({
        canceled: filePaths.length === 0,
        filePaths,
      })) as typeof dialog.showOpenDialog;
      dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
    },
    { filePaths: [...open], filePath: save },
  );
}

/** The words of a saved annotation pane, card after card. */
export const cards = (page: Page): Locator =>
  notes(page)
    .getByRole('listitem')
    .filter({ has: page.locator('article') });
