import { fold } from './fold';
import { isFunctionWord } from './function-words';
import { parseQuery } from './parse-query';
import type { QueryNode } from './query';

/** [start, end) offsets in the text that was searched. */
export type Hit = readonly [start: number, end: number];

interface Term {
  readonly words: readonly string[];
  /** Only the words as they stand; otherwise inflections count as well. */
  readonly exact: boolean;
}

/** A text made ready to be searched more than once. */
export interface FoldedText {
  readonly folded: string;
  /** Where each folded character came from; one more for the end. */
  readonly offsets: readonly number[];
}

/** Folds a text (see `fold`) and keeps where every character came from. */
export function foldForFinding(text: string): FoldedText {
  const pieces: string[] = [];
  const offsets: number[] = [];
  for (const { 0: run, index } of text.matchAll(/[\u0000-\u007f]+|[^\u0000-\u007f]/gu)) {
    const piece = fold(run);
    pieces.push(piece);
    // Plain letters keep their number; what stands for one other character comes from its place as a whole.
    const step = piece.length === run.length ? 1 : 0;
    for (let i = 0; i < piece.length; i++) offsets.push(index + i * step);
  }
  offsets.push(text.length);
  return { folded: pieces.join(''), offsets };
}

/** Where `wanted` stands in a text, as somebody typed it: case, accents and the kind of white space do not count. */
export function findTyped({ folded, offsets }: FoldedText, wanted: string): Hit[] {
  const parts = fold(wanted)
    .trim()
    .split(/\s+/)
    .filter((part) => part !== '');
  if (parts.length === 0) return [];
  const pattern = new RegExp(parts.map(escapeRegExp).join('\\s+'), 'g');
  return [...folded.matchAll(pattern)].map((match) => hitAt(offsets, match.index, match.index + match[0].length));
}

/**
 * Where the words of a search stand in a text: each word with its inflections and what starts with it, phrases exactly.
 * What the search excludes and what it asks of fields is left out.
 */
export function findSearched({ folded, offsets }: FoldedText, query: string): Hit[] {
  const all = termsOf(parseQuery(query));
  // As in search: beside other words they need not be found.
  const telling = all.filter(({ words, exact }) => exact || words.length > 1 || !isFunctionWord(words[0] ?? ''));
  const terms = telling.length === 0 ? all : telling;
  if (terms.length === 0) return [];
  const words = [...folded.matchAll(/[\p{L}\p{N}]+/gu)];
  const hits: Hit[] = [];
  for (let at = 0; at < words.length; at++) {
    const found = terms.filter((term) => term.words.every((word, i) => matches(words[at + i]?.[0], word, term.exact)));
    const length = Math.max(0, ...found.map((term) => term.words.length));
    const first = words[at];
    const last = words[at + length - 1];
    if (length === 0 || first === undefined || last === undefined) continue;
    hits.push(hitAt(offsets, first.index, last.index + last[0].length));
    at += length - 1;
  }
  return hits;
}

/** A search for what was marked in a snippet, so that `findSearched` marks the same: several words under one mark stay together. */
export function searchOfMarks(text: string, marks: readonly Hit[]): string {
  const found = marks.map(([start, end]) => text.slice(start, end).replaceAll('"', ''));
  return [...new Set(found.map((words) => (/\s/.test(words) ? `"${words}"` : words)))].join(' ');
}

function termsOf(node: QueryNode): Term[] {
  switch (node.kind) {
    case 'word':
    case 'phrase': {
      const words = fold(node.text).match(/[\p{L}\p{N}]+/gu) ?? [];
      return words.length === 0 ? [] : [{ words, exact: node.kind === 'phrase' }];
    }
    case 'title':
      return termsOf(node.node);
    case 'and':
    case 'or':
      return node.nodes.flatMap(termsOf);
    case 'not':
    case 'value':
    case 'year':
      return [];
  }
}

const shortestPrefix = 3;

function matches(candidate: string | undefined, word: string, exact: boolean): boolean {
  if (candidate === undefined) return false;
  if (candidate === word) return true;
  if (exact) return false;
  return (word.length >= shortestPrefix && candidate.startsWith(word)) || root(candidate) === root(word);
}

/** What Dutch inflections of a word share, roughly: scholen and school, afspraken and afspraak, adviezen and advies. */
function root(word: string): string {
  return word
    .replace(/(?<=...)en$/, '')
    .replace(/v$/, 'f')
    .replace(/z$/, 's')
    .replace(/(?<=.{4})[es]+$/, '')
    .replace(/([bcdfgklmnprst])\1$/, '$1')
    .replace(/([aeou])\1(?=[^aeiou]$)/, '$1');
}

/** Marks that fold to nothing (accents of their own, soft hyphens) belong to the character before them. */
function hitAt(offsets: readonly number[], start: number, end: number): Hit {
  return [offsets[start] ?? 0, offsets[end] ?? 0];
}

export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
