import type { Library, LibraryOptions } from '../../electron/library/library';
import type { LocalSpace } from '../../electron/library/local-space';
import type { SpaceId } from '../../shared/base/ids';
import { carry } from './carry-space';
import { openTestLibrary, temporaryFolder } from './library-folders';

export { carry, carryBlobs } from './carry-space';

export interface Peer {
  readonly base: string;
  /** The library's. */
  readonly folder: string;
  readonly library: Library;
  readonly space: LocalSpace;
}

/** Two libraries that have one open space in common; `one` made it. The options are those of `two`. */
export async function twoPeers(
  more: Partial<LibraryOptions> = {},
): Promise<{ readonly one: Peer; readonly two: Peer }> {
  const base = temporaryFolder();
  const library = await openTestLibrary(base);
  const { id } = await library.createSpace({ name: 'Samen' });
  const one = { base, folder: library.folder, library, space: library.space(id) };
  return { one, two: await joinedPeer(one.space, more) };
}

/** One more library with this space, empty as yet. */
export async function joinedPeer(space: LocalSpace, more: Partial<LibraryOptions> = {}): Promise<Peer> {
  const base = temporaryFolder();
  const library = await openTestLibrary(base, more);
  const { id } = await library.adoptSpace(await space.markerBytes());
  return { base, folder: library.folder, library, space: library.space(id) };
}

/** Both ways. */
export async function exchange(one: LocalSpace, two: LocalSpace): Promise<void> {
  await carry(one, two);
  await carry(two, one);
}

export function draft(space: SpaceId, title: string): { type: 'draft'; space: SpaceId; set: { title: string } } {
  return { type: 'draft', space, set: { title } };
}
