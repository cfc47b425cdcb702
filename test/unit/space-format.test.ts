import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSpace, type FoundSpace } from '../support/read-space';
import { fixtureSpaces, hashesBelow } from '../support/space-fixtures';

const folder = join(import.meta.dirname, '../fixtures/space-format');
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
  files: Record<string, string>;
  spaces: Record<string, FoundSpace>;
};

test('the examples of the format are frozen: what a version wrote stays as it is', () => {
  const { 'expected.json': own, ...found } = hashesBelow(folder);
  expect(own).toBeDefined();
  expect(found).toEqual(expected.files);
  expect(Object.keys(expected.spaces)).toEqual(fixtureSpaces);
});

describe.each(fixtureSpaces)('the example space %s', (name) => {
  test('is read as the day it was made', async () => {
    expect(await readSpace(join(folder, name))).toEqual(expected.spaces[name]);
  });
});

const found = (name: string): FoundSpace => expected.spaces[name] as FoundSpace;
const titles = (name: string): readonly unknown[] => found(name).items.map(({ fields }) => fields['title']);

test('the examples show what they are for', () => {
  const open = found('open');
  expect(open.items.flatMap(({ conflicts }) => conflicts.map(({ field }) => field))).toEqual(['title']);
  expect(open.items.some(({ revived }) => revived)).toBe(true);
  expect(open.items.some(({ deleted }) => deleted)).toBe(true);
  expect(open.erased).toHaveLength(1);
  expect(open.blobs).toHaveLength(1);
  expect(Object.keys(expected.files).some((path) => path.startsWith('open/') && path.endsWith('.list'))).toBe(true);
  expect(titles('newer')).toEqual(['Met meer', 'Gewoon']);
  expect(Object.values(found('newer').refused)).toEqual(['newer-format', 'newer-format']);
  expect(Object.values(found('damaged').refused).sort()).toEqual(['bad-signature', 'damaged', 'foreign-space']);
  expect([found('damaged').held.length, found('damaged').missing.length]).toEqual([1, 1]);
  expect(found('forked').items.flatMap(({ conflicts }) => conflicts)).toHaveLength(1);
});
