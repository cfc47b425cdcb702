import { pageBytes, type Database } from '../library/database';

/** Raised when the tables or the analysis change: an older index is thrown away and rebuilt. */
export const searchSchema = 8;

/** Columns of the full-text tables: every text as written and, beside it, the forms it is also found by. */
const leadColumns = 'title, title_forms, headings, headings_forms, meta, meta_forms';
/**
 * `prefixes`: lengths of beginnings that have an index of their own. For another length FTS5 joins the lists of all that begins so, before it gives the first row: 150 to
 * 280 ms for a word of 4 or 6 letters that compounds begin with (`cursus`), in 100,000 documents with beginnings of 3, 5 and 7; 40 at most for 8 letters, which fewer words share.
 * Titles, headings and short fields alone hold so few words that only beginnings of up to 3 letters need one.
 */
const fullText = (prefixes: string): string =>
  `content='', contentless_delete=1, tokenize="ascii tokenchars '_'", prefix='${prefixes}'`;

const itemTables = `
CREATE TABLE IF NOT EXISTS search_item (
  row INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  title TEXT NOT NULL,
  sort_title TEXT NOT NULL,
  changed TEXT NOT NULL,
  created TEXT NOT NULL,
  year_from INTEGER,
  year_to INTEGER,
  deleted INTEGER NOT NULL,
  conflicts INTEGER NOT NULL,
  file_hash TEXT,
  card TEXT NOT NULL,
  texts TEXT NOT NULL,
  vals TEXT NOT NULL,
  file_vals TEXT NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS search_item_file ON search_item (file_hash) WHERE file_hash IS NOT NULL;
CREATE INDEX IF NOT EXISTS search_item_version ON search_item (version, row);
CREATE INDEX IF NOT EXISTS search_item_title ON search_item (sort_title, row);
CREATE INDEX IF NOT EXISTS search_item_changed ON search_item (changed, row);
CREATE INDEX IF NOT EXISTS search_item_created ON search_item (created, row);
CREATE INDEX IF NOT EXISTS search_item_year ON search_item (year_from, row);
CREATE INDEX IF NOT EXISTS search_item_collection ON search_item (title) WHERE type = 'collection';
CREATE INDEX IF NOT EXISTS search_item_term ON search_item (version) WHERE type = 'term';
CREATE TABLE IF NOT EXISTS search_removed (row INTEGER PRIMARY KEY, version INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS search_columns (
  epoch INTEGER NOT NULL,
  version INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  numbers INTEGER NOT NULL,
  sum TEXT NOT NULL,
  bytes BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS search_value (
  id INTEGER PRIMARY KEY,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  folded TEXT NOT NULL,
  UNIQUE (field, value)
);
CREATE TABLE IF NOT EXISTS search_label (row INTEGER NOT NULL, label TEXT NOT NULL, folded TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS search_label_row ON search_label (row);
CREATE VIRTUAL TABLE IF NOT EXISTS search_text USING fts5(${leadColumns}, body, body_forms, ${fullText('4 5 6 7')});
CREATE VIRTUAL TABLE IF NOT EXISTS search_lead USING fts5(${leadColumns}, ${fullText('1 2 3')});
`;

const documentTables = `
CREATE TABLE IF NOT EXISTS search_document (
  doc INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  kind TEXT,
  state TEXT NOT NULL,
  reason TEXT,
  pages INTEGER NOT NULL,
  headings TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS search_seen_file (path TEXT PRIMARY KEY, sign TEXT NOT NULL, hash TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS search_seen_file_hash ON search_seen_file (hash);
CREATE TABLE IF NOT EXISTS search_page (doc INTEGER NOT NULL, page INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (doc, page));
CREATE TABLE IF NOT EXISTS search_state (key TEXT PRIMARY KEY, value INTEGER NOT NULL);
INSERT OR IGNORE INTO search_state VALUES ('version', 0), ('epoch', 0);
`;

/**
 * FTS5 keeps this many bytes of new postings in memory before it writes a segment. Measured over 3,000 documents of 13 KB: 32 MiB gives
 * 779 documents a second, the default of 1 MiB 523.
 */
const pendingBytes = { search_text: 32 * 1024 * 1024, search_lead: 4 * 1024 * 1024 };

/** FTS5 merges this many segments into one: fewer than its 4 are written again less often, and what has to be looked through stays short. */
const mergedAtOnce = 8;

/** FTS5 writes postings in pieces of this size: what fits in a page of the file, less what SQLite adds. */
const postingBytes = pageBytes - 46;

export function createTables(database: Database): void {
  database.exec(documentTables + itemTables);
  for (const [table, bytes] of Object.entries(pendingBytes)) {
    database.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('hashsize', ${bytes})`);
    database.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('pgsz', ${postingBytes})`);
    database.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('automerge', ${mergedAtOnce})`);
  }
}

const itemTableNames = [
  'search_item',
  'search_removed',
  'search_columns',
  'search_value',
  'search_label',
  'search_text',
  'search_lead',
];

/** Forgets all items, keeps the texts of documents, and makes the tables again. Works on a damaged full-text table too. */
export function resetItemTables(database: Database): void {
  for (const table of itemTableNames) database.exec(`DROP TABLE IF EXISTS ${table}`);
  createTables(database);
  database.exec(`UPDATE search_state SET value = value + 1 WHERE key = 'epoch'`);
}

/** Marks what is written next as newer than all before; readers use it to catch up. */
export function nextVersion(database: Database): number {
  const row = database
    .prepare(`UPDATE search_state SET value = value + 1 WHERE key = 'version' RETURNING value`)
    .all<{ value: number }>()[0];
  return row?.value ?? 0;
}
