import { fold } from '../../shared/search/fold';
import type { Analyser } from './dutch/analyse';
import { withoutFunctionWords, type Alternative, type Asked } from './expand';

export type Mark = readonly [start: number, end: number];

/** A text as written and, where that is as long, folded: then hits are looked for in the folded text, five times as fast. */
export interface MarkableText {
  readonly text: string;
  readonly folded: string | null;
}

export function markable(text: string): MarkableText {
  const folded = fold(text);
  return { text, folded: folded.length === text.length ? folded : null };
}

/** Finds one of the things asked for in a text. */
export interface TextMarker {
  /** Places of the hits in the text as written, in order, at most `limit`. */
  find(text: MarkableText, limit: number): Mark[];
}

const accented: Readonly<Record<string, string>> = {
  a: 'aàáâäãå',
  c: 'cç',
  e: 'eèéêë',
  i: 'iìíîïĳ',
  n: 'nñ',
  o: 'oòóôöõø',
  u: 'uùúûü',
  y: 'yýÿ',
  s: 'sß',
};

/** How letters, words and what parts them are written in a pattern, for folded text and for text as written. */
interface Script {
  readonly inside: string;
  readonly between: string;
  readonly flags: string;
  spell(word: string): string;
}

const escaped = (letter: string): string => letter.replace(/[^\p{L}\p{N}]/u, '\\$&');
const foldedLetters = 'a-z0-9\\u00aa\\u00ba\\u00c0-\\u1fff\\u2c00-\\ud7ff\\uf900-\\uffff';
const foldedScript: Script = {
  inside: `[${foldedLetters}]`,
  between: `[^${foldedLetters}]{1,20}`,
  flags: 'g',
  spell: (word) => [...word].map(escaped).join("'?"),
};
const writtenScript: Script = {
  inside: '[\\p{L}\\p{N}\\p{M}\\u00ad]',
  between: '[^\\p{L}\\p{N}]{1,20}',
  flags: 'giu',
  spell: (word) => {
    const letters = [...word].map(
      (letter) => `${accented[letter] === undefined ? escaped(letter) : `[${accented[letter]}]`}\\p{M}*['’\\u00ad]?`,
    );
    return letters.join('').replaceAll("[iìíîïĳ]\\p{M}*['’\\u00ad]?j", "(?:[iìíîï]\\p{M}*['’\\u00ad]?j|ĳ)");
  },
};

function sharedStart(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a.slice(0, at);
}

/** Looks for what begins as the word and its forms do, and keeps what the analysis agrees with. */
function marker(pattern: (script: Script) => string, accepts: (folded: string) => boolean): TextMarker {
  const expression = (script: Script): RegExp => new RegExp(`(?<!${script.inside})${pattern(script)}`, script.flags);
  const inFolded = expression(foldedScript);
  // Few texts need it, and it takes as long to make as a page takes to search.
  let inWritten: RegExp | null = null;
  return {
    find({ text, folded }, limit) {
      const marks: Mark[] = [];
      const matches =
        folded === null ? text.matchAll((inWritten ??= expression(writtenScript))) : folded.matchAll(inFolded);
      for (const match of matches) {
        if (!accepts(folded === null ? fold(match[0]) : match[0])) continue;
        marks.push([match.index, match.index + match[0].length]);
        if (marks.length >= limit) break;
      }
      return marks;
    },
  };
}

function phraseMarker(words: readonly string[], open: boolean): TextMarker {
  return marker(
    (script) => `${words.map(script.spell).join(script.between)}${open ? `${script.inside}*` : ''}(?!${script.inside})`,
    () => true,
  );
}

