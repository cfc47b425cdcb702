import type { ItemId } from '../../shared/base/ids';
import type { SearchSummary, SidebarCounts } from '../../shared/search/item-query';
import type { Database } from '../library/database';
import type { RowColumns } from './row-columns';

/** How many items outside the bin have each value, by value id. */
export interface LiveCounts {
  readonly values: Int32Array;
  readonly live: number;
  readonly bin: number;
}

export function countLive(columns: RowColumns): LiveCounts {
  const values = new Int32Array(columns.valueCount);
  const totals = [0, 0, 0];
  for (let row = 0; row < columns.size; row += 1) {
    const presence = columns.presence[row] ?? 0;
    totals[presence] = (totals[presence] ?? 0) + 1;
    if (presence !== 1) continue;
    const start = columns.starts[row] ?? 0;
    const end = start + (columns.lengths[row] ?? 0);
    for (let at = start; at < end; at += 1) {
      const id = columns.values[at] ?? 0;
      values[id] = (values[id] ?? 0) + 1;
    }
  }
  return { values, live: totals[1] ?? 0, bin: totals[2] ?? 0 };
}

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
