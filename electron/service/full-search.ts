import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/base/errors';
import type { ItemId } from '../../shared/base/ids';
import type { Facet, ItemPage, ItemQuery } from '../../shared/search/item-query';
import { createSearchClient, type SearchClient, type SearchWorkerData } from '../search/search-port';
import type { Search } from '../search/search';

/** Ranks every hit and counts facets without holding up the library process: above a size, in a worker with a connection of its own. */
export interface FullSearch {
  query(query: ItemQuery): Promise<ItemPage>;
  facets(query: ItemQuery): Promise<readonly Facet[]>;
  ids(query: ItemQuery): Promise<readonly ItemId[]>;
  close(): Promise<void>;
}

/** Below this many items a full ranking takes less than a frame, and the worker's memory is not worth it. */
const workerFrom = 5_000;
/** A ranking throws away megabytes of short-lived rows. Collected in small steps they cost no more time, and 40 MB less. */
const resourceLimits = { maxYoungGenerationSizeMb: 2 };

export function createFullSearch(search: Search, builtFolder: string, data: SearchWorkerData): FullSearch {
  let running: { worker: Worker; client: SearchClient } | null = null;
  // Without text there is nothing to rank: a list costs less here than the message to a worker.
  const clientFor = ({ text }: ItemQuery): SearchClient | null => {
    if (text.trim() === '') return null;
    if (running === null && search.counts().all < workerFrom) return null;
    if (running === null) {
      const worker = new Worker(join(builtFolder, 'search-worker.js'), {
        workerData: data,
        resourceLimits,
      });
      worker.unref();
      worker.once('exit', () => {
        running = null;
      });
      running = { worker, client: createSearchClient(worker) };
    }
    return running.client;
  };
  return {
    // A question that a newer one overtook still gets an answer, only the cheap one: somebody may be looking at it.
    query: async (query) =>
      (await unlessOvertaken(clientFor(query)?.query(query))) ??
      search.query(query, running === null ? 'full' : 'quick'),
    facets: async (query) => (await unlessOvertaken(clientFor(query)?.facets(query))) ?? search.facets(query),
    ids: async (query) => (await unlessOvertaken(clientFor(query)?.ids(query))) ?? search.ids(query),
    close: async () => {
      running?.client.close();
      await running?.worker.terminate();
    },
  };
}

async function unlessOvertaken<T>(asked: Promise<T> | undefined): Promise<T | null> {
  try {
    return (await asked) ?? null;
  } catch (error) {
    if (error instanceof AppError && error.code === 'cancelled') return null;
    throw error;
  }
}
