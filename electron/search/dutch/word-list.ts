/** What the word list knows of a word; see scripts/make-word-parts.mjs for how it is found out. */
export const wordClass = {
  /** May begin a compound, as it stands, its linking letters included: `arbeids`. */
  begins: 1,
  /** May end one. */
  ends: 2,
  /** Only looks like a compound: `maatregel`. */
  whole: 4,
  verb: 8,
} as const;

export interface WordList {
  /** The classes of a folded word, added up; 0 for a word that is not in the list. */
  classOf(word: string): number;
}

const lineFeed = 10;

/**
 * Looks words up in sorted lines of a class (one hexadecimal digit) and a word. The text is searched as it is: nothing is built when it is loaded, and it
 * takes no more memory than its letters.
 */
export function createWordList(lines: string): WordList {
  const startOfLine = (at: number): number => {
    let start = at;
    while (start > 0 && lines.charCodeAt(start - 1) !== lineFeed) start -= 1;
    return start;
  };
  return {
    classOf(word) {
      let low = 0;
      let high = lines.length;
      while (low < high) {
        const start = startOfLine((low + high) >> 1);
        const end = lines.indexOf('\n', start);
        const found = lines.slice(start + 1, end);
        if (found === word) return Number.parseInt(lines.charAt(start), 16);
        if (found < word) low = end + 1;
        else high = start;
      }
      return 0;
    },
  };
}
