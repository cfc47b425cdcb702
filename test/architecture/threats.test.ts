/** THREATS.md claims nothing that no test holds: what it names is there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const threats = read('electron/access/THREATS.md');
const rules: Readonly<Record<string, string>> = {
  A: 'shared/access/RULES.md',
  E: 'electron/shell/SECURITY.md',
  F: 'electron/sync/FORMAT.md',
};

/** Each test file with the titles that are quoted behind it. */
function named(text: string): readonly { readonly file: string; readonly title: string | null }[] {
  let file = '';
  return [...text.matchAll(/`((?:unit|contract|e2e|simulation|architecture)\/[a-z-]+)`|“([^”]+)”/g)].flatMap(
    ([, path, title]) => {
      if (path !== undefined) file = `test/${path}.${path.startsWith('e2e/') ? 'spec' : 'test'}.ts`;
      return file === '' ? [] : [{ file, title: title ?? null }];
    },
  );
}

test('every rule that THREATS.md names exists', () => {
  const numbers = [...new Set(threats.match(/\b[AEF][1-9]\d?\b/g))];
  expect(numbers.length).toBeGreaterThan(15);
  for (const number of numbers) expect(read(rules[number[0] ?? ''] ?? ''), number).toContain(`- **${number}** `);
});

test('every test that THREATS.md names exists', () => {
  const claims = named(threats).filter(({ title }) => title !== 'open this' && title !== 'Who keeps the storage');
  expect(claims.length).toBeGreaterThan(60);
  const missing = claims.filter(
    ({ file, title }) => !existsSync(join(root, file)) || (title !== null && !read(file).includes(title)),
  );
  expect(missing).toEqual([]);
});
