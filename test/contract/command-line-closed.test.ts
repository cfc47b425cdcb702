import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { person } from '../support/command-line';
import { temporaryFolder } from '../support/library-folders';

interface Status {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly state: string;
}

test('a closed space is made and opened by the command line, and tells nothing before somebody is let in', async () => {
  const base = temporaryFolder();
  const [anna, bram] = [person(base, 'Anna'), person(base, 'Bram')];
  const shared = join(base, 'gesloten map');
  mkdirSync(shared);
  const owner = 'Doorstroompunt Noord, 050 000 00 00';
  const made = await anna.json<Status>('space', 'create', 'Stukken', '--at', shared, '--closed', '--owner', owner);
  expect(made).toMatchObject({ name: 'Stukken', kind: 'closed', state: 'idle' });
  await anna.json('add', 'draft', '--set', 'title=Geheim ontwerp', '--space', 'Stukken');
  await anna.json('sync', '--once');
  const marker = JSON.parse(readFileSync(join(shared, 'raakvlak.json'), 'utf8')) as Record<string, unknown>;
  expect(marker).toMatchObject({ kind: 'closed', name: 'Stukken', owner });
  expect(marker['recipient']).toMatch(/^age1/);
  expect(await bram.json<Status>('space', 'open', shared)).toMatchObject({ name: 'Stukken', kind: 'closed' });
  expect((await bram.run('search', 'geheim')).out).not.toContain('Geheim');
  expect((await bram.run('add', 'draft', '--set', 'title=Te vroeg', '--space', 'Stukken')).code).not.toBe(0);
  await bram.json('sync', '--once');
  expect((await bram.json<{ readonly problems?: readonly unknown[] }>('verify')).problems ?? []).toEqual([]);
  // Who waits leaves no trace in the folder.
  expect(readdirSync(join(shared, 'heads'))).toHaveLength(1);
  expect(existsSync(join(shared, 'requests'))).toBe(false);
});
