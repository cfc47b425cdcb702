/** Handed in, so that a test or a simulation decides when time passes. */
export interface Timers {
  /** Calls once after that many milliseconds; gives the way to call it off. */
  after(ms: number, run: () => void): () => void;
}

export const systemTimers: Timers = {
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
