import type { DeviceId } from '../../shared/base/ids';
import { sha256 } from '../library/hash';
import { branchPath, headFormat, headPath, readHead as parseHead, type Head } from '../library/head';
import { inParallel } from '../library/in-parallel';
import { limits } from '../library/limits';
import type { LocalSpace, Received, SpaceFile } from '../library/local-space';
import { factsOf, isNewer, localHeads, type HeadFacts } from './head-facts';
import type { HeadListing, ListedHead } from './look';
import type { FaultCode } from './quarantine';
import { ownHeadPath, readRemote, stopIfCancelled, type RoundContext } from './round-context';
import { limitOf } from './space-paths';

const batchBytes = 8 * 1024 * 1024;
const batchFiles = 64;
const readsAtOnce = 4;

/** A head as it lies in the shared folder, sound in itself. */
interface Found {
  readonly path: string;
  readonly head: Head;
  readonly bytes: Uint8Array;
  readonly facts: HeadFacts;
  readonly tag: string;
}

/**
 * Takes in what changed, one device after the other, so that memory and a fault stay with one device. What cannot be used is put in
 * quarantine and the rest goes on.
 */
export async function receiveLogs(context: RoundContext, listing: HeadListing): Promise<void> {
  const changed = changedHeads(context, listing, await headsToMend(context, listing));
  let done = 0;
  for (const [path, { device, tag }] of changed) {
    stopIfCancelled(context);
    context.tell({ phase: 'receiving', done, total: changed.length });
    await receiveLog(context, path, device, tag);
    done += 1;
  }
  context.report.logFilesMissing = context.state.quarantine.waitingLogFiles();
}

/**
 * Heads that lie there and not here, or of which files are gone here, because they turned out to be damaged: worth another look when somebody asks for it.
 */
async function headsToMend({ space, mode }: RoundContext, listing: HeadListing): Promise<ReadonlySet<string>> {
  if (!mode.eager) return new Set();
  const here = await localHeads(space);
  const isWhole = (path: string): boolean => {
    const local = here.get(path);
    return local !== undefined && (local.own || space.filesOf(local.head).every((file) => space.has(file.path)));
  };
  return new Set([...listing.keys()].filter((path) => !isWhole(path)));
}

function changedHeads(
  { state, mode, clock }: RoundContext,
  listing: HeadListing,
  toMend: ReadonlySet<string>,
): readonly ListedHead[] {
  const { heads, quarantine } = state;
  if (mode.eager) quarantine.hasten();
  const due = quarantine.devicesDue(clock());
  return [...listing].filter(([path, { device, tag }]) => {
    const known = heads.get(path);
    if (known?.seen === false && known.tag === tag) heads.set(path, { ...known, seen: true });
    const fault = quarantine.get(path);
    if (toMend.has(path) || due.has(device)) return true;
    return fault === undefined ? known?.tag !== tag : fault.tag !== tag;
  });
}

async function receiveLog(context: RoundContext, path: string, device: DeviceId, tag: string): Promise<void> {
  const { state } = context;
  const found = await readHead(context, path, device, tag);
  if (found === null) return;
  const us = context.self();
  const accepted = await takeIn(context, found);
  if (accepted && context.self() === us && path === ownHeadPath(context)) await beSomebodyElse(context, found);
  if (context.self() !== us) {
    context.log('warning', 'device-elsewhere', { file: path });
    state.ownFiles.clear();
    state.superseded.clear();
  }
  if (accepted) state.heads.set(path, { ...found.facts, tag, seen: true });
}

/**
 * The library itself becomes another device when a head of ours names revisions that we did not write. A head of ours that is newer and names
 * none tells the same: a copy of this library writes too.
 */
async function beSomebodyElse(context: RoundContext, found: Found): Promise<void> {
  const here = (await localHeads(context.space)).get(found.path);
  if (here !== undefined && !isNewer(found.facts, here.facts)) return;
  await context.renewDevice();
  await takeIn(context, found);
}

