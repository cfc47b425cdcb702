import type { Anchor } from '../model/annotation';

/** The part of an anchor that finds words: W3C's TextQuoteSelector and TextPositionSelector. */
export type TextAnchor = Required<{
  readonly quote: NonNullable<Anchor['quote']>;
  readonly position: Anchor['position'];
}>;

/** So much of the text on either side tells one place from another with the same words. */
const contextLength = 80;
const longestQuote = 20_000;

const pairs = /[\ud800-\udbff][\udc00-\udfff]/g;

/** W3C counts characters (code points); strings here count code units, of which an emoji has two. */
function pointsUntil(text: string, unit: number): number {
  return unit - (text.slice(0, unit).match(pairs)?.length ?? 0);
}

/** Where the character with this number begins in the string; the other way round. */
export function unitAt(text: string, point: number): number {
  let unit = point;
  for (const { index } of text.slice(0, point * 2).matchAll(pairs)) {
    if (index >= unit) break;
    unit += 1;
  }
  return Math.min(unit, text.length);
}

/** Describes a part of a plain text; blanks at its ends do not count. Null when nothing is left. */
export function describeQuote(text: string, from: number, to: number): TextAnchor | null {
  let start = Math.max(0, from);
  let end = Math.min(text.length, to, start + longestQuote);
  while (start < end && text[start] === ' ') start += 1;
  while (end > start && text[end - 1] === ' ') end -= 1;
  if (start >= end) return null;
  return {
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - contextLength), start),
      suffix: text.slice(end, end + contextLength),
    },
    position: { start: pointsUntil(text, start), end: pointsUntil(text, end) },
  };
}
