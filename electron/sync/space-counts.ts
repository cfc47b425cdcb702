import type { LocalSpace } from '../library/local-space';
import { lastN, localHeads } from './head-facts';
import { blobsNamed } from './named-blobs';
import type { RemoteState } from './remote-state';

/** What still has to go out and come in. */
export interface SpaceCounts {
  readonly changesOut: number;
  readonly filesOut: number;
  readonly filesIn: number;
  /** Log files that heads name and that are not here. */
  readonly logFilesIn: number;
}

export const nothingToDo: SpaceCounts = { changesOut: 0, filesOut: 0, filesIn: 0, logFilesIn: 0 };

/** `ownPath` is where our own head is, null before there is one. */
export async function countWork(space: LocalSpace, state: RemoteState, ownPath: string | null): Promise<SpaceCounts> {
  const own = ownPath === null ? undefined : (await localHeads(space)).get(ownPath);
  const there = ownPath === null ? undefined : state.heads.get(ownPath);
  const [to, from] = [own === undefined ? 0 : lastN(own.facts), there === undefined ? 0 : lastN(there)];
  const files = own === undefined ? [] : await blobsNamed(space, own.head.owner.device, from + 1, to);
  return {
    changesOut: Math.max(0, to - from),
    filesOut: files.length,
    filesIn: space.missingBlobCount(),
    logFilesIn: state.quarantine.waitingLogFiles(),
  };
}
