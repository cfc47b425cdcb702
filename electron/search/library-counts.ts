import type { ItemId } from '../../shared/base/ids';
import type { SearchSummary, SidebarCounts } from '../../shared/search/item-query';
import type { Database } from '../library/database';
import type { LiveCounts } from './column-arrays';

function byValue(database: Database, field: string, counts: LiveCounts): Map<string, number> {
  const values = database
    .prepare('SELECT id, value FROM search_value WHERE field = ?')
    .all<{ id: number; value: string }>(field);
  return new Map(values.map(({ id, value }) => [value, counts.values[id] ?? 0]));
}

export function sidebarCounts(database: Database, counts: LiveCounts): SidebarCounts {
  const members = byValue(database, 'collection', counts);
  // Left to itself SQLite walks the index of all titles to save the sorting.
  const collections = database
    .prepare(
      `SELECT id, title FROM search_item INDEXED BY search_item_collection
       WHERE type = 'collection' AND deleted = 0 ORDER BY sort_title`,
    )
    .all<{ id: ItemId; title: string }>();
  return {
    all: counts.live,
    bin: counts.bin,
    conflicts: byValue(database, 'conflict', counts).get('yes') ?? 0,
    groups: Object.fromEntries([...byValue(database, 'group', counts)].filter(([, count]) => count > 0)),
    spaces: Object.fromEntries(byValue(database, 'space', counts)),
    collections: collections.map(({ id, title }) => ({ id, title, count: members.get(id) ?? 0 })),
  };
}

/** Of all items with a file: how many can be searched in full, and why the others cannot. */
export function searchableSummary(database: Database, counts: LiveCounts): SearchSummary['searchable'] {
  const states = byValue(database, 'textState', counts);
  const failed = byValue(database, 'textReason', counts);
  const reasons = [...states].filter(([state]) => state !== 'searchable' && state !== 'failed').concat([...failed]);
  return {
    done: states.get('searchable') ?? 0,
    total: [...states.values()].reduce((sum, count) => sum + count, 0),
    reasons: reasons
      .filter(([, count]) => count > 0)
      .map(([reason, count]) => ({
        reason: reason as SearchSummary['searchable']['reasons'][number]['reason'],
        count,
      })),
  };
}
