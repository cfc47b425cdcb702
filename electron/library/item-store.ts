import type { BlobHash, ItemId } from '../../shared/base/ids';
import { canonicalJson } from '../../shared/base/json';
import { relationSchema } from '../../shared/model/relation';
import { erasureType } from '../../shared/revision/erasure';
import type { ItemState } from '../../shared/revision/item-state';
import { ancestryOf } from '../../shared/revision/ancestry';
import { extendState, stateOf, type MergePolicy } from '../../shared/revision/state';
import type { Revision } from '../../shared/revision/revision';
import type { Database, Statement } from './database';
import type { IndexEntry, ItemIndex } from './item-index';
import type { IncomingRelation } from './library-types';
import type { RevisionStore } from './revision-store';

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
    const found = this.read(id);
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

  /** Takes in revisions that the revision store has just kept, by extending the states they follow on where that can be done. */
  extend(added: readonly Revision[]): void {
    const computed = new Map<ItemId, Computed | null>();
    for (const revision of added) {
      const id = revision.header.item;
      const row = computed.has(id) ? undefined : this.read(id);
      const before =
        row === undefined
          ? (computed.get(id) ?? null)
          : { state: JSON.parse(row.state) as ItemState, waiting: row.waiting };
      computed.set(id, this.extendOne(before, revision));
    }
    this.put([...computed]);
  }

  /** Computes these items again from all their revisions. */
  recompute(ids: readonly ItemId[]): void {
    this.put(ids.map((id) => [id, this.computeAll(id)] as const));
  }

  /** As `recompute` would make it. */
  compute(id: ItemId): ItemState | null {
    return this.computeAll(id)?.state ?? null;
  }

  forgetFiles(hashes: readonly BlobHash[]): void {
    if (hashes.length > 0) this.index.forgetFiles?.(hashes);
  }

  clear(): void {
    this.index.clear();
    for (const table of ['items', 'relations', 'revisions', 'logs', 'stale', 'blobs', 'erased'])
      this.database.exec(`DELETE FROM core_${table}`);
  }

  private computeAll(id: ItemId): Computed | null {
    const space = this.revisions.spaceOf(id);
    if (space === null) return null;
    const ancestry = ancestryOf(this.revisions.ofItem(id));
    const state = stateOf({ id, space }, ancestry, this.policy);
    // Nothing is left to show of an item of which everything has been erased.
    return state === null || typeof state.fields['type'] !== 'string' ? null : { state, waiting: ancestry.held.length };
  }

  private extendOne(before: Computed | null, revision: Revision): Computed | null {
    const state = before === null || before.waiting > 0 ? null : extendState(before.state, revision);
    return state === null ? this.computeAll(revision.header.item) : { state, waiting: 0 };
  }

  private put(computed: readonly (readonly [ItemId, Computed | null])[]): void {
    const entries: IndexEntry[] = [];
    const gone: ItemId[] = [];
    for (const [id, found] of computed) {
      if (found === null) {
        this.remove(id);
        gone.push(id);
        continue;
      }
      const rowHint = this.putOne(found);
      if (found.state.fields['type'] !== erasureType) entries.push({ state: found.state, rowHint });
    }
    if (gone.length > 0) this.index.remove(gone);
    if (entries.length > 0) this.index.put(entries);
  }

  private putOne({ state, waiting }: Computed): number {
    const before = this.read(state.id);
    const columns = [String(state.fields['type']), Number(state.deleted), waiting, JSON.stringify(state)] as const;
    if (before !== undefined) {
      this.sql('UPDATE core_items SET type = ?, deleted = ?, waiting = ?, state = ? WHERE row = ?').run(
        ...columns,
        before.row,
      );
      this.sql('DELETE FROM core_relations WHERE source = ?').run(before.row);
    }
    const row = before?.row ?? this.insert(state, columns);
    for (const element of state.sets['relations'] ?? []) {
      const relation = relationSchema.safeParse(element);
      if (relation.success)
        this.sql('INSERT OR IGNORE INTO core_relations VALUES (?, ?, ?)').run(
          relation.data.target,
          row,
          canonicalJson(element),
        );
    }
    return row;
  }

  private insert({ space, id }: ItemState, columns: readonly [string, number, number, string]): number {
    const statement = this.sql(
      'INSERT INTO core_items (space, id, type, deleted, waiting, state) VALUES (?, ?, ?, ?, ?, ?)',
    );
    return Number(statement.run(space, id, ...columns).lastInsertRowid);
  }

  private remove(id: ItemId): void {
    const found = this.read(id);
    if (found === undefined) return;
    this.sql('DELETE FROM core_relations WHERE source = ?').run(found.row);
    this.sql('DELETE FROM core_items WHERE row = ?').run(found.row);
  }

  private read(id: ItemId): Row | undefined {
    return this.sql('SELECT row, waiting, state FROM core_items WHERE id = ?').get(id);
  }

  private sql(text: string): Statement {
    return this.database.prepare(text);
  }
}
