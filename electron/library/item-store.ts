import type { ItemId } from '../../shared/base/ids';
import { canonicalJson } from '../../shared/base/json';
import { relationSchema } from '../../shared/model/relation';
import { erasureType } from '../../shared/revision/erasure';
import type { ItemState } from '../../shared/revision/item-state';
import { ancestryOf } from '../../shared/revision/ancestry';
import { extendState, stateOf, type MergePolicy } from '../../shared/revision/state';
import type { Revision } from '../../shared/revision/revision';
import type { Database } from './database';
import type { IndexEntry, ItemIndex } from './item-index';
import type { IncomingRelation } from './library-types';
import type { RevisionStore } from './revision-store';

/** The state of every item, computed from the revision store and handed on to the item index. Writing is for inside a transaction. */
export interface ItemStore {
  get(id: ItemId): ItemState | null;
  /** Erasures too. */
  ofType(type: string): readonly ItemState[];
  /** In the order they were first seen; reads some hundreds at a time. */
  all(): IterableIterator<ItemState>;
  count(): number;
  relationsTo(id: ItemId): readonly IncomingRelation[];
  /** Takes in revisions that the revision store has just kept, by extending the states they follow on where that can be done. */
  extend(revisions: readonly Revision[]): void;
  /** Computes these items again from all their revisions. */
  recompute(ids: readonly ItemId[]): void;
  /** As `recompute` would make it. */
  compute(id: ItemId): ItemState | null;
  clear(): void;
}

interface Computed {
  readonly state: ItemState;
  /** Revisions held aside: the next one to come may be what they wait for. */
  readonly waiting: number;
}

interface Row {
  readonly row: number;
  readonly waiting: number;
  readonly state: string;
}

const pageSize = 500;

export function openItemStore(database: Database, revisions: RevisionStore, index: ItemIndex, policy: MergePolicy): ItemStore {
  const sql = (text: string): ReturnType<Database['prepare']> => database.prepare(text);
  const read = (id: ItemId): Row | undefined => sql('SELECT row, waiting, state FROM core_items WHERE id = ?').get(id);
  const get = (id: ItemId): ItemState | null => {
    const found = read(id);
    return found === undefined ? null : (JSON.parse(found.state) as ItemState);
  };

  function compute(id: ItemId): Computed | null {
    const space = revisions.spaceOf(id);
    if (space === null) return null;
    const ancestry = ancestryOf(revisions.ofItem(id));
    const state = stateOf({ id, space }, ancestry, policy);
    // Nothing is left to show of an item of which everything has been erased.
    return state === null || typeof state.fields['type'] !== 'string' ? null : { state, waiting: ancestry.held.length };
  }

  function extendOne(before: Computed | null, revision: Revision): Computed | null {
    const state = before === null || before.waiting > 0 ? null : extendState(before.state, revision);
    return state === null ? compute(revision.header.item) : { state, waiting: 0 };
  }

  function put(computed: readonly (readonly [ItemId, Computed | null])[]): void {
    const entries: IndexEntry[] = [];
    const gone: ItemId[] = [];
    for (const [id, found] of computed) {
      if (found === null) {
        remove(id);
        gone.push(id);
        continue;
      }
      const rowHint = putOne(found);
      if (found.state.fields['type'] !== erasureType) entries.push({ state: found.state, rowHint });
    }
    if (gone.length > 0) index.remove(gone);
    if (entries.length > 0) index.put(entries);
  }

  function putOne({ state, waiting }: Computed): number {
    const before = read(state.id);
    const columns = [String(state.fields['type']), Number(state.deleted), waiting, JSON.stringify(state)] as const;
    if (before === undefined) {
      const { lastInsertRowid } = sql('INSERT INTO core_items (space, id, type, deleted, waiting, state) VALUES (?, ?, ?, ?, ?, ?)').run(state.space, state.id, ...columns);
      putRelations(Number(lastInsertRowid), state);
      return Number(lastInsertRowid);
    }
    sql('UPDATE core_items SET type = ?, deleted = ?, waiting = ?, state = ? WHERE row = ?').run(...columns, before.row);
    sql('DELETE FROM core_relations WHERE source = ?').run(before.row);
    putRelations(before.row, state);
    return before.row;
  }

  function putRelations(row: number, state: ItemState): void {
    for (const element of state.sets['relations'] ?? []) {
      const relation = relationSchema.safeParse(element);
      if (relation.success) sql('INSERT OR IGNORE INTO core_relations VALUES (?, ?, ?)').run(relation.data.target, row, canonicalJson(element));
    }
  }

  function remove(id: ItemId): void {
    const found = read(id);
    if (found === undefined) return;
    sql('DELETE FROM core_relations WHERE source = ?').run(found.row);
    sql('DELETE FROM core_items WHERE row = ?').run(found.row);
  }

  function* all(): IterableIterator<ItemState> {
    for (let after = 0; ; ) {
      const page = sql(`SELECT row, state FROM core_items WHERE row > ? AND type <> '${erasureType}' ORDER BY row LIMIT ${pageSize}`);
      const rows = page.all<{ row: number; state: string }>(after);
      for (const { state } of rows) yield JSON.parse(state) as ItemState;
      if (rows.length < pageSize) return;
      after = (rows.at(-1) as { row: number }).row;
    }
  }

  return {
    get,
    ofType: (type) => sql('SELECT state FROM core_items WHERE type = ?').all<{ state: string }>(type).map(({ state }) => JSON.parse(state) as ItemState),
    all,
    count: () => sql(`SELECT count(*) AS count FROM core_items WHERE type <> '${erasureType}'`).get<{ count: number }>()?.count ?? 0,
    relationsTo: (id) =>
      sql('SELECT i.id AS source, r.relation FROM core_relations r JOIN core_items i ON i.row = r.source WHERE r.target = ? AND i.deleted = 0 ORDER BY i.row')
        .all<{ source: ItemId; relation: string }>(id)
        .map(({ source, relation }) => ({ from: source, relation: relationSchema.parse(JSON.parse(relation)) })),
    extend: (added) => {
      const computed = new Map<ItemId, Computed | null>();
      for (const revision of added) {
        const id = revision.header.item;
        const row = computed.has(id) ? undefined : read(id);
        const before = row === undefined ? (computed.get(id) ?? null) : { state: JSON.parse(row.state) as ItemState, waiting: row.waiting };
        computed.set(id, extendOne(before, revision));
      }
      put([...computed]);
    },
    recompute: (ids) => put(ids.map((id) => [id, compute(id)] as const)),
    compute: (id) => compute(id)?.state ?? null,
    clear: () => {
      index.clear();
      for (const table of ['items', 'relations', 'revisions', 'logs', 'stale', 'blobs', 'erased']) database.exec(`DELETE FROM core_${table}`);
    },
  };
}
