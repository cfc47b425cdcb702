import type { BlobHash, ItemId, SpaceId } from '../../shared/base/ids';
import { canonicalJson, type JsonValue } from '../../shared/base/json';
import { relationSchema } from '../../shared/model/relation-schema';
import { hiddenTypes } from './hidden-types';
import type { ItemState } from '../../shared/revision/item-state';
import type { Revision } from '../../shared/revision/revision';
import { itemState, type MergePolicy } from '../../shared/revision/state';
import type { Database, Statement } from './database';
import type { IndexEntry, ItemIndex } from './item-index';
import type { IncomingRelation } from './library-types';
import type { Judges } from './judges';
import { blobNamedBy, type RevisionStore } from './revision-store';

interface StoredRow {
  readonly row: number;
  readonly id: ItemId;
  readonly space: SpaceId;
  readonly type: string;
  readonly deleted: number;
  readonly state: string;
}

interface ConflictRow {
  readonly item: ItemId;
  readonly fields: string;
}

const pageSize = 500;
const hidden = hiddenTypes.map((type) => `'${type}'`).join();
const hiddenSet: ReadonlySet<unknown> = new Set(hiddenTypes);

function isHidden({ fields }: ItemState): boolean {
  return hiddenSet.has(fields['type']);
}

const tables = [
  'items',
  'relations',
  'revisions',
  'logs',
  'packs',
  'stale',
  'blobs',
  'absent',
  'conflicts',
  'origins',
  'erased',
];

/** The state of every item, computed from the revision store and handed on to the item index. Writing is for inside a transaction. */
export class ItemStore {
  constructor(
    private readonly database: Database,
    private readonly revisions: RevisionStore,
    private readonly index: ItemIndex,
    private readonly policy: MergePolicy,
    private readonly judges: Judges,
  ) {}

  /** Those of hidden types too. */
  get(id: ItemId): ItemState | null {
    const found = this.sql('SELECT state FROM core_items WHERE id = ?').get<{ state: string }>(id);
    return found === undefined ? null : (JSON.parse(found.state) as ItemState);
  }

  /** What people call an item: nothing that the library writes for itself. */
  getOwn(id: ItemId): ItemState | null {
    const state = this.get(id);
    return state === null || isHidden(state) ? null : state;
  }

  ofType(type: string): readonly ItemState[] {
    const rows = this.sql('SELECT state FROM core_items WHERE type = ?').all<{ state: string }>(type);
    return rows.map(({ state }) => JSON.parse(state) as ItemState);
  }

  /** In the order they were first seen; reads some hundreds at a time. */
  *all(): IterableIterator<ItemState> {
    const page = `SELECT row, state FROM core_items WHERE row > ? AND type NOT IN (${hidden}) ORDER BY row LIMIT ${pageSize}`;
    for (let after = 0; ;) {
      const rows = this.sql(page).all<{ row: number; state: string }>(after);
      for (const { state } of rows) yield JSON.parse(state) as ItemState;
      if (rows.length < pageSize) return;
      after = (rows.at(-1) as { row: number }).row;
    }
  }

  /** How many there are of what people call an item. */
  count(): number {
    return this.sql(`SELECT count(*) AS n FROM core_items WHERE type NOT IN (${hidden})`).get<{ n: number }>()?.n ?? 0;
  }

