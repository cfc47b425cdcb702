import { fold } from '../../../shared/search/fold';

/**
 * One written word. `parts` are its pieces in order, as they stand in the index; `joined` is the same in one piece where a hyphen or
 * apostrophe parts it (`vo-mbo` → `vombo`); `sign` is set for `18+` and `18-`.
 */
export interface Token {
  readonly parts: readonly string[];
  readonly joined: string | null;
  /** What stands before an apostrophe: `vsv'er` → `vsv`. */
  readonly base: string | null;
  readonly sign: 'plus' | 'min' | null;
}

const maxLength = 64;
const wordPattern = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*(?:(?<=\p{N})[+-](?![\p{L}\p{N}]))?/gu;
const asciiWordPattern = /[a-z0-9]+(?:['-][a-z0-9]+)*(?:(?<=[0-9])[+-](?![a-z0-9]))?/g;
const plainWord = /^[^'+-]+$/;

const cut = (word: string): string => (word.length > maxLength ? word.slice(0, maxLength) : word);

function compound(word: string): Token {
  const signed = /^\d{1,3}[+-]$/.test(word);
  const sign = signed ? (word.endsWith('+') ? 'plus' : 'min') : null;
  const whole = word.replace(/[+-]$/, '');
  const parts = whole.split('-').map((part) => cut(part.replaceAll("'", '')));
  const apostrophe = parts.length === 1 ? whole.indexOf("'") : -1;
  const joined = parts.length > 1 && !/^[\d-]+$/.test(whole) ? cut(parts.join('')) : null;
  return { parts, joined, base: apostrophe >= 2 ? cut(whole.slice(0, apostrophe)) : null, sign };
}

/** The words of a text, folded, in order. Calls `plain` for the usual word and `other` for one with a hyphen, apostrophe or sign. */
export function eachToken(text: string, plain: (word: string) => void, other: (token: Token) => void): void {
  const folded = fold(text);
  const words = folded.match(/[^\u0000-\u007f]/.test(folded) ? wordPattern : asciiWordPattern);
  if (words === null) return;
  for (const word of words) {
    if (plainWord.test(word)) plain(cut(word));
    else other(compound(word));
  }
}

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  eachToken(
    text,
    (word) => tokens.push({ parts: [word], joined: null, base: null, sign: null }),
    (token) => tokens.push(token),
  );
  return tokens;
}
