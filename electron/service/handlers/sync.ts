import type { ItemId, SpaceId } from '../../../shared/base/ids';
import type { ItemDetail } from '../../../shared/model/views';
import type { SpaceStatus, SyncLogLine } from '../../../shared/model/sync';
import { conflictLines } from '../conflicts';
import type { LibraryHandlers, Parts } from '../service';
import { detailOf, existing, fileOf } from './items';
import { statusOf } from './spaces';

type Names =
  | 'sync.status'
  | 'sync.now'
  | 'sync.pause'
  | 'sync.resume'
  | 'sync.cancel'
  | 'sync.release'
  | 'sync.quarantine'
  | 'sync.log'
  | 'conflicts.list'
  | 'news.list'
  | 'news.markSeen'
  | 'bundle.make'
  | 'bundle.open'
  | 'files.fetch';

/** Keeping spaces in step, and what came of it. */
export function syncHandlers(parts: Parts): Pick<LibraryHandlers, Names> {
  const { sharing, library, news, jobs } = parts;
  const done = async (work: Promise<void>, id: SpaceId): Promise<SpaceStatus> => {
    await work;
    return statusOf(id, sharing.statuses());
  };
  return {
    'sync.status': async () => (await sharing.engine()).status(),
    'sync.now': async ({ id }) => {
      await (await sharing.engine()).sync(id ?? undefined);
      return sharing.statuses();
    },
    'sync.pause': async ({ id }) => done((await sharing.engine()).setPaused(id, true), id),
    'sync.resume': async ({ id }) => done((await sharing.engine()).setPaused(id, false), id),
    'sync.cancel': async ({ id }) => done((await sharing.engine()).cancel(id), id),
    'sync.release': async ({ id, choice }) => done((await sharing.engine()).answerBrake(id, choice), id),
    'sync.quarantine': async ({ id }) => (await sharing.engine()).quarantine(id),
    'sync.log': ({ id, limit }) => logOf(parts, id, limit),
    'conflicts.list': ({ space }) => conflictLines(library, space),
    'news.list': () => news.list(),
    'news.markSeen': () => news.markSeen(),
    'bundle.make': async ({ id, path, all }) => {
      const engine = await sharing.engine();
      return jobs.run(`bundle:${id}`, 'bundle', () => engine.makeBundle(id, path, { all }));
    },
    'bundle.open': async ({ path }) => {
      const engine = await sharing.engine();
      return jobs.run('bundle', 'bundle', () => engine.openBundle(path));
    },
    'files.fetch': ({ id }) => fetchFile(parts, id),
  };
}

const largestLog = 10_000;

async function logOf({ sharing }: Parts, space: SpaceId | null, limit: number): Promise<readonly SyncLogLine[]> {
  const lines = await (await sharing.engine()).recentLog(space === null ? limit : largestLog);
  return lines.filter((line) => space === null || line.space === space).slice(0, limit);
}

async function fetchFile(parts: Parts, id: ItemId): Promise<ItemDetail> {
  const { library, sharing, jobs, reader } = parts;
  const file = fileOf(existing(library, id));
  if (file !== null && !library.hasBlob(file.hash)) {
    const engine = await sharing.engine();
    await jobs.run(`fetch:${id}`, 'fetch', () => engine.fetchFile(file.hash));
    reader.wake();
  }
  return detailOf(parts, id);
}
