import { expect, it } from 'vitest';
import { byField } from '../../renderer/features/item/history/changes-by-field';

it('puts the changes of one field together and keeps the order of the fields', () => {
  const change = (field: string, after: string): { field: string; before: null; after: string } => ({
    field,
    before: null,
    after,
  });
  const changes = [change('title', 'Start'), change('tags', 'vso'), change('phase', 'werk'), change('tags', 'pro')];
  expect(byField(changes)).toEqual([
    { field: 'title', changes: [changes[0]] },
    { field: 'tags', changes: [changes[1], changes[3]] },
    { field: 'phase', changes: [changes[2]] },
  ]);
});
