import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const rules = [...readFileSync(join(root, 'shared/revision/RULES.md'), 'utf8').matchAll(/^- \*\*(R\d+)\*\*/gm)].map(
  (match) => match[1],
);
const testFiles = ['unit', 'property'].flatMap((folder) =>
  readdirSync(join(root, 'test', folder))
    .filter((name) => name.startsWith('revision-'))
    .map((name) => join(root, 'test', folder, name)),
);
const titles = testFiles.flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(/^\s*test(?:\.each\([^)]*\))?\(\s*[`'"]([^`'"]*)/gm)].map(
    (match) => match[1] ?? '',
  ),
);

test('the rules are numbered without gaps', () => {
  expect(rules).toEqual(rules.map((_, i) => `R${i + 1}`));
  expect(rules.length).toBeGreaterThan(10);
});

test('every rule has a test', () => {
  const tested = new Set(titles.flatMap((title) => /^R\d+\b/.exec(title)?.[0] ?? []));
  expect(rules.filter((rule) => !tested.has(rule as string))).toEqual([]);
});

test('every test of a revision names a rule that exists', () => {
  expect(titles.length).toBeGreaterThan(10);
  expect(titles.filter((title) => !rules.includes(/^R\d+\b/.exec(title)?.[0] ?? ''))).toEqual([]);
});
