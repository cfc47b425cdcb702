/** What a word list and the thesaurus add to the analysis. */
export interface Expander {
  /** Stems of the parts of a compound, indexed beside it: `ziekteverzuim` → `ziekte`, `verzuim`. Empty when it is none. */
  partsOf(word: string): readonly string[];
  /** Other ways to say a word that is asked for, as people write them: `vsv` → `voortijdig schoolverlaten`. */
  synonymsOf(word: string): readonly string[];
}

export const noExpansion: Expander = { partsOf: () => [], synonymsOf: () => [] };
