import { AppError } from '../../shared/base/errors';
import type { BlobHash, DeviceId, ItemId, RevisionId, SpaceId } from '../../shared/base/ids';
import { confirmationBody, erasureBody, erasureOf, erasureType } from '../../shared/revision/erasure';
import type { ItemState } from '../../shared/revision/item-state';
import type { Revision } from '../../shared/revision/revision';
import { commit, notePacks, recordLogEnds, type Core } from './core';
import { eraseLeftovers } from './erase-leftovers';
import type { EraseRequest, ErasureStatus } from './library-types';
import { rewriteLog } from './log-writer';
import { encodePack, type PackEntry } from './pack';
import type { Replica } from './replica';

/**
 * Signs an erasure and carries it out here: the words leave the index and every pack of this replica, the bytes leave the disk, the
 * headers stay so that every chain still holds. Other devices do the same when the erasure reaches them. Error: `revision-not-found`.
 */
export async function erase(core: Core, erasure: ItemId, request: EraseRequest): Promise<ErasureStatus> {
  const { revisions, blobs, space } = targetsOf(core, request);
  const [done] = await commit(core, [{ id: erasure, space, body: () => erasureBody(revisions, blobs) }]);
  return carryOut(core, (done as { after: ItemState }).after);
}

function targetsOf(
  core: Core,
  { revisions = [], blobs = [], items = [] }: EraseRequest,
): { revisions: RevisionId[]; blobs: BlobHash[]; space: SpaceId } {
  const ofItems = items.flatMap((item) => core.revisions.ofItem(item).map(({ header }) => header.id));
  const all = [...new Set([...revisions, ...ofItems])];
  const spaces = new Set(all.map((id) => core.revisions.find(id)?.space));
  // What the same file is in another space, such as the original of what was published, is no reason to leave it in this one.
  const isOther = (item: ItemId): boolean =>
    !items.includes(item) && spaces.has(core.revisions.spaceOf(item) ?? undefined);
  const onlyTheirs = items
    .flatMap((item) => core.revisions.blobsOf(item))
    .filter((hash) => !core.revisions.itemsNaming(hash).some(isOther));
  for (const hash of blobs)
    for (const replica of core.replicas.values()) if (replica.blobs.has(hash)) spaces.add(replica.space);
  const [space, ...others] = [...spaces];
  if (space === undefined || others.length > 0) throw new AppError('revision-not-found');
  return { revisions: all, blobs: [...new Set([...blobs, ...onlyTheirs])], space };
}

/** Carries out erasures that this device has not confirmed yet: that a crash interrupted, or that came from another device. */
export async function carryOutPending(core: Core): Promise<void> {
  const device = core.device.current()?.device;
  if (device === undefined) return;
  for (const state of core.items.ofType(erasureType)) {
    if (erasureOf(state)?.confirmedBy.includes(device) === false) await carryOut(core, state);
  }
}

/** The same for erasures among items that just came in; gives the items whose words went. */
export async function carryOutArrived(core: Core, items: Iterable<ItemId>): Promise<readonly ItemId[]> {
  const changed: ItemId[] = [];
  const arrived = new Set(items);
  for (const state of core.items.ofType(erasureType)) {
    const erasure = arrived.has(state.id) ? erasureOf(state) : null;
    if (erasure === null) continue;
    if (erasure.confirmedBy.includes(core.device.current()?.device as DeviceId)) continue;
    await carryOut(core, state);
    changed.push(...erasure.revisions.flatMap((revision) => core.revisions.find(revision)?.item ?? []));
  }
  return changed;
}

/** After the index was made again: what has been erased stays erased, also for bodies that are still in somebody's pack. */
export async function rememberErasures(core: Pick<Core, 'database' | 'items' | 'revisions'>): Promise<void> {
  for (const state of core.items.ofType(erasureType)) {
    const { revisions, blobs } = wanted(core, state);
    const unknown = [...revisions, ...blobs].some((id) => !core.revisions.isErased(state.space, id));
    if (unknown) forget(core, state.space, revisions, blobs);
  }
}

function forget(
  core: Pick<Core, 'database' | 'items' | 'revisions'>,
  space: SpaceId,
  revisions: readonly RevisionId[],
  blobs: readonly BlobHash[],
): void {
  core.database.transaction(() => {
    core.items.recompute(core.revisions.erase(space, revisions, blobs));
    core.items.forgetFiles(blobs);
  });
}

/**
 * An erasure reaches no further than its own space: who may write in a shared one has no say over the others. An erasure itself cannot be
 * erased: everybody must be able to see that it was asked, and by whom.
 */
function wanted(
  core: Pick<Core, 'items' | 'revisions'>,
  state: ItemState,
): { revisions: readonly RevisionId[]; blobs: readonly BlobHash[] } {
  const { revisions = [], blobs = [] } = erasureOf(state) ?? {};
  const isOutOfReach = (id: RevisionId): boolean => {
    const found = core.revisions.find(id);
    if (found === null) return false;
    return found.space !== state.space || core.items.get(found.item)?.fields['type'] === erasureType;
  };
  return { revisions: revisions.filter((id) => !isOutOfReach(id)), blobs };
}

