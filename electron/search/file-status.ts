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

/** Facet values that an item has because of its file, as text for the column `file_vals`. */
export function fileValues(status: FileTextStatus, idOf: (field: string, value: string) => number): string {
  const ids = [idOf('textState', status.state)];
  if (status.kind !== null) ids.push(idOf('fileKind', status.kind));
  if (status.state === 'failed') ids.push(idOf('textReason', status.reason ?? 'internal'));
  return ids.join(' ');
}
