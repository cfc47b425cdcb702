import type { BlobHash, ItemId } from '../../shared/base/ids';
import type { Database } from '../library/database';

/** A file outside the library. `sign` is everything a disk tells of it that changes with its bytes. */
export interface SeenFile {
  readonly path: string;
  readonly sign: string;
}

/**
 * Which bytes a file had when it was read last, so that a folder that was imported before is recognised without reading it. A cache:
 * what it does not know is read.
 */
export interface SeenFiles {
  /** The newest item outside the bin with the bytes of each file that has not changed since, by path. */
  known(files: readonly SeenFile[]): Map<string, { readonly id: ItemId; readonly title: string }>;
  remember(files: readonly (SeenFile & { readonly hash: BlobHash })[]): void;
}

/** So many paths go into one statement. */
const pathsAtOnce = 2_000;

const findKnown = `SELECT asked.value ->> 0 AS path, item.id AS id, item.title AS title
  FROM json_each(?) AS asked
  JOIN search_seen_file AS seen ON seen.path = asked.value ->> 0 AND seen.sign = asked.value ->> 1
  JOIN search_item AS item ON item.file_hash = seen.hash
  WHERE item.deleted = 0 ORDER BY item.row`;

const store = `INSERT OR REPLACE INTO search_seen_file (path, sign, hash)
  SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`;

export function createSeenFiles(database: Database): SeenFiles {
  return {
    known: (files) => {
      const found = new Map<string, { id: ItemId; title: string }>();
      for (const part of parts(files)) {
        const asked = JSON.stringify(part.map(({ path, sign }) => [path, sign]));
        for (const { path, id, title } of database
          .prepare(findKnown)
          .all<{ path: string; id: ItemId; title: string }>(asked))
          found.set(path, { id, title });
      }
      return found;
    },
    remember: (files) => {
      for (const part of parts(files))
        database.prepare(store).run(JSON.stringify(part.map(({ path, sign, hash }) => [path, sign, hash])));
    },
  };
}

function* parts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += pathsAtOnce) yield all.slice(from, from + pathsAtOnce);
}
