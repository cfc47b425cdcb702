import type { BlobHash, ItemId } from '../../shared/base/ids';
import type { ItemState } from '../../shared/revision/item-state';
import type { Database } from './database';

export interface IndexEntry {
  readonly state: ItemState;
  /** A small number that stays with the item as long as this index.sqlite lives: fit for an FTS rowid. */
  readonly rowHint?: number;
  /** Its file is named but not here: it is still in a shared folder. */
  readonly fileElsewhere?: boolean;
}

/**
 * What listing and searching keep of the items, in tables of their own in index.sqlite. Called inside the library's
 * transaction, after each commit, with the new states of what changed; a throw rolls everything back.
 */
export interface ItemIndex {
  put(entries: readonly IndexEntry[]): void;
  /** Items that are gone for good: erased. An item in the bin is put, with `deleted` true. */
  remove(ids: readonly ItemId[]): void;
  /** After words were erased for good, with the files that were, if any: their text must leave every table, whatever item still names them, and so must what tables keep of rows that are gone. */
  forgetFiles?(hashes: readonly BlobHash[]): void;
  /** Files that are here from now on, and that entries may have called elsewhere. */
  filesArrived?(hashes: readonly BlobHash[]): void;
  /** Before a rebuild puts everything again. */
  clear(): void;
}

export interface ItemIndexFactory {
  /** Raised when the tables change: an index.sqlite with another number is thrown away and rebuilt. */
  readonly schema: number;
  /** Makes its tables when they are not there. */
  open(database: Database): ItemIndex;
}

/** For a library that is only kept, not searched. */
export const noItemIndex: ItemIndexFactory = {
  schema: 0,
  open: () => ({ put: () => undefined, remove: () => undefined, clear: () => undefined }),
};
