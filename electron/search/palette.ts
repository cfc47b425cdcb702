import Fuse, { type FuseResult } from 'fuse.js';
import type { ItemId } from '../../shared/base/ids';
import type { PaletteHit } from '../../shared/search/item-query';
import { fold } from '../../shared/search/fold';
import type { Database } from '../library/database';

interface Label {
  readonly id: ItemId;
  readonly type: string;
  readonly title: string;
  readonly label: string;
}

/** So many labels go to Fuse.js: 20 ms of its work. */
const candidates = 1_500;
const longestQuery = 60;

/**
 * Pieces of which at least one survives a typo: each word, cut in two when long. Labels that have most of them are looked at first.
 */
function piecesOf(folded: string): string[] {
  const pieces = folded
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .flatMap((word) => {
      if (word.length < 6)
        return word.length < 4
          ? [word]
          : [word.slice(0, Math.ceil(word.length / 2)), word.slice(Math.floor(word.length / 2))];
      const third = Math.ceil(word.length / 3);
      return [word.slice(0, third), word.slice(third, 2 * third), word.slice(2 * third)];
    });
  return [...new Set(pieces.filter((piece) => piece !== ''))].slice(0, 12);
}

function findCandidates(database: Database, folded: string, pieces: readonly string[]): Label[] {
  const score = pieces.map(() => '(instr(folded, ?) > 0)').join(' + ');
  const rows = `SELECT row, label, (instr(folded, ?) > 0) * ${pieces.length} + ${score} AS found FROM search_label WHERE found > 0 ORDER BY found DESC, row DESC LIMIT ${candidates}`;
  return database
    .prepare(`SELECT id, type, title, label FROM (${rows}) AS best JOIN search_item ON search_item.row = best.row`)
    .all<Label>(folded, ...pieces);
}

function hitOf({ item, matches }: FuseResult<Label>): PaletteHit {
  const onTitle = item.label === item.title;
  const marks = onTitle ? (matches?.[0]?.indices ?? []).map(([start, end]) => [start, end + 1] as const) : [];
  return { id: item.id, type: item.type, title: item.title, marks };
}

/**
 * Titles, names of people and terms with their abbreviations and synonyms, best first, one hit for each item; a typo or a missing accent does not
 * matter. Items in the bin are not offered. Measured at 50,000 titles: see `test/bench/search-bench.ts`.
 */
export function findInPalette(database: Database, text: string, limit: number): PaletteHit[] {
  const folded = fold(text).trim().replace(/\s+/g, ' ').slice(0, longestQuery);
  const pieces = piecesOf(folded);
  if (pieces.length === 0) return [];
  const labels = findCandidates(database, folded, pieces);
  const fuse = new Fuse(labels, {
    keys: ['label'],
    ignoreDiacritics: true,
    ignoreLocation: true,
    includeMatches: true,
    threshold: 0.35,
    minMatchCharLength: Math.min(2, folded.length),
  });
  const seen = new Set<string>();
  const hits: PaletteHit[] = [];
  for (const result of fuse.search(folded, { limit: limit * 4 })) {
    if (seen.has(result.item.id)) continue;
    seen.add(result.item.id);
    hits.push(hitOf(result));
    if (hits.length >= limit) break;
  }
  return hits;
}
