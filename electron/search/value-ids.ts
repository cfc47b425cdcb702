import { fold } from '../../shared/search/fold';
import type { Database } from '../library/database';

/**
 * Numbers for facet values: an item's values then take a few bytes each, and counting them is adding to an array.
 * Make one for each transaction: a number that was rolled back must not be remembered.
 */
export function createValueIds(database: Database): (field: string, value: string) => number {
  const known = new Map<string, number>();
  return (field, value) => {
    const key = `${field}\u0000${value}`;
    let id = known.get(key);
    if (id === undefined) {
      id =
        database.prepare('SELECT id FROM search_value WHERE field = ? AND value = ?').get<{ id: number }>(field, value)
          ?.id ??
        Number(
          database
            .prepare('INSERT INTO search_value (field, value, folded) VALUES (?, ?, ?)')
            .run(field, value, fold(value)).lastInsertRowid,
        );
      known.set(key, id);
    }
    return id;
  };
}
