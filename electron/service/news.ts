import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { DeviceId, ItemId, SpaceId } from '../../shared/base/ids';
import type { NewsLine } from '../../shared/model/sync';
import { readLimited } from '../library/files';
import { hiddenTypes } from '../library/hidden-types';
import { createQueue } from '../library/in-parallel';
import type { Library } from '../library/library-types';
import { limits } from '../library/limits';
import { writeFileAtomic } from '../library/write-file-atomic';
import { participantsOf } from './participants';

/** What others changed since the last visit. */
export interface News {
  /** One line for each item, newest first, at most some hundreds. */
  list(): readonly NewsLine[];
  /** All that is here now has been seen. */
  markSeen(): Promise<void>;
  /** What a space holds when it has been opened for the first time is no news. */
  begin(space: SpaceId): Promise<void>;
}

/** How far the logs of others had come, by space and device. */
type Seen = Record<string, Record<string, number>>;

const mostLines = 300;
/** Older changes of a device than this many are passed over: the list names the newest. */
const mostRevisions = 20_000;
const hidden = new Set<string>(hiddenTypes);
const seenSchema = z.object({ format: z.literal(1), seen: z.record(z.string(), z.record(z.string(), z.number())) });

/** Remembers in `device/visit.json` what was seen; when that is damaged or gone, all that is here counts as seen. */
export async function openNews(library: Library): Promise<News> {
  const path = join(library.folder, 'device', 'visit.json');
  const queue = createQueue();
  const seen = await readSeen(path);
  const write = (): Promise<void> =>
    queue(async () => {
      await mkdir(join(library.folder, 'device'), { recursive: true });
      await writeFileAtomic(path, Buffer.from(JSON.stringify({ format: 1, seen })));
    });
  return {
    list: () => newsOf(library, seen),
    markSeen: async () => {
      for (const { id, kind } of library.spaces()) if (kind !== 'private') seen[id] = logEnds(library, id);
      await write();
    },
    begin: async (space) => {
      if (seen[space] !== undefined) return;
      seen[space] = logEnds(library, space);
      await write();
    },
  };
}

async function readSeen(path: string): Promise<Seen> {
  const bytes = await readLimited(path, limits.marker);
  if (!(bytes instanceof Uint8Array)) return {};
  try {
    return seenSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).seen;
  } catch {
    return {};
  }
}

function logEnds({ database }: Library, space: SpaceId): Record<string, number> {
  const rows = database
    .prepare('SELECT device, n FROM core_logs WHERE space = ?')
    .all<{ device: DeviceId; n: number }>(space);
  return Object.fromEntries(rows.map(({ device, n }) => [device, n]));
}

function newsOf(library: Library, seen: Seen): readonly NewsLine[] {
  const lines = library
    .spaces()
    .filter(({ id, kind }) => kind !== 'private' && seen[id] !== undefined)
    .flatMap(({ id }) => newsOfSpace(library, id, seen[id] ?? {}));
  return lines.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, mostLines);
}

function newsOfSpace(library: Library, space: SpaceId, seen: Readonly<Record<string, number>>): readonly NewsLine[] {
  const own = library.device();
  const since = library.database.prepare(
    'SELECT item, max(n) AS n FROM core_revisions WHERE space = ? AND device = ? AND n > ? AND n > ? GROUP BY item ORDER BY n DESC LIMIT ?',
  );
  const items = new Set<ItemId>();
  for (const [device, end] of Object.entries(logEnds(library, space))) {
    const from = seen[device] ?? 0;
    if (device === own || end <= from) continue;
    const rows = since.all<{ item: ItemId }>(space, device, from, end - mostRevisions, mostLines);
    for (const { item } of rows) items.add(item);
  }
  return [...items].flatMap((item) => lineOf(library, item, space, seen) ?? []);
}

function lineOf(
  library: Library,
  item: ItemId,
  space: SpaceId,
  seen: Readonly<Record<string, number>>,
): NewsLine | null {
  const state = library.get(item);
  const type = String(state?.fields['type'] ?? '');
  if (state === null || hidden.has(type)) return null;
  const own = library.device();
  const positions = positionsOf(library, item);
  const fresh = library.history(item).filter((step) => {
    const n = positions.get(step.revision) ?? 0;
    return step.device !== own && !step.waiting && n > (seen[step.device] ?? 0);
  });
  const newest = fresh.reduce((at, step) => (step.at > at ? step.at : at), '');
  if (newest === '') return null;
  const names = participantsOf(library, space);
  const isNew = fresh.some((step) => step.changes.some(({ field }) => field === 'type'));
  return {
    item,
    type,
    title: String(state.fields['title'] ?? ''),
    space,
    kind: state.deleted ? 'binned' : isNew ? 'new' : 'changed',
    by: [...new Set(fresh.map(({ device }) => names.get(device)?.name ?? ''))].filter((name) => name !== ''),
    at: newest,
    fields: [...new Set(fresh.flatMap(({ changes }) => changes.map(({ field }) => field)))],
  };
}

function positionsOf({ database }: Library, item: ItemId): ReadonlyMap<string, number> {
  const rows = database.prepare('SELECT id, n FROM core_revisions WHERE item = ?').all<{ id: string; n: number }>(item);
  return new Map(rows.map(({ id, n }) => [id, n]));
}
