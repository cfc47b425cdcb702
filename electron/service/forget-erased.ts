import type { SpaceId } from '../../shared/base/ids';
import { cardIdOf, cardsOf, putCard } from '../access/cards';
import type { Library } from '../library/library-types';
import type { Parts } from './service';

/**
 * What this program keeps beside the replicas of words and files that were erased for good goes too: working copies, cards that this device shows outside a closed
 * space, snapshots. What is gone already stays gone, so it may be done after every erasure and at every start.
 */
export async function forgetErased({
  library,
  copies,
  backups,
  clock,
}: Pick<Parts, 'library' | 'copies' | 'backups' | 'clock'>): Promise<void> {
  if (library.erasures().length === 0) return;
  await copies.forgetErased();
  for (const { id, kind } of library.spaces())
    if (kind === 'closed') await withdrawCards(library, id, clock().toISOString());
  await backups.forgetErased();
}

/** A card of this device whose item is here no more, not even in the bin, showed what has been erased. */
async function withdrawCards(library: Library, space: SpaceId, at: string): Promise<void> {
  const mine = (await cardsOf(library, space)).filter((card) => card.mine);
  if (mine.length === 0) return;
  const ids = new Set<string>();
  for (const item of library.items()) if (item.space === space) ids.add(cardIdOf(space, item.id));
  for (const card of mine.filter(({ id }) => !ids.has(id)))
    await putCard(library, space, { ...card, at, withdrawn: true });
}
