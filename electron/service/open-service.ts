import { AppError } from '../../shared/base/errors';
import type { ItemId } from '../../shared/base/ids';
import {
  contract,
  type CallInput,
  type CallName,
  type CallOutput,
  type EventName,
  type Events,
} from '../../shared/contract';
import { discardIndexFile, indexPath } from '../library/index-file';
import { openLibrary } from '../library/library';
import type { Library } from '../library/library-types';
import { createAnalyser } from '../search/dutch/analyse';
import { itemIndexFactory } from '../search/item-index';
import { openSearch } from '../search/search';
import type { FreshTexts } from '../search/text-writer';
import { createDocumentReader } from './document-reader';
import { createExtractor } from './extractor';
import { libraryHandlers } from './handlers';
import { fileOf } from './handlers/items';
import { createFullSearch } from './full-search';
import { createJobs } from './jobs';
import { statusOf } from './library-status';
import type { Parts } from './service';

export interface ServiceOptions {
  readonly folder: string;
  readonly configFolder: string;
  /** The app's static files. */
  readonly resources: string;
  /** Where the built workers are. */
  readonly builtFolder: string;
  /** Makes the search index again from the replicas, when it may be what keeps the library from opening. */
  readonly freshIndex?: boolean;
  readonly clock: () => Date;
  readonly random: (sizeBytes: number) => Uint8Array;
  emit<Name extends EventName>(name: Name, payload: Events[Name]): void;
}

/** The library with everything around it, as the window, the command line, the tests and the benchmarks use it. */
export interface Service {
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  /** The bytes of an item's file, or null when it has none here. */
  locateFile(item: string): { path: string; mediaType: string } | null;
  close(): Promise<void>;
}

const manyItems = 1_000;

/**
 * Opens the library and all that works on it. Calls are answered from then on; texts that are missing are read in the background.
 * Errors: as `openLibrary`.
 */
export async function openService(options: ServiceOptions): Promise<Service> {
  const { folder, configFolder, clock, random, emit } = options;
  if (options.freshIndex === true) await discardIndexFile(folder);
  const analyser = createAnalyser();
  const fresh: FreshTexts = new Map();
  const jobs = createJobs(
    (progress) => emit('job.progress', progress),
    () => clock().getTime(),
  );
  const library = await openLibrary({
    folder,
    witnessFolder: configFolder,
    clock,
    random,
    index: itemIndexFactory(analyser, fresh),
    onChange: ({ items }) => emit('items.changed', { ids: items.length > manyItems ? null : items }),
    onProgress: ({ phase, done, total }) => tellOpening(options, phase, done, total),
    onProblem: () => undefined,
  });
  const search = openSearch(library.database, { analyser, fresh });
  const extractor = createExtractor(options.builtFolder);
  const fullSearch = createFullSearch(search, options.builtFolder, indexPath(folder));
  const base = { library, search, fullSearch, extractor, jobs, resources: options.resources, emit };
  const reader = createDocumentReader(base);
  const parts: Parts = { ...base, reader };
  const handlers = libraryHandlers(parts) as Record<string, ((input: unknown) => unknown) | undefined>;
  emit('library.status', statusOf(library));
  reader.wake();
  return {
    call: async (name, input) => {
      const checked = contract[name].input.safeParse(input);
      const handler = handlers[name];
      if (!checked.success || handler === undefined) throw new AppError('message-invalid', { name });
      return (await handler(checked.data)) as never;
    },
    locateFile: (item) => locateFile(library, item),
    close: async () => {
      jobs.cancelAll();
      await reader.close();
      await extractor.close();
      await fullSearch.close();
      await library.close();
    },
  };
}

function tellOpening(
  { emit, folder }: ServiceOptions,
  phase: 'rebuild' | 'verify' | 'erase',
  done: number,
  total: number,
): void {
  if (phase === 'rebuild')
    emit('library.status', { state: 'rebuilding', folder, error: null, problems: [], spaces: [] });
  const kind = phase === 'rebuild' ? 'rebuild' : 'verify';
  emit('job.progress', {
    job: phase,
    kind,
    done,
    total,
    failed: 0,
    current: null,
    state: done >= total ? 'done' : 'running',
  });
}

function locateFile(library: Library, item: string): { path: string; mediaType: string } | null {
  const state = library.get(item as ItemId);
  const file = state === null ? null : fileOf(state);
  return file === null || !library.hasBlob(file.hash)
    ? null
    : { path: library.blobPath(file.hash), mediaType: file.mediaType };
}
