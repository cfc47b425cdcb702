import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DeviceId, ItemId, SpaceId } from '../../shared/base/ids';
import type { Revision } from '../../shared/revision/revision';
import { markStale, type Core } from './core';
import type { LibraryProgress } from './library-types';
import { covers, type Log } from './log';
import type { PackEntry } from './pack';
import type { Replica } from './replica';

export type CatchUpParts = Pick<Core, 'database' | 'desk' | 'revisions' | 'items' | 'judges' | 'replicas'>;

/** Does a piece of work that takes some tens of milliseconds at most, in between what else has to be done. */
export type Turn = <T>(work: () => T) => Promise<T>;

/** Nobody else is at work yet: only lets messages and timers through. */
const openingTurn: Turn = async (work) => {
  await nextTurn();
  return work();
};

const revisionsPerTurn = 150;
const itemsAtOnce = 24;
const turnMs = 20;

/**
 * Brings the index up to what the logs on disk say: reads the packs it has not read, then computes the items they touch. From nothing
 * it is a rebuild; after an ordinary close it reads heads only. Stopped half-way, it goes on at the next opening.
 */
export async function catchUp(core: CatchUpParts, tell: (progress: LibraryProgress) => void): Promise<void> {
  const unread: { replica: Replica; log: Log; entries: readonly PackEntry[] }[] = [];
  for (const replica of core.replicas.values()) {
    const logs = await replica.logs();
    reportWentBack(core, replica, logs);
    for (const log of logs) unread.push({ replica, log, entries: unreadPacks(core, replica, log) });
  }
  const total = unread.reduce(
    (sum, { entries }) => sum + entries.reduce((part, { from, to }) => part + to - from + 1, 0),
    0,
  );
  let done = 0;
  for (const { replica, log, entries } of unread) {
    for (const entry of entries) {
      const revisions = await replica.pack(log, entry);
      if (revisions !== null) await takeIn(core, replica.space, { hash: entry.hash, revisions }, openingTurn);
      done += entry.to - entry.from + 1;
      tell({ phase: 'rebuild', done: done / 2, total });
    }
    reportGaps(core, replica, log);
  }
  const told = (share: number): void => tell({ phase: 'rebuild', done: total / 2 + (share * total) / 2, total });
  await computeStale(core, openingTurn, (_, share) => total > 0 && told(share));
}

/**
 * Takes in packs of other devices that no head names: a crash, or a larger pack that never came, left them. Those whose revisions are all
 * in packs that are named are removed.
 */
export async function takeInStrays(core: CatchUpParts, self: DeviceId | null): Promise<void> {
  for (const replica of core.replicas.values()) {
    for (const device of new Set((await replica.logs()).map(({ head }) => head.owner.device))) {
      if (device === self) continue;
      const logs = await replica.logsOf(device);
      const here = logs.flatMap(({ packs }) => packs).filter((pack) => replica.hasPack(device, pack));
      for await (const { entry, revisions } of replica.strayPacks(logs, device)) {
        if (!core.revisions.packsRead(replica.space, device).has(entry.hash))
          await takeIn(core, replica.space, { hash: entry.hash, revisions }, openingTurn);
        const twins = core.revisions.hasTwins(replica.space, revisions);
        if (!twins && covers(here, entry)) await replica.removePack(device, entry);
        else replica.noteStray(device, entry);
      }
    }
  }
  await computeStale(core, openingTurn, () => undefined);
}

/** Puts the revisions of a pack that has been verified in the index, and marks their items; gives how many were new. */
export async function takeIn(
  core: Pick<Core, 'database' | 'desk' | 'revisions' | 'judges'>,
  space: SpaceId,
  { hash, revisions }: { readonly hash: string; readonly revisions: readonly Revision[] },
  turn: Turn,
): Promise<number> {
  const { device } = (revisions[0] as Revision).header;
  let added = 0;
  for (let start = 0; start < revisions.length; start += revisionsPerTurn) {
    const some = revisions.slice(start, start + revisionsPerTurn);
    await turn(() => {
      reportForks(core, space, some);
      core.database.transaction(() => {
        const fresh = core.revisions.insert(space, some);
        const touched = core.judges.touchedBy(space, fresh);
        for (const item of [...fresh.map(({ header }) => header.item), ...touched]) markStale(core, item);
        added += fresh.length;
        if (start + some.length === revisions.length) core.revisions.notePacks(space, device, [hash]);
      });
    });
    await core.database.settle();
  }
  return added;
}

