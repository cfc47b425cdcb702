import type { RevisionId } from '../base/ids';
import type { Revision } from './revision';

/** Who descends from whom among one item's revisions. Revisions are named by their index in `order`. */
export interface Ancestry {
  /** Parents before children; the same for the same set of revisions, whatever order they came in. */
  readonly order: readonly Revision[];
  /** Revisions that wait for a parent that is not here yet. Sorted by id. */
  readonly held: readonly Revision[];
  /** True when the revision at `later` descends from the one at `earlier`; never of itself. */
  descends(later: number, earlier: number): boolean;
  readonly heads: readonly RevisionId[];
}

/**
 * Every revision lies on a chain, a path from parent to child, and knows how far it has seen each other chain.
 * A history without branches is one chain, so asking is constant time and the whole costs O(revisions × branches).
 */
export function ancestryOf(revisions: Iterable<Revision>): Ancestry {
  const { order, held } = parentsFirst(revisions);
  const index = new Map(order.map((revision, i) => [revision.header.id, i]));
  const chainOf: number[] = [];
  const placeOf: number[] = [];
  const seenBy: (readonly number[])[] = [];
  const chainEnds: number[] = [];
  const isHead = order.map(() => true);

  order.forEach((revision, i) => {
    const parents = revision.header.parents.map((id) => index.get(id) as number);
    for (const parent of parents) isHead[parent] = false;
    const continued = parents.find((parent) => chainEnds[chainOf[parent] as number] === parent);
    const chain = continued === undefined ? chainEnds.length : (chainOf[continued] as number);
    chainOf.push(chain);
    placeOf.push(continued === undefined ? 0 : (placeOf[continued] as number) + 1);
    chainEnds[chain] = i;
    const straightOn = parents.length === 1 && continued !== undefined;
    seenBy.push(straightOn ? (seenBy[continued] as readonly number[]) : seenThrough(parents));
  });

  function seenThrough(parents: readonly number[]): readonly number[] {
    const seen: number[] = [];
    const see = (chain: number, place: number): void => {
      if (place > (seen[chain] ?? -1)) seen[chain] = place;
    };
    for (const parent of parents) {
      (seenBy[parent] as readonly number[]).forEach((place, chain) => see(chain, place));
      see(chainOf[parent] as number, placeOf[parent] as number);
    }
    return seen;
  }

  return {
    order,
    held,
    descends: (later, earlier) => {
      const chain = chainOf[earlier] as number;
      const place = placeOf[earlier] as number;
      if (chain === chainOf[later]) return place < (placeOf[later] as number);
      return place <= ((seenBy[later] as readonly number[])[chain] ?? -1);
    },
    heads: order
      .filter((_, i) => isHead[i])
      .map((revision) => revision.header.id)
      .sort(),
  };
}

function parentsFirst(revisions: Iterable<Revision>): { order: Revision[]; held: Revision[] } {
  const byId = new Map<RevisionId, Revision>();
  for (const revision of revisions) {
    const known = byId.get(revision.header.id);
    // A copy whose body has been erased stands for the revision: what is erased somewhere is erased.
    if (known === undefined || revision.body === null) byId.set(revision.header.id, revision);
  }
  const sorted = [...byId.values()].sort((a, b) => (a.header.id < b.header.id ? -1 : 1));
  const children = new Map<RevisionId, Revision[]>();
  const waitsFor = new Map<RevisionId, number>();
  for (const revision of sorted) {
    waitsFor.set(revision.header.id, revision.header.parents.length);
    for (const parent of revision.header.parents) {
      const list = children.get(parent);
      if (list === undefined) children.set(parent, [revision]);
      else list.push(revision);
    }
  }
  const order = sorted.filter((revision) => revision.header.parents.length === 0);
  for (const revision of order) {
    for (const child of children.get(revision.header.id) ?? []) {
      const left = (waitsFor.get(child.header.id) as number) - 1;
      waitsFor.set(child.header.id, left);
      if (left === 0) order.push(child);
    }
  }
  return { order, held: sorted.filter((revision) => (waitsFor.get(revision.header.id) as number) > 0) };
}
