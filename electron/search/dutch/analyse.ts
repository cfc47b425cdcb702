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

/** What was worked out once: of the words in a text most have been seen before. */
function remembered<T>(work: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
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
  return remembered((word) => [...new Set(stretchesOf(split(word) ?? []).map((part) => partToken(stem(part))))]);
}

/** A plain word as `forms` has it. */
interface Written {
  /** null when the word is its own stem. */
  readonly form: string | null;
  readonly parts: readonly string[];
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
  // All of it together, because looking up is what most of the time goes to.
  const written = remembered((word): Written => {
    const stemmed = stem(word);
    return { form: stemmed === word ? null : formToken(stemmed), parts: partsOf(word).map(formToken) };
  });
  return {
    stem,
    analyse(text) {
      const words: string[] = [];
      const forms: string[] = [];
      const parts = new Set<string>();
      eachToken(
        text,
        (word) => {
          const found = written(word);
          words.push(word);
          if (found.form !== null) forms.push(found.form);
          for (const part of found.parts) parts.add(part);
        },
        (token) => {
          words.push(...token.parts);
          forms.push(...formsOf(token, stem).map(formToken));
          for (const word of token.parts) for (const part of written(word).parts) parts.add(part);
        },
      );
      return { words: words.join(' '), forms: [...forms, ...parts].join(' ') };
    },
    partsOf,
    words: (text) => tokenize(text).flatMap((token) => token.parts),
    lookups: (text) => tokenize(text).map((token) => lookupOf(token, stem)),
  };
}
