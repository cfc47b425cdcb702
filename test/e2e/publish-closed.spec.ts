import { expect, test } from 'playwright/test';
import { expectAccessible, screenSize } from './accessible';
import { answer, itemsOf, sidebar } from './sharing-steps';
import { pane, rows, startEmpty } from './steps';

const title = 'Notitie overstap';

test('before a draft leaves a closed space it is shown what becomes readable, to whom, and what stays', async () => {
  const { page, close } = await startEmpty({ size: screenSize });
  const place = null;
  const closed = await answer(page, 'spaces.create', { name: 'Besloten concepten', place, closed: true });
  const open = await answer(page, 'spaces.create', { name: 'Open catalogus', place });
  const { state } = await answer(page, 'items.create', {
    ...{ type: 'draft', space: closed.id },
    change: { set: { title, body: 'Eerste versie', owner: 'Team Noord' }, add: { reviewers: ['Bram Bedacht'] } },
  });
  const item = state.id;
  await answer(page, 'annotations.create', {
    ...{ item, space: closed.id, kind: 'page', colour: 'yellow', comment: 'Nog niet rond' },
    anchor: { hash: null, page: null, quote: null, position: null, rects: [] },
  });
  await sidebar(page)
    .getByRole('button', { name: /^Alles/ })
    .click();
  await rows(page).filter({ hasText: title }).click();
  await expect(pane(page).getByRole('heading', { level: 1, name: title })).toBeVisible();
  await pane(page).getByRole('button', { name: 'Meer acties' }).click();
  await page.getByRole('menuitem', { name: 'Delen in ruimte…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Dit verlaat de besloten ruimte “Besloten concepten”.');
  const along = dialog.getByRole('region', { name: 'Wat gaat mee?' });
  await expect(along).toContainText(/Notitie overstap: .*Tekst/);
  await expect(along).toContainText('1 aantekening blijft hier');
  await expect(along).toContainText('De geschiedenis blijft hier');
  await expect(along.getByLabel('Meelezers')).not.toBeChecked();
  await expect(along.getByLabel('Eigenaar')).toBeChecked();
  for (const theme of ['dark', 'light'] as const) {
    await answer(page, 'settings.change', { theme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    await expectAccessible(page, `publish-closed-${theme}`);
  }
  await along.getByLabel('Eigenaar').uncheck();
  await dialog.getByLabel('Ik weet wie dit kan lezen').check();
  await dialog.getByRole('button', { name: 'Delen', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  const [copy] = await itemsOf(page, open.id);
  const { state: made } = await answer(page, 'items.get', { id: copy ?? '' });
  expect(made.fields).toMatchObject({ title, body: 'Eerste versie' });
  expect(made.fields).not.toHaveProperty('owner');
  expect(made.sets).not.toHaveProperty('reviewers');
  const [line] = await answer(page, 'access.log', { id: closed.id });
  expect(line?.change).toMatchObject({ kind: 'share', what: 'publication', title, to: 'Open catalogus' });
  await close();
});
