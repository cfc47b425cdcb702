import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SpaceId } from '../../shared/base/ids';
import { plainSecretBox, type SecretBox } from '../../electron/library/secret-box';
import { openPasswordStore } from '../../electron/sync/password-store';

const space = 'a'.repeat(26) as SpaceId;
const other = 'b'.repeat(26) as SpaceId;
let library: string;
let file: string;
beforeEach(async () => {
  library = await mkdtemp(join(tmpdir(), 'raakvlak-passwords-'));
  file = join(library, 'device/passwords.json');
});
afterEach(() => rm(library, { recursive: true, force: true }));

/** Stands for the system's store: it opens only what it closed itself. */
function box(key: number): SecretBox {
  const turn = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ key);
  return { protect: turn, unprotect: turn };
}

test('kept for each space, read by who opens the library again, forgotten', async () => {
  const store = openPasswordStore(library, box(7));
  expect(await store.get(space)).toBeNull();
  await Promise.all([store.set(space, 'geheim één'), store.set(other, 'ander')]);
  const again = openPasswordStore(library, box(7));
  expect([await again.get(space), await again.get(other)]).toEqual(['geheim één', 'ander']);
  await again.set(space, null);
  expect([await again.get(space), await again.get(other)]).toEqual([null, 'ander']);
});

test('the file is for its owner only and does not show the password', async () => {
  await openPasswordStore(library, box(7)).set(space, 'geheim');
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
  const content = await readFile(file, 'utf8');
  for (const form of ['geheim', Buffer.from('geheim').toString('base64').slice(0, 7)])
    expect(content).not.toContain(form);
});

test('what another secret store closed is asked again, never sent as it stands', async () => {
  await openPasswordStore(library, box(7)).set(space, 'geheim');
  expect(await openPasswordStore(library, box(9)).get(space)).toBeNull();
  expect(await openPasswordStore(library, plainSecretBox).get(space)).toBeNull();
  const throwing: SecretBox = {
    protect: (bytes) => bytes,
    unprotect: () => {
      throw new Error('no key');
    },
  };
  expect(await openPasswordStore(library, throwing).get(space)).toBeNull();
});

test('a damaged file is as good as none and is written again', async () => {
  await mkdir(join(library, 'device'));
  for (const content of ['', 'not json', '{"format":9,"spaces":{}}']) {
    await writeFile(file, content);
    const store = openPasswordStore(library, plainSecretBox);
    expect(await store.get(space)).toBeNull();
    await store.set(space, 'nieuw');
    expect(await store.get(space)).toBe('nieuw');
  }
});

test('without a password nothing is written', async () => {
  await openPasswordStore(library, plainSecretBox).set(space, null);
  await expect(stat(file)).rejects.toThrow('ENOENT');
});
