import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AccessLogLine, AccessRequest, AccessView, MemberLine } from '../../shared/model/access';
import { person } from '../support/command-line';
import { temporaryFolder } from '../support/library-folders';
import { must } from '../support/must';

test('with commands alone: a closed space, a card, a request, access, a look at the log, and the end of it', async () => {
  const base = temporaryFolder();
  const folder = join(base, 'gedeeld');
  const [anna, bram] = [person(base, 'anna'), person(base, 'bram')];
  await anna.run('space', 'create', 'Besloten', '--at', folder, '--closed', '--owner', 'Gemeente Noord');
  const added = await anna.json<{ state?: { id: string }; id?: string }>(
    'add',
    'draft',
    '--set',
    'title=Concept',
    '--space',
    'Besloten',
  );
  await anna.run('access', 'show-card', 'Besloten', must(added.state?.id ?? added.id));
  await anna.run('sync');

  await bram.run('space', 'open', folder);
  const outside = await bram.json<AccessView>('access', 'show', 'Besloten');
  expect(outside).toMatchObject({ owner: 'Gemeente Noord', role: null, cards: [{ title: 'Concept' }] });
  const asked = await bram.json<AccessView>('access', 'ask', 'Besloten', '--role', 'edit', '--reason', 'Graag');

  const [request] = await anna.json<readonly AccessRequest[]>('access', 'requests', 'Besloten');
  // `space open` brings in nothing of requests by itself: a round does.
  const seen =
    request ??
    (await anna.run('sync'), (await anna.json<readonly AccessRequest[]>('access', 'requests', 'Besloten'))[0]);
  expect(must(seen)).toMatchObject({ name: 'bram', role: 'edit', reason: 'Graag', words: must(asked.asked).words });
  await anna.run('access', 'grant', 'Besloten', must(seen).device, '--role', 'edit', '--until', '2099-12-31');

  await bram.run('sync');
  expect((await bram.run('list', '--space', 'Besloten')).out).toContain('Concept');
  expect((await anna.run('access', 'members', 'Besloten')).out).toContain('edit');

  await anna.run('access', 'change', 'Besloten', must(seen).device, '--role', 'none', '--reason', 'klaar');
  const members = await anna.json<readonly MemberLine[]>('access', 'members', 'Besloten');
  expect(members.map(({ name, role }) => [name, role])).toEqual([
    ['anna', 'coordinate'],
    ['bram', 'none'],
  ]);
  await bram.run('sync');
  const refused = await bram.run('add', 'draft', '--set', 'title=Nog een', '--space', 'Besloten');
  expect(refused.code).not.toBe(0);
  const log = await anna.json<readonly AccessLogLine[]>('access', 'log', 'Besloten');
  expect(log.map(({ change }) => change.kind)).toEqual(['rights', 'rights', 'share', 'rights']);
  expect(log[0]).toMatchObject({ whom: 'bram', fault: null, change: { role: 'none', reason: 'klaar' } });
  expect((await anna.run('access', 'aside', 'Besloten')).code).toBe(0);
});
