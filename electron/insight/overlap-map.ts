import type { ItemId } from '../../shared/base/ids';
import type { MapLine, MapNode, Overlap, OverlapMap } from '../../shared/model/insight';
import type { ItemState } from '../../shared/revision/item-state';
import { relationsOf, texts, titleOf, typeOf, yearsOf } from './item-fields';
import { isCompared } from './profile';

/**
 * Everything that is compared with where it belongs, and the strongest pairs among it: what a map draws and its tables list. Links keep the
 * order of `pairs`.
 */
export function overlapMap(items: Iterable<ItemState>, pairs: readonly Overlap[]): OverlapMap {
  const states = new Map([...items].filter(({ deleted }) => !deleted).map((state) => [state.id, state] as const));
  const compared = [...states.values()].filter(isCompared);
  const linesOf = lineFinder(states);
  const nodes = compared.map((state): MapNode => ({
    id: state.id,
    type: typeOf(state),
    title: titleOf(state),
    transitions: texts(state, 'transitions'),
    regions: texts(state, 'regions'),
    lines: linesOf(state.id),
    ended: yearsOf(state)?.to ?? null,
  }));
  const used = new Set(nodes.flatMap(({ lines }) => lines));
  const lines = [...states.values()]
    .filter((state) => typeOf(state) === 'programmeLine' || used.has(state.id))
    .map((state): MapLine => ({ id: state.id, title: titleOf(state) }))
    .sort((x, y) => x.title.localeCompare(y.title, 'nl'));
  return {
    nodes,
    lines,
    links: pairs.map(({ a, b, score, known, judgement, reasons }) => ({
      a,
      b,
      score,
      known,
      verdict: judgement?.verdict ?? null,
      facet: reasons[0]?.facet ?? null,
    })),
  };
}

/** The programme lines an item is part of, also through what it is part of; a line is its own. */
function lineFinder(states: ReadonlyMap<ItemId, ItemState>): (id: ItemId) => readonly ItemId[] {
  const found = new Map<ItemId, readonly ItemId[]>();
  const find = (id: ItemId): readonly ItemId[] => {
    const known = found.get(id);
    if (known !== undefined) return known;
    // Set first, so that two items that are each part of the other end.
    found.set(id, []);
    const state = states.get(id);
    if (state === undefined) return [];
    const own = typeOf(state) === 'programmeLine' ? [id] : [];
    const wholes = relationsOf(state).filter(({ kind }) => kind === 'partOf');
    const lines = [...new Set([...own, ...wholes.flatMap(({ target }) => find(target))])];
    found.set(id, lines);
    return lines;
  };
  return find;
}
