import { mkdir, rename } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { expect, test } from 'playwright/test';
import { expectAccessible, screenSize } from './accessible';
import { ask } from './launch';
import { scope, walk } from './screen-walk';
import { answer, makeSpace, sam, settle, sidebar, spaceOf } from './sharing-steps';
import { pane, startEmpty } from './steps';

test.skip(process.env['RAAKVLAK_SCREENS'] === undefined, 'makes pictures only');
test.describe.configure({ timeout: 900_000 });

test('pictures of sharing', async () => {
  const running = await startEmpty({ size: screenSize });
  const { page } = running;
  const folder = test.info().outputPath('gedeeld');
  const closed = test.info().outputPath('besloten');
  for (const each of [folder, closed]) await mkdir(each, { recursive: true });
  await answer(page, 'settings.change', { profile: { ...sam, role: '' } });
  await makeSpace(running, 'Open catalogus', folder, sam, (step) => expectAccessible(page, `make-space-${step}`));
  await settle('Open catalogus', running);
  const { id } = await spaceOf(page, 'Open catalogus');
  await walk(running, [
    { name: 'space-alone', open: () => scope(page, /^Open catalogus/) },
    {
      name: 'space-paused',
      open: async () => {
        await answer(page, 'sync.pause', { id });
        await expect(pane(page).getByRole('button', { name: 'Verdergaan' })).toBeVisible();
      },
    },
    {
      name: 'news-empty',
      open: async () => {
        await answer(page, 'sync.resume', { id });
        await scope(page, /^Sinds uw/);
      },
    },
    { name: 'conflicts-empty', open: () => scope(page, /^Twee versies/) },
    {
      name: 'add-space-menu',
      open: async () => void (await sidebar(page).getByRole('button', { name: 'Map delen of openen…' }).click()),
    },
    { name: 'open-space', open: () => addSpace(page, 'Ruimte openen…') },
    {
      name: 'open-space-relative',
      open: async () => {
        await addSpace(page, 'Ruimte openen…');
        await page.getByRole('dialog').getByLabel('Map', { exact: true }).fill('gedeeld/map');
        await page.getByRole('dialog').getByRole('button', { name: 'Kijken wat er staat' }).click();
      },
    },
    {
      name: 'open-space-known',
      open: async () => {
        await addSpace(page, 'Ruimte openen…');
        await page.getByRole('dialog').getByLabel('Map', { exact: true }).fill(folder);
        await page.getByRole('dialog').getByRole('button', { name: 'Kijken wat er staat' }).click();
        await expect(page.getByRole('dialog').locator('[data-tone]')).toBeVisible();
      },
    },
    {
      name: 'space-offline',
      open: async () => {
        await rename(folder, `${folder}-weg`);
        await ask(page, 'sync.now', { id });
        await scope(page, /^Open catalogus/);
        await expect(
          pane(page)
            .getByText(/is er niet/)
            .first(),
        ).toBeVisible();
      },
    },
  ]);
  await answer(page, 'spaces.create', {
    name: 'Regio in bewerking',
    place: { kind: 'folder', path: closed },
    closed: true,
  });
  await settle('Regio in bewerking', running);
  await walk(running, [
    { name: 'closed-space', open: () => scope(page, /^Regio in bewerking/) },
    {
      name: 'invite',
      open: async () => {
        await pane(page).getByRole('button', { name: 'Uitnodigen…' }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
      },
    },
  ]);
  await running.close();
});

async function addSpace(page: Page, entry: string): Promise<void> {
  await sidebar(page).getByRole('button', { name: 'Map delen of openen…' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}
