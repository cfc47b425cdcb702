import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../../shared/base/errors';
import type { DraftComparison } from '../../../shared/model/draft';

/** Two reports of hundreds of pages take seconds; longer is not worth waiting for. */
const limitMs = 30_000;

/** Compares without holding up the library. Error: `cancelled` when it takes too long. */
export function compareInWorker(builtFolder: string, before: string, after: string): Promise<DraftComparison> {
  const worker = new Worker(join(builtFolder, 'compare-worker.js'), { workerData: { before, after } });
  const timer = setTimeout(() => void worker.terminate(), limitMs);
  return new Promise<DraftComparison>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new AppError('cancelled')));
  }).finally(() => {
    clearTimeout(timer);
    void worker.terminate();
  });
}
