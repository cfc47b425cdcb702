import { mkdir } from 'node:fs/promises';
import { expect, test } from 'playwright/test';
import { expectAccessible, screenSize } from './accessible';
import type { RunningApp } from './launch';
import { answer, noor, sam, settle, sidebar, type Person } from './sharing-steps';
import { pane, startEmpty } from './steps';

const space = 'Besloten concepten';

async function begin(person: Person): Promise<RunningApp> {
  const running = await startEmpty({ size: screenSize });
  await answer(running.page, 'settings.change', { profile: { ...person, role: '' } });
  return running;
}

test('who may only read sees two versions, and why the choice is with others', async () => {
  test.setTimeout(120_000);
  const path = test.info().outputPath('gedeeld');
  await mkdir(path);
  const place = { kind: 'folder', path } as const;
  const [a, b] = [await begin(sam), await begin(noor)];
  const { id } = await answer(a.page, 'spaces.create', { name: space, place, closed: true, owner: sam.organisation });
  const set = { title: 'Zomerbrug', summary: 'Een vast gezicht.' };
  const { state } = await answer(a.page, 'items.create', { type: 'project', change: { set }, space: id });
  await settle(space, a);
  await answer(b.page, 'spaces.open', { place });
  await answer(b.page, 'access.ask', { id, role: 'edit', reason: 'Wij schrijven mee.' });
  await settle(space, b, a);
  const [request] = await answer(a.page, 'access.requests', { id });
  const granted = { id, role: 'edit', until: null, reason: '' } as const;
  const members = await answer(a.page, 'access.grant', { ...granted, device: request?.device ?? '' });
  const member = members.find(({ name }) => name === noor.name)?.id ?? '';
  await settle(space, a, b);
  await answer(a.page, 'sync.pause', { id });
  for (const [running, summary] of [
    [a, 'Een vast gezicht in de zomer.'],
    [b, 'Een vaste begeleider.'],
  ] as const)
    await answer(running.page, 'items.change', { id: state.id, change: { set: { summary } }, label: 'change' });
  await settle(space, b);
  await answer(a.page, 'sync.resume', { id });
  await settle(space, a, b);
  await answer(a.page, 'access.change', { id, member, role: 'read', until: null, reason: '' });
  await settle(space, a, b);

  const { page } = b;
  await sidebar(page)
    .getByRole('button', { name: /^Twee versies/ })
    .click();
  await page.locator('[data-pane="list"] [data-entry]').filter({ hasText: 'Zomerbrug' }).click();
  await expect(pane(page)).toContainText('U mag in deze ruimte alleen lezen. Wie mag wijzigen, kiest wat blijft.');
  for (const name of [/^Versie 1 van Samenvatting houden/, /^Versie 2 van Samenvatting houden/, /samenvoegen$/])
    await expect(pane(page).getByRole('button', { name })).toBeDisabled();
  await expectAccessible(page, 'conflicts-read-only');
  await b.close();
  await a.close();
});
