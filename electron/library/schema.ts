/** Raised when a table changes. An index.sqlite with another number is thrown away: everything in it comes from the replicas. */
export const coreSchema = 3;

/**
 * The core's tables in index.sqlite. `header`, `state` and `relation` are JSON; `body` is JSON text, or
 * deflated JSON when long.
 */
export const coreTables = `
  CREATE TABLE core_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

  -- How far each log has been read.
  CREATE TABLE core_logs (space TEXT, device TEXT, n INTEGER NOT NULL, revision TEXT NOT NULL, PRIMARY KEY (space, device)) WITHOUT ROWID;

  CREATE TABLE core_revisions (
    id TEXT PRIMARY KEY, item TEXT NOT NULL, space TEXT NOT NULL, device TEXT NOT NULL, n INTEGER NOT NULL,
    header TEXT NOT NULL, body BLOB
  );
  CREATE INDEX core_revisions_of_item ON core_revisions (item);
  CREATE INDEX core_revisions_of_log ON core_revisions (space, device, n);

  CREATE TABLE core_items (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, space TEXT NOT NULL, type TEXT NOT NULL, deleted INTEGER NOT NULL, state TEXT NOT NULL
  );
  CREATE INDEX core_items_of_type ON core_items (type);
  CREATE INDEX core_items_of_space ON core_items (space, id);

  -- Items whose revisions came in and whose state has not been computed yet, in the order they came.
  CREATE TABLE core_stale (item TEXT PRIMARY KEY);

  CREATE TABLE core_relations (target TEXT NOT NULL, source INTEGER NOT NULL, relation TEXT NOT NULL, PRIMARY KEY (target, source, relation)) WITHOUT ROWID;
  CREATE INDEX core_relations_of_source ON core_relations (source);

  -- Every file that any revision names.
  CREATE TABLE core_blobs (hash TEXT, item TEXT, PRIMARY KEY (hash, item)) WITHOUT ROWID;

  -- Packs whose revisions are all in core_revisions.
  CREATE TABLE core_packs (space TEXT, device TEXT, hash TEXT, PRIMARY KEY (space, device, hash)) WITHOUT ROWID;

  -- Files that a revision names and that were not here when it came.
  CREATE TABLE core_absent (space TEXT, hash TEXT, size INTEGER NOT NULL, PRIMARY KEY (space, hash)) WITHOUT ROWID;

  -- Items outside the bin that people have to choose in; fields is a JSON list.
  CREATE TABLE core_conflicts (item TEXT PRIMARY KEY, space TEXT NOT NULL, fields TEXT NOT NULL) WITHOUT ROWID;

  -- Items that were published from another item.
  CREATE TABLE core_origins (source TEXT, item TEXT, PRIMARY KEY (source, item)) WITHOUT ROWID;

  -- What a signed erasure names, and the space it was signed in: it reaches no further.
  CREATE TABLE core_erased (space TEXT, id TEXT, PRIMARY KEY (space, id)) WITHOUT ROWID;
`;
