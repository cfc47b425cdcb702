import type { HistoryStep } from '../../../../shared/model/views';

export interface DayOfHistory {
  /** The day in the person's own time zone; days keep the order of the steps. */
  readonly day: string;
  readonly steps: readonly HistoryStep[];
}

/** Consecutive steps of one day together. Clocks of devices differ, so a day may come back further on. */
export function stepsByDay(steps: readonly HistoryStep[]): readonly DayOfHistory[] {
  const days: { day: string; name: string; steps: HistoryStep[] }[] = [];
  for (const step of steps) {
    const name = new Date(step.at).toDateString();
    const last = days.at(-1);
    if (last?.name === name) last.steps.push(step);
    else days.push({ day: `${name} ${days.length}`, name, steps: [step] });
  }
  return days;
}
