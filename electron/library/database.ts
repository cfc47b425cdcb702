import SqliteDatabase from 'libsql';

type Value = string | number | bigint | Uint8Array | null;

export interface Statement {
  run(...values: Value[]): { changes: number; lastInsertRowid: number | bigint };
  get<Row>(...values: Value[]): Row | undefined;
  all<Row>(...values: Value[]): Row[];
}

/** A SQLite with FTS5. The only file that knows which one: libsql, native through Node-API, no compiler needed. */
export interface Database {
  exec(sql: string): void;
  /** The same SQL gives the same compiled statement. */
  prepare(sql: string): Statement;
  /** Runs `work` between BEGIN and COMMIT; a throw rolls back. Not re-entrant. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/**
 * Opens or makes the file. The index is a cache, so a power cut may cost its last writes but never its integrity. 16 MiB of pages are kept in memory; a
 * second connection that reads waits at most 5 s for one that writes.
 */
export function openDatabase(path: string): Database {
  const db = new SqliteDatabase(path);
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000; PRAGMA cache_size = -16384;',
  );
  const statements = new Map<string, Statement>();
  return {
    exec: (sql) => void db.exec(sql),
    prepare: (sql) => {
      let statement = statements.get(sql);
      if (statement === undefined) {
        statement = db.prepare(sql) as unknown as Statement;
        statements.set(sql, statement);
      }
      return statement;
    },
    transaction: (work) => {
      db.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => void db.close(),
  };
}
