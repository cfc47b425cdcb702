import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ItemId } from '../../shared/base/ids';
import { canonicalJson, type JsonValue } from '../../shared/base/json';
import { appTypes } from '../../shared/model/app-types';
import { fieldsOf, itemTypes } from '../../shared/model/types';
import type { ItemState } from '../../shared/revision/item-state';
import { openTestLibrary, temporaryFolder } from '../support/library-folders';
import { readSpace, type FoundSpace } from '../support/read-space';
import { fixtureSpaces, hashesBelow, memberSecret } from '../support/space-fixtures';

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
    const secret = name === 'closed' ? memberSecret(folder) : undefined;
    expect(await readSpace(join(folder, name), secret)).toEqual(expected.spaces[name]);
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
  expect([...titles('closed')].sort()).toEqual(['Alleen voor wie bleef', 'Ontwerp van twee', undefined, undefined]);
  expect([found('closed').blobs.length, found('closed').refused]).toEqual([2, {}]);
  expect(Object.keys(expected.files).some((path) => /^closed\/log\/.*\.list$/.test(path))).toBe(true);
});

describe('what FORMAT.md says to who writes another program', () => {
  const page = readFileSync(join(import.meta.dirname, '../../electron/sync/FORMAT.md'), 'utf8');

  test('names the fields of which long text is merged', () => {
    const part = page.slice(page.indexOf('These fields are merged:'), page.indexOf('For all others R3 holds'));
    const named = [...part.matchAll(/`([a-zA-Z]+\.[a-zA-Z]+)`/g)].map(([, field]) => field);
    const types = [...itemTypes, ...appTypes].map(({ name }) => name);
    const merged = types.flatMap((type) =>
      fieldsOf(type)
        .filter(({ kind }) => kind === 'markdown')
        .map(({ key }) => `${type}.${key}`),
    );
    expect(named.sort()).toEqual([...new Set(merged)].sort());
  });

  test('says what the state hash is', async () => {
    const library = await openTestLibrary(temporaryFolder());
    const { id: space } = await library.createSpace({ name: 'Samen' });
    expect(library.stateHash(space)).toMatch(/^e3b0c442.*b855$/);
    const made = await library.createItems(
      ['Een', 'Twéé', 'Drie'].map((title) => ({ type: 'project', set: { title }, add: { tags: ['b', 'a'] }, space })),
    );
    await library.bin([made[0]?.id as ItemId]);
    const states = made.map(({ id }) => library.get(id) as ItemState).sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(Object.keys(states[0] as ItemState).sort()).toEqual(
      ['id', 'space', 'fields', 'sets', 'conflicts', 'deleted', 'revived', 'heads', 'createdAt', 'changedAt'].sort(),
    );
    const text = states.map((state) => `${canonicalJson(state as unknown as JsonValue)}\n`).join('');
    expect(library.stateHash(space)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  });
});
