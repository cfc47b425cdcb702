import type { ItemId } from '../../shared/base/ids';
import type { Library } from '../library/library-types';

/**
 * Where the id of an item leads: itself while it is there, or the item that it was merged into. Opposite merges at one moment end at the lowest id, as
 * `createRedirects` has it.
 */
export function mergedInto(library: Library, id: ItemId): ItemId {
  const seen = new Set<ItemId>();
  let at = id;
  while (!seen.has(at) && library.get(at)?.deleted !== false) {
    seen.add(at);
    const [winner] = library
      .relationsTo(at)
      .filter(({ from, relation }) => relation.kind === 'mergedFrom' && from !== at)
      .map(({ from }) => from)
      .sort();
    if (winner === undefined) break;
    at = winner;
  }
  return at;
}
