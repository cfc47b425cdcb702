import { isAppType, isOnRequest } from '../../shared/model/types';
import type { ItemState } from '../../shared/revision/item-state';
import { fold } from '../../shared/search/fold';
import type { Database } from '../library/database';
import type { IndexEntry, ItemIndex, ItemIndexFactory } from '../library/item-index';
import { describeItem, type ItemDescription } from './describe-item';
import type { Analyser } from './dutch/analyse';
import { forgetFile, refreshFileValues } from './document-index';
import { deleteUnnamed, elsewhereStatus, fileStatus, fileValues } from './file-status';
import { createTables, nextVersion, resetItemTables, searchSchema } from './schema';
import { guarded } from './search-error';
import { createTextWriter, type FreshTexts, type TextWriter } from './text-writer';
import { createValueIds } from './value-ids';

interface StoredTexts {
  readonly row: number;
  readonly title: string;
  readonly texts: string;
  readonly file_hash: string | null;
}

const columns = [
  'id',
  'type',
  'title',
  'sort_title',
  'changed',
  'created',
  'year_from',
  'year_to',
  'deleted',
  'conflicts',
  'file_hash',
  'card',
  'texts',
  'vals',
  'file_vals',
  'version',
];
// Two plain statements and no upsert with RETURNING: that opens a savepoint, and FTS5 writes a segment to disk at each savepoint.
const insert = `INSERT INTO search_item (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
const update = `UPDATE search_item SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE row = ?`;

class Putting {
  private readonly idOf: (field: string, value: string) => number;

  constructor(
    private readonly database: Database,
    private readonly writer: TextWriter,
    private readonly version: number,
  ) {
    this.idOf = createValueIds(database);
  }

  put({ state, fileElsewhere = false }: IndexEntry): void {
    const item = describeItem(state);
    const record = { meta: item.metaTexts, body: item.bodyTexts };
    const texts = JSON.stringify(record);
    const before = this.database
      .prepare('SELECT row, title, texts, file_hash FROM search_item WHERE id = ?')
      .get<StoredTexts>(state.id);
    const row = this.writeRow(state, item, texts, { row: before?.row, fileElsewhere });
    this.writeLabels(row, state, item, before === undefined);
    const same =
      before !== undefined &&
      before.title === item.title &&
      before.texts === texts &&
      before.file_hash === item.fileHash;
    const { title, fileHash } = item;
    if (!same) this.writer.write(row, { record: { title, texts: record, fileHash }, isNew: before === undefined });
    if (before?.file_hash != null && before.file_hash !== item.fileHash) deleteUnnamed(this.database, before.file_hash);
  }

  private writeRow(
    state: ItemState,
    item: ItemDescription,
    texts: string,
    { row, fileElsewhere }: { readonly row: number | undefined; readonly fileElsewhere: boolean },
  ): number {
    const vals = item.values.map(([field, value]) => this.idOf(field, value)).join(' ');
    const fileVals = item.fileHash === null ? '' : this.fileValuesOf(item.fileHash, fileElsewhere);
    const values = [
      state.id,
      item.type,
      item.title,
      item.sortTitle,
      state.changedAt,
      state.createdAt,
      item.years?.from ?? null,
      item.years?.to ?? null,
      state.deleted ? 1 : 0,
      state.conflicts.length,
      item.fileHash,
      JSON.stringify({ meta: item.meta, tags: item.tags, ...(item.term === null ? {} : { term: item.term }) }),
      texts,
      vals,
      fileVals,
      this.version,
    ];
    if (row === undefined) return Number(this.database.prepare(insert).run(...values).lastInsertRowid);
    this.database.prepare(update).run(...values, row);
    return row;
  }

  private fileValuesOf(hash: string, elsewhere: boolean): string {
    const status = fileStatus(this.database, hash);
    return fileValues(elsewhere ? elsewhereStatus(status) : status, this.idOf);
  }

  private writeLabels(row: number, state: ItemState, item: ItemDescription, isNew: boolean): void {
    if (!isNew) this.database.prepare('DELETE FROM search_label WHERE row = ?').run(row);
    if (state.deleted) return;
    for (const label of item.labels)
      this.database.prepare('INSERT INTO search_label VALUES (?, ?, ?)').run(row, label, fold(label));
  }
}

function remove(database: Database, writer: TextWriter, id: string, version: number): void {
  const found = database
    .prepare('SELECT row, file_hash AS hash FROM search_item WHERE id = ?')
    .get<{ row: number; hash: string | null }>(id);
  if (found === undefined) return;
  writer.remove(found.row);
  database.prepare('DELETE FROM search_label WHERE row = ?').run(found.row);
  database.prepare('DELETE FROM search_item WHERE row = ?').run(found.row);
  database.prepare('INSERT INTO search_removed VALUES (?, ?)').run(found.row, version);
  if (found.hash !== null) deleteUnnamed(database, found.hash);
}

const isFound = (type: string): boolean => !isAppType(type) || isOnRequest(type);

/** The index over items, on a database whose transactions are the caller's. Throws AppError `search-index-damaged`. */
export function openItemIndex(database: Database, analyser: Analyser, fresh: FreshTexts = new Map()): ItemIndex {
  guarded(() => createTables(database));
  const writer = createTextWriter(database, analyser, fresh);
  return {
    put: (entries) =>
      guarded(() => {
        const putting = new Putting(database, writer, nextVersion(database));
        for (const entry of entries) if (isFound(String(entry.state.fields['type']))) putting.put(entry);
      }),
    remove: (ids) =>
      guarded(() => {
        const version = nextVersion(database);
        for (const id of ids) remove(database, writer, id, version);
      }),
    forgetFiles: (hashes) =>
      guarded(() => {
        const version = nextVersion(database);
        for (const hash of hashes) forgetFile(database, writer, hash, version);
        // A contentless full-text table keeps the words of removed rows until its segments are merged.
        for (const table of ['search_text', 'search_lead'])
          database.exec(`INSERT INTO ${table} (${table}) VALUES ('optimize')`);
      }),
    filesArrived: (hashes) =>
      guarded(() => {
        const version = nextVersion(database);
        for (const hash of hashes) refreshFileValues(database, hash, version);
      }),
    clear: () => guarded(() => resetItemTables(database)),
  };
}

/** For a library that is to be listed and searched. */
export function itemIndexFactory(analyser: Analyser, fresh: FreshTexts = new Map()): ItemIndexFactory {
  return { schema: searchSchema, open: (database) => openItemIndex(database, analyser, fresh) };
}