function reportForks(
  { desk, revisions: store }: Pick<Core, 'desk' | 'revisions'>,
  space: SpaceId,
  revisions: readonly Revision[],
): void {
  const { device } = (revisions[0] as Revision).header;
  const end = store.logEnd(space, device);
  const seam = revisions.find(({ header }) => header.n === (end?.n ?? 0) + 1);
  const parted = seam !== undefined && seam.header.prev !== (end?.revision ?? null);
  const known = revisions.filter(({ header }) => header.n <= (end?.n ?? 0));
  if (parted || store.hasTwins(space, known))
    desk.report({ code: 'log-forked', file: `spaces/${space}/log/${device}`, device });
}

/** The log on disk is not the one that was read: an older copy was put back. What was read is kept; what differs is read as well. */
function reportWentBack({ revisions, desk }: CatchUpParts, { space }: Replica, logs: readonly Log[]): void {
  for (const device of new Set(logs.map(({ head }) => head.owner.device))) {
    // A forked log has a head for each branch.
    const ends = logs.filter(({ head }) => head.owner.device === device).map(({ head }) => head.last?.n ?? 0);
    if ((revisions.logEnd(space, device)?.n ?? 0) > Math.max(...ends))
      desk.report({ code: 'head-went-back', file: `heads/${device}.json`, device });
  }
}

export function unreadPacks(core: CatchUpParts, { space }: Replica, { head, packs }: Log): readonly PackEntry[] {
  const read = core.revisions.packsRead(space, head.owner.device);
  return packs.filter(({ hash }) => !read.has(hash));
}

function reportGaps({ desk }: CatchUpParts, replica: Replica, { head, packs }: Log): void {
  const { device } = head.owner;
  let next = 1;
  for (const { from, to } of packs) {
    if (from > next) desk.report({ code: 'log-gap', file: `spaces/${replica.space}/log/${device}`, device });
    next = Math.max(next, to + 1);
  }
}

/** Computes the items that are marked; `tell` gets those of each turn and the share that is done, 0 to 1. */
export async function computeStale(
  { database, items }: Pick<Core, 'database' | 'items'>,
  turn: Turn,
  tell: (items: readonly ItemId[], share: number) => void,
): Promise<void> {
  const marked = (): number =>
    database.prepare('SELECT count(*) AS count FROM core_stale').get<{ count: number }>()?.count ?? 0;
  const total = marked();
  for (let done = 0; marked() > 0;) {
    const computed = await turn(() => database.transaction(() => computeSome({ database, items })));
    await database.settle();
    done += computed.length;
    tell(computed, Math.min(1, done / Math.max(1, total)));
  }
}

/** As many as fit in a turn. Time is only measured here, never kept. */
function computeSome({ database, items }: Pick<Core, 'database' | 'items'>): readonly ItemId[] {
  const started = performance.now();
  const computed: ItemId[] = [];
  const next = database.prepare(`SELECT item FROM core_stale ORDER BY rowid LIMIT ${itemsAtOnce}`);
  const unmark = database.prepare('DELETE FROM core_stale WHERE item = ?');
  do {
    const some = next.all<{ item: ItemId }>().map(({ item }) => item);
    if (some.length === 0) break;
    items.recompute(some);
    for (const item of some) unmark.run(item);
    computed.push(...some);
  } while (performance.now() - started < turnMs);
  return computed;
}

/** Revisions that were read once and that the log on disk no longer has, after its last; for putting back. */
export function lostTail(
  core: CatchUpParts,
  replica: Replica,
  log: Log | null,
  device: DeviceId,
): ReturnType<Core['revisions']['ofLog']> {
  const end = core.revisions.logEnd(replica.space, device);
  const from = log?.head.last?.n ?? 0;
  if (end === null || end.n <= from) return [];
  const tail = core.revisions.ofLog(replica.space, device, from + 1, end.n);
  let prev = log?.head.last?.revision ?? null;
  const chained = tail.every(({ header }) => {
    const follows = header.prev === prev;
    prev = header.id;
    return follows;
  });
  return chained ? tail : [];
}
