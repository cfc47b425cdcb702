import { statSync } from 'node:fs';
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
  /**
   * Whoever writes much awaits this in between: when the log of writes has grown it is moved into the file by another thread, which this thread would else
   * stand still for at some commit. Resolves at once as a rule; what goes wrong is left for that commit to find.
   */
  settle(): Promise<void>;
  close(): void;
}

/** From this size the log of writes is moved into the file when somebody settles, and at the second one by the commit that reaches it. */
const settleFromBytes = 16 * 1024 * 1024;
const commitFromBytes = 64 * 1024 * 1024;
/** Of a new file. Larger than SQLite's own 4,096: full text is written in large pieces, and then in 16 to 20% less processor time. */
export const pageBytes = 16_384;

/**
 * Opens or makes the file. The index is a cache, so a power cut may cost its last writes but never its integrity. 16 MiB of pages are kept in memory; a
 * second connection that reads waits at most 5 s for one that writes. The log of writes is as long as what is in it, so that its size tells when to settle; it
 * is long, because a page that is written again and again then goes into the file once.
 */
export function openDatabase(path: string): Database {
  const db = new SqliteDatabase(path);
  db.exec(`PRAGMA page_size = ${pageBytes}`);
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000; PRAGMA cache_size = -16384; PRAGMA journal_size_limit = 0;',
  );
  db.exec(`PRAGMA wal_autocheckpoint = ${commitFromBytes / pageBytes}`);
  const statements = new Map<string, Statement>();
  const log = `${path}-wal`;
  let leftBytes = 0;
  let settling: Promise<void> | null = null;
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
        // A full disk makes SQLite roll back by itself.
        if (db.inTransaction) db.exec('ROLLBACK');
        throw error;
      }
    },
    settle: () => {
      const sizeBytes = sizeOf(log);
      // What a reader still looks at stays where it is: then there is work again when the log has grown by as much.
      leftBytes = Math.min(leftBytes, sizeBytes);
      if (settling === null && sizeBytes - leftBytes < settleFromBytes) return Promise.resolve();
      settling ??= checkpoint(path).finally(() => {
        settling = null;
        leftBytes = sizeOf(log);
      });
      return settling;
    },
    close: () => void db.close(),
  };
}

/** In a thread of the library that is SQLite here, on a connection of its own: those who write go on meanwhile. */
async function checkpoint(path: string): Promise<void> {
  const { default: BackgroundDatabase } = await import('libsql/promise');
  const database = new BackgroundDatabase(path, {});
  try {
    await (database.exec('PRAGMA wal_checkpoint(PASSIVE)') as Promise<void>);
  } catch {
    // It is tried again, by a commit at last.
  } finally {
    database.close();
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
