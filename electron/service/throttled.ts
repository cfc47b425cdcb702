import type { Timers } from '../sync/timers';

export interface Throttled<T> {
  call(value: T): void;
  /** Nothing is called any more. */
  stop(): void;
}

/** Calls at once, and then at most once in `everyMs` with the newest value. */
export function throttled<T>(everyMs: number, timers: Timers, run: (value: T) => void): Throttled<T> {
  let waiting: { readonly value: T } | null = null;
  let quiet = false;
  let stopped = false;
  let callOff = (): void => undefined;
  const tell = (value: T): void => {
    quiet = true;
    waiting = null;
    callOff = timers.after(everyMs, () => {
      quiet = false;
      if (waiting !== null && !stopped) tell(waiting.value);
    });
    run(value);
  };
  return {
    call: (value) => {
      if (quiet) waiting = { value };
      else if (!stopped) tell(value);
    },
    stop: () => {
      stopped = true;
      callOff();
    },
  };
}
