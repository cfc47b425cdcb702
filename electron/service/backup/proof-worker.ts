import { randomBytes } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../../shared/base/errors';
import { proveSnapshot } from './prove-snapshot';
import type { ProofAnswer } from './prove-in-worker';

const { snapshot } = workerData as { readonly snapshot: string };

void proveSnapshot(snapshot, { clock: () => new Date(), random: (sizeBytes) => randomBytes(sizeBytes) })
  .then(
    (proof): ProofAnswer => ({ ok: true, proof }),
    (error: unknown): ProofAnswer => {
      const { code, params } = error instanceof AppError ? error : new AppError('internal');
      if (code === 'internal') console.error(error);
      return { ok: false, code, params };
    },
  )
  .then((answer) => parentPort?.postMessage(answer));