/** null when there is no head to work with: gone since the listing, or in quarantine now. */
async function readHead(context: RoundContext, path: string, device: DeviceId, tag: string): Promise<Found | null> {
  const { space, state } = context;
  const bytes = await readRemote(context, path, limits.head);
  if (bytes === null) return null;
  const refuse = (code: FaultCode): null => {
    // What was known to be there is not there any more, so that the good one we may hold is put back.
    if (code !== 'newer-format') state.heads.delete(path);
    state.quarantine.add(path, code, device, context.clock(), tag);
    context.log('warning', 'file-refused', { file: path, reason: code });
    return null;
  };
  if (typeof bytes === 'string') return refuse(bytes);
  const head = parseHead(bytes);
  if (typeof head === 'string') return refuse(head);
  if (head.owner.space !== space.id) return refuse('foreign-space');
  if (path !== headPath(device) ? path !== branchPath(head) : head.owner.device !== device) return refuse('wrong-name');
  const facts = factsOf(head, sha256(bytes));
  if (head.format <= headFormat) return { path, head, bytes, facts, tag };
  // Kept and passed on as it is, and never written over by what we know how to read (F5).
  await space.receive({ head: bytes, files: [] });
  state.heads.set(path, { ...facts, tag, seen: true });
  return refuse('newer-format');
}

/**
 * Brings what the head names and is not here, in batches that fit in memory. Of a head that seems older nothing is read before the library
 * asks for it: most often it is an older copy that came back, and what we hold is put in its place (F18). False when the head was refused.
 */
async function takeIn(context: RoundContext, { path, head, bytes, facts, tag }: Found): Promise<boolean> {
  const { space, report, state } = context;
  const here = (await localHeads(space)).get(path);
  const sizes = new Map(space.filesOf(head).map((file) => [file.path, file.sizeBytes]));
  const tried = new Set<string>();
  const older = here !== undefined && !isNewer(facts, here.facts);
  let wanted = older ? [] : [...sizes.keys()].filter((name) => !space.has(name));
  const { device } = head.owner;
  do {
    stopIfCancelled(context);
    const files = await readSome(context, device, nextBatch(wanted, sizes), tried);
    const received = await space.receive({ head: bytes, files });
    for (const item of received.items) report.items.add(item);
    report.revisionsIn += received.revisions;
    if (refusesHead(context, received, { path, device, tag })) return false;
    wanted = received.missing.filter((name) => !tried.has(name));
  } while (wanted.length > 0);
  const heads = [head, ...(await headsOf(space, device))];
  const named = new Set(heads.flatMap((one) => [...space.filesOf(one).map((file) => file.path), ...one.strays]));
  state.quarantine.clearWhere(
    (name, fault) =>
      name === path || (fault.device === device && name.startsWith('log/') && (space.has(name) || !named.has(name))),
  );
  return true;
}

/** A forked log has more than one. */
async function headsOf(space: LocalSpace, device: DeviceId): Promise<readonly Head[]> {
  return (await space.heads()).map(({ head }) => head).filter(({ owner }) => owner.device === device);
}

function nextBatch(wanted: readonly string[], sizes: ReadonlyMap<string, number>): readonly string[] {
  const batch: string[] = [];
  let sizeBytes = 0;
  for (const path of wanted.slice(0, batchFiles)) {
    sizeBytes += sizes.get(path) ?? limits.pack;
    if (batch.length > 0 && sizeBytes > batchBytes) break;
    batch.push(path);
  }
  return batch;
}

async function readSome(
  context: RoundContext,
  device: DeviceId,
  paths: readonly string[],
  tried: Set<string>,
): Promise<readonly SpaceFile[]> {
  const files = await inParallel(paths, readsAtOnce, async (path) => {
    tried.add(path);
    const bytes = await readRemote(context, path, limitOf(path));
    if (bytes instanceof Uint8Array) return { path, bytes };
    context.state.quarantine.add(path, bytes ?? 'not-there', device, context.clock());
    return null;
  });
  return files.filter((file) => file !== null);
}

function refusesHead(
  context: RoundContext,
  { refused }: Received,
  head: { readonly path: string; readonly device: DeviceId; readonly tag: string },
): boolean {
  const { quarantine } = context.state;
  for (const { path, code } of refused) {
    const isHead = path.startsWith('heads/');
    quarantine.add(isHead ? head.path : path, code, head.device, context.clock(), isHead ? head.tag : undefined);
    context.log('warning', 'file-refused', { file: path, reason: code });
  }
  return refused.some(({ path }) => path.startsWith('heads/'));
}
