import type { BlobHash, ItemId, SpaceId } from '../../../shared/base/ids';
import type { JsonValue } from '../../../shared/base/json';
import type { ItemDetail } from '../../../shared/model/views';
import type { BundleTakenIn, SpaceStatus, SyncLogLine } from '../../../shared/model/sync';
import type { ItemState } from '../../../shared/revision/item-state';
import { hiddenTypes } from '../../library/hidden-types';
import type { NewItem } from '../../library/library-types';
import type { SyncEngine } from '../../sync/engine';
import { conflictLines } from '../conflicts';
import { knownVersion } from '../file-versions';
import type { LibraryHandlers, Parts } from '../service';
import { detailOf, existing } from './items';
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
  | 'files.fetch'
  | 'files.version'
  | 'files.keepAll';

/** Keeping spaces in step, and what came of it. */
export function syncHandlers(parts: Parts): Pick<LibraryHandlers, Names> {
  const { sharing, library, news, jobs, guard } = parts;
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
    'bundle.make': async ({ id, path, all, readers, despite }) => {
      await guard.allow('bundle', { kind: 'space', id }, despite);
      const engine = await sharing.engine();
      return jobs.run(`bundle:${id}`, 'bundle', () => engine.makeBundle(id, path, { all, readers: readers ?? null }));
    },
    'bundle.open': async ({ path }) => {
      const engine = await sharing.engine();
      return jobs.run('bundle', 'bundle', () => openBundle(parts, engine, path));
    },
    'files.fetch': ({ id, version }) => fetchFile(parts, id, version),
    'files.version': ({ id, version }) => detailOf(parts, id, version),
    'files.keepAll': ({ id, keep, others }) => keepAllFiles(parts, id, keep, others),
  };
}

/** What it brings is looked at before it goes on to the space's own folder; with data of persons in it, sharing waits until somebody has looked. */
async function openBundle({ library, guard }: Parts, engine: SyncEngine, path: string): Promise<BundleTakenIn> {
  const newest = library.database.prepare('SELECT coalesce(max(rowid), 0) AS last FROM core_revisions');
  const { last = 0 } = newest.get<{ last: number }>() ?? {};
  let personal = 0;
  const opened = await engine.openBundle(path, async ({ space }) => {
    const brought = library.database
      .prepare('SELECT DISTINCT item FROM core_revisions WHERE space = ? AND rowid > ?')
      .all<{ item: ItemId }>(space, last);
    const ids = brought.flatMap(({ item }) => (isWritten(library.get(item)) ? [item] : []));
    const report = await guard.check({ kind: 'items', ids });
    personal = report.documents.filter(({ stops }) => stops > 0).length;
    return personal === 0;
  });
  return { ...opened, personal };
}

const own = new Set<unknown>(hiddenTypes);

/** By people, and not by the app about itself. */
function isWritten(state: ItemState | null): boolean {
  return state !== null && !own.has(state.fields['type']);
}

const largestLog = 10_000;

async function logOf({ sharing }: Parts, space: SpaceId | null, limit: number): Promise<readonly SyncLogLine[]> {
  const lines = await (await sharing.engine()).recentLog(space === null ? limit : largestLog);
  return lines.filter((line) => space === null || line.space === space).slice(0, limit);
}

async function fetchFile(parts: Parts, id: ItemId, version: BlobHash | undefined): Promise<ItemDetail> {
  const { library, sharing, jobs, reader } = parts;
  const { file } = detailOf(parts, id, version);
  if (file !== null && !library.hasBlob(file.hash)) {
    const engine = await sharing.engine();
    await jobs.run(`fetch:${id}`, 'fetch', () => engine.fetchFile(file.hash));
    reader.wake();
  }
  return detailOf(parts, id, version);
}

/** One step to undo. */
async function keepAllFiles(
  parts: Parts,
  id: ItemId,
  keep: BlobHash,
  others: readonly { readonly version: BlobHash; readonly title: string }[],
): Promise<{ item: ItemDetail; made: readonly ItemId[] }> {
  const { library } = parts;
  const state = existing(library, id);
  const kept = knownVersion(library, state, keep);
  const files = others.map(({ version, title }) => ({ title, file: knownVersion(library, state, version) }));
  const options = { label: 'resolve:1', group: `files:${id}` };
  const made: ItemId[] = [];
  for (const { title, file } of files)
    made.push((await library.createItem(beside(state, title, { ...file }), options)).id);
  await library.resolveConflict(id, 'file', { ...kept }, options);
  return { item: detailOf(parts, id), made };
}

/** The same item once more, with another title and file, and a relation to the first. */
function beside({ id, space, fields, sets }: ItemState, title: string, file: JsonValue): NewItem {
  const { type, origin: _origin, ...others } = fields;
  const filled = Object.entries(others).filter(([, value]) => value !== null);
  return {
    type: String(type),
    space,
    set: { ...Object.fromEntries(filled), title, file },
    add: { ...sets, relations: [...(sets['relations'] ?? []), { kind: 'related', target: id }] },
  };
}
