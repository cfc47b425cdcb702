import type { BlobHash, ItemId } from '../../shared/base/ids';
import { canonicalJson } from '../../shared/base/json';
import { relationSchema } from '../../shared/model/relation';
import { erasureType } from '../../shared/revision/erasure';
import type { ItemState } from '../../shared/revision/item-state';
import { itemState, type MergePolicy } from '../../shared/revision/state';
import type { Database, Statement } from './database';
import type { IndexEntry, ItemIndex } from './item-index';
import type { IncomingRelation } from './library-types';
import type { RevisionStore } from './revision-store';

const pageSize = 500;

/** The state of every item, computed from the revision store and handed on to the item index. Writing is for inside a transaction. */
export class ItemStore {
  constructor(
    private readonly database: Database,
    private readonly revisions: RevisionStore,
    private readonly index: ItemIndex,
    private readonly policy: MergePolicy,
  ) {}

  /** Erasures too. */
  get(id: ItemId): ItemState | null {
    const found = this.sql('SELECT state FROM core_items WHERE id = ?').get<{ state: string }>(id);
    return found === undefined ? null : (JSON.parse(found.state) as ItemState);
  }

  /** What people call an item: no erasures. */
  getOwn(id: ItemId): ItemState | null {
    const state = this.get(id);
    return state?.fields['type'] === erasureType ? null : state;
  }

  ofType(type: string): readonly ItemState[] {
    const rows = this.sql('SELECT state FROM core_items WHERE type = ?').all<{ state: string }>(type);
    return rows.map(({ state }) => JSON.parse(state) as ItemState);
  }

  /** In the order they were first seen; reads some hundreds at a time. */
  *all(): IterableIterator<ItemState> {
    const page = `SELECT row, state FROM core_items WHERE row > ? AND type <> '${erasureType}' ORDER BY row LIMIT ${pageSize}`;
    for (let after = 0; ;) {
      const rows = this.sql(page).all<{ row: number; state: string }>(after);
      for (const { state } of rows) yield JSON.parse(state) as ItemState;
      if (rows.length < pageSize) return;
      after = (rows.at(-1) as { row: number }).row;
    }
  }

  /** From items that are not in the bin. */
  relationsTo(id: ItemId): readonly IncomingRelation[] {
    const rows = this.sql(
      'SELECT i.id, r.relation FROM core_relations r JOIN core_items i ON i.row = r.source WHERE r.target = ? AND i.deleted = 0 ORDER BY i.row',
    ).all<{ id: ItemId; relation: string }>(id);
    return rows.map((row) => ({ from: row.id, relation: relationSchema.parse(JSON.parse(row.relation)) }));
  }

  /** States that follow from what is here and one's own new revisions: nobody else's can be waiting for those. */
  put(states: Iterable<ItemState>): void {
    this.putAll([...states].map((state) => [state.id, state] as const));
  }

  /** Computes these items again from all their revisions. */
  recompute(ids: readonly ItemId[]): void {
    this.putAll(ids.map((id) => [id, this.compute(id)] as const));
  }

  /** As `recompute` would make it. */
  compute(id: ItemId): ItemState | null {
    const space = this.revisions.spaceOf(id);
    const state = space === null ? null : itemState({ id, space }, this.revisions.ofItem(id), this.policy);
    // Nothing is left to show of an item of which everything has been erased.
    return typeof state?.fields['type'] === 'string' ? state : null;
  }

  forgetFiles(hashes: readonly BlobHash[]): void {
    if (hashes.length > 0) this.index.forgetFiles?.(hashes);
  }

  clear(): void {
    this.index.clear();
    for (const table of ['items', 'relations', 'revisions', 'logs', 'stale', 'blobs', 'erased'])
      this.database.exec(`DELETE FROM core_${table}`);
  }

  private putAll(states: readonly (readonly [ItemId, ItemState | null])[]): void {
    const entries: IndexEntry[] = [];
    const gone: ItemId[] = [];
    for (const [id, state] of states) {
      if (state === null) {
        this.remove(id);
        gone.push(id);
        continue;
      }
      const rowHint = this.putOne(state);
      if (state.fields['type'] !== erasureType) entries.push({ state, rowHint });
    }
    if (gone.length > 0) this.index.remove(gone);
    if (entries.length > 0) this.index.put(entries);
  }

  private putOne(state: ItemState): number {
    const known = this.rowOf(state.id);
    const columns = [String(state.fields['type']), Number(state.deleted), JSON.stringify(state)] as const;
    if (known !== null) {
      this.sql('UPDATE core_items SET type = ?, deleted = ?, state = ? WHERE row = ?').run(...columns, known);
      this.sql('DELETE FROM core_relations WHERE source = ?').run(known);
    }
    const row = known ?? this.insert(state, columns);
    for (const element of state.sets['relations'] ?? []) {
      const relation = relationSchema.safeParse(element);
      if (!relation.success) continue;
      const statement = this.sql('INSERT OR IGNORE INTO core_relations VALUES (?, ?, ?)');
      statement.run(relation.data.target, row, canonicalJson(element));
    }
    return row;
  }

  private insert({ space, id }: ItemState, columns: readonly [string, number, string]): number {
    const statement = this.sql('INSERT INTO core_items (space, id, type, deleted, state) VALUES (?, ?, ?, ?, ?)');
    return Number(statement.run(space, id, ...columns).lastInsertRowid);
  }

  private remove(id: ItemId): void {
    const row = this.rowOf(id);
    if (row === null) return;
    this.sql('DELETE FROM core_relations WHERE source = ?').run(row);
    this.sql('DELETE FROM core_items WHERE row = ?').run(row);
  }

  private rowOf(id: ItemId): number | null {
    return this.sql('SELECT row FROM core_items WHERE id = ?').get<{ row: number }>(id)?.row ?? null;
  }

  private sql(text: string): Statement {
    return this.database.prepare(text);
  }
}
