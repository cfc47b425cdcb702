import { expect, it } from 'vitest';
import { listQuery } from '../../renderer/features/browse/list-query';
import { firstPageOf } from '../../renderer/features/browse/use-listing';
import { view } from '../../renderer/state/view';
import { contract, type CallName } from '../../shared/contract';
import { firstQuestions } from '../../shared/contract/first-questions';

it('ask for the very list that a window shows when it opens', () => {
  const first = firstQuestions.find(([name]) => name === 'items.query');
  expect(first?.[1]).toEqual(firstPageOf(listQuery(view.get(), [])));
});

it('fit the contract', () => {
  for (const [name, input] of firstQuestions)
    expect(contract[name as CallName].input.safeParse(input)).toMatchObject({ success: true });
});
