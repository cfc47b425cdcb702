import { foldForFinding, type FoldedText } from '../../../shared/search/hit-terms';

/** A piece of a page's text as pdf.js gives it, in reading order. */
export interface TextPiece {
  readonly str: string;
  /** A line ends behind it. */
  readonly hasEOL: boolean;
}

/**
 * The text of a page made ready to be searched: lines parted by a break, words that were broken over lines rejoined. Offsets are in the
 * pieces' own characters behind each other, which is how pdf.js marks matches.
 */
export function pageText(pieces: readonly TextPiece[]): FoldedText {
  const characters: string[] = [];
  const origins: number[] = [];
  let length = 0;
  let lineEnded = false;
  for (const { str, hasEOL } of pieces) {
    if (str !== '') {
      if (lineEnded) joinLines(characters, origins, str, length);
      lineEnded = false;
      for (let i = 0; i < str.length; i++) {
        characters.push(str.charAt(i));
        origins.push(length + i);
      }
      length += str.length;
    }
    lineEnded ||= hasEOL;
  }
  origins.push(length);
  const { folded, offsets } = foldForFinding(characters.join(''));
  return { folded, offsets: offsets.map((offset) => origins[offset] ?? length) };
}

function joinLines(characters: string[], origins: number[], next: string, length: number): void {
  const broken = characters.at(-1) === '-' && /\p{L}/u.test(characters.at(-2) ?? '') && /^\p{Ll}/u.test(next);
  if (broken) {
    characters.pop();
    origins.pop();
  } else {
    characters.push('\n');
    origins.push(length);
  }
}
