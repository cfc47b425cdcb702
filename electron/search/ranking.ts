import type { Database } from '../library/database';
import { newestRows, rowsIn, scoredRows, type ScoredRows } from './full-text';
import type { LevelMatch, MatchTable } from './match-expression';
import type { RowSet } from './row-set';

/** Hits in running text that the quick ranking looks at before it looks further back. Measured: see `test/bench/typing-bench.ts`. */
const newestHits = 2_000;
const widening = 4;
/** Items scored for the first tier, the newest that have everything in their lead. */
const leadHits = 5_000;

/** What is to be ranked. */
export interface RankRequest {
  readonly database: Database;
  /** The narrowest first. */
  readonly levels: readonly LevelMatch[];
  /** Rows that may be shown. */
  readonly pass: RowSet;
  /** This many of the best are asked for. */
  readonly wanted: number;
}

export interface RankedRow {
  readonly row: number;
  /** Higher is better; falls along the list. */
  readonly score: number;
}

export interface Ranked {
  /** The best, best first. */
  readonly rows: readonly RankedRow[];
  /** How many hits there are; when not complete, of those that were looked at. */
  readonly total: number;
  /** False when older hits were not looked at. */
  readonly complete: boolean;
}

/**
 * What stands before what: everything asked in title, headings and short fields before what needs the running text, and what says the same as what was
 * typed before what is only wider.
 */
const places = { lead: 3, text: 2, widerLead: 1, widerText: 0 } as const;
/** Added to a score for each place: more than bm25 with these weights can give. */
const step = 1_000;

/**
 * What a score is multiplied by at each level: what is found as typed stays ahead of what only the thesaurus finds, unless that has it far more. All is
 * scored by the widest expression alone, because to score costs ten times what it costs to find.
 */
const levelFactors = [2.5, 1, 1];

interface Scored extends ScoredRows {
  /** Rows of the levels that only say the same; null: all. */
  readonly near: RowSet | null;
}

/** The newest `limit` rows of the widest level (-1: all), scored; those that a narrower level finds have more. */
function scoredLevels({ database, levels, pass }: RankRequest, table: MatchTable, limit: number): Scored {
  const widest = levels.at(-1);
  if (widest === undefined) return { rows: [], scores: [], near: null };
  const { rows, scores } = scoredRows(database, table, widest.match[table], limit);
  const oldest = limit >= 0 && rows.length >= limit ? (rows.at(-1) ?? 0) : 0;
  const inner = levels.slice(0, -1).map(({ level, match }) => ({
    level,
    found: rowsIn(database, table, match[table], { size: pass.length, oldest }),
  }));
  const factorOf = (row: number): number =>
    levelFactors[inner.find(({ found }) => found[row] === 1)?.level ?? widest.level] ?? 1;
  return {
    rows,
    scores: inner.length === 0 ? scores : scores.map((score, at) => score * factorOf(rows[at] ?? 0)),
    near: widest.level < 2 ? null : (inner.at(-1)?.found ?? null),
  };
}

/** How many rows the first tier has: those that come before all others, whatever the running text holds. */
function sizeOfFirst({ rows, near }: Scored, pass: RowSet): number {
  return rows.filter((row) => pass[row] === 1 && near?.[row] !== 0).length;
}

/** The newest `limit` hits in running text (-1: all). They are scored only where one of them may be among the `wanted` best: to find costs a tenth of that. */
function textHits(request: RankRequest, lead: Scored, limit: number): Scored {
  const widest = request.levels.at(-1);
  if (widest === undefined || sizeOfFirst(lead, request.pass) < request.wanted)
    return scoredLevels(request, 'text', limit);
  return { rows: newestRows(request.database, 'text', widest.match.text, limit), scores: [], near: null };
}

/** Each item in its best place. */
function inTiers(lead: Scored, text: Scored, pass: RowSet): RankedRow[] {
  const left = pass.slice();
  const ranked: RankedRow[] = [];
  const take = ({ rows, scores, near }: Scored, place: number, wider: boolean): void => {
    rows.forEach((row, at) => {
      if (left[row] !== 1 || (!wider && near !== null && near[row] !== 1)) return;
      left[row] = 0;
      ranked.push({ row, score: step * place + (scores[at] ?? 0) });
    });
  };
  take(lead, places.lead, false);
  take(text, places.text, false);
  if (lead.near !== null) take(lead, places.widerLead, true);
  if (text.near !== null) take(text, places.widerText, true);
  return ranked;
}

/** The `wanted` best, best first; of equals the newest. Only those are sorted one by one. */
function best(ranked: readonly RankedRow[], wanted: number): RankedRow[] {
  const lowest =
    Float64Array.from(ranked, ({ score }) => score)
      .sort()
      .at(-wanted) ?? -Infinity;
  return ranked
    .filter(({ score }) => score >= lowest)
    .sort((a, b) => b.score - a.score || b.row - a.row)
    .slice(0, wanted);
}

/**
 * All hits. Can take 200 ms where 100,000 documents have the word. Where more than `leadHits` items have everything in their lead, the newest of those are the
 * first tier and the others take the place that their text gives them: quick and full agree on that.
 */
export function rankFully(request: RankRequest): Ranked {
  const { database, levels, pass, wanted } = request;
  const lead = scoredLevels(request, 'lead', leadHits);
  const rows = inTiers(lead, textHits(request, lead, -1), pass);
  const widest = levels.at(-1);
  if (lead.rows.length >= leadHits && widest !== undefined) {
    const rest = rowsIn(database, 'lead', widest.match.lead, { size: pass.length, oldest: 0 });
    for (const { row } of rows) rest[row] = 0;
    for (let row = rest.length - 1; row >= 0; row -= 1)
      if (rest[row] === 1 && pass[row] === 1) rows.push({ row, score: 0 });
  }
  return { rows: best(rows, wanted), total: rows.length, complete: true };
}

/** As people type: the first tier and the newest hits of the second, more of them only when fewer than are wanted pass. */
export function rankQuickly(request: RankRequest): Ranked {
  const { pass, wanted } = request;
  const lead = scoredLevels(request, 'lead', leadHits);
  for (let limit = newestHits; ; limit *= widening) {
    const text = textHits(request, lead, limit);
    const rows = inTiers(lead, text, pass);
    const allText = text.rows.length < limit;
    const complete = allText && lead.rows.length < leadHits;
    if (complete || rows.length >= wanted) return { rows: best(rows, wanted), total: rows.length, complete };
    if (allText) return rankFully(request);
  }
}
