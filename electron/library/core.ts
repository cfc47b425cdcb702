import { AppError } from '../../shared/base/errors';
import type { BlobHash, ItemId, SpaceId } from '../../shared/base/ids';
import { isEmptyChange } from '../../shared/revision/change';
import type { ItemState } from '../../shared/revision/item-state';
import type { Revision, RevisionBody } from '../../shared/revision/revision';
import { extendState, itemState, type MergePolicy } from '../../shared/revision/state';
import { catchUp } from './catch-up';
import type { Database } from './database';
import type { Device, LogEnds } from './device';
import type { ItemStore } from './item-store';
import type { Judges } from './judges';
import { limits } from './limits';
import type { Log } from './log';
import { appendToLog } from './log-writer';
import type { Replica } from './replica';
import { sealRevision } from './revision-seal';
import { blobNamedBy, type RevisionStore } from './revision-store';
import type { ProblemDesk } from './set-aside';
import type { Signer } from './signing';
import type { Space } from './spaces';

/** The parts of an open library that its actions work with. */
export interface Core {
  readonly database: Database;
  readonly desk: ProblemDesk;
  readonly device: Device;
  readonly revisions: RevisionStore;
  readonly items: ItemStore;
  /** Which revisions count where a space has members. */
  readonly judges: Judges;
  readonly spaces: Map<SpaceId, Space>;
  readonly replicas: Map<SpaceId, Replica>;
  /** The current device's own log in each space, as far as it is on disk. */
  readonly ownLogs: Map<SpaceId, Log>;
  /** Called with a space after this device wrote into it. */
  readonly written: Set<(space: SpaceId) => void>;
  readonly policy: MergePolicy;
  readonly clock: () => Date;
  /** Held by whoever may still write, so that the lock is never collected before its library. */
  readonly unlock: () => void;
  /** Makes the next opening rebuild the index. */
  readonly condemnIndex: () => Promise<void>;
  /** Erasures that were seen to be carried out here: looked at once, for there may be thousands of revisions in one. */
  readonly carriedOut: Set<string>;
  /** An erasure was carried out here. */
  readonly onErased: () => void;
  /** `behind`: it missed what the log has, because the disk was full or failed, and takes that in before anything more is written. `condemned`: the next opening makes it anew. */
  indexState: 'current' | 'behind' | 'condemned';
}

/** A change to be made to an item as it is when its turn comes; `now` is null for a new one. */
export interface Draft {
  readonly id: ItemId;
  readonly space: SpaceId;
  body(now: ItemState | null): RevisionBody;
}

export interface Done {
  readonly id: ItemId;
  readonly before: ItemState | null;
  readonly after: ItemState;
  /** Empty when there was nothing to change. */
  readonly body: RevisionBody;
}

/**
 * Seals the drafts as revisions of one batch per space and resolves when they are on disk and in the index. One caller at a time.
 * The log is written first: when the index fails after that, nothing is lost; the next change or the next opening brings it up.
 */
export async function commit(core: Core, drafts: readonly Draft[]): Promise<readonly Done[]> {
  if (core.indexState !== 'current') await bringIndexUp(core);
  const signer = await core.device.ensure();
  const done: Done[] = [];
  for (const space of new Set(drafts.map((draft) => draft.space))) {
    const batch = new Batch(core, space, signer, core.ownLogs.get(space) ?? null);
    for (const draft of drafts.filter((candidate) => candidate.space === space)) done.push(batch.add(draft));
    const log = await store(core, space, signer, batch, core.ownLogs.get(space) ?? null);
    if (log === null) continue;
    await recordLogEnds(core);
    for (const tell of core.written) tell(space);
  }
  return done;
}

/** The same in one space, as a device that is not this library's: what it wrote before must be here. */
export async function commitAs(core: Core, signer: Signer, draft: Draft): Promise<void> {
  if (core.indexState !== 'current') await bringIndexUp(core);
  const { space } = draft;
  const log = (await core.replicas.get(space)?.log(signer.device)) ?? null;
  const batch = new Batch(core, space, signer, log);
  batch.add(draft);
  await store(core, space, signer, batch, log);
  for (const tell of core.written) tell(space);
}