function wordMarkers(text: string, open: boolean, analyser: Analyser): TextMarker[] {
  const lookups = analyser.lookups(text);
  return lookups.map((lookup, at) => {
    const goesOn = open && at === lookups.length - 1;
    const phrase = lookup.phrases[0];
    if (phrase !== undefined) return phraseMarker(phrase, goesOn);
    const words = analyser.words(text);
    const word = words[at] ?? words.at(-1) ?? text;
    const forms = new Set(lookup.forms);
    const start = lookup.forms.reduce(sharedStart, word);
    return marker(
      (script) => `${script.spell(start === '' ? word : start)}(?:['’-]?${script.inside})*`,
      (found) => {
        const whole = found.split('-')[0] ?? '';
        const plain = whole.replaceAll("'", '');
        const base = whole.split("'")[0] ?? '';
        return (
          (goesOn && plain.startsWith(word)) ||
          plain === word ||
          forms.has(analyser.stem(plain)) ||
          forms.has(analyser.stem(base))
        );
      },
    );
  });
}

/** A word that has the part in it: all of `ziekteverzuim` for `verzuim`. */
function partMarker(part: string, analyser: Analyser): TextMarker {
  const stem = part.slice(1);
  return marker(
    (script) => `${script.inside}*${script.spell(stem.slice(0, -1))}${script.inside}*`,
    (found) => analyser.partsOf(found).includes(part),
  );
}

function soughtMarker(sought: Alternative['sought'], to: string, analyser: Analyser): TextMarker {
  if (sought.kind === 'phrase') return phraseMarker(sought.words, sought.open);
  if (sought.kind === 'part') return partMarker(sought.form, analyser);
  return anyOf(wordMarkers(to, false, analyser));
}

function anyOf(markers: readonly TextMarker[]): TextMarker {
  const [first, ...more] = markers;
  if (first !== undefined && more.length === 0) return first;
  return { find: (text, limit) => mergeMarks(markers.flatMap((each) => each.find(text, limit))).slice(0, limit) };
}

/** What marks one of the things that are looked for besides. */
export function alternativeMarker({ sought, expansion }: Alternative, analyser: Analyser): TextMarker {
  return soughtMarker(sought, expansion.to, analyser);
}

/** What marks a thing asked for as it was typed, inflected or begun; nothing for fields and for rows of words. */
export function typedMarkers(asked: Asked, analyser: Analyser): TextMarker[] {
  if (asked.kind === 'word') return wordMarkers(asked.text, asked.open, analyser);
  if (asked.kind !== 'phrase') return [];
  const words = analyser.words(asked.text);
  return words.length === 0 ? [] : [phraseMarker(words, false)];
}

/** One marker for each thing asked, so that a text can be judged by how many of them it holds. */
export function markersOf(asked: Asked, analyser: Analyser): TextMarker[] {
  switch (asked.kind) {
    case 'word': {
      const typed = typedMarkers(asked, analyser);
      const also = asked.also.map((other) => alternativeMarker(other, analyser));
      return also.length === 0 ? typed : [anyOf([...typed, ...also])];
    }
    case 'phrase':
      return typedMarkers(asked, analyser);
    case 'run': {
      const inner = withoutFunctionWords(asked.nodes).flatMap((part) => markersOf(part, analyser));
      return asked.also.length === 0
        ? inner
        : [anyOf([...inner, ...asked.also.map((other) => alternativeMarker(other, analyser))])];
    }
    case 'title':
      return [];
    case 'and':
    case 'or':
      return asked.nodes.flatMap((part) => markersOf(part, analyser));
  }
}

/** The same for the title, where `title:` counts too. */
export function titleMarkersOf(asked: Asked, analyser: Analyser): TextMarker[] {
  if (asked.kind === 'title') return markersOf(asked.node, analyser);
  return asked.kind === 'and' || asked.kind === 'or'
    ? asked.nodes.flatMap((part) => titleMarkersOf(part, analyser))
    : markersOf(asked, analyser);
}

/** Sorted, overlapping marks joined. */
export function mergeMarks(marks: readonly Mark[]): Mark[] {
  const merged: [number, number][] = [];
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
