import type { Database } from '../library/database';
import { scoredRows, type ScoredRows } from './full-text';
import type { QueryPlan } from './query-plan';
import type { RowSet } from './row-set';

/** Hits in running text that the quick ranking scores before it looks further back. Measured: see `test/bench/search-bench.ts`. */
const newestHits = 2_000;
const widening = 4;

export interface Ranked {
  /** Best first. */
  readonly rows: readonly number[];
  /** False when older hits were not looked at. */
  readonly complete: boolean;
}

/** Best score first; of equals the newest. */
function byScore(found: ScoredRows, keep: (row: number) => boolean): number[] {
  const order = found.rows.map((_, at) => at).filter((at) => keep(found.rows[at] ?? 0));
  order.sort((a, b) => (found.scores[b] ?? 0) - (found.scores[a] ?? 0) || (found.rows[b] ?? 0) - (found.rows[a] ?? 0));
  return order.map((at) => found.rows[at] ?? 0);
}

/**
 * Two tiers: items that have all that is asked in title, headings and short fields, and after them those that need their running text; each by bm25 with
 * the weights of its columns. The first tier is small enough to rank whole as people type, so the top of the quick list is the top of the full one.
 */
function inTiers(lead: ScoredRows, text: ScoredRows, pass: RowSet): number[] {
  const first = byScore(lead, (row) => pass[row] === 1);
  const inFirst = new Set(first);
  return [...first, ...byScore(text, (row) => pass[row] === 1 && !inFirst.has(row))];
}

/** All hits. Can take 200 ms where 100,000 documents have the word. */
export function rankFully(database: Database, match: NonNullable<QueryPlan['match']>, pass: RowSet): Ranked {
  const lead = scoredRows(database, 'lead', match.lead, -1);
  return { rows: inTiers(lead, scoredRows(database, 'text', match.text, -1), pass), complete: true };
}

/** As people type: the whole first tier and the newest hits of the second, more of them only when fewer than `wanted` pass. */
export function rankQuickly(database: Database, match: NonNullable<QueryPlan['match']>, pass: RowSet, wanted: number): Ranked {
  const lead = scoredRows(database, 'lead', match.lead, -1);
  for (let limit = newestHits; ; limit *= widening) {
    const text = scoredRows(database, 'text', match.text, limit);
    const rows = inTiers(lead, text, pass);
    const complete = text.rows.length < limit;
    if (complete || rows.length >= wanted) return { rows, complete };
  }
}
