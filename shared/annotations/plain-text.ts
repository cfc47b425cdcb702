/** A text as its words alone: what is left when line breaks, broken words and joined letters are written one way. */
export interface PlainText {
  readonly text: string;
  /** For each character of `text` where it stands in the text it was made of, and one more for the end. */
  readonly origins: readonly number[];
}

const joinedLetters: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ĳ: 'ij',
  Ĳ: 'IJ',
};
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/;
const blank = /\s/;
const letter = /\p{L}/u;
const smallLetter = /\p{Ll}/u;

/**
 * White space becomes one space, words that were broken over lines are whole again, invisible characters are gone and joined letters apart.
 * The same words give the same text whichever program broke the lines.
 */
export function plainText(raw: string): PlainText {
  const characters: string[] = [];
  const origins: number[] = [];
  let end = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const character = raw.charAt(at);
    if (invisible.test(character)) continue;
    if (blank.test(character)) {
      if (characters.length > 0 && characters.at(-1) !== ' ') {
        characters.push(' ');
        origins.push(at);
      }
      continue;
    }
    if (endsBrokenWord(characters, raw, end, at, character)) {
      characters.length -= 2;
      origins.length -= 2;
    }
    for (const each of joinedLetters[character] ?? character) {
      characters.push(each);
      origins.push(at);
    }
    end = at + 1;
  }
  if (characters.at(-1) === ' ') {
    characters.pop();
    origins.pop();
  }
  origins.push(end);
  return { text: characters.join(''), origins };
}

/** A hyphen at the end of a line with a small letter on the next: one word. */
function endsBrokenWord(characters: readonly string[], raw: string, end: number, at: number, next: string): boolean {
  return (
    characters.at(-1) === ' ' &&
    characters.at(-2) === '-' &&
    raw.slice(end, at).includes('\n') &&
    letter.test(characters.at(-3) ?? '') &&
    smallLetter.test(next)
  );
}

/** Where an offset of the raw text stands in the plain one. */
export function plainOffset({ origins }: PlainText, raw: number): number {
  let low = 0;
  let high = origins.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((origins[middle] ?? 0) >= raw) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The part of the raw text that a part of the plain text, which is not empty, was made of. */
export function rawRange({ origins }: PlainText, start: number, end: number): readonly [number, number] {
  return [origins[start] ?? 0, (origins[end - 1] ?? 0) + 1];
}
