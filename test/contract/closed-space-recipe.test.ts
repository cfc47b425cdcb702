/** What RECIPE.md says is enough: its own lines, run by a shell, read a draft and a file from the folder of a closed space. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keysOf } from '../../electron/library/device';
import { sha256 } from '../../electron/library/hash';
import { folderTransport } from '../../electron/sync/transports/folder-transport';
import { temporaryFolder } from '../support/library-folders';
import { skipsProgram } from '../support/programs';
import { settle, sharedSpace, type SyncDevice } from '../support/sync-devices';

const page = readFileSync(join(import.meta.dirname, '../../electron/access/RECIPE.md'), 'utf8');
const lines = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, script = '']) => script).join('\n');

test('the recipe asks for nothing that a shell does not have, but age', () => {
  const programs = [...lines.matchAll(/(?:^|[|;({]|\$\(|do|then)\s*([a-z][a-z0-9]*)(?= )/gm)].map(([, name]) => name);
  const plain = ['mkdir', 'for', 'do', 'done', 'grep', 'sort', 'cut', 'cat', 'sed', 'tail', 'head', 'while', 'read'];
  const allowed = new Set([...plain, 'age', 'gzip', 'sha256sum', 'printf', 'rm', 'echo', 'continue', 'name', 'hash']);
  expect(programs.filter((name) => !allowed.has(name as string))).toEqual([]);
  expect(lines).not.toMatch(/\bjq\b|python|perl|node|openssl/);
});

describe.skipIf(skipsProgram('age'))('with the key of a member', () => {
  test('the draft and its file come out, also after a second key', async () => {
    const base = temporaryFolder();
    const folder = join(base, 'space');
    mkdirSync(folder);
    const { space, devices } = await sharedSpace([folderTransport(folder), folderTransport(folder)], undefined, true);
    const [anna, bram] = devices as [SyncDevice, SyncDevice];
    const bytes = Buffer.from('Bijlage bij het stuk.\n'.repeat(500));
    const file = { ...(await anna.library.putBlob({ bytes })), name: 'bijlage.txt', mediaType: 'text/plain' };
    const draft = await anna.library.createItem({
      type: 'draft',
      space,
      set: { title: 'Stuk in bewerking', body: 'Eerste versie.', file },
    });
    await settle(devices);
    const device = await bram.library.access(space).ownDevice();
    await anna.library.space(space).renewKey([device]);
    await anna.library.change(draft.id, { set: { body: 'Tweede versie, met "aanhalingstekens" en één accent.' } });
    await settle(devices);
    const stored = JSON.parse(readFileSync(join(bram.base, 'library/device/device.json'), 'utf8')) as {
      secret: string;
    };
    const { identity } = keysOf(Buffer.from(stored.secret, 'base64'));
    writeFileSync(join(base, 'device.key'), `${identity.text}\n`);
    execFileSync('sh', ['-c', lines], {
      cwd: base,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    expect(readFileSync(join(base, 'read/newest.txt'), 'utf8').trim()).toBe(
      JSON.stringify('Tweede versie, met "aanhalingstekens" en één accent.').slice(1, -1),
    );
    expect(readFileSync(join(base, 'read/space.keys'), 'utf8').trim().split('\n')).toHaveLength(2);
    expect(readdirSync(join(base, 'read/files'))).toEqual([sha256(bytes)]);
    expect(readFileSync(join(base, 'read/files', sha256(bytes))).equals(bytes)).toBe(true);
  });
});
