import type { ItemId } from '../../shared/base/ids';
import type { ItemState } from '../../shared/revision/item-state';
import { relationsOf, texts, titleOf, typeOf } from './item-fields';
import type { TextAnalysis, TextToken } from './text-analysis';

/** Types whose names are concepts when a text uses them. */
const conceptTypes: ReadonlySet<string> = new Set(['term', 'instrument', 'legalFrame']);
const nameFields = ['abbreviation', 'longForm', 'synonyms', 'variants', 'officialName'];

export function isConcept(state: ItemState): boolean {
  return conceptTypes.has(typeOf(state)) && !state.deleted;
}

interface Name {
  readonly stems: readonly string[];
  readonly concept: ItemId;
}

/** Which concepts of the thesaurus a text speaks of. Made anew when the thesaurus changes. */
export interface Concepts {
  /** How often each is named. */
  in(tokens: readonly TextToken[]): ReadonlyMap<ItemId, number>;
  /** The concept that stands for an item of the thesaurus: RMC and its successor Doorstroompunt are one. */
  of(id: ItemId): ItemId | null;
  /** One step wider: broader terms, and what an instrument is about. */
  wider(concept: ItemId): ReadonlySet<ItemId>;
  label(concept: ItemId): string;
}

export function conceptsOf(items: Iterable<ItemState>, analyse: TextAnalysis): Concepts {
  const concepts = [...items].filter(isConcept).sort((a, b) => (a.id < b.id ? -1 : 1));
  const labels = new Map(concepts.map((state) => [state.id, titleOf(state)] as const));
  const same = successors(concepts);
  const wider = widerOf(concepts, same);
  const byFirst = new Map<string, Name[]>();
  for (const state of concepts)
    for (const name of [titleOf(state), ...nameFields.flatMap((key) => texts(state, key))]) {
      const stems = analyse(name.replace(/\s*\([^)]*\)\s*/g, ' ')).map(({ stem }) => stem);
      const first = stems[0];
      if (first === undefined || (stems.length === 1 && first.length < 2)) continue;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { stems, concept: same(state.id) }]);
    }
  return {
    in: (tokens) => countIn(tokens, byFirst),
    of: (id) => (labels.has(id) ? same(id) : null),
    wider: (concept) => wider.get(concept) ?? none,
    label: (concept) => labels.get(concept) ?? '',
  };
}

const none: ReadonlySet<ItemId> = new Set();
const widerKinds: ReadonlySet<string> = new Set(['about', 'partOf']);

/** From a concept to what it falls under, never the other way: who uses Intergrip works on transitions, not the reverse. */
function widerOf(
  concepts: readonly ItemState[],
  same: (id: ItemId) => ItemId,
): ReadonlyMap<ItemId, ReadonlySet<ItemId>> {
  const byTitle = new Map(concepts.map((state) => [titleOf(state).toLowerCase(), same(state.id)] as const));
  const own = new Set(concepts.map(({ id }) => id));
  const wider = new Map<ItemId, Set<ItemId>>();
  for (const state of concepts) {
    const named = texts(state, 'broaderTerms').map((name) => byTitle.get(name.toLowerCase()));
    const related = relationsOf(state).filter(({ kind, target }) => widerKinds.has(kind) && own.has(target));
    const from = same(state.id);
    for (const to of [...named, ...related.map(({ target }) => same(target))])
      if (to !== undefined && to !== from) wider.set(from, (wider.get(from) ?? new Set()).add(to));
  }
  return wider;
}

function countIn(tokens: readonly TextToken[], byFirst: ReadonlyMap<string, readonly Name[]>): Map<ItemId, number> {
  const found = new Map<ItemId, number>();
  tokens.forEach((token, at) => {
    const here = new Set<ItemId>();
    for (const { stems, concept } of byFirst.get(token.stem) ?? [])
      if (stems.every((stem, i) => tokens[at + i]?.stem === stem)) here.add(concept);
    // A part of a compound names a concept too, but only one of a single word: `ziekteverzuim` speaks of verzuim.
    for (const part of token.parts)
      for (const { stems, concept } of byFirst.get(part.stem) ?? []) if (stems.length === 1) here.add(concept);
    for (const concept of here) found.set(concept, (found.get(concept) ?? 0) + 1);
  });
  return found;
}

/** Terms that replace each other stand for one concept, named by the smallest id among them. */
function successors(concepts: readonly ItemState[]): (id: ItemId) => ItemId {
  const parent = new Map<ItemId, ItemId>();
  const rootOf = (id: ItemId): ItemId => {
    const up = parent.get(id);
    return up === undefined || up === id ? id : rootOf(up);
  };
  for (const state of concepts)
    for (const { kind, target } of relationsOf(state)) {
      if (kind !== 'replaces') continue;
      const [a, b] = [rootOf(state.id), rootOf(target)];
      if (a !== b) parent.set(a < b ? b : a, a < b ? a : b);
    }
  return rootOf;
}
