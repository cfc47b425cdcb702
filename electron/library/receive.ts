import type { DeviceId } from '../../shared/base/ids';
import type { Revision } from '../../shared/revision/revision';
import { takeIn, unreadPacks, type Turn } from './catch-up';
import type { Core } from './core';
import { sha256 } from './hash';
import { headFormat, headPath, readHead, replaces, type Head } from './head';
import { limits } from './limits';
import type { Incoming, Received, RefusalCode } from './local-space';
import { covers, listPath, packPath, type Log } from './log';
import { decodePack, packFault, type PackEntry, type PackFault } from './pack';
import { decodeList } from './pack-list';
import type { Replica } from './replica';
import { readSignedJson } from './signed-json';
import { takeInStrayPacks, withoutErased } from './stray-packs';
import type { FileToWrite } from './write-file-atomic';

export interface ReceiveParts {
  readonly core: Core;
  readonly replica: Replica;
  readonly turn: Turn;
  /** Somebody else writes as this device: be another one from now on. */
  readonly renewDevice: () => Promise<unknown>;
}

type Refused = Received['refused'][number];

/** What came of one receiving, as far as files and index go; states are computed after it. */
export type Taken = Omit<Received, 'items'>;

/** A pack that was brought and is what the head says. */
interface Brought {
  readonly entry: PackEntry;
  readonly revisions: readonly Revision[];
  readonly bytes: Uint8Array;
  /** Holds words that have been erased here. */
  readonly erased: boolean;
}

const nothing: Taken = { revisions: 0, refused: [], missing: [] };

/**
 * Verifies one head and the files that came with it, keeps what holds and puts it in the index. The head's signature vouches for its files by their
 * hashes, so revisions are not checked one by one. Files first, then the head, then the index: after a crash the next opening goes on.
 */
export async function takeInHead(parts: ReceiveParts, incoming: Incoming): Promise<Taken> {
  const head = readHead(incoming.head);
  if (typeof head === 'string') return { ...nothing, refused: [{ path: claimedPath(incoming.head), code: head }] };
  const { device, space } = head.owner;
  if (space !== parts.replica.space)
    return { ...nothing, refused: [{ path: headPath(device), code: 'foreign-space' }] };
  if (head.format > headFormat) {
    await parts.replica.keepNewer(head, incoming.head);
    return { ...nothing, refused: [{ path: headPath(device), code: 'newer-format' }] };
  }
  if (device === parts.core.device.current()?.device) {
    if (isKnown(parts, head)) return nothing;
    await parts.renewDevice();
  }
  const log = await takeInLog(parts, head, incoming);
  const strays = await takeInStrayPacks(parts, head, incoming.files);
  return {
    revisions: log.revisions + strays.revisions,
    refused: [...log.refused, ...strays.refused],
    missing: [...log.missing, ...strays.missing],
  };
}

/** Everything that this head says has been read before. */
function isKnown({ core, replica }: ReceiveParts, { owner, last }: Head): boolean {
  if (last === null) return true;
  const known = core.revisions.find(last.revision);
  return known?.space === replica.space && known.device === owner.device;
}

async function takeInLog(parts: ReceiveParts, head: Head, incoming: Incoming): Promise<Taken> {
  const { replica, core } = parts;
  const { device } = head.owner;
  const before = await replica.logsOf(device);
  const same = before.find((log) => log.head.sig === head.sig);
  const first = before[0];
  if (same === undefined && first !== undefined && !replaces(head, first.head) && !isFork(parts, head)) {
    core.desk.report({ code: 'head-went-back', file: `${replica.folder}/${headPath(device)}`, device, mended: true });
    return nothing;
  }
  const files = new Map(incoming.files.map(({ path, bytes }) => [path, bytes]));
  const refused: Refused[] = [];
  const list = await takeList(replica, head, files, refused);
  const log: Log = {
    head,
    bytes: same?.bytes ?? incoming.head,
    packs: [...list.packs, ...head.packs],
    listed: list.packs,
  };
  const packs = await takePacks(parts, log, files, refused);
  const after = arrange(parts, before, log, packs.brought);
  await keepFiles(replica, log, [...list.files, ...packs.files], packs.brought);
  await replica.keepHeads(device, after);
  const revisions = await indexPacks(parts, log, packs);
  await dropReplaced(parts, device, before, after);
  return { revisions, refused, missing: [...list.missing, ...packs.missing] };
}

