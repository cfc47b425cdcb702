import { expect, it } from 'vitest';
import { stepsByDay } from '../../renderer/features/item/history/steps-by-day';
import type { RevisionId } from '../../shared/base/ids';
import type { HistoryStep } from '../../shared/model/views';

const step = (at: Date): HistoryStep => ({
  revision: at.toISOString() as RevisionId,
  at: at.toISOString(),
  by: 'self',
  device: 'd',
  who: null,
  changes: [],
  restorable: true,
  erased: false,
});

it('puts consecutive steps of one day together and keeps their order', () => {
  const steps = [
    step(new Date(2026, 4, 3, 16)),
    step(new Date(2026, 4, 3, 9)),
    step(new Date(2026, 4, 1, 12)),
    step(new Date(2026, 4, 3, 8)),
  ];
  const days = stepsByDay(steps);
  expect(days.map(({ steps: ofDay }) => ofDay.length)).toEqual([2, 1, 1]);
  expect(days.flatMap(({ steps: ofDay }) => ofDay)).toEqual(steps);
  expect(new Set(days.map(({ day }) => day)).size).toBe(3);
});
