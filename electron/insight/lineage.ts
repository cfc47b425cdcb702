import type { ItemId } from '../../shared/base/ids';
import { lineageTypes, type Fate, type Lineage, type LineageLink, type LineageNode } from '../../shared/model/insight';
import type { ItemState } from '../../shared/revision/item-state';
import { relationsOf, text, texts, titleOf, typeOf, yearsOf } from './item-fields';

const linkKinds: ReadonlySet<string> = new Set(['follows', 'newVersionOf', 'replaces', 'basedOn', 'partOf']);
/** What a status says about the end of a measure; `nieuw` says nothing about it. */
const fates: Readonly<Record<string, Fate | undefined>> = {
  gecontinueerd: 'continued',
  verbreed: 'widened',
  geborgd: 'embedded',
  doorontwikkeld: 'developed',
  gestopt: 'stopped',
  onderzoeksidee: 'idea',
};
const dated: ReadonlySet<string> = new Set(lineageTypes);

/**
 * What an item continues and what continues it, and the parts of each, as a timeline draws it. `year` is the present one: what ended before
 * it without a word on what came of it has an unknown fate.
 */
export function lineageOf(id: ItemId, items: Iterable<ItemState>, year: number): Lineage {
  const states = new Map([...items].filter((state) => !state.deleted).map((state) => [state.id, state] as const));
  const links = linksOf(states);
  const ties = links.filter(({ kind }) => kind !== 'partOf');
  const belongs = links.filter(({ kind }) => kind === 'partOf');
  const own = reachable([id], ties);
  // What it is part of stands above it with what that continues, but without the other parts: those are not about this one.
  const wholes = wholesOf(own, belongs);
  const chain = new Set([...own, ...reachable(wholes, ties)]);
  // Parts are drawn with their whole, but what other programmes their parts continue is another chain.
  const parts = belongs.filter(({ earlier }) => own.has(earlier)).map(({ later }) => later);
  const shown = new Set([...chain, ...parts]);
  const followed = new Set(
    links.filter(({ kind }) => kind !== 'partOf' && kind !== 'basedOn').map(({ earlier }) => earlier),
  );
  const nodes = [...shown]
    .flatMap((each) => states.get(each) ?? [])
    .map((state) => nodeOf(state, followed.has(state.id), year))
    .sort((a, b) => (a.from ?? 0) - (b.from ?? 0) || (a.title < b.title ? -1 : 1));
  return { nodes, links: links.filter(({ earlier, later }) => shown.has(earlier) && shown.has(later)) };
}

/** Measures and projects that have ended and of which nobody has said what became of them: a question to their region. */
export function openFates(items: Iterable<ItemState>, year: number): readonly LineageNode[] {
  const states = new Map([...items].filter((state) => !state.deleted).map((state) => [state.id, state] as const));
  const followed = new Set(
    linksOf(states)
      .filter(({ kind }) => kind !== 'partOf')
      .map(({ earlier }) => earlier),
  );
  return [...states.values()]
    .filter((state) => ['measure', 'programmeLine', 'project'].includes(typeOf(state)))
    .map((state) => nodeOf(state, followed.has(state.id), year))
    .filter(({ fate }) => fate === 'unknown');
}

function nodeOf(state: ItemState, isFollowed: boolean, year: number): LineageNode {
  const years = yearsOf(state);
  const ended = years?.to != null && years.to < year;
  return {
    id: state.id,
    type: typeOf(state),
    title: titleOf(state),
    from: years?.from ?? null,
    to: years?.to ?? null,
    regions: texts(state, 'regions'),
    fate: fateOf(state, isFollowed, ended),
  };
}

/** What somebody wrote down goes before what follows from the relations. */
function fateOf(state: ItemState, isFollowed: boolean, ended: boolean): Fate {
  const said = text(state, 'phase') === 'gestopt' ? 'stopped' : fates[text(state, 'measureStatus')];
  if (said !== undefined && said !== 'idea') return said;
  if (isFollowed) return 'followed';
  return said ?? (ended ? 'unknown' : 'running');
}

function linksOf(states: ReadonlyMap<ItemId, ItemState>): readonly LineageLink[] {
  return [...states.values()]
    .filter((state) => dated.has(typeOf(state)))
    .flatMap((state) =>
      relationsOf(state).flatMap(({ kind, target }): LineageLink[] => {
        const other = states.get(target);
        if (!linkKinds.has(kind) || other === undefined || !dated.has(typeOf(other))) return [];
        return [{ earlier: target, later: state.id, kind: kind as LineageLink['kind'] }];
      }),
    );
}

/** What these are part of, and what that is part of. */
function wholesOf(ids: ReadonlySet<ItemId>, belongs: readonly LineageLink[]): readonly ItemId[] {
  const found = new Set<ItemId>(ids);
  for (const at of found) for (const { earlier, later } of belongs) if (later === at) found.add(earlier);
  return [...found].filter((each) => !ids.has(each));
}

function reachable(ids: Iterable<ItemId>, links: readonly LineageLink[]): ReadonlySet<ItemId> {
  const found = new Set<ItemId>(ids);
  for (const at of found)
    for (const { earlier, later } of links) {
      if (earlier === at) found.add(later);
      if (later === at) found.add(earlier);
    }
  return found;
}