/** It names another revision with a number that the log here has too (F13); else it is an older copy of that log. */
function isFork({ core, replica }: ReceiveParts, { owner, last }: Head): boolean {
  if (last === null || core.revisions.find(last.revision) !== null) return false;
  return core.revisions.ofLog(replica.space, owner.device, last.n, last.n).length > 0;
}

function claimedPath(bytes: Uint8Array): string {
  const device = readSignedJson(bytes, limits.head)?.content['device'];
  return typeof device === 'string' && /^[0-9a-f]{32}$/.test(device) ? headPath(device as DeviceId) : 'heads';
}

async function takeList(
  replica: Replica,
  { owner, older }: Head,
  files: ReadonlyMap<string, Uint8Array>,
  refused: Refused[],
): Promise<{ packs: readonly PackEntry[]; files: readonly FileToWrite[]; missing: readonly string[] }> {
  if (older === null) return { packs: [], files: [], missing: [] };
  const path = listPath(owner.device, older);
  const known = replica.listed(older.hash);
  if (known !== undefined && replica.has(path)) return { packs: known, files: [], missing: [] };
  const bytes = files.get(path);
  if (bytes === undefined) return { packs: known ?? [], files: [], missing: [path] };
  const packs = await decodeList(bytes, owner, older, replica.lock);
  if (packs === null) {
    if (sha256(bytes) === older.hash && replica.lock.isLocked(bytes))
      return { packs: [], files: lockedFile(replica, path, bytes), missing: [] };
    refused.push({ path, code: 'damaged' });
    return { packs: known ?? [], files: [], missing: [] };
  }
  replica.rememberList(older.hash, packs);
  return { packs, files: [{ path, bytes }], missing: [] };
}

/** Kept, and looked at again when a key comes. */
function lockedFile(replica: Replica, path: string, bytes: Uint8Array): readonly FileToWrite[] {
  replica.locked.add(path);
  return [{ path, bytes }];
}

interface TakenPacks {
  readonly brought: readonly Brought[];
  /** Kept unread. */
  readonly files: readonly FileToWrite[];
  /** Here, and not in the index yet. */
  readonly unread: readonly PackEntry[];
  readonly missing: readonly string[];
}

async function takePacks(
  { core, replica }: ReceiveParts,
  { head, packs }: Log,
  files: ReadonlyMap<string, Uint8Array>,
  refused: Refused[],
): Promise<TakenPacks> {
  const { device } = head.owner;
  const read = core.revisions.packsRead(replica.space, device);
  const brought: Brought[] = [];
  const unreadable: FileToWrite[] = [];
  const unread: PackEntry[] = [];
  const missing: string[] = [];
  for (const entry of packs) {
    const path = packPath(device, entry);
    const bytes = files.get(path);
    if (replica.isSubstituted(path)) continue;
    if (replica.has(path)) {
      if (!read.has(entry.hash)) unread.push(entry);
    } else if (bytes === undefined) missing.push(path);
    else {
      const found = await readBrought({ core, replica }, head, entry, bytes);
      if (typeof found !== 'string') brought.push(found);
      else if (found === 'newer-format') unreadable.push({ path, bytes });
      else if (found === 'locked') unreadable.push(...lockedFile(replica, path, bytes));
      if (found === 'locked') continue;
      if (typeof found === 'string') refused.push({ path, code: found });
      else if (found.erased) refused.push({ path, code: 'erased-content' });
    }
  }
  return { brought, files: unreadable, unread, missing };
}

async function readBrought(
  { core, replica }: Pick<ReceiveParts, 'core' | 'replica'>,
  { owner }: Head,
  entry: PackEntry,
  bytes: Uint8Array,
): Promise<Brought | RefusalCode | PackFault> {
  if (bytes.length > limits.pack || sha256(bytes) !== entry.hash) return 'damaged';
  const pack = await decodePack(bytes, false, replica.lock);
  if (pack === null) return packFault(bytes, replica.lock);
  if (pack.owner.space !== owner.space) return 'foreign-space';
  if (pack.owner.device !== owner.device || pack.entry.from !== entry.from || pack.entry.to !== entry.to)
    return 'contradicts-log';
  const { revisions } = pack;
  const erased =
    core.revisions.hasErased(owner.space) &&
    revisions.some(({ header, body }) => body !== null && core.revisions.isErased(owner.space, header.id));
  return { entry, revisions, bytes, erased };
}

