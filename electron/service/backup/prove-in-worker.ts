import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode, type ErrorParams } from '../../../shared/base/errors';
import type { Proof } from './prove-snapshot';

export type ProofAnswer =
  | { readonly ok: true; readonly proof: Proof | null }
  | { readonly ok: false; readonly code: ErrorCode; readonly params: ErrorParams };

/** Proves a snapshot without holding up the library: opening it means reading all of it. */
export function proveInWorker(builtFolder: string, snapshot: string): Promise<Proof | null> {
  const worker = new Worker(join(builtFolder, 'proof-worker.js'), { workerData: { snapshot } });
  return new Promise((resolve, reject) => {
    worker.once('message', (answer: ProofAnswer) => {
      if (answer.ok) resolve(answer.proof);
      else reject(new AppError(answer.code, answer.params));
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new AppError('cancelled')));
  });
}
