import { basename, dirname } from 'node:path/posix';
import { readLimited } from '../library/files';
import { limits } from '../library/limits';
import { putBytes } from './bring-files';
import { readRemote, sizesIn, stopIfCancelled, type RoundContext } from './round-context';

/** Whoever keeps the folder could put as many there as they like. */
const mostEpochs = 256;
/** So often an epoch is looked into for a key that nothing here waits for: it may come after the others of its epoch. */
const mostIdleTries = 5;

/** Puts the key files that are here and were not seen there whole. */
export async function bringKeys(context: RoundContext): Promise<void> {
  const { space, state } = context;
  const listed = new Map<string, ReadonlyMap<string, number>>();
  for (const path of await space.keyPaths()) {
    if (state.keys.has(path)) continue;
    stopIfCancelled(context);
    const [folder, name] = [dirname(path), basename(path)];
    const there = listed.get(folder) ?? (await sizesIn(context, folder));
    listed.set(folder, there);
    const bytes = await readLimited(space.pathOf(path), limits.key);
    if (bytes instanceof Uint8Array && !(await isThere(context, path, bytes, there.get(name))))
      await putBytes(context, path, bytes);
    state.keys.add(path);
  }
}

/** By its size; when everything is put back by its bytes too, for another coordinator's key file does as well, and a damaged one does not. */
async function isThere(
  context: RoundContext,
  path: string,
  bytes: Uint8Array,
  sizeBytes: number | undefined,
): Promise<boolean> {
  if (sizeBytes !== bytes.length) return false;
  if (!context.mode.putBack) return true;
  const there = await readRemote(context, path, limits.key);
  return there instanceof Uint8Array && Buffer.from(there).equals(bytes);
}

/**
 * Looks for keys that were given to this device: once a round, for whoever writes on under an earlier key writes for who was to be kept out by the new one; and `again` when something
 * is here that none opens, or what came in may say who may give one. True when one came: then what was passed by is worth another look.
 */
export async function fetchKeys(context: RoundContext, again = false): Promise<boolean> {
  const { space, state, transport, signal, report } = context;
  if (space.marker.kind !== 'closed' || (again && !space.needsKeys() && report.revisionsIn === 0)) return false;
  let came = false;
  for (const epoch of newestEpochs(await transport.folders('keys', signal))) {
    stopIfCancelled(context);
    const tries = (state.epochTries.get(epoch) ?? 0) + 1;
    if (tries > mostIdleTries && !space.needsKeys()) continue;
    state.epochTries.set(epoch, tries);
    for (const path of space.keyPathsIn(epoch)) {
      const bytes = await readRemote(context, path, limits.key);
      if (!(bytes instanceof Uint8Array)) continue;
      if (await space.receiveKey(path, bytes)) {
        state.keys.add(path);
        came = true;
        // What came in with this round may be what says who may give it.
      } else if (!state.refusedKeys.has(path) && (again || tries === mostIdleTries)) {
        state.refusedKeys.add(path);
        context.log('warning', 'key-refused', { file: path });
      }
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