async function carryOut(core: Core, state: ItemState): Promise<ErasureStatus> {
  const signer = await core.device.ensure();
  const replica = core.replicas.get(state.space) as Replica;
  const { revisions, blobs } = wanted(core, state);
  const gone = [...revisions, ...blobs].every((id) => core.revisions.isErased(state.space, id));
  const mayConfirm = core.judges.mayRead(state.space, signer.device);
  if (gone && !mayConfirm) return statusOf(core, state) as ErasureStatus;
  forget(core, state.space, revisions, blobs);
  const byDevice = numbersByDevice(core, revisions);
  for (const [device, numbers] of byDevice) {
    if (device === signer.device) await emptyOwnPacks(core, replica, new Set(revisions), numbers);
    else await emptyOthersPacks(replica, device, new Set(revisions), numbers);
  }
  for (const hash of blobs) await removeBlob(core, replica, hash);
  await eraseLeftovers(core, replica, byDevice, blobs);
  // Freed pages of the database still hold the words until it is written anew.
  core.database.exec('VACUUM');
  core.database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
  core.onErased();
  if (!mayConfirm) return statusOf(core, state) as ErasureStatus;
  const [done] = await commit(core, [
    { id: state.id, space: state.space, body: () => confirmationBody(signer.device) },
  ]);
  return statusOf(core, (done as { after: ItemState }).after) as ErasureStatus;
}

/** From its space, and from every other one where it lies without an item that names it. */
async function removeBlob(core: Core, replica: Replica, hash: BlobHash): Promise<void> {
  const spaces = new Set(core.revisions.itemsNaming(hash).map((item) => core.revisions.spaceOf(item)));
  for (const other of core.replicas.values())
    if (other === replica || !spaces.has(other.space)) await other.blobs.remove(hash);
}

export function statusOf(
  core: Pick<Core, 'items' | 'revisions' | 'carriedOut'>,
  state: ItemState,
): ErasureStatus | null {
  const erasure = erasureOf(state);
  if (erasure === null) return null;
  const mark = `${state.id} ${erasure.revisions.length} ${erasure.blobs.length}`;
  const done = core.carriedOut.has(mark) || isCarriedOut(core, state);
  if (done) core.carriedOut.add(mark);
  return { id: state.id, space: state.space, done, ...erasure };
}

function isCarriedOut(core: Pick<Core, 'items' | 'revisions'>, state: ItemState): boolean {
  const { revisions, blobs } = wanted(core, state);
  return [...revisions, ...blobs].every((id) => core.revisions.isErased(state.space, id));
}

function numbersByDevice(core: Core, revisions: readonly RevisionId[]): ReadonlyMap<DeviceId, readonly number[]> {
  const byDevice = new Map<DeviceId, number[]>();
  for (const id of revisions) {
    const found = core.revisions.find(id);
    if (found !== null) byDevice.set(found.device, [...(byDevice.get(found.device) ?? []), found.n]);
  }
  return byDevice;
}

const without = (erased: ReadonlySet<RevisionId>) => (revision: Revision) =>
  erased.has(revision.header.id) ? { ...revision, body: null } : revision;
const holds = (numbers: readonly number[]) => (entry: PackEntry) =>
  numbers.some((n) => n >= entry.from && n <= entry.to);

async function emptyOwnPacks(
  core: Core,
  replica: Replica,
  erased: ReadonlySet<RevisionId>,
  numbers: readonly number[],
): Promise<void> {
  const signer = await core.device.ensure();
  const before = core.ownLogs.get(replica.space);
  if (before === undefined) return;
  const log = await rewriteLog(replica, signer, before, holds(numbers), without(erased));
  core.ownLogs.set(replica.space, log);
  core.database.transaction(() => notePacks(core, replica.space, log));
  await recordLogEnds(core);
}

async function emptyOthersPacks(
  replica: Replica,
  device: DeviceId,
  erased: ReadonlySet<RevisionId>,
  numbers: readonly number[],
): Promise<void> {
  const speaks = (revisions: readonly Revision[]): boolean =>
    revisions.some(({ header, body }) => body !== null && erased.has(header.id));
  const logs = await replica.logsOf(device);
  for (const log of logs) {
    for (const entry of log.packs.filter(holds(numbers))) {
      const revisions = await replica.pack(log, entry);
      if (revisions !== null && speaks(revisions)) await replica.substitute(log, entry, revisions.map(without(erased)));
    }
  }
  // What no head names is ours to write again: it proves itself by its revisions.
  for await (const { owner, entry, revisions } of replica.strayPacks(logs, device)) {
    if (!speaks(revisions)) continue;
    await replica.keepStray(device, await encodePack(owner, revisions.map(without(erased)), replica.lock));
    await replica.removePack(device, entry);
  }
}
