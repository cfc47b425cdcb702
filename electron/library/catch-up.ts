import type { DeviceId, ItemId } from '../../shared/base/ids';
import type { Revision } from '../../shared/revision/revision';
import type { Core } from './core';
import type { Head } from './head';
import type { LibraryProgress } from './library-types';
import type { PackEntry } from './pack';
import type { Replica } from './replica';

export type CatchUpParts = Pick<Core, 'database' | 'desk' | 'revisions' | 'items' | 'replicas'>;

const itemsPerTransaction = 500;

/**
 * Brings the index up to what the logs on disk say: reads the packs it has not read, then computes the items they touch. From nothing
 * it is a rebuild; after an ordinary close it reads heads only. Stopped half-way, it goes on at the next opening.
 */
export async function catchUp(core: CatchUpParts, tell: (progress: LibraryProgress) => void): Promise<void> {
  const unread: { replica: Replica; head: Head; entries: readonly PackEntry[] }[] = [];
  for (const replica of core.replicas.values()) {
    for (const device of await replica.devices()) {
      const head = await replica.head(device);
      if (head !== null) unread.push({ replica, head, entries: unreadPacks(core, replica, head) });
    }
  }
  const total = unread.reduce(
    (sum, { entries }) => sum + entries.reduce((part, { from, to }) => part + to - from + 1, 0),
    0,
  );
  let done = 0;
  for (const { replica, head, entries } of unread) {
    for (const entry of entries) {
      const pack = await replica.pack(head, entry);
      if (pack !== null) takeIn(core, replica, head, pack);
      done += entry.to - entry.from + 1;
      tell({ phase: 'rebuild', done: done / 2, total });
    }
    reportGaps(core, replica, head);
  }
  computeStale(core, (share) => tell({ phase: 'rebuild', done: total / 2 + (share * total) / 2, total }), total);
}

function takeIn(core: CatchUpParts, { space }: Replica, { owner: { device } }: Head, pack: readonly Revision[]): void {
  const end = core.revisions.logEnd(space, device);
  const seam = pack.find(({ header }) => header.n === (end?.n ?? 0) + 1);
  if (seam !== undefined && seam.header.prev !== (end?.revision ?? null)) {
    core.desk.report({ code: 'log-forked', file: `spaces/${space}/log/${device}`, device });
  }
  core.database.transaction(() => {
    for (const { header } of core.revisions.insert(space, pack)) markStale(core, header.item);
  });
}

function unreadPacks(core: CatchUpParts, replica: Replica, head: Head): readonly PackEntry[] {
  const end = core.revisions.logEnd(replica.space, head.owner.device);
  if (end === null) return head.packs;
  if (end.n === head.last.n && end.revision === head.last.revision) return [];
  if (end.n < head.last.n) return head.packs.filter((pack) => pack.to > end.n);
  // The log on disk is not the one that was read: an older copy was put back. What was read is kept; what differs is read as well.
  core.desk.report({ code: 'head-went-back', file: `heads/${head.owner.device}.json`, device: head.owner.device });
  return core.revisions.find(head.last.revision) === null ? head.packs : [];
}

function reportGaps({ desk }: CatchUpParts, replica: Replica, { owner: { device }, packs }: Head): void {
  let next = 1;
  for (const { from, to } of packs) {
    if (from > next) desk.report({ code: 'log-gap', file: `spaces/${replica.space}/log/${device}`, device });
    next = Math.max(next, to + 1);
  }
}

function markStale({ database }: CatchUpParts, item: ItemId): void {
  database.prepare('INSERT OR IGNORE INTO core_stale VALUES (?)').run(item);
}

function computeStale({ database, items }: CatchUpParts, tell: (share: number) => void, total: number): void {
  const count = database.prepare('SELECT count(*) AS count FROM core_stale').get<{ count: number }>()?.count ?? 0;
  for (let done = 0; done < count; done += itemsPerTransaction) {
    const page = database
      .prepare(`SELECT item FROM core_stale ORDER BY rowid LIMIT ${itemsPerTransaction}`)
      .all<{ item: ItemId }>();
    database.transaction(() => {
      items.recompute(page.map(({ item }) => item));
      for (const { item } of page) database.prepare('DELETE FROM core_stale WHERE item = ?').run(item);
    });
    if (total > 0) tell(Math.min(1, (done + page.length) / count));
  }
}

/** Revisions that were read once and that the log on disk no longer has, after its last; for putting back. */
export function lostTail(
  core: CatchUpParts,
  replica: Replica,
  head: Head | null,
  device: DeviceId,
): ReturnType<Core['revisions']['ofLog']> {
  const end = core.revisions.logEnd(replica.space, device);
  const from = head?.last.n ?? 0;
  if (end === null || end.n <= from) return [];
  const tail = core.revisions.ofLog(replica.space, device, from + 1, end.n);
  let prev = head?.last.revision ?? null;
  const chained = tail.every(({ header }) => {
    const follows = header.prev === prev;
    prev = header.id;
    return follows;
  });
  return chained ? tail : [];
}
