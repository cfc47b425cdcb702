import type { Database } from '../library/database';
import type { Match, MatchTable } from './match-expression';
import { eachNumber, union, type RowSet } from './row-set';

/** Rows that match, highest row first, with their scores; higher is better. */
export interface ScoredRows {
  readonly rows: readonly number[];
  readonly scores: readonly number[];
}

/** Title, headings and short fields above running text, for words and forms alike. */
const weights: Readonly<Record<MatchTable, string>> = { text: '8, 8, 4, 4, 2, 2, 1, 1', lead: '8, 8, 4, 4, 2, 2' };
const tables: Readonly<Record<MatchTable, string>> = { text: 'search_text', lead: 'search_lead' };

/** FTS5 gives -bm25, as small as 1e-6 for a word that most documents hold; whole numbers pass through one text without loss that matters. */
const scoreScale = 1e12;

/** The rows of one table that match, as a set, from the row `oldest` on. Costs 0.1 µs for each row found. */
export function rowsIn(
  database: Database,
  table: MatchTable,
  match: string,
  { size, oldest }: { readonly size: number; readonly oldest: number },
): RowSet {
  const found = new Uint8Array(size);
  const name = tables[table];
  const read = database
    .prepare(`SELECT group_concat(rowid, ' ') AS rows FROM ${name} WHERE ${name} MATCH ? AND rowid >= ?`)
    .get<{ rows: string | null }>(match, oldest);
  eachNumber(read?.rows ?? '', (row) => {
    if (row < size) found[row] = 1;
  });
  return found;
}

/** The rows that match in either table, as a set. */
export function matchingRows(database: Database, match: Match, size: number): RowSet {
  const [inText, inLead] = (['text', 'lead'] as const).map((table) =>
    rowsIn(database, table, match[table], { size, oldest: 0 }),
  );
  return union(inText ?? new Uint8Array(size), inLead ?? new Uint8Array(size));
}

/** The newest `limit` rows that match, highest first. `limit` -1: all. */
export function newestRows(database: Database, table: MatchTable, match: string, limit: number): number[] {
  const name = tables[table];
  const read = database
    .prepare(
      `SELECT group_concat(row, ' ') AS rows FROM (SELECT rowid AS row FROM ${name} WHERE ${name} MATCH ? ORDER BY rowid DESC LIMIT ?)`,
    )
    .get<{ rows: string | null }>(match, limit);
  const rows: number[] = [];
  eachNumber(read?.rows ?? '', (row) => rows.push(row));
  return rows;
}

/** The newest `limit` rows that match, with bm25 scores; about 1 µs for each. `limit` -1: all. */
export function scoredRows(database: Database, table: MatchTable, match: string, limit: number): ScoredRows {
  const name = tables[table];
  const read = database
    .prepare(
      `SELECT group_concat(row || ' ' || score, ' ') AS pairs FROM (
         SELECT rowid AS row, CAST(bm25(${name}, ${weights[table]}) * -${scoreScale} AS INTEGER) AS score
         FROM ${name} WHERE ${name} MATCH ? ORDER BY rowid DESC LIMIT ?)`,
    )
    .get<{ pairs: string | null }>(match, limit);
  const rows: number[] = [];
  const scores: number[] = [];
  let isRow = true;
  eachNumber(read?.pairs ?? '', (value) => {
    if (isRow) rows.push(value);
    else scores.push(value / scoreScale);
    isRow = !isRow;
  });
  return { rows, scores };
}
