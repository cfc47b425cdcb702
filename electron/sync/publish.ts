import type { DeviceId } from '../../shared/base/ids';
import { headFormat } from '../library/head';
import { limits } from '../library/limits';
import type { HeadNotes, LocalSpace } from '../library/local-space';
import { packAt } from '../library/log';
import { bringBlobs, bringLogFiles, putBytes } from './bring-files';
import { isNewer, lastN, localHeads, type PlacedHead } from './head-facts';
import { blobsNamed } from './named-blobs';
import { ownHeadPath, stopIfCancelled, type RoundContext } from './round-context';
import { logFolder, namedFile } from './space-paths';

const attempts = 5;

/**
 * Puts what the shared folder lacks: our own news, and the logs of others that it lost or never had (from a bundle, or from another
 * folder), as their owners signed them (F18, F20). Files, then packs and list, then the head (F21).
 */
export async function publish(context: RoundContext): Promise<void> {
  await writeNotes(context);
  const behind = [...(await localHeads(context.space)).values()].filter((local) => isBehind(context, local));
  let done = 0;
  for (const { path } of behind) {
    stopIfCancelled(context);
    context.tell({ phase: 'sending', done, total: behind.length });
    await bringLog(context, path);
    done += 1;
  }
}

/** The shared folder has an older one than we hold, or none. */
function isBehind(context: Pick<RoundContext, 'state' | 'self'>, { path, facts }: PlacedHead): boolean {
  const there = context.state.heads.get(path);
  if (path === ownHeadPath(context)) return there?.hash !== facts.hash;
  // A damaged head may be one that is still being copied: it gets a second look before it is written over.
  if ((context.state.quarantine.get(path)?.tries ?? 2) < 2) return false;
  // Which of two heads of a newer version stands only that version knows.
  return there === undefined || (there.format <= headFormat && isNewer(facts, there));
}

/** Our head tells what we hold: for who gets it another way than through the shared folder. */
export async function noteSeen(space: LocalSpace): Promise<void> {
  const heads = [...(await localHeads(space)).values()];
  const missing = heads.find((local) => local.own)?.head.missing ?? [];
  await space.noteInHead({ seen: seenIn(space, heads), missing, strays: await straysToName(space, heads) });
}

/** Our head says what we hold and miss, but it is not written for what we hold alone. */
async function writeNotes(context: RoundContext): Promise<void> {
  const { space, state } = context;
  const heads = [...(await localHeads(space)).values()];
  const own = heads.find((local) => local.own);
  const missing = state.quarantine.missingNote();
  const strays = await straysToName(space, heads);
  const same = isSame(own?.head.missing ?? [], missing) && isSame(own?.head.strays ?? [], strays);
  if (same && (own === undefined || !isBehind(context, own))) return;
  await space.noteInHead({ seen: seenIn(space, heads), missing, strays });
}

function isSame(now: readonly string[], next: readonly string[]): boolean {
  return now.length === next.length && now.every((path, i) => path === next[i]);
}

/** One head that names a stray is enough; the one that did so first goes on, so that two holders do not leave it to each other. */
async function straysToName(space: LocalSpace, heads: readonly PlacedHead[]): Promise<readonly string[]> {
  const named = (own: boolean): ReadonlySet<string> =>
    new Set(heads.filter((local) => local.own === own).flatMap(({ head }) => head.strays));
  const [byUs, byOthers] = [named(true), named(false)];
  return (await space.strays()).filter((path) => byUs.has(path) || !byOthers.has(path)).slice(0, limits.strays);
}

/** How far each other log is here without a gap. */
function seenIn(space: LocalSpace, heads: readonly PlacedHead[]): HeadNotes['seen'] {
  const seen: Record<DeviceId, number> = {};
  for (const local of heads) {
    const { device } = local.head.owner;
    const n = Math.max(lastN(local.facts), seen[device] ?? 0);
    const missing = space.filesOf(local.head).filter(({ path }) => !space.has(path));
    const first = missing.map(({ path }) => firstOf(path)).reduce((a, b) => Math.min(a, b), n + 1);
    if (!local.own && first > 1) seen[device] = first - 1;
  }
  return seen;
}

/** A missing list says nothing of where its packs begin, so nothing before it counts. */
function firstOf(path: string): number {
  const file = namedFile(path);
  return file?.kind === 'pack' ? file.n : 1;
}

/** While files go out the log may grow or be packed anew; then what is new is brought too, before the head that names it. */
async function bringLog(context: RoundContext, path: string): Promise<void> {
  const { space, state, report } = context;
  const there = state.heads.get(path);
  let from = there === undefined ? 0 : lastN(there);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = (await localHeads(space)).get(path);
    if (before === undefined) return;
    await bringBlobs(context, await blobsNamed(space, before.head.owner.device, from + 1, lastN(before.facts)));
    from = lastN(before.facts);
    const local = (await localHeads(space)).get(path);
    if (local?.facts.hash !== before.facts.hash || (await bringFilesOf(context, local)) === 'changed') continue;
    const tag = await putBytes(context, path, local.bytes);
    state.heads.set(path, { ...local.facts, tag: tag ?? '', seen: false });
    state.quarantine.clear(path);
    report.headsOut += 1;
    return;
  }
}

async function bringFilesOf(context: RoundContext, local: PlacedHead): Promise<'done' | 'changed'> {
  const { space, state } = context;
  // What is known to be there counts only as long as a head of ours is there too.
  if (local.own && !state.heads.has(local.path)) state.ownFiles.clear();
  const paths = space.filesOf(local.head).map(({ path }) => path);
  const here = paths.filter((path) => space.has(path) && !(local.own && state.ownFiles.has(path)));
  await bringStrays(context, local);
  const brought = await bringLogFiles(context, logFolder(local.head.owner.device), here);
  if (brought === 'done' && local.own) rememberOwn(context, paths);
  return brought;
}

/** They stay where they are put: they are somebody else's, and only their owner may remove them. */
async function bringStrays(context: RoundContext, { head }: PlacedHead): Promise<void> {
  const { space, state } = context;
  const lacking = head.strays.filter((path) => !state.strays.has(path) && space.has(path));
  for (const path of lacking) {
    const pack = packAt(path);
    if (pack === null) continue;
    await bringLogFiles(context, logFolder(pack.device), [path]);
    state.strays.add(path);
  }
}

function rememberOwn({ state, clock }: RoundContext, paths: readonly string[]): void {
  const now = clock().getTime();
  for (const path of state.ownFiles) if (!paths.includes(path)) state.superseded.set(path, now);
  for (const path of paths) state.superseded.delete(path);
  state.ownFiles = new Set(paths);
}
