import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { SpaceId } from '../../shared/base/ids';
import { expectAccessible } from './accessible';
import { browse } from './browser';
import { ask } from './launch';
import { startEmpty } from './steps';

test('the published site is read, searched and walked through in a browser, from a disk', async () => {
  const { page, close } = await startEmpty();
  const space = await ask(page, 'spaces.create', { name: 'Regio Waterland', place: null });
  if (!space.ok) throw new Error(space.code);
  const make = async (type: string, set: Record<string, string>, of: SpaceId): Promise<void> => {
    const made = await ask(page, 'items.create', { type, change: { set }, space: of });
    expect(made.ok).toBe(true);
  };
  await make('project', { title: 'Coach na de overstap', summary: 'Een coach belt elke week.' }, space.value.id);
  await make('study', { title: 'Wie vertrekt en waarom', abstract: 'Vertrekpunten op het mbo.' }, space.value.id);
  await make(
    'term',
    { title: 'Startkwalificatie', definition: 'Een diploma op havo-, vwo- of mbo-niveau 2.' },
    space.value.id,
  );
  const folder = test.info().outputPath('site');
  await mkdir(folder, { recursive: true });
  expect(await ask(page, 'library.publish', { folder, spaces: [space.value.id] })).toMatchObject({
    ok: true,
    value: { records: 3 },
  });

  await close();

  for (const name of ['light', 'dark'] as const) {
    const { page: site, close: closeBrowser } = await browse(join(folder, 'index.html'), { colorScheme: name });
    const wrong: string[] = [];
    site.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    await expect(site.getByRole('heading', { level: 1, name: 'Regio Waterland' })).toBeVisible();
    await expectAccessible(site, `site-home-${name}`);
    await site.getByLabel('Zoeken').fill('COACH we');
    await expect(site.getByRole('status')).toContainText('1 gevonden');
    await expectAccessible(site, `site-found-${name}`);
    await site.getByLabel('Zoeken').fill('nergens');
    await expect(site.getByRole('status')).toContainText('Niets gevonden');
    await site.getByLabel('Zoeken').fill('vertrek');
    await site.getByRole('link', { name: 'Wie vertrekt en waarom' }).click();
    await expect(site.getByRole('heading', { level: 1 })).toHaveText('Wie vertrekt en waarom');
    await expect(site.getByText('Vertrekpunten op het mbo.')).toBeVisible();
    await expectAccessible(site, `site-record-${name}`);
    await site.getByRole('link', { name: 'Onderzoek' }).click();
    await expectAccessible(site, `site-list-${name}`);
    await site.getByRole('link', { name: 'Regio Waterland' }).click();
    await expect(site.getByRole('heading', { name: 'Bladeren per soort' })).toBeVisible();
    expect(wrong).toEqual([]);
    await closeBrowser();
  }
});
