import type { FileTextStatus } from '../../shared/model/views';
import type { Database } from '../library/database';

const unknownFile: FileTextStatus = { state: 'pending', reason: null, kind: null, pages: 0 };

/** What is known of the text of a file; `failed` has the code of the error that stopped it. */
export function fileStatus(database: Database, hash: string): FileTextStatus {
  const found = database
    .prepare('SELECT state, reason, kind, pages FROM search_document WHERE hash = ?')
    .get<FileTextStatus>(hash);
  return found === undefined
    ? unknownFile
    : { state: found.state, reason: found.reason, kind: found.kind, pages: found.pages };
}

/** The same for a file that is in a shared folder only. */
export function elsewhereStatus(status: FileTextStatus): FileTextStatus {
  return status.state === 'pending' ? { ...status, state: 'elsewhere' } : status;
}

/** Facet values that an item has because of its file, as text for the column `file_vals`. */
export function fileValues(status: FileTextStatus, idOf: (field: string, value: string) => number): string {
  const ids = [idOf('textState', status.state)];
  if (status.kind !== null) ids.push(idOf('fileKind', status.kind));
  if (status.state === 'failed') ids.push(idOf('textReason', status.reason ?? 'internal'));
  return ids.join(' ');
}

/** Where a file of that name was found goes with its text: a path may tell as much. */
export function deleteDocument(database: Database, hash: string): void {
  database.prepare('DELETE FROM search_seen_file WHERE hash = ?').run(hash);
  const found = database.prepare('SELECT doc FROM search_document WHERE hash = ?').get<{ doc: number }>(hash);
  if (found === undefined) return;
  database.prepare('DELETE FROM search_page WHERE doc = ?').run(found.doc);
  database.prepare('DELETE FROM search_document WHERE doc = ?').run(found.doc);
}

/** The text of a file goes when no item names the file any more: erased means erased here too. */
export function deleteUnnamed(database: Database, hash: string): void {
  if (database.prepare('SELECT 1 FROM search_item WHERE file_hash = ? LIMIT 1').get(hash) === undefined)
    deleteDocument(database, hash);
}
