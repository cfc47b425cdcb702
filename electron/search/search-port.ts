import type { MessagePort, Worker } from 'node:worker_threads';
import { AppError, type ErrorCode, type ErrorParams } from '../../shared/base/errors';
import type { ItemId } from '../../shared/base/ids';
import type { Facet, ItemPage, ItemQuery } from '../../shared/search/item-query';
import type { Searcher } from './search';

/** What the worker is started with: the file of the index, and the app's static files. */
export interface SearchWorkerData {
  readonly path: string;
  readonly resources: string;
}

interface Request {
  readonly id: number;
  readonly kind: 'query' | 'facets' | 'ids';
  readonly query: ItemQuery;
}

type Reply = { readonly id: number } & (
  | { readonly value: ItemPage | readonly Facet[] | readonly ItemId[] }
  | { readonly error: { readonly code: ErrorCode; readonly params: ErrorParams } }
);

function answer(request: Request, searcher: Searcher): Reply {
  try {
    return { id: request.id, value: valueOf(request, searcher) };
  } catch (error) {
    if (error instanceof AppError) return { id: request.id, error: { code: error.code, params: error.params } };
    return { id: request.id, error: { code: 'internal', params: {} } };
  }
}

function valueOf({ kind, query }: Request, searcher: Searcher): ItemPage | readonly Facet[] | readonly ItemId[] {
  if (kind === 'query') return searcher.query(query, 'full');
  return kind === 'facets' ? searcher.facets(query) : searcher.ids(query);
}

/** The worker's side: answers what comes in, one after another. */
export function answerSearches(port: MessagePort, searcher: Searcher): void {
  port.on('message', (request: Request) => port.postMessage(answer(request, searcher)));
}

/** The asking side. */
export interface SearchClient {
  /** The full ranking. Rejects with AppError `cancelled` when a newer query came before this one was begun, or on `close`. */
  query(query: ItemQuery): Promise<ItemPage>;
  facets(query: ItemQuery): Promise<readonly Facet[]>;
  ids(query: ItemQuery): Promise<readonly ItemId[]>;
  close(): void;
}

interface Waiting {
  readonly request: Request;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * One question of a kind is with the worker and at most one waits: the next key replaces the one that waits, so a slow ranking costs one ranking and
 * never a queue of them.
 */
export function createSearchClient(port: Pick<MessagePort | Worker, 'postMessage' | 'on'>): SearchClient {
  const current = new Map<Request['kind'], Waiting>();
  const next = new Map<Request['kind'], Waiting>();
  let lastId = 0;

  const send = (waiting: Waiting): void => {
    current.set(waiting.request.kind, waiting);
    port.postMessage(waiting.request);
  };
  const ask = <T>(kind: Request['kind'], query: ItemQuery): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      lastId += 1;
      const waiting: Waiting = { request: { id: lastId, kind, query }, resolve, reject };
      if (!current.has(kind)) {
        send(waiting);
        return;
      }
      next.get(kind)?.reject(new AppError('cancelled'));
      next.set(kind, waiting);
    });
  const drop = (error: Error): void => {
    for (const waiting of [...current.values(), ...next.values()]) waiting.reject(error);
    current.clear();
    next.clear();
  };

  port.on('message', (reply: Reply) => {
    const done = [...current.values()].find((waiting) => waiting.request.id === reply.id);
    if (done === undefined) return;
    const { kind } = done.request;
    current.delete(kind);
    const following = next.get(kind);
    next.delete(kind);
    if (following !== undefined) send(following);
    if ('error' in reply) done.reject(new AppError(reply.error.code, reply.error.params));
    else done.resolve(reply.value as never);
  });
  port.on('error', (cause: unknown) => drop(new AppError('internal', {}, { cause })));
  return {
    query: (query) => ask<ItemPage>('query', query),
    facets: (query) => ask<readonly Facet[]>('facets', query),
    ids: (query) => ask<readonly ItemId[]>('ids', query),
    close: () => drop(new AppError('cancelled')),
  };
}