/** All logs of the device with this one among them, the one that stands first and then the other branches. */
function arrange(parts: ReceiveParts, before: readonly Log[], log: Log, brought: readonly Brought[]): readonly Log[] {
  const others = before.filter(
    (other) => other.head.sig !== log.head.sig && other.bytes !== null && !isPartOf(parts, other, log, brought),
  );
  return [log, ...others].sort((a, b) => (replaces(a.head, b.head) ? -1 : 1));
}

/** Whether `next` goes on where `now` ended. Told by what is at the seam; when that is not here yet, it is taken to. */
function isPartOf({ core, replica }: ReceiveParts, now: Log, next: Log, brought: readonly Brought[]): boolean {
  const { last, owner } = now.head;
  if (last === null) return true;
  const end = next.head.last;
  if (end === null || end.n < last.n) return false;
  if (end.n === last.n) return end.revision === last.revision;
  const holding = next.packs.find(({ from, to }) => from <= last.n && to >= last.n);
  if (holding !== undefined && now.packs.some(({ hash }) => hash === holding.hash)) return true;
  for (const { revisions } of brought) {
    const there = revisions.find(({ header }) => header.n === last.n);
    if (there !== undefined) return there.header.id === last.revision;
    const after = revisions.find(({ header }) => header.n === last.n + 1);
    if (after !== undefined) return after.header.prev === last.revision;
  }
  return !core.revisions.hasTwin(replica.space, { device: owner.device, n: last.n, id: last.revision });
}

async function keepFiles(
  replica: Replica,
  log: Log,
  files: readonly FileToWrite[],
  brought: readonly Brought[],
): Promise<void> {
  const { device } = log.head.owner;
  const whole = brought.filter(({ erased }) => !erased);
  await replica.write([...whole.map(({ entry, bytes }) => ({ path: packPath(device, entry), bytes })), ...files]);
}

async function indexPacks(
  { core, replica, turn }: ReceiveParts,
  log: Log,
  { brought, unread }: Pick<TakenPacks, 'brought' | 'unread'>,
): Promise<number> {
  let added = 0;
  for (const { entry, revisions, erased } of brought) {
    const kept = erased ? revisions.map((revision) => withoutErased(core, replica.space, revision)) : revisions;
    if (erased) await replica.substitute(log, entry, kept);
    added += await takeIn(core, replica.space, { hash: entry.hash, revisions: kept }, turn);
  }
  for (const entry of unread) {
    const revisions = await replica.pack(log, entry);
    if (revisions !== null) added += await takeIn(core, replica.space, { hash: entry.hash, revisions }, turn);
  }
  return added;
}

/** Reads what lies here and could not be read before: a key has come. Gives how many revisions were new. */
export async function readUnlocked(parts: ReceiveParts): Promise<number> {
  const { core, replica } = parts;
  replica.locked.clear();
  replica.forgetLogs();
  let revisions = 0;
  for (const log of await replica.logs())
    revisions += await indexPacks(parts, log, { brought: [], unread: unreadPacks(core, replica, log) });
  return revisions;
}

/** Packs that larger ones replaced go once those are here; of a forked log all stay. */
async function dropReplaced(
  { core, replica, turn }: ReceiveParts,
  device: DeviceId,
  before: readonly Log[],
  after: readonly Log[],
): Promise<void> {
  if (after.length > 1 || before.length === 0) return;
  const named = after.flatMap(({ packs }) => packs);
  const hashes = new Set(named.map(({ hash }) => hash));
  const replaced = before.flatMap(({ packs }) => packs).filter(({ hash }) => !hashes.has(hash));
  const isHere = (entry: PackEntry): boolean =>
    replica.hasPack(device, entry) || replica.isSubstituted(packPath(device, entry));
  const here = replaced.length === 0 ? [] : named.filter(isHere);
  const stays = replaced.filter((entry) => !covers(here, entry));
  for (const log of before) await replica.removeUnnamed(log, after, (entry) => !stays.includes(entry));
  for (const { hash } of stays) hashes.add(hash);
  if ([...core.revisions.packsRead(replica.space, device)].some((hash) => !hashes.has(hash)))
    await turn(() => core.database.transaction(() => core.revisions.keepPacks(replica.space, device, hashes)));
}
