import { join } from 'node:path';
import { AppError } from '../../shared/base/errors';
import { openDatabase } from './database';

/**
 * Keeps the library to one process. SQLite's own lock on an empty database: the operating system lets go of it when the process
 * dies, however it dies, so it never goes stale. Error: `library-in-use`.
 */
export function lockLibrary(folder: string): () => void {
  const database = openDatabase(join(folder, 'lock.sqlite'));
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw new AppError('library-in-use', { folder }, { cause: error });
  }
  return () => database.close();
}
