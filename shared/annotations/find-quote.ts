import search from 'approx-string-match';
import { unitAt, type TextAnchor } from './quote';

/** `sure`: these very words in their place. `changed`: most likely the place, but words or surroundings differ, and a person should look. */
export interface FoundQuote {
  readonly start: number;
  readonly end: number;
  readonly certainty: 'sure' | 'changed';
}

interface Candidate {
  readonly start: number;
  readonly end: number;
  /** How alike the words are, 0 to 1. */
  readonly words: number;
  /** How alike what stands before and after is, 0 to 1; what touches the words counts most. */
  readonly context: number;
  /** What stands before and after leaves no doubt: one side is whole, and the other for the most part. */
  readonly certain: boolean;
}

/** A quote of so many characters that stands in a text once is that quote, wherever it went. */
const distinctive = 24;
/** Surroundings that are at least so much alike are the same place. */
const sameContext = 0.7;
/** Two places whose surroundings differ less than this cannot be told apart. */
const tellingMargin = 0.15;
/** With one side of the quote whole and the other for the most part, a sentence that is said twice is told apart. */
const wholeSide = 0.9;
const mostOfSide = 0.65;
/** Below this, it is another sentence. */
const leastWords = 0.62;
const leastScore = 0.66;
/** Shorter quotes say too little by themselves to be looked for with errors. */
const leastFuzzy = 8;
const mostOccurrences = 500;
/** Fuzzy search looks so far on either side of the expected place before it reads everything. */
const nearby = 15_000;

/**
 * Finds the words of an anchor in a plain text that may have been edited since: where they were, else the same words with the same surroundings,
 * else words like them; null when nothing is like them enough.
 *
 * The order of the selectors and the weighing of quote and context follow the published approach of fuzzy anchoring (Hypothesis, "Fuzzy
 * Anchoring", 2013, https://web.hypothes.is/blog/fuzzy-anchoring/). Words with errors are found by Myers' bit-vector algorithm (G. Myers, "A Fast
 * Bit-Vector Algorithm for Approximate String Matching Based on Dynamic Programming", JACM 46(3), 1999), in the package `approx-string-match`.
 */
export function findQuote(text: string, anchor: TextAnchor): FoundQuote | null {
  return findSameWords(text, anchor) ?? findLikeWords(text, anchor);
}

/** Only the same words: quick, also over hundreds of pages. */
export function findSameWords(text: string, anchor: TextAnchor): FoundQuote | null {
  const { quote } = anchor;
  const position = unitsOf(text, anchor);
  const candidates = occurrences(text, quote.exact).map((start) =>
    candidateAt(text, quote, start, start + quote.exact.length, 1),
  );
  const [best, second] = [...candidates].sort(
    (a, b) => b.context - a.context || distance(a, position) - distance(b, position),
  );
  if (best === undefined) return null;
  if (best.context < sameContext)
    return second === undefined && quote.exact.length >= distinctive ? found(best, 'changed') : null;
  const there = candidates.find(({ start }) => start === position?.start);
  // Of places that look alike the one where it was is most likely, and where it moved nobody can tell.
  if (second !== undefined && best.context - second.context < tellingMargin) {
    const chosen = there !== undefined && best.context - there.context < tellingMargin ? there : best;
    return found(chosen, chosen === there && there.certain ? 'sure' : 'changed');
  }
  return found(best, best.certain ? 'sure' : 'changed');
}

/** The position in code units of this text. */
function unitsOf(text: string, { position }: TextAnchor): TextAnchor['position'] {
  return position === null ? null : { start: unitAt(text, position.start), end: unitAt(text, position.end) };
}

/** Words that are like those of the anchor: never `sure`. */
export function findLikeWords(text: string, anchor: TextAnchor): FoundQuote | null {
  const { quote } = anchor;
  const position = unitsOf(text, anchor);
  const from = position === null ? 0 : Math.max(0, position.start - nearby);
  const to = position === null ? text.length : Math.min(text.length, position.end + nearby);
  const near = bestOf(candidatesIn(text, quote, from, to), position);
  if (near !== null && score(near) >= 0.85) return found(near, 'changed');
  const wide = from === 0 && to === text.length ? near : bestOf(candidatesIn(text, quote, 0, text.length), position);
  const best = wide ?? near;
  if (best === null || best.words < leastWords || score(best) < leastScore) return between(text, quote, from, to);
  return found(best, 'changed');
}

