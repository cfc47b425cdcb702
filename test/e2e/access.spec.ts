import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from 'playwright/test';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import { expectAccessible, screenSize } from './accessible';
import { launchApp, type LaunchOptions, type RunningApp } from './launch';
import { answer, itemsOf, noor, sam, settle, sidebar, type Person } from './sharing-steps';
import { pane, searchField, startEmpty } from './steps';

const space = 'Besloten concepten';

interface Desk {
  readonly person: Person;
  /** null before they began. */
  folders: Pick<LaunchOptions, 'libraryFolder' | 'configFolder'> | null;
}

/** Opens the app of one person, lets them work, sends, and closes it before anybody else opens theirs. */
async function visit<T>(desk: Desk, work: (running: RunningApp) => Promise<T>): Promise<T> {
  const running =
    desk.folders === null
      ? await startEmpty({ size: screenSize })
      : await launchApp({ ...desk.folders, size: screenSize });
  await expect(searchField(running.page)).toBeVisible({ timeout: 60_000 });
  desk.folders = { libraryFolder: running.libraryFolder, configFolder: running.configFolder };
  await answer(running.page, 'settings.change', { profile: { ...desk.person, role: '' } });
  await answer(running.page, 'sync.now', { id: null });
  const result = await work(running);
  if ((await answer(running.page, 'spaces.list', undefined)).some(({ name }) => name === space))
    await settle(space, running);
  await running.close();
  return result;
}

async function show(page: Page): Promise<void> {
  await sidebar(page)
    .getByRole('button', { name: new RegExp(`^${space}`) })
    .click();
  await expect(pane(page).getByRole('heading', { level: 1, name: space })).toBeVisible();
}

async function wordsIn(page: Page, label: string): Promise<readonly string[]> {
  return page.getByRole('list', { name: label }).getByRole('listitem').allTextContents();
}

async function titles({ page }: RunningApp, id: SpaceId): Promise<readonly string[]> {
  const ids = await itemsOf(page, id);
  const found = await answer(page, 'items.titles', { ids: [...ids] });
  return found.map(({ title }) => title).sort();
}

