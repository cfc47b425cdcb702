import { readLimited } from '../library/files';
import { limits } from '../library/limits';
import { putBytes } from './bring-files';
import { readRemote, stopIfCancelled, type RoundContext } from './round-context';

/** Whoever keeps the folder could put as many there as they like. */
const mostEpochs = 256;

/** Puts the key files that are here and were not seen there. They never change, so one that is there stays. */
export async function bringKeys(context: RoundContext): Promise<void> {
  const { space, state, transport, signal } = context;
  for (const path of await space.keyPaths()) {
    if (state.keys.has(path)) continue;
    stopIfCancelled(context);
    const folder = path.slice(0, path.lastIndexOf('/'));
    const there = (await transport.list(folder, signal)) ?? [];
    const bytes = await readLimited(space.pathOf(path), limits.key);
    if (bytes instanceof Uint8Array && !there.some(({ name }) => path === `${folder}/${name}`))
      await putBytes(context, path, bytes);
    state.keys.add(path);
  }
}

/**
 * Looks for keys that were given to this device, when something is here that none opens. True when one came: then what was passed by is worth another look.
 */
export async function fetchKeys(context: RoundContext): Promise<boolean> {
  const { space, state, transport, signal } = context;
  if (!space.needsKeys()) return false;
  let came = false;
  for (const epoch of newestEpochs(await transport.folders('keys', signal))) {
    stopIfCancelled(context);
    const path = space.keyPathIn(epoch);
    const bytes = path === null ? null : await readRemote(context, path, limits.key);
    if (path === null || !(bytes instanceof Uint8Array)) continue;
    if (await space.receiveKey(path, bytes)) {
      state.keys.add(path);
      came = true;
    } else if (!state.refusedKeys.has(path)) {
      state.refusedKeys.add(path);
      context.log('warning', 'key-refused', { file: path });
    }
  }
  if (came) state.heads.clear();
  return came;
}

/** The newest, from old to new: what one opens may say who may give the next. */
function newestEpochs(names: readonly string[]): readonly string[] {
  const numberOf = (name: string): number => Number.parseInt(name, 10) || 0;
  return [...names].sort((a, b) => numberOf(a) - numberOf(b)).slice(-mostEpochs);
}
