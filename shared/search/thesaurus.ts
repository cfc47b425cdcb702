import { z } from 'zod';

const label = z.string().trim().min(1).max(200);
const labels = z.array(label).max(200).default([]);
const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/**
 * A concept of the field with everything it is called. Other terms are named by one of their labels, so a term can be written without
 * knowing where the others are kept.
 */
export const thesaurusTermSchema = z.object({
  preferred: label,
  abbreviation: label.nullable().default(null),
  longForm: label.nullable().default(null),
  /** The same words spelled otherwise. */
  variants: labels,
  /** Other words for the same, near enough to be searched together. */
  synonyms: labels,
  broader: labels,
  related: labels,
  definition: z.string().max(5_000).nullable().default(null),
  note: z.string().max(5_000).nullable().default(null),
  source: z.string().max(1_000).nullable().default(null),
  validFrom: date.nullable().default(null),
  validTo: date.nullable().default(null),
  /** What took its place; what was true of one is not true of the other because of it. */
  successor: label.nullable().default(null),
  successorFrom: date.nullable().default(null),
});
export type ThesaurusTerm = z.infer<typeof thesaurusTermSchema>;

/** All names of a term, each once, the preferred one first. */
export function labelsOf(term: ThesaurusTerm): string[] {
  const all = [term.preferred, term.abbreviation, term.longForm, ...term.variants, ...term.synonyms];
  return [...new Set(all.filter((each) => each !== null))];
}

/** A term with the others it leads to. */
export interface KnownTerm {
  readonly term: ThesaurusTerm;
  readonly narrower: readonly ThesaurusTerm[];
  /** What it is called now, and what it was called before. */
  readonly successors: readonly ThesaurusTerm[];
  readonly predecessors: readonly ThesaurusTerm[];
}

export interface Thesaurus {
  readonly terms: readonly ThesaurusTerm[];
  /** The terms that these words name, however they are inflected; abbreviations only as they are. */
  named(text: string): readonly KnownTerm[];
}

/** Makes words that say the same alike: folded and stemmed, parted by spaces. */
export type LabelKey = (text: string) => { readonly exact: string; readonly stemmed: string };

/** Abbreviations are short: taken by their stem, `bollen` would be BOL. */
function keysOf(text: string, isAbbreviation: boolean, keyOf: LabelKey): string[] {
  const key = keyOf(text);
  return isAbbreviation ? [`=${key.exact}`] : [`=${key.exact}`, `~${key.stemmed}`];
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [value]);
  else if (!there.includes(value)) there.push(value);
}

export function createThesaurus(terms: readonly ThesaurusTerm[], keyOf: LabelKey): Thesaurus {
  const byLabel = new Map<string, ThesaurusTerm[]>();
  for (const term of terms)
    for (const each of labelsOf(term))
      for (const key of keysOf(each, each === term.abbreviation, keyOf)) add(byLabel, key, term);
  const find = (text: string): readonly ThesaurusTerm[] => {
    const { exact, stemmed } = keyOf(text);
    return byLabel.get(`=${exact}`) ?? byLabel.get(`~${stemmed}`) ?? [];
  };
  const narrower = new Map<string, ThesaurusTerm[]>();
  const before = new Map<string, ThesaurusTerm[]>();
  for (const term of terms) {
    for (const each of term.broader) for (const found of find(each)) add(narrower, found.preferred, term);
    if (term.successor !== null) for (const found of find(term.successor)) add(before, found.preferred, term);
  }
  return {
    terms,
    named: (text) =>
      find(text).map((term) => ({
        term,
        narrower: narrower.get(term.preferred) ?? [],
        successors: term.successor === null ? [] : find(term.successor).filter((found) => found !== term),
        predecessors: (before.get(term.preferred) ?? []).filter((found) => found !== term),
      })),
  };
}

/**
 * The terms that come with the app and those of the library. A term of the library takes the place of the built-in one with its name or abbreviation as a
 * whole, so that what is left out there is left out of search too.
 */
export function mergeTerms(
  builtIn: readonly ThesaurusTerm[],
  own: readonly ThesaurusTerm[],
  keyOf: LabelKey,
): ThesaurusTerm[] {
  const names = (term: ThesaurusTerm): string[] =>
    [term.preferred, term.abbreviation].flatMap((each) => (each === null ? [] : [keyOf(each).exact]));
  const taken = new Set(own.flatMap(names));
  return [...own, ...builtIn.filter((term) => !names(term).some((name) => taken.has(name)))];
}
