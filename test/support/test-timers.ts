import type { Timers } from '../../electron/sync/timers';

/** Time that passes when a test says so. */
export interface TestTimers extends Timers {
  clock(): Date;
  /** Calls what becomes due in that time, in order, and lets what that began get its turn. */
  forward(ms: number): Promise<void>;
  readonly waiting: () => number;
}

export function testTimers(start = '2024-03-01T09:00:00.000Z'): TestTimers {
  let now = Date.parse(start);
  let set: { readonly at: number; readonly run: () => void }[] = [];
  return {
    clock: () => new Date(now),
    after: (ms, run) => {
      const timer = { at: now + ms, run };
      set.push(timer);
      return () => {
        set = set.filter((other) => other !== timer);
      };
    },
    forward: async (ms) => {
      const end = now + ms;
      for (;;) {
        const next = [...set].sort((a, b) => a.at - b.at)[0];
        if (next === undefined || next.at > end) break;
        set = set.filter((other) => other !== next);
        now = Math.max(now, next.at);
        next.run();
        await new Promise((resolve) => setImmediate(resolve));
      }
      now = end;
    },
    waiting: () => set.length,
  };
}
