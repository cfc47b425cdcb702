import { AppError } from '../../shared/base/errors';

function isDatabaseError(error: unknown): error is Error & { code: string } {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_')
  );
}

/** A size that is damaged may ask for more memory than there is. */
const isDamage = (error: Error & { code: string }): boolean =>
  /^SQLITE_(CORRUPT|NOTADB|FORMAT|NOMEM)/.test(error.code) ||
  /no such (table|column)|malformed|corrupt|vtable constructor failed/.test(error.message);

/**
 * Runs work on the index. Throws AppError `search-index-damaged` where the database finds its file damaged or its tables gone: the index is a
 * cache, so the answer is to rebuild it.
 */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!isDatabaseError(error) || !isDamage(error)) throw error;
    throw new AppError('search-index-damaged', { reason: error.code }, { cause: error });
  }
}
