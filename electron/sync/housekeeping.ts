import { inParallel } from '../library/in-parallel';
import { bringBlobs, lackingBlobs, localBlobs } from './bring-files';
import { putBackAll } from './put-back';
import { sizesIn, type RoundContext } from './round-context';
import { logFolder } from './space-paths';
import type { Erased } from './sync-library';

const graceMs = 7 * 24 * 3_600_000;
const tidyEveryMs = 24 * 3_600_000;
const checkEveryMs = 7 * 24 * 3_600_000;
const removalsAtOnce = 4;

/**
 * What may wait, outside the counted round: whether files that were put straight were kept, packs of ours that larger ones replaced long ago,
 * what an erasure names, and once a week a look whether everything is still there. `erasures` are those of this space that were carried out here.
 */
export async function keepHouse(context: RoundContext, erasures: readonly Erased[]): Promise<void> {
  const { state, clock } = context;
  const now = clock().getTime();
  await removeErased(context, erasures);
  // What a first round brought or fetched has just been looked at.
  if (state.checkedAt === 0) state.checkedAt = now;
  if (now - state.checkedAt >= checkEveryMs) {
    await putBackAll(context);
    state.unchecked.clear();
    state.checkedAt = now;
  }
  if (state.unchecked.size > 0) await checkUnchecked(context);
  if (now - state.tidiedAt >= tidyEveryMs) {
    await removeSuperseded(context, now - graceMs);
    state.tidiedAt = now;
  }
}

async function checkUnchecked(context: RoundContext): Promise<void> {
  const { state } = context;
  const blobs = await localBlobs(context, [...state.unchecked]);
  const lost = await lackingBlobs(context, blobs);
  state.unchecked.clear();
  if (lost.length === 0) return;
  context.log('warning', 'files-not-kept', { count: lost.length });
  await bringBlobs(
    context,
    lost.map(({ hash }) => hash),
  );
}

/** Only ours, only what we put there ourselves and replaced by then, and only while all that replaced it is there (F24). Gives whether it is. */
async function removeSuperseded(context: RoundContext, by: number): Promise<boolean> {
  const { space, state, transport, signal } = context;
  const old = [...state.superseded].filter(([, since]) => since <= by).map(([path]) => path);
  const own = (await space.heads()).find((local) => local.own);
  if (own === undefined) return true;
  const sizes = await sizesIn(context, logFolder(own.head.owner.device));
  const named = space.filesOf(own.head);
  if (named.some(({ path, sizeBytes }) => sizes.get(path.slice(path.lastIndexOf('/') + 1)) !== sizeBytes)) return false;
  const stillNamed = new Set(named.map(({ path }) => path));
  for (const path of old) {
    if (!stillNamed.has(path)) await transport.remove(path, signal);
    state.superseded.delete(path);
  }
  return true;
}

/**
 * Whoever carried an erasure out removes the bytes from the shared folder too (F25); once, for nobody puts them back. Files at once, and without the usual time of grace our
 * own packs that were written again: who still looks for one of those finds the head that names the new ones.
 */
async function removeErased(context: RoundContext, erasures: readonly Erased[]): Promise<void> {
  const { space, state, transport, signal } = context;
  const news = erasures.filter(({ id }) => !state.erasures.has(id));
  if (news.length > 0 && (await removeSuperseded(context, Infinity))) for (const { id } of news) state.erasures.add(id);
  const todo = erasures.flatMap(({ blobs }) => blobs).filter((hash) => !state.erased.has(hash));
  await inParallel(todo, removalsAtOnce, async (hash) => {
    for (const path of space.blobPaths(hash)) await transport.remove(path, signal);
    state.erased.add(hash);
  });
}
