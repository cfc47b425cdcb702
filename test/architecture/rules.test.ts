import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** The numbers of the rules that a page states: R1, R2 … */
function rulesIn(page: string, letter: string): readonly string[] {
  const rule = new RegExp(`^- \\*\\*(${letter}\\d+)\\*\\*`, 'gm');
  return [...readFileSync(join(root, page), 'utf8').matchAll(rule)].map((match) => match[1] as string);
}

/** What tests, and groups of them, are called in these folders, in files whose name starts with `prefix`. */
function titlesIn(folders: readonly string[], prefix: string): readonly string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, 'test', folder))
      .filter((name) => name.startsWith(prefix) && /\.(test|spec)\.ts$/.test(name))
      .map((name) => join(root, 'test', folder, name)),
  );
  // A table of `each` may take some lines; its call ends where the next bracket opens.
  const title = /^\s*(?:test|describe|\](?: as const)?\))(?:\.each\([^)]*\))?\(\s*[`'"]([^`'"]*)/gm;
  return files.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(title)].map((match) => match[1] ?? ''));
}

/** A title begins with the numbers of its rules. */
const numbersOf = (title: string): readonly string[] => /^(?:[RFAE]\d+ ?)*\b/.exec(title)?.[0].trim().split(' ') ?? [];

describe.each([
  { page: 'shared/revision/RULES.md', letter: 'R', folders: ['unit', 'property'], prefix: 'revision-', later: [] },
  { page: 'shared/access/RULES.md', letter: 'A', folders: ['unit', 'property'], prefix: 'access-', later: [] },
  {
    page: 'electron/sync/FORMAT.md',
    letter: 'F',
    folders: ['unit', 'property', 'contract', 'simulation'],
    prefix: '',
    later: [],
  },
  {
    page: 'electron/shell/SECURITY.md',
    letter: 'E',
    folders: ['unit', 'architecture', 'e2e'],
    prefix: '',
    later: [],
  },
])('$page', ({ page, letter, folders, prefix, later }) => {
  const rules = rulesIn(page, letter);
  const titles = titlesIn(folders, prefix);

  test('numbers its rules without gaps', () => {
    expect(rules).toEqual(rules.map((_, i) => `${letter}${i + 1}`));
    expect(rules.length).toBeGreaterThan(10);
  });

  test('has a test for every rule', () => {
    const tested = new Set(titles.flatMap(numbersOf));
    expect(rules.filter((rule) => !tested.has(rule) && !later.includes(rule as never))).toEqual([]);
    expect(later.filter((rule) => tested.has(rule))).toEqual([]);
  });

  test('has every rule that a test names', () => {
    const named = titles.flatMap(numbersOf).filter((rule) => rule.startsWith(letter));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((rule) => !rules.includes(rule))).toEqual([]);
  });
});

test('every test of a revision names its rule', () => {
  const groups = new Set(['fields', 'sets', 'long text', 'the bin', 'always', 'changing']);
  const titles = titlesIn(['unit', 'property'], 'revision-').filter((title) => !groups.has(title));
  expect(titles.length).toBeGreaterThan(10);
  expect(titles.filter((title) => numbersOf(title).join('') === '')).toEqual([]);
});
