import type { BlobHash } from '../../shared/base/ids';
import type { ErrorCode } from '../../shared/base/errors';
import type { FileTextStatus } from '../../shared/model/views';
import type { DocumentText, Heading } from '../documents/document-text';
import type { Database } from '../library/database';
import { analyseDocument, type AnalysedDocument } from './analyse-document';
import type { Analyser } from './dutch/analyse';
import { deleteDocument, fileStatus, fileValues } from './file-status';
import { createTables, nextVersion } from './schema';
import { guarded } from './search-error';
import { createTextWriter, type FreshTexts, type TextWriter } from './text-writer';
import { createValueIds } from './value-ids';

export interface FailedDocument {
  readonly kind: string | null;
  readonly failure: ErrorCode;
}

export interface DocumentEntry {
  readonly hash: BlobHash;
  readonly document: AnalysedDocument | FailedDocument;
}

export interface StoredDocument {
  readonly kind: string;
  readonly pages: readonly string[];
  readonly headings: readonly Heading[];
}

/** The texts of files, kept once for each file however many items name it. */
export interface DocumentIndex {
  /**
   * Stores what was extracted, in one transaction: best in batches of some hundreds, and best before the items that name it are made,
   * because then the text is written once. Items that name it already become searchable.
   */
  put(entries: readonly DocumentEntry[]): void;
  /** For one text that was not analysed elsewhere. */
  putDocumentText(hash: BlobHash, document: DocumentText): void;
  /** Erased for good: items that still name it become `pending`. */
  remove(hash: BlobHash): void;
  status(hash: BlobHash): FileTextStatus;
  text(hash: BlobHash): StoredDocument | null;
  /** Files that items name and that have no text yet, at most `limit`, those of the newest items first. */
  pending(limit: number): BlobHash[];
}

function storeDocument(database: Database, { hash, document }: DocumentEntry): void {
  deleteDocument(database, hash);
  const insert = database.prepare(
    'INSERT INTO search_document (hash, kind, state, reason, pages, headings) VALUES (?, ?, ?, ?, ?, ?)',
  );
  if ('failure' in document) {
    insert.run(hash, document.kind, 'failed', document.failure, 0, '[]');
    return;
  }
  const stored = insert.run(
    hash,
    document.kind,
    document.state,
    null,
    document.pages.length,
    JSON.stringify(document.headings),
  );
  const insertPage = database.prepare('INSERT INTO search_page VALUES (?, ?, ?)');
  document.pages.forEach((text, page) => insertPage.run(Number(stored.lastInsertRowid), page, text));
}

/** Deletes the text of a file, inside the caller's transaction; items that still name it become `pending`. */
export function forgetFile(database: Database, writer: TextWriter, hash: BlobHash, version: number): void {
  deleteDocument(database, hash);
  refreshItems(database, writer, { hash }, version);
}

/** Says of every item that names this file what is known of its text; gives their rows. */
export function refreshFileValues(database: Database, hash: BlobHash, version: number): readonly number[] {
  const items = database.prepare('SELECT row FROM search_item WHERE file_hash = ?').all<{ row: number }>(hash);
  if (items.length === 0) return [];
  const vals = fileValues(fileStatus(database, hash), createValueIds(database));
  const update = database.prepare('UPDATE search_item SET file_vals = ?, version = ? WHERE row = ?');
  for (const { row } of items) update.run(vals, version, row);
  return items.map(({ row }) => row);
}

/** Writes the searchable text of every item that names this file; false when none does. */
function refreshItems(
  database: Database,
  writer: TextWriter,
  entry: DocumentEntry | { hash: BlobHash },
  version: number,
): boolean {
  const rows = refreshFileValues(database, entry.hash, version);
  const document =
    'document' in entry && 'bodyText' in entry.document && entry.document.state === 'searchable'
      ? entry.document
      : undefined;
  for (const row of rows) writer.write(row, document === undefined ? {} : { file: document });
  return rows.length > 0;
}

function keepFresh(fresh: FreshTexts, { hash, document }: DocumentEntry): void {
  if ('failure' in document || document.state !== 'searchable') return;
  const { title, headingText, bodyText } = document;
  fresh.set(hash, { title, headingText, bodyText });
}

function readDocument(database: Database, hash: BlobHash): StoredDocument | null {
  const found = database
    .prepare('SELECT doc, kind, headings FROM search_document WHERE hash = ?')
    .get<{ doc: number; kind: string | null; headings: string }>(hash);
  if (found === undefined) return null;
  const pages = database
    .prepare('SELECT text FROM search_page WHERE doc = ? ORDER BY page')
    .all<{ text: string }>(found.doc);
  return {
    kind: found.kind ?? 'other',
    pages: pages.map((page) => page.text),
    headings: JSON.parse(found.headings) as Heading[],
  };
}

/** The value `pending` is all that a file without text gives its items (`fileValues`); a library without it is not even looked through. */
const pendingHashes = `SELECT DISTINCT file_hash AS hash
  FROM search_value CROSS JOIN search_item ON +file_vals = CAST(search_value.id AS TEXT)
  WHERE field = 'textState' AND value = 'pending' AND file_hash IS NOT NULL ORDER BY row DESC LIMIT ?`;

/** Errors: AppError `search-index-damaged`. */
export function openDocumentIndex(
  database: Database,
  analyser: Analyser,
  fresh: FreshTexts = new Map(),
): DocumentIndex {
  guarded(() => createTables(database));
  const writer = createTextWriter(database, analyser);
  const put = (entries: readonly DocumentEntry[]): void =>
    guarded(() =>
      database.transaction(() => {
        const version = nextVersion(database);
        fresh.clear();
        for (const entry of entries) {
          storeDocument(database, entry);
          if (!refreshItems(database, writer, entry, version)) keepFresh(fresh, entry);
        }
      }),
    );
  return {
    put,
    putDocumentText: (hash, document) => put([{ hash, document: analyseDocument(document, analyser) }]),
    remove: (hash) =>
      guarded(() =>
        database.transaction(() =>
          forgetFile(database, createTextWriter(database, analyser), hash, nextVersion(database)),
        ),
      ),
    status: (hash) => guarded(() => fileStatus(database, hash)),
    text: (hash) => guarded(() => readDocument(database, hash)),
    pending: (limit) =>
      guarded(() =>
        database
          .prepare(pendingHashes)
          .all<{ hash: BlobHash }>(limit)
          .map((found) => found.hash),
      ),
  };
}
