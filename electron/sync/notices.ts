import { mostNotices, namedNotice, noticeFolders, readNotice } from '../access/notice';
import { keepNotice, noticesIn } from '../access/notice-files';
import { readLimited } from '../library/files';
import { limits } from '../library/limits';
import { putBytes } from './bring-files';
import { readRemote, stopIfCancelled, type RoundContext } from './round-context';

/** Takes in cards, requests and answers that are new in the folder of a closed space: a listing of each folder, and one reading for each that changed. */
export async function fetchNotices(context: RoundContext): Promise<void> {
  const { space, state, transport, signal } = context;
  if (space.marker.kind !== 'closed') return;
  for (const folder of noticeFolders) {
    const files = ((await transport.list(folder, signal)) ?? []).slice(0, mostNotices);
    const tags = new Map(files.map(({ name, tag }) => [`${folder}/${name}`, tag]));
    for (const path of state.notices.keys())
      if (path.startsWith(`${folder}/`) && !tags.has(path)) state.notices.delete(path);
    for (const [path, tag] of tags) {
      if (namedNotice(path) === null || state.notices.get(path)?.tag === tag) continue;
      stopIfCancelled(context);
      state.notices.set(path, { tag, sig: await fetchOne(context, path) });
    }
  }
}

/** Gives the signature of what lies there, which is empty when it does not hold. */
async function fetchOne(context: RoundContext, path: string): Promise<string> {
  const bytes = await readRemote(context, path, limits.marker);
  const notice = bytes instanceof Uint8Array ? readNotice(path, bytes, context.space.id) : null;
  if (notice === null) context.log('warning', 'file-refused', { file: path, reason: 'bad-signature' });
  else await keepNotice(context.space, notice, bytes as Uint8Array);
  return notice?.sig ?? '';
}

/** Puts those that are here and not, or older, there. Whoever holds one may put it: its writer signed it. */
export async function bringNotices(context: RoundContext): Promise<void> {
  const { space, state } = context;
  if (space.marker.kind !== 'closed') return;
  for (const folder of noticeFolders)
    for (const { path, sig } of await noticesIn(space, folder)) {
      if (state.notices.get(path)?.sig === sig) continue;
      stopIfCancelled(context);
      const bytes = await readLimited(space.pathOf(path), limits.marker);
      if (bytes instanceof Uint8Array)
        state.notices.set(path, { tag: (await putBytes(context, path, bytes)) ?? '', sig });
    }
}
