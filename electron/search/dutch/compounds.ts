import { wordClass, type WordList } from './word-list';

/** Takes a folded compound apart: `leerplichtambtenaar` → `leer`, `plicht`, `ambtenaar`. Null for a word that is none. */
export type Splitter = (word: string) => readonly string[] | null;

const shortestBegin = 3;
const shortestEnd = 3;
const longest = 40;
const cacheSize = 100_000;

/**
 * A word is a compound when the word list knows all its parts in their places; the split with the fewest parts counts, and of equals the one whose first part is
 * longest, because linking letters belong to it. What ends in a suffix (`-rijk`, `-loos`), begins with a particle (`uit-`, `over-`) or is listed as whole is never
 * taken apart: the list has no such parts.
 */
export function createSplitter(list: WordList): Splitter {
  const known = new Map<string, readonly string[] | null>();
  const is = (word: string, kind: number): boolean => (list.classOf(word) & kind) !== 0;

  function split(word: string): readonly string[] | null {
    const before = known.get(word);
    if (before !== undefined) return before;
    let best: readonly string[] | null = null;
    for (let at = word.length - shortestEnd; at >= shortestBegin && best?.length !== 2; at -= 1) {
      if (!is(word.slice(0, at), wordClass.begins)) continue;
      const rest = word.slice(at);
      const parts = is(rest, wordClass.ends) ? [rest] : split(rest);
      if (parts !== null && (best === null || parts.length + 1 < best.length)) best = [word.slice(0, at), ...parts];
    }
    if (known.size >= cacheSize) known.clear();
    known.set(word, best);
    return best;
  }

  return (word) => {
    if (word.length < shortestBegin + shortestEnd || word.length > longest || /[^a-z]/.test(word)) return null;
    return is(word, wordClass.whole) ? null : split(word);
  };
}

/** The parts and everything that stands side by side in them: of a+b+c also ab and bc, but not abc itself. */
export function stretchesOf(parts: readonly string[]): string[] {
  const stretches: string[] = [];
  for (let length = 1; length < parts.length; length += 1)
    for (let from = 0; from + length <= parts.length; from += 1)
      stretches.push(parts.slice(from, from + length).join(''));
  return stretches;
}
