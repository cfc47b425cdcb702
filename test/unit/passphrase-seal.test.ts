import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { passphraseSeal } from '../../electron/access/passphrase-seal';
import { secretKey } from '../../electron/library/secret-key';
import { temporaryFolder } from '../support/library-folders';

const random = (sizeBytes: number): Uint8Array => randomBytes(sizeBytes);

test('the key that guards passwords and devices opens with its passphrase, and is nowhere to be read', async () => {
  const folder = temporaryFolder();
  const key = await secretKey(folder, passphraseSeal('correct paard batterij', random, 10), random);
  const file = readFileSync(join(folder, 'secret.key'));
  expect(file.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 10\n/);
  expect(file.includes(key)).toBe(false);
  expect(await secretKey(folder, passphraseSeal('correct paard batterij', random, 10), random)).toBe(key);
  await expect(secretKey(folder, passphraseSeal('correct paard', random), random)).rejects.toThrow('passphrase-wrong');
  expect(readFileSync(join(folder, 'secret.key')).equals(file)).toBe(true);
});

test('one guess costs what the age command asks: 2^18', () => {
  const start = process.cpuUsage();
  const sealed = passphraseSeal('woord', random).seal('tekst');
  expect(Buffer.from(sealed).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 18\n/);
  expect(process.cpuUsage(start).user / 1000).toBeGreaterThan(100);
});
