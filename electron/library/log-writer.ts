import type { Revision } from '../../shared/revision/revision';
import type { Head } from './head';
import { limits } from './limits';
import { covers, isSigned, lacksList, type Log } from './log';
import { encodePack, type EncodedPack, type PackEntry, type PackOwner } from './pack';
import { loosePacks, packsToAbsorb } from './pack-tiers';
import type { Replica } from './replica';
import type { Signer } from './signing';

// A pack of this much text fits its limit even when it does not compress.
const newPackText = limits.pack - limits.body / 8;

/** Adds revisions, numbered on from the end of `log`, to the signer's log; one new pack as a rule, with small ones before it taken up. */
export async function appendToLog(
  replica: Replica,
  signer: Signer,
  log: Log | null,
  revisions: readonly Revision[],
): Promise<Log> {
  const owner: PackOwner = { space: replica.space, device: signer.device, publicKey: signer.publicKey };
  const [first = [], ...others] = cutIntoPacks(revisions);
  const { kept, pack } = await absorbSmallPacks(replica, owner, log, first);
  const swept = log === null ? { packs: kept, added: [] } : await sweepLoosePacks(replica, log, kept);
  const added: EncodedPack[] = [...swept.added, pack];
  for (const part of others) added.push(await encodePack(owner, part, replica.lock));
  const packs = [...swept.packs, ...added.slice(swept.added.length).map(({ entry }) => entry)];
  const { n, id } = (revisions.at(-1) as Revision).header;
  return replica.writeLog(signer, { before: log, last: { n, revision: id }, added, packs });
}

async function absorbSmallPacks(
  replica: Replica,
  owner: PackOwner,
  log: Log | null,
  revisions: readonly Revision[],
): Promise<{ kept: readonly PackEntry[]; pack: EncodedPack }> {
  const alone = await encodePack(owner, revisions, replica.lock);
  const absorbed = log === null ? 0 : await underOneKey(replica, log, packsToAbsorb(log.packs, alone.entry));
  if (log === null || absorbed === 0) return { kept: log?.packs ?? [], pack: alone };
  const merged = await mergePacks(replica, log, log.packs.slice(-absorbed), revisions);
  return merged === null ? { kept: log.packs, pack: alone } : { kept: log.packs.slice(0, -absorbed), pack: merged };
}

/**
 * How many of the last packs are under the newest key. What was written before it stays as it is: whoever lost access then reads, with the key that they have, that and
 * why they did.
 */
async function underOneKey(replica: Replica, log: Log, most: number): Promise<number> {
  let count = 0;
  for (const entry of log.packs.slice(-most).reverse()) {
    if (count >= most || !(await replica.isOfNewestKey(log.head.owner.device, entry))) break;
    count += 1;
  }
  return count;
}

async function sweepLoosePacks(
  replica: Replica,
  log: Log,
  kept: readonly PackEntry[],
): Promise<{ packs: readonly PackEntry[]; added: EncodedPack[] }> {
  const packs: PackEntry[] = [];
  const added: EncodedPack[] = [];
  let next = 0;
  for (const [first, end] of loosePacks(kept)) {
    const merged = await mergePacks(replica, log, kept.slice(first, end), []);
    if (merged === null) continue;
    packs.push(...kept.slice(next, first), merged.entry);
    added.push(merged);
    next = end;
  }
  return { packs: [...packs, ...kept.slice(next)], added };
}

/** One pack instead of many, or null: replacing packs never loses a revision, so it must be the same unbroken run, and fit. */
async function mergePacks(
  replica: Replica,
  log: Log,
  entries: readonly PackEntry[],
  more: readonly Revision[],
): Promise<EncodedPack | null> {
  const all: Revision[] = [];
  for (const entry of entries) {
    const revisions = await replica.pack(log, entry);
    if (revisions === null) return null;
    all.push(...revisions);
  }
  all.push(...more);
  const unbroken = all.every(
    ({ header }, i) =>
      i === 0 || (header.n === (all[i - 1] as Revision).header.n + 1 && header.prev === all[i - 1]?.header.id),
  );
  if (!unbroken) return null;
  const merged = await encodePack(log.head.owner, all, replica.lock);
  return merged.entry.sizeBytes > limits.pack ? null : merged;
}

function cutIntoPacks(revisions: readonly Revision[]): readonly (readonly Revision[])[] {
  const parts: Revision[][] = [[]];
  let textBytes = 0;
  for (const revision of revisions) {
    const sizeBytes = Buffer.byteLength(JSON.stringify(revision)) + 1;
    if (textBytes + sizeBytes > newPackText && textBytes > 0) {
      parts.push([]);
      textBytes = 0;
    }
    textBytes += sizeBytes;
    parts.at(-1)?.push(revision);
  }
  return parts;
}

/** Writes the packs that `concerns` names again with their revisions changed by `change`: for erasing. The log stays the same log. */
export async function rewriteLog(
  replica: Replica,
  signer: Signer,
  log: Log,
  concerns: (entry: PackEntry) => boolean,
  change: (revision: Revision) => Revision,
): Promise<Log> {
  const added: EncodedPack[] = [];
  const packs: PackEntry[] = [];
  for (const entry of log.packs) {
    const revisions = concerns(entry) ? await replica.pack(log, entry) : null;
    if (revisions === null) {
      packs.push(entry);
      continue;
    }
    const pack = await encodePack(log.head.owner, revisions.map(change), replica.lock);
    added.push(pack);
    packs.push(pack.entry);
  }
  return added.length === 0 ? log : replica.writeLog(signer, { before: log, last: log.head.last, added, packs });
}

/**
 * After a crash between pack and head, or a head that had to be put together again: a pack that continues the log is taken
 * in, what a larger pack replaced is removed, what contradicts it is put aside. Gives the log as it now is.
 */
export async function settleLog(replica: Replica, signer: Signer, found: Log | null): Promise<Log | null> {
  let log = found;
  for await (const { entry, revisions } of replica.strayPacks(log === null ? [] : [log], signer.device)) {
    if (entry.to <= (log?.head.last?.n ?? 0)) {
      const here = (log?.packs ?? []).filter((pack) => replica.hasPack(signer.device, pack));
      if (covers(here, entry)) await replica.removePack(signer.device, entry);
    } else if (continues(log?.head ?? null, revisions)) {
      const { n, id } = (revisions.at(-1) as Revision).header;
      const packs = [...(log?.packs ?? []).filter((pack) => pack.from < entry.from), entry];
      log = await replica.writeLog(signer, { before: log, last: { n, revision: id }, added: [], packs });
    } else await replica.setPackAside(signer.device, entry);
  }
  if (log === null || (isSigned(log) && !lacksList(log))) return log;
  return replica.writeLog(signer, { before: log, last: log.head.last, added: [], packs: log.packs });
}

function continues(head: Head | null, revisions: readonly Revision[]): boolean {
  const first = (revisions[0] as Revision).header;
  const last = head?.last ?? null;
  if (last === null) return first.n === 1;
  if (first.n === last.n + 1) return first.prev === last.revision;
  return revisions.some(({ header }) => header.n === last.n && header.id === last.revision);
}