/** Places with words like the quote, and with words like the quote in its surroundings. */
function candidatesIn(text: string, quote: TextAnchor['quote'], from: number, to: number): Candidate[] {
  const { exact, prefix, suffix } = quote;
  const part = text.slice(from, to);
  const errors = Math.floor(exact.length * (1 - leastWords));
  const alone = exact.length < leastFuzzy ? [] : search(part, exact, errors);
  const whole = `${prefix}${exact}${suffix}`;
  const wholes = search(part, whole, Math.floor(whole.length * 0.35)).flatMap(({ start, end }) =>
    search(part.slice(start, end), exact, errors).map((match) => ({
      start: start + match.start,
      end: start + match.end,
      errors: match.errors,
    })),
  );
  return [...alone, ...wholes].slice(0, mostOccurrences).map((match) => {
    const [start, end] = wholeWords(text, quote.exact, from + match.start, from + match.end);
    return candidateAt(text, quote, start, end, 1 - match.errors / exact.length);
  });
}

function bestOf(candidates: readonly Candidate[], position: TextAnchor['position']): Candidate | null {
  const [best] = [...candidates].sort((a, b) => score(b) - score(a) || distance(a, position) - distance(b, position));
  return best ?? null;
}

/** What stands between the old surroundings now, when it still has words of the quote: a sentence that was much rewritten. */
function between(text: string, quote: TextAnchor['quote'], from: number, to: number): FoundQuote | null {
  if (quote.prefix.length < 16 || quote.suffix.length < 16) return null;
  const part = text.slice(from, to);
  const [before] = search(part, quote.prefix, Math.floor(quote.prefix.length / 6));
  if (before === undefined) return null;
  const room = part.slice(before.end, before.end + quote.exact.length * 3 + quote.suffix.length * 2);
  const [after] = search(room, quote.suffix, Math.floor(quote.suffix.length / 6));
  if (after === undefined || after.start === 0) return null;
  const start = from + before.end;
  const end = start + after.start;
  return sharedWords(quote.exact, text.slice(start, end)) < 0.5 ? null : { start, end, certainty: 'changed' };
}

function sharedWords(a: string, b: string): number {
  const words = a.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const others = new Set(b.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  return words.length === 0 ? 0 : words.filter((word) => others.has(word)).length / words.length;
}

function candidateAt(
  text: string,
  { prefix, suffix }: TextAnchor['quote'],
  start: number,
  end: number,
  words: number,
): Candidate {
  const before = sideOf(text.slice(Math.max(0, start - prefix.length * 1.25), start), prefix, 'end');
  const after = sideOf(text.slice(end, end + suffix.length * 1.25), suffix, 'start');
  const weight = prefix.length + suffix.length;
  const context = weight === 0 ? 1 : (before.like * prefix.length + after.like * suffix.length) / weight;
  const [less, more] = [before.whole, after.whole].sort((a, b) => a - b) as [number, number];
  return {
    start,
    end,
    words,
    context,
    certain: more >= wholeSide && less >= (end - start < distinctive ? wholeSide : mostOfSide),
  };
}

/** How much of `wanted` stands in `there`, up against its start or end, 0 to 1: of all of it, and of it or the half that touches the quote. */
function sideOf(
  there: string,
  wanted: string,
  edge: 'start' | 'end',
): { readonly whole: number; readonly like: number } {
  if (wanted === '') return { whole: there === '' ? 1 : mostOfSide, like: 1 };
  if (edge === 'end' ? there.endsWith(wanted) : there.startsWith(wanted)) return { whole: 1, like: 1 };
  // What stands further away is the first to be edited.
  const half = Math.ceil(wanted.length / 2);
  const close = edge === 'end' ? wanted.slice(-half) : wanted.slice(0, half);
  const room = edge === 'end' ? there.slice(-half - 6) : there.slice(0, half + 6);
  const whole = fuzzyShare(there, wanted);
  return { whole, like: Math.max(whole, fuzzyShare(room, close) * 0.95) };
}

function fuzzyShare(text: string, pattern: string): number {
  const [match] = search(text, pattern, Math.floor(pattern.length / 2));
  return match === undefined ? 0 : 1 - match.errors / pattern.length;
}

const score = ({ words, context }: Candidate): number => 0.6 * words + 0.4 * context;

const found = ({ start, end }: Candidate, certainty: FoundQuote['certainty']): FoundQuote => ({
  start,
  end,
  certainty,
});

function distance({ start }: Candidate, position: TextAnchor['position']): number {
  return position === null ? 0 : Math.abs(start - position.start);
}

function occurrences(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at !== -1 && places.length < mostOccurrences; at = text.indexOf(words, at + 1))
    places.push(at);
  return places;
}

const letter = /[\p{L}\p{N}]/u;

/** A match with errors may end inside a word; when the quote did not, neither does its place. */
function wholeWords(text: string, exact: string, from: number, to: number): readonly [number, number] {
  const inside = (at: number): boolean => letter.test(text[at - 1] ?? ' ') && letter.test(text[at] ?? ' ');
  let start = from;
  let end = to;
  if (letter.test(exact[0] ?? '')) while (inside(start)) start -= 1;
  if (letter.test(exact.at(-1) ?? '')) while (inside(end)) end += 1;
  while (start < end && text[start] === ' ') start += 1;
  while (end > start && text[end - 1] === ' ') end -= 1;
  return [start, end];
}
