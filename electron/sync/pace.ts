import { AppError } from '../../shared/base/errors';
import type { Timers } from './timers';
import type { Pace } from './transport';

/** Waits as long as it takes to stay below a number of bytes each second, for all transfers together; null is without a limit. */
export function createPace(bytesPerSecond: () => number | null, clock: () => Date, timers: Timers): Pace {
  let freeAt = 0;
  return async (sizeBytes, signal) => {
    const limit = bytesPerSecond();
    if (limit === null) return;
    const now = clock().getTime();
    freeAt = Math.max(freeAt, now) + (sizeBytes / limit) * 1000;
    await waitFor(freeAt - now, timers, signal);
  };
}

/** Error: `cancelled`. */
export function waitFor(ms: number, timers: Timers, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      callOff();
      reject(new AppError('cancelled'));
    };
    const callOff = timers.after(ms, () => {
      signal?.removeEventListener('abort', stop);
      resolve();
    });
    if (signal?.aborted === true) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
