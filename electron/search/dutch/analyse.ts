import { createStemmer, type Stemmer } from './stem';
import { noExpansion, type Expander } from './expander';
import { eachToken, tokenize, type Token } from './tokenize';

/** A text as the index takes it: tokens parted by spaces. */
export interface AnalysedText {
  /** Every word as written, folded, in order: phrases are found here. */
  readonly words: string;
  /** What a word is also found by where that differs from the word: its stem, its pieces joined, parts of a compound. */
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
  /** One lookup for each written word of `text`; all must be found. */
  lookups(text: string): Lookup[];
}

function formsOf(token: Token, stem: Stemmer, expander: Expander): string[] {
  const forms: string[] = [];
  for (const part of token.parts) {
    const stemmed = stem(part);
    if (stemmed !== part) forms.push(stemmed);
    forms.push(...expander.partsOf(part));
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
export function createAnalyser(expander: Expander = noExpansion): Analyser {
  const stem = createStemmer();
  return {
    stem,
    analyse(text) {
      const words: string[] = [];
      const forms: string[] = [];
      eachToken(
        text,
        (word) => {
          words.push(word);
          const stemmed = stem(word);
          if (stemmed !== word) forms.push(stemmed);
          for (const part of expander.partsOf(word)) forms.push(part);
        },
        (token) => {
          words.push(...token.parts);
          forms.push(...formsOf(token, stem, expander));
        },
      );
      return { words: words.join(' '), forms: forms.join(' ') };
    },
    words: (text) => tokenize(text).flatMap((token) => token.parts),
    lookups: (text) => tokenize(text).map((token) => lookupOf(token, stem)),
  };
}
