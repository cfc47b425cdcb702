import type { ItemId } from '../../shared/base/ids';
import type { ItemState } from '../../shared/revision/item-state';
import { relationsOf } from './item-fields';

/** Where the id of an item that was merged into another leads. */
export interface Redirects {
  put(state: ItemState): void;
  remove(id: ItemId): void;
  /** The item to show for this id: itself, or what it went into. */
  resolve(id: ItemId): ItemId;
  /** Items that were merged and yet are there again, because somebody changed them at the same time: [what it went into, item]. */
  leftovers(): readonly (readonly [winner: ItemId, loser: ItemId])[];
}

/**
 * A merge is kept on the winner, as a relation `mergedFrom`, and puts the loser in the bin. Two people who merge the same two items
 * in opposite ways have therefore both changed both, and a change made at the same time wins over the bin: both stay.
 */
export function createRedirects(): Redirects {
  const sources = new Map<ItemId, { readonly deleted: boolean; readonly from: readonly ItemId[] }>();
  const winners = new Map<ItemId, Set<ItemId>>();
  const forget = (id: ItemId): void => {
    for (const loser of sources.get(id)?.from ?? []) winners.get(loser)?.delete(id);
  };
  const winnerOf = (id: ItemId): ItemId | undefined =>
    [...(winners.get(id) ?? [])].filter((winner) => winner !== id).sort()[0];
  return {
    put: (state) => {
      forget(state.id);
      const from = relationsOf(state)
        .filter(({ kind }) => kind === 'mergedFrom')
        .map(({ target }) => target);
      sources.set(state.id, { deleted: state.deleted, from });
      for (const loser of from) winners.set(loser, (winners.get(loser) ?? new Set<ItemId>()).add(state.id));
    },
    remove: (id) => {
      forget(id);
      sources.delete(id);
    },
    resolve: (id) => {
      const seen = new Set<ItemId>();
      let at = id;
      while (sources.get(at)?.deleted !== false && !seen.has(at)) {
        seen.add(at);
        const next = winnerOf(at);
        if (next === undefined) return at;
        at = next;
      }
      return at;
    },
    leftovers: () =>
      [...winners]
        .filter(([loser]) => sources.get(loser)?.deleted === false)
        .flatMap(([loser]) => {
          const winner = winnerOf(loser);
          return winner === undefined ? [] : [[winner, loser] as const];
        }),
  };
}
