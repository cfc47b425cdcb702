import Fuse, { type FuseResult } from 'fuse.js';
import type { ItemId } from '../../shared/base/ids';
import type { PaletteHit } from '../../shared/search/item-query';
import { fold } from '../../shared/search/fold';
import type { Database } from '../library/database';
import { eachNumber } from './row-set';

interface Label {
  readonly id: ItemId;
  readonly type: string;
  readonly title: string;
  readonly label: string;
}

/** So many labels go to Fuse.js: some 10 ms of its work. */
const candidates = 600;
const longestQuery = 60;

/** All labels folded in one text, a line each: looking through 50,000 of them takes 1 ms and 3 MB. */
interface LabelLines {
  readonly stamp: string;
  readonly text: string;
  /** Where each line starts. */
  readonly starts: Int32Array;
  /** Row of `search_label` of each line. */
  readonly ids: Int32Array;
}

function readLines(database: Database, stamp: string): LabelLines {
  const read = database
    .prepare(
      `SELECT group_concat(id, ' ') AS ids, group_concat(folded, char(10)) AS lines
      FROM (SELECT rowid AS id, replace(folded, char(10), ' ') AS folded FROM search_label ORDER BY rowid)`,
    )
    .get<{ ids: string | null; lines: string | null }>();
  const ids: number[] = [];
  eachNumber(read?.ids ?? '', (id) => ids.push(id));
  const text = read?.lines ?? '';
  const starts = new Int32Array(ids.length);
  for (let line = 1; line < ids.length; line += 1) starts[line] = text.indexOf('\n', starts[line - 1]) + 1;
  return { stamp, text, starts, ids: Int32Array.from(ids) };
}

/** Pieces of a word of which at least one survives a typo. */
function piecesOf(word: string): string[] {
  if (word.length < 4) return [word];
  if (word.length < 6) return [word.slice(0, Math.ceil(word.length / 2)), word.slice(Math.floor(word.length / 2))];
  const third = Math.ceil(word.length / 3);
  return [word.slice(0, third), word.slice(third, 2 * third), word.slice(2 * third)].filter(
    (piece) => piece.length > 1,
  );
}

/** Adds `worth` to each line that has the piece. */
function countLines({ text, starts }: LabelLines, piece: string, worth: number, found: Uint8Array): void {
  let line = 0;
  for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, starts[line] ?? text.length)) {
    let high = starts.length - 1;
    while (line < high) {
      const middle = (line + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) line = middle;
      else high = middle - 1;
    }
    found[line] = Math.min(255, (found[line] ?? 0) + worth);
    line += 1;
    if (line >= starts.length) return;
  }
}

/** The lines with most of the pieces, those with the whole query first; of equals the newest. */
function bestLines(lines: LabelLines, folded: string): number[] {
  const pieces = new Set(
    folded
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '')
      .flatMap(piecesOf),
  );
  const found = new Uint8Array(lines.starts.length);
  for (const piece of [...pieces].slice(0, 12)) countLines(lines, piece, 1, found);
  countLines(lines, folded, 100, found);
  const byCount = Array.from({ length: 256 }, (): number[] => []);
  for (let line = found.length - 1; line >= 0; line -= 1)
    if ((found[line] ?? 0) > 0) byCount[found[line] ?? 0]?.push(line);
  return byCount.reverse().flat().slice(0, candidates);
}

function readLabels(database: Database, ids: readonly number[]): Label[] {
  return database
    .prepare(
      `SELECT id, type, title, label FROM search_label JOIN search_item ON search_item.row = search_label.row
       WHERE search_label.rowid IN (SELECT value FROM json_each(?))`,
    )
    .all<Label>(JSON.stringify(ids));
}

function hitOf({ item, matches }: FuseResult<Label>): PaletteHit {
  const onTitle = item.label === item.title;
  const marks = onTitle ? (matches?.[0]?.indices ?? []).map(([start, end]) => [start, end + 1] as const) : [];
  return { id: item.id, type: item.type, title: item.title, marks };
}

/**
 * Titles, names of people and terms with their abbreviations and synonyms, best first, one hit for each item; a typo or a missing accent does not
 * matter. Items in the bin are not offered.
 */
export interface Palette {
  /** `stamp` tells whether the index changed since the last time. */
  find(text: string, limit: number, stamp: string): PaletteHit[];
}

export function createPalette(database: Database): Palette {
  let lines: LabelLines | null = null;
  return {
    find(text, limit, stamp) {
      const folded = fold(text).trim().replace(/\s+/g, ' ').slice(0, longestQuery);
      if (!/[\p{L}\p{N}]/u.test(folded)) return [];
      if (lines?.stamp !== stamp) lines = readLines(database, stamp);
      const { ids } = lines;
      const labels = readLabels(
        database,
        bestLines(lines, folded).map((line) => ids[line] ?? 0),
      );
      const fuse = new Fuse(labels, {
        keys: ['label'],
        ignoreDiacritics: true,
        ignoreLocation: true,
        includeMatches: true,
        threshold: 0.35,
        minMatchCharLength: Math.min(2, folded.length),
      });
      const hits = new Map<string, PaletteHit>();
      for (const result of fuse.search(folded)) {
        if (!hits.has(result.item.id)) hits.set(result.item.id, hitOf(result));
        if (hits.size >= limit) break;
      }
      return [...hits.values()];
    },
  };
}
