import { readFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
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
/** More at once would be too long to wait for. */
const pendingAtOnce = 10_000;

export function createDocumentReader(parts: ReaderParts): DocumentReader {
  const { search, library, emit } = parts;
  let running: Promise<void> | null = null;
  const stop = new AbortController();
  /** Gives how many. */
  const readSome = async (hashes: readonly BlobHash[]): Promise<number> => {
    const read = await Promise.all(hashes.map((hash) => readBlob(parts, hash, stop.signal)));
    // What was erased for good meanwhile leaves no text behind.
    const entries = read.filter(({ hash }) => library.hasBlob(hash));
    if (stop.signal.aborted || entries.length === 0) return 0;
    search.documents.put(entries);
    emit('documents.indexed', { count: entries.length });
    await library.database.settle();
    return entries.length;
  };
  const readAll = async (): Promise<void> => {
    for (let read = 1; read > 0;) {
      read = 0;
      const hashes = search.documents.pending(pendingAtOnce);
      for (let at = 0; at < hashes.length && !stop.signal.aborted; at += batchSize) {
        await nextTurn();
        // Files that are still in a shared folder only keep waiting: they are read when they have come.
        read += await readSome(hashes.slice(at, at + batchSize).filter((hash) => library.hasBlob(hash)));
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
