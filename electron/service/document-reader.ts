import { readFile } from 'node:fs/promises';
import { AppError } from '../../shared/base/errors';
import type { BlobHash } from '../../shared/base/ids';
import type { Library } from '../library/library-types';
import { itemsNaming } from '../search/items-naming';
import { fileOf } from './handlers/items';
import type { Parts } from './service';

/**
 * Reads in the background the files that have no text yet: after a rebuild, an update of the analysis, or an import that was
 * broken off. One failing file is remembered as failed and stops nothing.
 */
export interface DocumentReader {
  /** Looks whether there is work and does it. */
  wake(): void;
  /** Resolves when there is nothing left to read. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

type ReaderParts = Pick<Parts, 'library' | 'search' | 'extractor' | 'emit'>;

const batchSize = 16;
const mostPending = 1_000_000;

export function createDocumentReader(parts: ReaderParts): DocumentReader {
  let running: Promise<void> | null = null;
  const stop = new AbortController();
  // Files that are still in a shared folder only keep waiting: they are read when they have come.
  const ready = (): BlobHash[] =>
    parts.search.documents.pending(mostPending).filter((hash) => parts.library.hasBlob(hash));
  const readAll = async (): Promise<void> => {
    for (let hashes = ready(); hashes.length > 0; hashes = ready()) {
      for (let at = 0; at < hashes.length; at += batchSize) {
        const batch = hashes.slice(at, at + batchSize);
        const entries = await Promise.all(batch.map((hash) => readBlob(parts, hash, stop.signal)));
        if (stop.signal.aborted) return;
        parts.search.documents.put(entries);
        parts.emit('documents.indexed', { count: entries.length });
      }
    }
  };
  const wake = (): void => {
    running ??= readAll()
      .catch((error: unknown) => console.error(error))
      .finally(() => {
        running = null;
      });
  };
  return {
    wake,
    idle: async () => {
      while (running !== null) await running;
    },
    close: async () => {
      stop.abort();
      await running;
    },
  };
}

async function readBlob(
  { library, extractor }: ReaderParts,
  hash: BlobHash,
  signal: AbortSignal,
): Promise<Parameters<Parts['search']['documents']['put']>[0][number]> {
  try {
    const bytes = await readFile(library.blobPath(hash));
    const prepared = await extractor.extract(bytes, nameOf(library, hash), signal);
    return { hash, document: prepared.analysed };
  } catch (error) {
    return { hash, document: { kind: null, failure: error instanceof AppError ? error.code : 'blob-missing' } };
  }
}

function nameOf(library: Library, hash: BlobHash): string {
  const [item] = itemsNaming(library.database, hash);
  const state = item === undefined ? null : library.get(item);
  return (state === null ? null : fileOf(state)?.name) ?? hash;
}
