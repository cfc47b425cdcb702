import { fold } from '../../shared/search/fold';
import type { Analyser } from './dutch/analyse';
import type { TextNode } from './match-expression';

export type Mark = readonly [start: number, end: number];

/** Finds one of the things asked for in a text as people wrote it. */
export interface TextMarker {
  /** Places of the hits, in order, at most `limit`. */
  find(text: string, limit: number): Mark[];
}

const accented: Readonly<Record<string, string>> = {
  a: 'aàáâäãå', c: 'cç', e: 'eèéêë', i: 'iìíîïĳ', n: 'nñ', o: 'oòóôöõø', u: 'uùúûü', y: 'yýÿ', s: 'sß',
};
const insideWord = '[\\p{L}\\p{N}\\p{M}\\u00ad]';
const betweenWords = '[^\\p{L}\\p{N}]{1,20}';

function letters(start: string): string {
  return [...start].map((letter) => {
    const any = accented[letter];
    return `${any === undefined ? letter.replace(/[^\p{L}\p{N}]/u, '\\$&') : `[${any}]`}['’\\u00ad]?`;
  }).join('').replaceAll('[iìíîïĳ][\'’\\u00ad]?j', '(?:[iìíîï][\'’\\u00ad]?j|ĳ)');
}

function sharedStart(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a.slice(0, at);
}

/** Looks for what begins as the word and its forms do, and keeps what the analysis agrees with. */
function marker(pattern: string, accepts: (folded: string) => boolean): TextMarker {
  const expression = new RegExp(`(?<!${insideWord})${pattern}`, 'giu');
  return {
    find(text, limit) {
      const marks: Mark[] = [];
      for (const match of text.matchAll(expression)) {
        if (!accepts(fold(match[0]))) continue;
        marks.push([match.index, match.index + match[0].length]);
        if (marks.length >= limit) break;
      }
      return marks;
    },
  };
}

function phraseMarker(words: readonly string[], open: boolean): TextMarker {
  const pattern = words.map(letters).join(betweenWords) + (open ? `${insideWord}*` : '');
  return marker(`${pattern}(?!${insideWord})`, () => true);
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
    return marker(`${letters(start === '' ? word : start)}(?:['’-]?${insideWord})*`, (found) => {
      const whole = found.split('-')[0] ?? '';
      const plain = whole.replaceAll("'", '');
      const base = whole.split("'")[0] ?? '';
      return (goesOn && plain.startsWith(word)) || plain === word || forms.has(analyser.stem(plain)) || forms.has(analyser.stem(base));
    });
  });
}

/** One marker for each thing asked for, so that a text can be judged by how many of them it holds. */
export function markersOf(node: TextNode, analyser: Analyser): TextMarker[] {
  switch (node.kind) {
    case 'word':
      return wordMarkers(node.text, node.open, analyser);
    case 'phrase': {
      const words = analyser.words(node.text);
      return words.length === 0 ? [] : [phraseMarker(words, false)];
    }
    case 'title':
      return [];
    case 'and':
    case 'or':
      return node.nodes.flatMap((part) => markersOf(part as TextNode, analyser));
  }
}

/** The same for the title, where `title:` counts too. */
export function titleMarkersOf(node: TextNode, analyser: Analyser): TextMarker[] {
  if (node.kind === 'title') return markersOf(node.node as TextNode, analyser);
  return node.kind === 'and' || node.kind === 'or' ? node.nodes.flatMap((part) => titleMarkersOf(part as TextNode, analyser)) : markersOf(node, analyser);
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