  /** Whether every item, those of hidden types too, is what its revisions make it, under the columns that it is found by. */
  isSound(): boolean {
    const page = `SELECT row, id, space, type, deleted, state FROM core_items WHERE row > ? ORDER BY row LIMIT ${pageSize}`;
    for (let after = 0; ;) {
      const rows = this.sql(page).all<StoredRow>(after);
      if (!rows.every((row) => this.isRowSound(row))) return false;
      if (rows.length < pageSize) return true;
      after = (rows.at(-1) as StoredRow).row;
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

  /** The revisions of an item that count, and keep their place among them those that do not. */
  counting(id: ItemId, space = this.revisions.spaceOf(id)): readonly Revision[] {
    return space === null ? [] : this.judges.counting(space, id, this.revisions.ofItem(id, space));
  }

  /** As `recompute` would make it. */
  compute(id: ItemId): ItemState | null {
    const space = this.revisions.spaceOf(id);
    const state = space === null ? null : itemState({ id, space }, this.counting(id, space), this.policy);
    // Nothing is left to show of an item of which everything has been erased.
    return typeof state?.fields['type'] === 'string' ? state : null;
  }

  /** All of a space, hidden ones too, by id; reads some hundreds at a time. */
  *ofSpace(space: SpaceId): IterableIterator<ItemState> {
    const page = `SELECT id, state FROM core_items WHERE space = ? AND id > ? ORDER BY id LIMIT ${pageSize}`;
    for (let after = ''; ;) {
      const rows = this.sql(page).all<{ id: string; state: string }>(space, after);
      for (const { state } of rows) yield JSON.parse(state) as ItemState;
      if (rows.length < pageSize) return;
      after = (rows.at(-1) as { id: string }).id;
    }
  }

  /** What of this space was published from an item; null when nothing was. */
  publishedFrom(source: ItemId, space: SpaceId): ItemState | null {
    const rows = this.sql('SELECT item FROM core_origins WHERE source = ? ORDER BY item').all<{ item: ItemId }>(source);
    const copies = rows.map(({ item }) => this.getOwn(item));
    return copies.find((copy) => copy?.space === space && !copy.deleted) ?? null;
  }

  /** Items outside the bin in which people have to choose between versions. */
  conflicts(space?: SpaceId): readonly { readonly id: ItemId; readonly fields: readonly string[] }[] {
    const rows =
      space === undefined
        ? this.sql('SELECT item, fields FROM core_conflicts ORDER BY item').all<ConflictRow>()
        : this.sql('SELECT item, fields FROM core_conflicts WHERE space = ? ORDER BY item').all<ConflictRow>(space);
    return rows.map(({ item, fields }) => ({ id: item, fields: JSON.parse(fields) as string[] }));
  }

  forgetFiles(hashes: readonly BlobHash[]): void {
    this.index.forgetFiles?.(hashes);
  }

  filesArrived(hashes: readonly BlobHash[]): void {
    if (hashes.length > 0) this.index.filesArrived?.(hashes);
  }

  clear(): void {
    this.index.clear();
    for (const table of tables) this.database.exec(`DELETE FROM core_${table}`);
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
      if (!isHidden(state)) entries.push({ state, rowHint, fileElsewhere: this.isFileElsewhere(state) });
    }
    if (gone.length > 0) this.index.remove(gone);
    if (entries.length > 0) this.index.put(entries);
  }

  private isRowSound({ id, space, type, deleted, state }: StoredRow): boolean {
    const made = this.compute(id);
    if (made === null || canonicalJson(made as unknown as JsonValue) !== canonicalJson(JSON.parse(state) as JsonValue))
      return false;
    return made.id === id && made.space === space && made.fields['type'] === type && Number(made.deleted) === deleted;
  }

  private isFileElsewhere({ space, fields }: ItemState): boolean {
    const blob = blobNamedBy({ set: fields });
    return blob !== null && this.revisions.isElsewhere(space, blob.hash);
  }

  private putOne(state: ItemState): number {
    const known = this.rowOf(state.id);
    const columns = [String(state.fields['type']), Number(state.deleted), JSON.stringify(state)] as const;
    if (known !== null) {
      this.sql('UPDATE core_items SET space = ?, type = ?, deleted = ?, state = ? WHERE row = ?').run(
        state.space,
        ...columns,
        known,
      );
      this.sql('DELETE FROM core_relations WHERE source = ?').run(known);
    }
    const row = known ?? this.insert(state, columns);
    this.noteConflicts(state, known !== null);
    this.noteOrigin(state);
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

  private noteConflicts({ id, space, conflicts, deleted }: ItemState, known: boolean): void {
    if (conflicts.length > 0 && !deleted) {
      const fields = JSON.stringify(conflicts.map(({ field }) => field));
      this.sql('INSERT OR REPLACE INTO core_conflicts VALUES (?, ?, ?)').run(id, space, fields);
    } else if (known) this.sql('DELETE FROM core_conflicts WHERE item = ?').run(id);
  }

  private noteOrigin({ id, fields }: ItemState): void {
    const origin = fields['origin'];
    if (typeof origin !== 'object' || origin === null || Array.isArray(origin)) return;
    const source = origin['item'];
    if (typeof source === 'string') this.sql('INSERT OR IGNORE INTO core_origins VALUES (?, ?)').run(source, id);
  }

  private remove(id: ItemId): void {
    const row = this.rowOf(id);
    this.sql('DELETE FROM core_conflicts WHERE item = ?').run(id);
    this.sql('DELETE FROM core_origins WHERE item = ?').run(id);
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
