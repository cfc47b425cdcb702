import type { BlobHash, ItemId } from '../../shared/base/ids';
import type { Database } from '../library/database';

/** The items that have this file, those in the bin too; newest first. */
export function itemsNaming(database: Database, hash: BlobHash): ItemId[] {
  return database
    .prepare('SELECT id FROM search_item WHERE file_hash = ? ORDER BY row DESC')
    .all<{ id: ItemId }>(hash)
    .map(({ id }) => id);
}
