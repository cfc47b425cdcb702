import { readFileSync, statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../shared/base/errors';
import { readAsides } from './docx-asides';
import type { DocumentText } from './document-text';
import { asAppError, extractDocument } from './extract';
import type { Answer, Job, WorkerSetUp } from './extractor-messages';
import { documentHtml } from './html';
import type { DocumentLimits } from './limits';

/**
 * Reads documents for a pool, one after the other. `open` gets the pool's `entryData`; what the function it gives makes of each document is what the pool's `extract` gives. `current` tells the pool which one is in
 * hand, so that it knows whom to blame when it has to end this thread. Outside a worker it does nothing: a bundler may load the entry for code it shares.
 */
export function serveExtraction<Data>(open: (data: Data) => (document: DocumentText) => unknown): void {
  if (parentPort === null) return;
  const port = parentPort;
  const { limits, current, entryData } = workerData as WorkerSetUp;
  const prepare = open(entryData as Data);
  const waiting: Job[] = [];
  let working = false;
  const work = async (): Promise<void> => {
    working = true;
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      Atomics.store(current, 0, job.number);
      const answer = await run(job, limits, prepare);
      Atomics.store(current, 0, 0);
      port.postMessage(answer);
    }
    working = false;
  };
  port.on('message', (job: Job) => {
    waiting.push(job);
    if (!working) void work();
  });
}

async function run(
  { number, task, source, name }: Job,
  limits: DocumentLimits,
  prepare: (document: DocumentText) => unknown,
): Promise<Answer> {
  try {
    const bytes = typeof source === 'string' ? readWithin(source, name, limits) : source;
    return { number, value: await valueOf(task, bytes, name, limits, prepare) };
  } catch (cause) {
    const { code, params } = asAppError(cause, name);
    return { number, error: { code, params } };
  }
}

async function valueOf(
  task: Job['task'],
  bytes: Uint8Array,
  name: string,
  limits: DocumentLimits,
  prepare: (document: DocumentText) => unknown,
): Promise<unknown> {
  switch (task) {
    case 'html':
      return documentHtml(bytes, name, limits);
    case 'asides':
      return readAsides(bytes, { name, limits });
    case 'text':
      return prepare(await extractDocument(bytes, name, limits));
  }
}

function readWithin(path: string, name: string, { maxFileBytes }: DocumentLimits): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > maxFileBytes)
      throw new AppError('document-too-large', { name, limitMb: Math.floor(maxFileBytes / (1024 * 1024)) });
    return readFileSync(path);
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('document-unreadable', { name }, { cause });
  }
}
