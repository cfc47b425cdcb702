import { join } from 'node:path';
import { AppError } from '../../shared/base/errors';
import { openDatabase, type Database } from './database';

const lockName = 'lock.sqlite';

/**
 * Keeps the library to one process. SQLite's own lock on an empty database: the operating system lets go of it when the process
 * dies, however it dies, so it never goes stale. Errors: `library-in-use`, `write-failed`.
 */
export function lockLibrary(folder: string): () => void {
  let database: Database | null = null;
  try {
    database = openDatabase(join(folder, lockName));
    // Long enough for a process that is on its way out.
    database.exec('PRAGMA busy_timeout = 1000; BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    const code = String((error as { code?: unknown }).code);
    if (code.startsWith('SQLITE_BUSY')) throw new AppError('library-in-use', { folder }, { cause: error });
    throw new AppError('write-failed', { file: lockName, reason: code }, { cause: error });
  }
  const held = database;
  return () => held.close();
}
