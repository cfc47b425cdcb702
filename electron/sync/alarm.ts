import type { Timers } from './timers';

const longestSoonMs = 2_000;

/** One alarm clock for one space: it rings once for all that happened since it was set. */
export class Alarm {
  private callOff = (): void => undefined;
  /** When the first of what it is to ring for soon happened; null when nothing did. */
  private soonSince: number | null = null;

  constructor(
    private readonly timers: Timers,
    private readonly clock: () => Date,
    private readonly ring: () => void,
  ) {}

  /** After a quiet moment of that long, but not later than two seconds after the first. True for the first. */
  soon(ms: number): boolean {
    const now = this.clock().getTime();
    const first = this.soonSince === null;
    this.soonSince ??= now;
    if (first || now - this.soonSince + ms < longestSoonMs) this.set(ms);
    return first;
  }

  /** In place of what it was set to. */
  in(ms: number): void {
    this.soonSince = null;
    this.set(ms);
  }

  off(): void {
    this.soonSince = null;
    this.callOff();
  }

  private set(ms: number): void {
    this.callOff();
    this.callOff = this.timers.after(ms, () => {
      this.soonSince = null;
      this.ring();
    });
  }
}
