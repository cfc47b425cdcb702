import type { ItemId } from '../../shared/base/ids';
import type { Facet } from '../../shared/model/insight';
import type { ItemState } from '../../shared/revision/item-state';
import { conceptsOf, isConcept } from './concepts';
import { FeatureTable } from './feature-table';
import { relationsOf, titleOf, typeOf } from './item-fields';
import { isCompared, profileOf, type Kind, type Profile, type ProfileTools } from './profile';
import type { TextAnalysis } from './text-analysis';

export interface Entry {
  readonly profile: Profile;
  /** In the feature table. */
  readonly row: number;
}

/**
 * The items that are compared, each by its profile, and what profiles are read with: the thesaurus, the regions and the lines. A changed
 * item costs its own profile; a changed thesaurus costs all of them, the next time somebody asks.
 */
export class Corpus {
  readonly table = new FeatureTable();
  readonly entries = new Map<ItemId, Entry>();
  /** By row; null where a row is free. */
  private readonly rows: (Profile | null)[] = [];
  private readonly states = new Map<ItemId, ItemState>();
  private readonly thesaurus = new Map<ItemId, ItemState>();
  private readonly regions = new Map<ItemId, ItemState>();
  private readonly lines = new Map<ItemId, string>();
  private readonly waiting = new Set<ItemId>();
  private tools: ProfileTools | null = null;

  constructor(private readonly analyse: TextAnalysis) {}

  put(state: ItemState): void {
    this.keep(this.thesaurus, state, isConcept(state));
    this.keep(this.regions, state, typeOf(state) === 'region' && !state.deleted);
    if (typeOf(state) === 'programmeLine') {
      if (!this.lines.has(state.id)) this.tools = null;
      this.lines.set(state.id, titleOf(state));
    }
    if (isCompared(state)) {
      this.states.set(state.id, state);
      this.waiting.add(state.id);
    } else this.drop(state.id);
  }

  remove(id: ItemId): void {
    for (const reference of [this.thesaurus, this.regions, this.lines]) if (reference.delete(id)) this.tools = null;
    this.drop(id);
  }

  /** Brings the profiles up to date with what was put. */
  refresh(): void {
    if (this.tools === null) {
      this.tools = this.makeTools();
      for (const id of this.states.keys()) this.waiting.add(id);
    }
    for (const id of this.waiting) {
      const profile = profileOf(this.states.get(id) as ItemState, this.tools);
      const known = this.entries.get(id);
      if (known !== undefined) this.release(known.row);
      const row = this.table.put(profile);
      this.entries.set(id, { profile, row });
      this.rows[row] = profile;
    }
    this.waiting.clear();
  }

  idAt(row: number): ItemId | null {
    return this.rows[row]?.id ?? null;
  }

  kindAt(row: number): Kind | null {
    return this.rows[row]?.kind ?? null;
  }

  title(id: ItemId): string {
    const state = this.states.get(id);
    return state === undefined ? '' : titleOf(state);
  }

  /** A value of a facet as it is shown to people. */
  shown(id: ItemId, facet: Facet, value: string): string {
    if (facet === 'line') return this.lines.get(value as ItemId) ?? value;
    return this.entries.get(id)?.profile.shown.get(`${facet} ${value}`) ?? value;
  }

  private keep(into: Map<ItemId, ItemState>, state: ItemState, belongs: boolean): void {
    if (belongs) into.set(state.id, state);
    else if (!into.delete(state.id)) return;
    this.tools = null;
  }

  private drop(id: ItemId): void {
    this.states.delete(id);
    this.waiting.delete(id);
    const known = this.entries.get(id);
    if (known === undefined) return;
    this.release(known.row);
    this.entries.delete(id);
  }

  private release(row: number): void {
    this.table.remove(row);
    this.rows[row] = null;
  }

  private makeTools(): ProfileTools {
    const near = neighboursOf([...this.regions.values()]);
    return {
      analyse: this.analyse,
      concepts: conceptsOf(this.thesaurus.values(), this.analyse),
      isLine: (id) => this.lines.has(id),
      neighbours: (region) => near.get(region) ?? [],
    };
  }
}

/** By name: what borders on a region, from either side. */
function neighboursOf(regions: readonly ItemState[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map(regions.map((state) => [state.id, titleOf(state)] as const));
  const near = new Map<string, string[]>();
  const put = (a: string, b: string): void => {
    near.set(a, [...(near.get(a) ?? []), b]);
  };
  for (const state of regions)
    for (const { kind, target } of relationsOf(state)) {
      const other = names.get(target);
      if (kind !== 'nextTo' || other === undefined) continue;
      put(titleOf(state), other);
      put(other, titleOf(state));
    }
  return near;
}
