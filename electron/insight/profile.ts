import type { ItemId } from '../../shared/base/ids';
import { comparedTypes, type Facet } from '../../shared/model/insight';
import { fold } from '../../shared/search/fold';
import type { ItemState } from '../../shared/revision/item-state';
import type { Concepts } from './concepts';
import { relationsOf, texts, typeOf } from './item-fields';
import { readTexts } from './profile-texts';
import type { TextAnalysis } from './text-analysis';

/** What one item is compared by: per facet its values, each with how much it counts there. */
export interface Profile {
  readonly id: ItemId;
  readonly kind: Kind;
  readonly values: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
  /** How people wrote what is compared, to be shown as a reason. */
  readonly shown: ReadonlyMap<string, string>;
  /** Items it has a relation with, whichever side keeps it here. */
  readonly links: ReadonlySet<ItemId>;
  /** What it is part of. */
  readonly wholes: ReadonlySet<ItemId>;
}

/** What people do, and what is written about it. */
export type Kind = 'work' | 'study' | 'draft';
const kinds: Readonly<Record<string, Kind | undefined>> = {
  study: 'study',
  draft: 'draft',
};
export function isCompared(state: ItemState): boolean {
  return comparedTypes.includes(typeOf(state)) && !state.deleted;
}

/** Relations that say nothing about the subject of an item. */
const silentKinds: ReadonlySet<string> = new Set(['inCollection', 'mergedFrom', 'contactOf', 'worksAt']);

export interface ProfileTools {
  readonly analyse: TextAnalysis;
  readonly concepts: Concepts;
  /** Programme lines: being part of the same one is a reason, being part of the same programme is not. */
  isLine(id: ItemId): boolean;
  /** The regions next door to a region, by name. */
  neighbours(region: string): readonly string[];
}

export function profileOf(state: ItemState, tools: ProfileTools): Profile {
  const shown = new Map<string, string>();
  const relations = relationsOf(state).filter(({ kind }) => !silentKinds.has(kind));
  const targets = relations.map(({ target }) => target);
  const wholes = relations.filter(({ kind }) => kind === 'partOf').map(({ target }) => target);
  const type = typeOf(state);
  return {
    id: state.id,
    kind: kinds[type] ?? 'work',
    values: {
      ...readTexts(state, targets, tools, shown),
      transition: once(texts(state, 'transitions')),
      targetGroup: once(texts(state, 'targetGroups')),
      cause: once(texts(state, 'causes')),
      instrument: once(normalised('instrument', texts(state, 'instruments'), tools.analyse, shown)),
      party: once(normalised('party', texts(state, 'parties'), tools.analyse, shown)),
      line: once([...wholes, ...(type === 'programmeLine' ? [state.id] : [])].filter(tools.isLine)),
      region: regionsOf(state, tools),
    },
    shown,
    links: new Set(targets),
    wholes: new Set(wholes),
  };
}

/** `Routekaarten` and `routekaart` are one instrument; the first way of writing is shown. */
function normalised(
  facet: Facet,
  values: readonly string[],
  analyse: TextAnalysis,
  shown: Map<string, string>,
): readonly string[] {
  return values.map((value) => {
    const stems = analyse(value).map(({ stem }) => stem);
    const key = stems.length === 0 ? fold(value) : stems.join(' ');
    shown.set(`${facet} ${key}`, value);
    return key;
  });
}

/** A region counts fully, those next door half. */
function regionsOf(state: ItemState, { neighbours }: ProfileTools): ReadonlyMap<string, number> {
  const own = texts(state, 'regions');
  const near = own.flatMap(neighbours).filter((region) => !own.includes(region));
  return new Map([...near.map((region) => [region, 0.5] as const), ...own.map((region) => [region, 1] as const)]);
}

function once(values: readonly string[]): ReadonlyMap<string, number> {
  return new Map(values.map((value) => [value, 1]));
}
