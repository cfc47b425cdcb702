import type { Database } from '../library/database';
import { matchingRows, scoredRows, type Match, type ScoredRows } from './full-text';
import type { RowSet } from './row-set';

/** Hits in running text that the quick ranking scores before it looks further back. Measured: see `test/bench/search-bench.ts`. */
const newestHits = 4_000;
const widening = 4;
/** Items scored for the first tier, the newest that have everything in their lead. */
const leadHits = 5_000;

export interface RankedRow {
  readonly row: number;
  /** Higher is better; falls along the list. */
  readonly score: number;
}

export interface Ranked {
  /** Best first. */
  readonly rows: readonly RankedRow[];
  /** False when older hits were not looked at. */
  readonly complete: boolean;
}

/** Added to the scores of the first tier: more than bm25 with these weights can give. */
const firstTier = 1_000;

/** Best score first; of equals the newest. */
function byScore(found: ScoredRows, bonus: number, keep: (row: number) => boolean): RankedRow[] {
  const ranked: RankedRow[] = [];
  found.rows.forEach((row, at) => {
    if (keep(row)) ranked.push({ row, score: bonus + (found.scores[at] ?? 0) });
  });
  return ranked.sort((a, b) => b.score - a.score || b.row - a.row);
}

/**
 * Two tiers: items that have all that is asked in title, headings and short fields, and after them those that need their running text; each by bm25 with
 * the weights of its columns. The first tier is cheap enough to rank the same way as people type, so the top of the quick list is the top of the full one.
 */
function inTiers(lead: ScoredRows, text: ScoredRows, pass: RowSet): RankedRow[] {
  const inFirst = new Uint8Array(pass.length);
  for (const row of lead.rows) inFirst[row] = 1;
  return [
    ...byScore(lead, firstTier, (row) => pass[row] === 1),
    ...byScore(text, 0, (row) => pass[row] === 1 && inFirst[row] !== 1),
  ];
}

/**
 * All hits. Can take 200 ms where 100,000 documents have the word. Where more than `leadHits` items have everything in their lead, the newest of those are the
 * first tier and the others take the place that their text gives them: quick and full agree on that.
 */
export function rankFully(database: Database, match: Match, pass: RowSet): Ranked {
  const lead = scoredRows(database, 'lead', match.lead, leadHits);
  const rows = inTiers(lead, scoredRows(database, 'text', match.text, -1), pass);
  if (lead.rows.length < leadHits) return { rows, complete: true };
  const rest = matchingRows(database, match, pass.length);
  for (const { row } of rows) rest[row] = 0;
  for (let row = rest.length - 1; row >= 0; row -= 1)
    if (rest[row] === 1 && pass[row] === 1) rows.push({ row, score: 0 });
  return { rows, complete: true };
}

/** As people type: the first tier and the newest hits of the second, more of them only when fewer than `wanted` pass. */
export function rankQuickly(database: Database, match: Match, pass: RowSet, wanted: number): Ranked {
  const lead = scoredRows(database, 'lead', match.lead, leadHits);
  for (let limit = newestHits; ; limit *= widening) {
    const text = scoredRows(database, 'text', match.text, limit);
    const rows = inTiers(lead, text, pass);
    const allText = text.rows.length < limit;
    const complete = allText && lead.rows.length < leadHits;
    if (complete || rows.length >= wanted) return { rows, complete };
    if (allText) return rankFully(database, match, pass);
  }
}
