import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { person } from '../support/command-line';
import { temporaryFolder } from '../support/library-folders';

test('a reading package is made by the command line, with a password that is in no argument and not in the page', async () => {
  const base = temporaryFolder();
  const anna = person(base, 'Anna');
  const { state } = await anna.json<{ state: { id: string } }>(
    'add',
    'draft',
    '--set',
    'title=Stuk',
    '--set',
    'body=Geheime zin',
  );
  const [file, out] = [join(base, 'wachtwoord.txt'), join(base, 'pakket.html')];
  const make = (...more: string[]) =>
    anna.run('package', 'make', state.id, '--for', 'ROC', '--until', '2100-01-01', '--out', out, ...more);
  writeFileSync(file, 'geheim\nen nog een regel\n');
  expect(await make('--password-file', file)).toMatchObject({ code: 1 });
  expect(await make()).toMatchObject({ code: 1 });
  expect(existsSync(out)).toBe(false);
  writeFileSync(file, 'aap-kaas-lift-molen-orgel-zon-tulp\n');
  const made = await make('--password-file', file, '--json');
  expect(made.code).toBe(0);
  const page = readFileSync(out, 'utf8');
  expect(JSON.parse(made.out)).toEqual({ path: out, documents: 1, sizeBytes: Buffer.byteLength(page) });
  for (const text of ['Geheime zin', 'Stuk', 'ROC', 'molen-orgel']) expect(page).not.toContain(text);
  // Without a day or a reader it is wrong use, and nothing is asked.
  expect(await anna.run('package', 'make', state.id, '--for', 'ROC', '--out', out)).toMatchObject({ code: 2 });
});