async function looksGood(page: Page, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await answer(page, 'settings.change', { theme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    await expectAccessible(page, `${name}-${theme}`);
  }
}

test('two who are never there together: asking, comparing words, reading, the end, revoking, asking again', async () => {
  test.setTimeout(240_000);
  const folder = join(test.info().outputPath(), 'gedeelde-map');
  await mkdir(folder, { recursive: true });
  const place = { kind: 'folder' as const, path: folder };
  const coordinator: Desk = { person: sam, folders: null };
  const newcomer: Desk = { person: noor, folders: null };

  const { id, item } = await visit(coordinator, async ({ page }) => {
    const made = await answer(page, 'spaces.create', { name: space, place, closed: true, owner: sam.organisation });
    const create = (title: string) =>
      answer(page, 'items.create', { type: 'draft', space: made.id, change: { set: { title } } });
    const secret = await create('Plan voor het voorjaar');
    const card = await create('Notitie overstap mbo');
    await answer(page, 'access.showCard', { id: made.id, item: card.state.id });
    return { id: made.id, item: secret.state.id as ItemId };
  });

  const words = await visit(newcomer, async ({ page }) => {
    await answer(page, 'spaces.open', { place });
    await answer(page, 'sync.now', { id });
    await show(page);
    await expect(pane(page)).toContainText('U hebt hier nog geen toegang');
    await expect(pane(page)).toContainText(`Van: ${sam.organisation}`);
    await expect(pane(page)).toContainText('Notitie overstap mbo');
    await expect(pane(page)).not.toContainText('Plan voor het voorjaar');
    await looksGood(page, 'access-outside');
    await pane(page).getByRole('button', { name: 'Vraag toegang' }).click();
    await expect(pane(page)).toContainText('Schrijf in een zin waarom.');
    await pane(page).getByLabel('Waarom vraagt u toegang?').fill('Wij schrijven aan hetzelfde plan.');
    await pane(page).getByRole('button', { name: 'Vraag toegang' }).click();
    await expect(pane(page).getByRole('heading', { name: 'U vroeg toegang' })).toBeVisible();
    await expectAccessible(page, 'access-asked-dark');
    return wordsIn(page, 'Uw woorden');
  });
  expect(words).toHaveLength(8);

  await visit(coordinator, async ({ page }) => {
    await show(page);
    await expect(pane(page)).toContainText(noor.name);
    await expect(pane(page)).toContainText('Wij schrijven aan hetzelfde plan.');
    await pane(page).getByRole('button', { name: 'Toegang geven…' }).click();
    const dialog = page.getByRole('dialog');
    expect(await wordsIn(page, `Woorden van ${noor.name}`)).toEqual(words);
    await dialog.getByRole('button', { name: 'Toegang geven' }).click();
    await expect(dialog).toContainText('Vergelijk eerst de woorden.');
    await expectAccessible(page, 'access-grant-light');
    await dialog.getByLabel('Ik heb de woorden vergeleken').check();
    await dialog.getByRole('combobox', { name: 'Wat mag deze persoon?' }).click();
    await page.getByRole('option', { name: 'annoteren' }).click();
    await dialog.getByRole('button', { name: 'Toegang geven' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(pane(page).getByRole('row', { name: new RegExp(noor.name.slice(0, 12)) })).toContainText('annoteren');
    await pane(page).getByRole('button', { name: 'Logboek van toegang tonen' }).click();
    await looksGood(page, 'access-members');
  });

  await visit(newcomer, async (running) => {
    const { page } = running;
    await show(page);
    await expect(pane(page)).toContainText('U mag hier annoteren tot en met');
    expect(await titles(running, id)).toEqual(['Notitie overstap mbo', 'Plan voor het voorjaar']);
    await answer(page, 'annotations.create', {
      ...{ item, space: id, kind: 'page', colour: 'yellow', comment: 'Mooi begin' },
      anchor: { hash: null, page: null, quote: null, position: null, rects: [] },
    });
  });

  await visit(coordinator, async ({ page }) => {
    expect(await answer(page, 'annotations.of', { item })).toMatchObject([
      { comment: 'Mooi begin', author: noor.name },
    ]);
    const members = await answer(page, 'access.members', { id });
    const other = members.find(({ self }) => !self);
    // The end date is brought forward: the day before today has passed.
    const until = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    await answer(page, 'access.change', { id, member: other?.id ?? '', role: 'annotate', until, reason: '' });
  });

  await visit(newcomer, async ({ page }) => {
    await show(page);
    await expect(pane(page)).toContainText('U kunt hier niets meer schrijven.');
  });

  await visit(coordinator, async ({ page }) => {
    await show(page);
    await expect(pane(page).getByRole('row', { name: new RegExp(noor.name.slice(0, 12)) })).toContainText(
      'geen toegang',
    );
    await answer(page, 'items.change', { id: item, change: { set: { title: 'Nieuwe versie' } }, label: 'change' });
  });

  await visit(newcomer, async (running) => {
    const { page } = running;
    await show(page);
    expect(await titles(running, id)).toEqual(['Notitie overstap mbo', 'Plan voor het voorjaar']);
    await pane(page).getByLabel('Waarom vraagt u toegang?').fill('Graag nog een keer.');
    await pane(page).getByRole('button', { name: 'Vraag toegang' }).click();
    await expect(pane(page).getByRole('heading', { name: 'U vroeg toegang' })).toBeVisible();
  });
  await visit(coordinator, async ({ page }) => {
    const [request] = await answer(page, 'access.requests', { id });
    await answer(page, 'access.grant', { id, device: request?.device ?? '', role: 'read', until: null, reason: '' });
  });
  await visit(newcomer, async (running) => {
    expect(await titles(running, id)).toEqual(['Nieuwe versie', 'Notitie overstap mbo']);
  });
});
