import type { ServiceSettings } from '../../shared/model/settings';
import { indexPath } from '../library/index-file';
import type { Library } from '../library/library-types';
import type { Search } from '../search/search';
import { createBackups } from './backup/backups';
import { proveInWorker } from './backup/prove-in-worker';
import { createDocumentReader, type DocumentReader } from './document-reader';
import { createExtractor } from './extractor';
import { createFullSearch } from './full-search';
import { createGuard, type Guard } from './guard';
import type { Insight } from './insight';
import { createJobs, type Jobs } from './jobs';
import { openKeptCollections } from './kept-collections';
import { openNews } from './news';
import { firstSettings, openSharing } from './open-sharing';
import { createRecovery } from './recovery/recovery';
import { createRequestTeller } from './request-teller';
import type { Parts } from './service';
import type { ServiceOptions } from './service-options';
import { openWorkingCopies, type WorkingCopies } from './working-copies/working-copies';
import { systemTimers } from '../sync/timers';

interface Opened {
  readonly parts: Parts;
  changeSettings(settings: ServiceSettings): void;
}

/** All that works on an open library. */
export async function openParts(
  library: Library,
  search: Search,
  insight: Insight,
  options: ServiceOptions,
): Promise<Opened> {
  const { builtFolder, resources, clock, random, emit } = options;
  let current = firstSettings(options);
  const settings = (): ServiceSettings => current;
  const jobs = jobsOf(options);
  const extractor = createExtractor(builtFolder, resources);
  const reader = createDocumentReader({ library, search, extractor, emit });
  const filesArrived = (): void => {
    emit('documents.indexed', { count: 0 });
    reader.wake();
  };
  const news = await openNews(library);
  const keptCollections = await openKeptCollections(library);
  const sharing = openSharing(library, options, {
    ...{ news, settings, filesArrived, keptItems: keptCollections.items },
    looked: createRequestTeller({ library, clock, emit }).look,
  });
  sharing.limitBandwidth(current.bandwidthLimitKbPerSecond);
  const backups = createBackups({ library, clock, proof: (snapshot) => proveInWorker(builtFolder, snapshot) });
  const fullSearch = createFullSearch(search, builtFolder, { path: indexPath(library.folder), resources });
  const guard = createGuard({ library, search, extractor, profile: () => current.profile });
  const copies = await openCopies(library, options, reader, guard);
  const parts: Parts = {
    library,
    search,
    fullSearch,
    extractor,
    reader,
    jobs,
    sharing,
    news,
    keptCollections,
    backups,
    insight,
    guard,
    recovery: createRecovery({ library, sharing, settings, clock, random }),
    resources,
    builtFolder,
    copies,
    clock,
    random,
    settings,
    emit,
  };
  return {
    parts,
    changeSettings: (next) => {
      const { profile } = current;
      current = next;
      sharing.limitBandwidth(next.bandwidthLimitKbPerSecond);
      if (profile.name !== next.profile.name || profile.organisation !== next.profile.organisation)
        sharing.introduce().catch((error: unknown) => console.error(error));
    },
  };
}

function jobsOf({ emit, clock }: ServiceOptions): Jobs {
  return createJobs(
    (progress) => emit('job.progress', progress),
    () => clock().getTime(),
  );
}

function openCopies(
  library: Library,
  { clock, timers = systemTimers, emit }: ServiceOptions,
  reader: DocumentReader,
  guard: Guard,
): Promise<WorkingCopies> {
  return openWorkingCopies({
    ...{ library, clock, timers },
    folder: `${library.folder} werkkopieën`,
    tell: (list) => emit('copies.changed', list),
    allow: (id, change) => guard.allow('change', { kind: 'changes', changes: [{ id, change }] }, undefined),
    stored: () => reader.wake(),
  });
}
