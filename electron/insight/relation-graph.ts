import type { ItemId } from '../../shared/base/ids';
import type { RelationGraph, RelationLink } from '../../shared/model/insight';
import type { ItemState } from '../../shared/revision/item-state';
import { relationsOf, titleOf, typeOf } from './item-fields';

interface Sources {
  get(id: ItemId): ItemState | null;
  /** Relations of items that are not in the bin. */
  relationsTo(id: ItemId): readonly { readonly from: ItemId; readonly relation: { readonly kind: string } }[];
  /** Where the id of a merged item leads. */
  leadsTo(id: ItemId): ItemId;
}

/** Beyond this a drawing says less than the list beside it. */
const mostNear = 24;
const mostFar = 10;

/**
 * An item with what it has a relation with, and what those have a relation with: one and two steps away. Of many, what is tied to most of the others
 * comes first; `more` says how many of the first step were left out.
 */
export function relationGraph(id: ItemId, sources: Sources): RelationGraph {
  const links = new Map<string, RelationLink>();
  const around = (of: ItemId): readonly ItemId[] => {
    const found = [...outgoing(of, sources), ...incoming(of, sources)].filter(({ from, to }) => from !== to);
    for (const link of found) links.set(`${link.kind} ${link.from} ${link.to}`, link);
    return [...new Set(found.map(({ from, to }) => (from === of ? to : from)))];
  };
  const near = around(id);
  const kept = near.slice(0, mostNear);
  const ties = new Map<ItemId, number>();
  for (const each of kept)
    for (const far of around(each)) if (far !== id && !near.includes(far)) ties.set(far, (ties.get(far) ?? 0) + 1);
  const far = [...ties]
    .sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
    .slice(0, mostFar)
    .map(([each]) => each);
  const shown = new Set([id, ...kept, ...far]);
  return {
    nodes: [...shown].flatMap((each) => {
      const state = sources.get(each);
      const steps = each === id ? 0 : kept.includes(each) ? 1 : 2;
      return state === null ? [] : [{ id: each, type: typeOf(state), title: titleOf(state), steps }];
    }),
    links: [...links.values()].filter(({ from, to }) => shown.has(from) && shown.has(to)),
    more: near.length - kept.length,
  };
}

/** What the app keeps for itself, and what is a list of its own beside the record. */
const silent: ReadonlySet<string> = new Set(['annotates', 'repliesTo', 'mergedFrom', 'inCollection']);

function outgoing(id: ItemId, { get, leadsTo }: Sources): RelationLink[] {
  const state = get(id);
  return state === null
    ? []
    : relationsOf(state).flatMap(({ kind, target }) => {
        const to = leadsTo(target);
        return silent.has(kind) || get(to)?.deleted !== false ? [] : [{ kind, from: id, to }];
      });
}

function incoming(id: ItemId, { relationsTo, get }: Sources): RelationLink[] {
  return relationsTo(id).flatMap(({ from, relation: { kind } }) =>
    silent.has(kind) || get(from)?.deleted !== false ? [] : [{ kind: kind as RelationLink['kind'], from, to: id }],
  );
}
