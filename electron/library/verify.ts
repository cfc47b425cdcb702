import type { Revision } from '../../shared/revision/revision';
import { notePacks, type Core } from './core';
import type { LibraryProgress, VerifyReport } from './library-types';
import type { Log } from './log';
import { encodePack, packName, type EncodedPack, type PackEntry } from './pack';
import type { Replica } from './replica';
import { isIntact } from './revision-seal';
import { verifierOf } from './signing';

/** Reads every pack and blob and compares the index with them. Gives what it counted, and whether the index is in order. */
export async function verifyAll(
  core: Core,
  tell: (progress: LibraryProgress) => void,
): Promise<Omit<VerifyReport, 'problems'> & { indexSound: boolean }> {
  const logs = await verifyLogs(core, tell);
  const blobs = await verifyBlobs(core, tell);
  return { ...logs, blobs, items: core.items.count(), indexSound: logs.allIndexed && isIndexSound(core) };
}

/** Reads every pack with every signature. What is damaged is put aside and, when the index still has it whole, written again. */
export async function verifyLogs(
  core: Core,
  tell: (progress: LibraryProgress) => void,
): Promise<{ packs: number; revisions: number; allIndexed: boolean }> {
  let [packs, revisions, allIndexed] = [0, 0, true];
  for (const replica of core.replicas.values()) {
    replica.forgetLogs();
    for (const log of await replica.logs()) {
      const mended: EncodedPack[] = [];
      for (const entry of log.packs) {
        const found = await replica.pack(log, entry, true);
        if (found === null) mended.push(...(await mendPack(core, replica, log, entry)));
        packs += 1;
        revisions += found?.length ?? 0;
        allIndexed &&=
          found === null || isReadable(() => found.every((one) => core.revisions.holds(one, core.replicas)));
        tell({ phase: 'verify', done: packs, total: Math.max(packs, log.packs.length) });
      }
      if (mended.length > 0) await replaceOwnPacks(core, replica, log, mended);
    }
  }
  return { packs, revisions, allIndexed };
}

/** Another device's pack is mended at once; our own is given back, because its place is in a newly signed head. */
async function mendPack(core: Core, replica: Replica, log: Log, entry: PackEntry): Promise<readonly EncodedPack[]> {
  const { device, publicKey } = log.head.owner;
  const known = core.revisions.ofLog(replica.space, device, entry.from, entry.to);
  const verify = verifierOf(publicKey);
  const whole =
    known.length === entry.to - entry.from + 1 &&
    known.every((revision, i) => isIntact(revision, verify) && follows(revision, known[i - 1]));
  if (!whole) return [];
  for (const code of ['pack-damaged', 'pack-missing'] as const) {
    const file = `spaces/${replica.space}/log/${device}/${packName(entry)}`;
    if (core.desk.problems.some((problem) => problem.code === code && problem.file === file))
      core.desk.report({ code, file, device, mended: true });
  }
  if (core.device.current()?.device === device) return [await encodePack(log.head.owner, known, replica.lock)];
  await replica.substitute(log, entry, known);
  return [];
}

function follows({ header }: Revision, before: Revision | undefined): boolean {
  return before === undefined || (header.n === before.header.n + 1 && header.prev === before.header.id);
}

async function replaceOwnPacks(core: Core, replica: Replica, log: Log, mended: readonly EncodedPack[]): Promise<void> {
  const packs = log.packs.map((entry) => mended.find((pack) => pack.entry.from === entry.from)?.entry ?? entry);
  const signer = await core.device.ensure();
  const next = await replica.writeLog(signer, { before: log, last: log.head.last, added: mended, packs });
  core.ownLogs.set(replica.space, next);
  core.database.transaction(() => notePacks(core, replica.space, next));
}

async function verifyBlobs(core: Core, tell: (progress: LibraryProgress) => void): Promise<number> {
  let count = 0;
  const expected = core.revisions.blobs();
  for (const { blobs, space } of core.replicas.values()) {
    for await (const hash of blobs.list()) {
      await blobs.check(hash);
      count += 1;
      tell({ phase: 'verify', done: count, total: Math.max(count, expected.length) });
    }
    for (const hash of expected) {
      const mine = core.revisions.itemsNaming(hash).some((item) => core.revisions.spaceOf(item) === space);
      if (!mine || core.revisions.isErased(space, hash) || blobs.has(hash)) continue;
      // In a shared space a file may well not have been fetched yet.
      if (core.spaces.get(space)?.marker.kind !== 'private' && core.revisions.isAbsent(space, hash)) continue;
      core.revisions.noteAbsent(space, { hash, sizeBytes: core.revisions.sizeOf(hash) });
      core.desk.report({ code: 'blob-missing', file: `spaces/${space}/blobs/${hash.slice(0, 2)}/${hash}` });
    }
  }
  return count;
}

/** SQLite looks at how the tables and their indexes hang together; what stands in them is compared with what they were made from. */
function isIndexSound({ items, database }: Core): boolean {
  const found = database.prepare('PRAGMA integrity_check(1)').get<{ integrity_check: string }>();
  return found?.integrity_check === 'ok' && isReadable(() => items.isSound());
}

/** What was damaged may be no JSON any more, or no text that can be inflated. */
function isReadable(check: () => boolean): boolean {
  try {
    return check();
  } catch (error) {
    if (error instanceof SyntaxError || /^Z_/.test(String((error as { code?: unknown }).code))) return false;
    throw error;
  }
}
