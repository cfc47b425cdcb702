import type { ItemId } from '../../shared/base/ids';
import type { Judgement, JudgementAspect } from '../../shared/model/insight';
import type { ItemState } from '../../shared/revision/item-state';
import { pairKey } from './item-fields';
import { judgementOf } from './judgement';

/** All judgements of one aspect, found by pair; a pair is judged also when one of the two has since been merged into another item. */
export interface Judgements {
  put(state: ItemState): void;
  remove(id: ItemId): void;
  of(a: ItemId, b: ItemId): Judgement | null;
  all(): readonly Judgement[];
}

export function createJudgements(aspect: JudgementAspect, resolve: (id: ItemId) => ItemId): Judgements {
  const byId = new Map<ItemId, Judgement>();
  let byPair: ReadonlyMap<string, Judgement> | null = null;
  const pairs = (): ReadonlyMap<string, Judgement> =>
    new Map([...byId.values()].map((each) => [pairKey(resolve(each.pair[0]), resolve(each.pair[1])), each] as const));
  return {
    put: (state) => {
      // Any item may be a merge, and a merge moves pairs.
      byPair = null;
      const judgement = judgementOf(state);
      if (judgement?.aspect === aspect) byId.set(state.id, judgement);
      else byId.delete(state.id);
    },
    remove: (id) => {
      byPair = null;
      byId.delete(id);
    },
    of: (a, b) => {
      byPair ??= pairs();
      return byPair.get(pairKey(a, b)) ?? null;
    },
    all: () => [...byId.values()],
  };
}
