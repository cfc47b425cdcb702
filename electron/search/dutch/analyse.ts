import { createStemmer, type Stemmer } from './stem';
import { stretchesOf, type Splitter } from './compounds';
import { formToken } from './form-token';
import { eachToken, tokenize, type Token } from './tokenize';

/** A text as the index takes it: tokens parted by spaces. */
export interface AnalysedText {
  /** Every word as written, folded, in order: phrases are found here. */
  readonly words: string;
  /**
   * What a word is also found by where that differs from the word, each written by `formToken`: its stem, its pieces joined; and at the end, each once, the
   * parts of the compounds in the text, marked as `partToken` does.
   */
  readonly forms: string;
}

/** How a written word is looked up: any of `phrases` (words in a row) or of `forms` (single tokens). */
export interface Lookup {
  readonly phrases: readonly (readonly string[])[];
  readonly forms: readonly string[];
}

export interface Analyser {
  readonly stem: Stemmer;
  analyse(text: string): AnalysedText;
  /** The words of a phrase, to be found exactly so. */
  words(text: string): string[];
  /** The tokens of the parts of a folded word, none when it is no compound. */
  partsOf(word: string): readonly string[];
  /** One lookup for each written word of `text`; all must be found. */
  lookups(text: string): Lookup[];
}

/** A part of a compound in the index: the mark keeps it from being found as a word, so that it is found only when compounds are asked for. */
export function partToken(stem: string): string {
  return `_${stem}`;
}

const cacheSize = 100_000;

function remembered(work: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    let found = known.get(word);
    if (found === undefined) {
      found = work(word);
      if (known.size >= cacheSize) known.clear();
      known.set(word, found);
    }
    return found;
  };
}

/** Parts of compounds as tokens: `leerplichtambtenaar` → `_leer`, `_plicht`, `_ambtenaar`, `_leerplicht`, … */
function partFinder(split: Splitter, stem: Stemmer): (word: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (word) => {
    let found = known.get(word);
    if (found === undefined) {
      found = [...new Set(stretchesOf(split(word) ?? []).map((part) => partToken(stem(part))))];
      if (known.size >= cacheSize) known.clear();
      known.set(word, found);
    }
    return found;
  };
}

function formsOf(token: Token, stem: Stemmer): string[] {
  const forms: string[] = [];
  for (const part of token.parts) {
    const stemmed = stem(part);
    if (stemmed !== part) forms.push(stemmed);
  }
  if (token.joined !== null) forms.push(stem(token.joined));
  if (token.base !== null) forms.push(stem(token.base));
  if (token.sign !== null) forms.push(token.parts.join('') + token.sign);
  return forms;
}

function lookupOf(token: Token, stem: Stemmer): Lookup {
  const [first = '', ...more] = token.parts;
  if (token.sign !== null) return { phrases: [], forms: [first + token.sign] };
  if (more.length > 0) return { phrases: [token.parts], forms: token.joined === null ? [] : [stem(token.joined)] };
  return { phrases: [], forms: [...new Set(token.base === null ? [stem(first)] : [stem(first), stem(token.base)])] };
}

/**
 * Dutch analysis, the same for what is indexed and what is asked. A stem is always looked up in words and forms together, so a word
 * that is its own stem is indexed once.
 */
export function createAnalyser(split: Splitter = () => null): Analyser {
  const stem = createStemmer();
  const partsOf = partFinder(split, stem);
  const written = remembered(formToken);
  return {
    stem,
    analyse(text) {
      const words: string[] = [];
      const forms: string[] = [];
      const parts = new Set<string>();
      eachToken(
        text,
        (word) => {
          words.push(word);
          const stemmed = stem(word);
          if (stemmed !== word) forms.push(written(stemmed));
          for (const part of partsOf(word)) parts.add(part);
        },
        (token) => {
          words.push(...token.parts);
          forms.push(...formsOf(token, stem).map(written));
          for (const word of token.parts) for (const part of partsOf(word)) parts.add(part);
        },
      );
      return { words: words.join(' '), forms: [...forms, ...[...parts].map(written)].join(' ') };
    },
    partsOf,
    words: (text) => tokenize(text).flatMap((token) => token.parts),
    lookups: (text) => tokenize(text).map((token) => lookupOf(token, stem)),
  };
}
