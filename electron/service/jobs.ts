import { AppError } from '../../shared/base/errors';
import type { JobKind, JobProgress } from '../../shared/model/views';

export interface Job {
  readonly signal: AbortSignal;
  /** Told to the window, at most once in 100 ms. */
  progress(now: { done: number; total: number; failed?: number; current?: string | null }): void;
}

export interface Jobs {
  /** Runs long work under a name by which it can be cancelled; its end is told as well. */
  run<T>(name: string, kind: JobKind, work: (job: Job) => Promise<T>): Promise<T>;
  cancel(name: string): void;
  cancelAll(): void;
}

const quietMs = 100;

export function createJobs(tell: (progress: JobProgress) => void, now: () => number): Jobs {
  const running = new Map<string, AbortController>();
  return {
    run: async (name, kind, work) => {
      const controller = new AbortController();
      running.set(name, controller);
      let last: JobProgress = { job: name, kind, done: 0, total: 0, failed: 0, current: null, state: 'running' };
      let toldAt = -Infinity;
      const end = (state: JobProgress['state']): void => tell({ ...last, current: null, state });
      tell(last);
      try {
        const result = await work({
          signal: controller.signal,
          progress: ({ done, total, failed = 0, current = null }) => {
            last = { ...last, done, total, failed, current };
            if (now() - toldAt < quietMs) return;
            toldAt = now();
            tell(last);
          },
        });
        end(controller.signal.aborted ? 'cancelled' : 'done');
        return result;
      } catch (error) {
        end(error instanceof AppError && error.code === 'cancelled' ? 'cancelled' : 'failed');
        throw error;
      } finally {
        running.delete(name);
      }
    },
    cancel: (name) => running.get(name)?.abort(),
    cancelAll: () => running.forEach((controller) => controller.abort()),
  };
}
