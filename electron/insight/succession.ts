import type { ItemId } from '../../shared/base/ids';
import type { ItemState } from '../../shared/revision/item-state';
import { relationsOf } from './item-fields';

const successionKinds: ReadonlySet<string> = new Set(['follows', 'newVersionOf', 'replaces']);

/** What continues what: programmes, lines and projects follow each other, documents have new versions. */
export interface Succession {
  put(state: ItemState): void;
  remove(id: ItemId): void;
  /** The item itself and what it continues, nearest first, each with how many steps back it is. */
  back(id: ItemId): readonly { readonly id: ItemId; readonly steps: number }[];
  continues(id: ItemId): boolean;
  /** Something that is not in the bin continues it. */
  isFollowed(id: ItemId): boolean;
  areInLine(a: ItemId, b: ItemId): boolean;
}

const furthest = 4;

export function createSuccession(): Succession {
  const before = new Map<ItemId, readonly ItemId[]>();
  const followers = new Map<ItemId, Set<ItemId>>();
  const remove = (id: ItemId): void => {
    for (const earlier of before.get(id) ?? []) followers.get(earlier)?.delete(id);
    before.delete(id);
  };
  const back = (id: ItemId): readonly { id: ItemId; steps: number }[] => {
    const found = new Map<ItemId, number>([[id, 0]]);
    for (const [at, steps] of found)
      if (steps < furthest)
        for (const earlier of before.get(at) ?? []) if (!found.has(earlier)) found.set(earlier, steps + 1);
    return [...found].map(([each, steps]) => ({ id: each, steps }));
  };
  return {
    put: (state) => {
      remove(state.id);
      if (state.deleted) return;
      const earlier = relationsOf(state)
        .filter(({ kind }) => successionKinds.has(kind))
        .map(({ target }) => target);
      if (earlier.length > 0) before.set(state.id, earlier);
      for (const id of earlier) followers.set(id, (followers.get(id) ?? new Set<ItemId>()).add(state.id));
    },
    remove,
    back,
    continues: (id) => before.has(id),
    isFollowed: (id) => (followers.get(id)?.size ?? 0) > 0,
    areInLine: (a, b) => back(a).some(({ id }) => id === b) || back(b).some(({ id }) => id === a),
  };
}
