import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { AccessLogLine, AccessRequest, AccessView, MemberLine } from '../../shared/model/access';
import { person, type Person } from '../support/command-line';
import { temporaryFolder } from '../support/library-folders';
import { must } from '../support/must';
import { skipsServer, startRclone } from '../support/webdav-servers';

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

/** Who asks now, as a coordinator sees it after a look at the server. */
async function asking(by: Person): Promise<AccessRequest> {
  await by.run('sync');
  const [request] = await by.json<readonly AccessRequest[]>('access', 'requests', 'Besloten');
  return must(request);
}

test.skipIf(skipsServer('rclone'))(
  'over WebDAV, one at a time: a second coordinator lets in, a reader writes nothing, loses access, reads nothing new, and is let in again',
  { timeout: 60_000 },
  async () => {
    const base = temporaryFolder();
    const server = await startRclone();
    onTestFinished(() => server.stop());
    const env = { RAAKVLAK_PASSWORD: server.password };
    const [anna, tess, bram] = ['anna', 'tess', 'bram'].map((name) => person(base, name, { env })) as [
      ...[Person, Person, Person],
    ];
    const at = `${server.url}besloten`;
    await anna.run('space', 'create', 'Besloten', '--at', at, '--user', server.user, '--closed');
    const concept = ['--set', 'title=Concept', '--space', 'Besloten'];
    const made = await anna.json<{ state: { id: string } }>('add', 'draft', ...concept);
    await anna.run('sync');
    for (const [who, role] of [
      [tess, 'coordinate'],
      [bram, 'read'],
    ] as const) {
      await who.run('space', 'open', at, '--user', server.user);
      const { asked } = await who.json<AccessView>('access', 'ask', 'Besloten', '--role', role, '--reason', 'Graag');
      const by = who === tess ? anna : tess;
      const request = await asking(by);
      expect(request.words).toEqual(must(asked).words);
      await by.run('access', 'grant', 'Besloten', request.device, '--role', role, '--until', '2099-12-31');
      await who.run('sync');
      expect((await who.run('list', '--space', 'Besloten')).out).toContain('Concept');
    }
    expect((await bram.run('edit', made.state.id, '--set', 'title=Gekaapt')).code).not.toBe(0);
    expect((await bram.run('add', 'draft', '--set', 'title=Eigen', '--space', 'Besloten')).code).not.toBe(0);

    const members = await tess.json<readonly MemberLine[]>('access', 'members', 'Besloten');
    const reader = must(members.find(({ name }) => name === 'bram')).id;
    await tess.run('access', 'change', 'Besloten', reader, '--role', 'none', '--reason', 'klaar');
    await anna.run('sync');
    await anna.run('edit', made.state.id, '--set', 'title=Nieuw');
    await anna.run('sync');
    await bram.run('sync');
    expect((await bram.run('list', '--space', 'Besloten')).out).not.toContain('Nieuw');
    expect(await bram.json<AccessView>('access', 'show', 'Besloten')).toMatchObject({ role: 'none' });

    await bram.run('access', 'ask', 'Besloten', '--role', 'read', '--reason', 'Nog een keer');
    await anna.run('access', 'grant', 'Besloten', (await asking(anna)).device, '--role', 'read');
    await bram.run('sync');
    expect((await bram.run('list', '--space', 'Besloten')).out).toContain('Nieuw');
  },
);
