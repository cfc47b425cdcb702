import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createExtractorPool, type ExtractorPool } from '../documents/extractor-pool';
import type { PreparedDocument } from './prepared-document';

export type Extractor = ExtractorPool<PreparedDocument>;

/** A scanned report of hundreds of pages takes seconds; a minute is a document that will never end. */
const timeLimitMs = 60_000;
const memoryLimitMb = 512;
const mostWorkers = 4;

/** Workers that read and analyse documents, one processor left for the library and the window. */
export function createExtractor(builtFolder: string, resources: string): Extractor {
  const workers = Math.min(mostWorkers, Math.max(1, availableParallelism() - 1));
  return createExtractorPool<PreparedDocument>({
    workers,
    entry: join(builtFolder, 'extract-worker.js'),
    entryData: { resources },
    timeLimitMs,
    memoryLimitMb,
  });
}