/** The log as it is after that; null when there was nothing to write. Of this device's own log the caller takes note. */
async function store(
  core: Core,
  space: SpaceId,
  signer: Signer,
  { revisions, changed }: Batch,
  before: Log | null,
): Promise<Log | null> {
  if (revisions.length === 0) return null;
  const replica = core.replicas.get(space) as Replica;
  for (const { body } of revisions) {
    const blob = blobNamedBy(body);
    if (blob !== null) await placeBlob(core, replica, blob.hash);
  }
  const log = await appendToLog(replica, signer, before, revisions);
  // Before the index hears of it, which may fail.
  if (signer.device === core.device.current()?.device) core.ownLogs.set(space, log);
  try {
    core.database.transaction(() => {
      core.revisions.insert(space, revisions);
      core.items.put(changed.values());
      notePacks(core, space, log);
      for (const item of core.judges.touchedBy(space, revisions)) markStale(core, item);
    });
  } catch (error) {
    core.indexState = 'behind';
    if (error instanceof AppError && error.code !== 'index-damaged') throw error;
    core.indexState = 'condemned';
    await core.condemnIndex();
    throw new AppError('index-damaged', {}, { cause: error });
  }
  return log;
}

/** Its state is computed anew when there is time. */
export function markStale({ database }: Pick<Core, 'database'>, item: ItemId): void {
  database.prepare('INSERT OR IGNORE INTO core_stale VALUES (?)').run(item);
}

async function bringIndexUp(core: Core): Promise<void> {
  if (core.indexState === 'condemned') throw new AppError('index-damaged');
  await catchUp(core, () => undefined);
  core.indexState = 'current';
}

/** Files are put in the private space; one that an item of another space names must be in that space too, before the revision that says so. */
async function placeBlob(core: Core, replica: Replica, hash: BlobHash): Promise<void> {
  if (replica.blobs.has(hash)) return;
  if (core.revisions.isErased(replica.space, hash)) throw new AppError('blob-erased');
  const holder = [...core.replicas.values()].find(({ blobs }) => blobs.has(hash));
  if (holder !== undefined) await replica.blobs.take(hash, holder.blobs.path(hash));
}

/** The packs of this log are in the index, and those that it replaced are no more. */
export function notePacks({ revisions }: Pick<Core, 'revisions'>, space: SpaceId, { head, packs }: Log): void {
  const hashes = new Set(packs.map(({ hash }) => hash));
  revisions.keepPacks(space, head.owner.device, hashes);
  revisions.notePacks(space, head.owner.device, hashes);
}

/** What is written is safe without it: a witness that lags behind still recognises this log, one that is gone costs a new device id. */
export async function recordLogEnds(core: Pick<Core, 'device' | 'desk' | 'ownLogs'>): Promise<void> {
  try {
    await core.device.record(logEnds(core.ownLogs));
  } catch {
    core.desk.report({ code: 'witness-unwritable', file: 'device/device.json' });
  }
}

function logEnds(logs: ReadonlyMap<SpaceId, Log>): LogEnds {
  return Object.fromEntries([...logs].flatMap(([space, { head }]) => (head.last === null ? [] : [[space, head.last]])));
}

/** Numbers and chains revisions on from the end of the device's log, each on the state the one before it left. */
class Batch {
  readonly revisions: Revision[] = [];
  /** The items as the batch leaves them. */
  readonly changed = new Map<ItemId, ItemState>();
  private last: { readonly n: number; readonly revision: Revision['header']['prev'] };
  private readonly at: string;
  private readonly under: Pick<Revision['header'], 'under'>;

  constructor(
    private readonly core: Core,
    private readonly space: SpaceId,
    private readonly signer: Signer,
    log: Log | null,
  ) {
    this.last = log?.head.last ?? { n: 0, revision: null };
    this.at = core.clock().toISOString();
    const under = core.judges.under(space);
    this.under = under === null ? {} : { under };
  }

  add({ id, body }: Draft): Done {
    const before = this.changed.get(id) ?? this.core.items.get(id);
    const change = body(before);
    if (before !== null && isEmptyChange(change)) return { id, before, after: before, body: change };
    if (Buffer.byteLength(JSON.stringify(change)) > limits.body)
      throw new AppError('change-too-large', { limitMb: limits.body / 1024 / 1024 });
    const { n, revision: prev } = this.last;
    const header = { item: id, parents: before?.heads ?? [], device: this.signer.device, n: n + 1, prev, at: this.at };
    const revision = sealRevision({ ...header, ...this.under }, change, this.signer);
    this.core.judges.check(this.space, revision, this.revisions);
    const key = { id, space: this.space };
    const after = (
      before === null ? itemState(key, [revision], this.core.policy) : extendState(before, revision)
    ) as ItemState;
    this.last = { n: n + 1, revision: revision.header.id };
    this.revisions.push(revision);
    this.changed.set(id, after);
    return { id, before, after, body: change };
  }
}
