import { appTypes } from '../../shared/model/app-types';
import { isOnRequest } from '../../shared/model/types';
import type { Database } from '../library/database';
import { countLive, type ColumnArrays, type LiveCounts } from './column-arrays';
import { keepColumns, keptColumns } from './kept-columns';
import { eachNumber, type RowSet } from './row-set';

export type OrderKey = 'title' | 'changed' | 'created' | 'year';

/**
 * What filters, counts and sorting need of every item, some 40 bytes each, read from the index and kept in step by its version numbers.
 * Everything else of an item is read for the rows on screen only.
 */
export interface RowColumns extends ColumnArrays {
  /** Catches up with what was written since. Not for use inside a transaction that may still be rolled back. */
  refresh(): void;
  /** Keeps them for the next opening when that would else have many items to read. Writes; not for a connection that only reads. */
  keep(): void;
  /** Changes whenever anything in the index does. */
  readonly stamp: string;
  /** One more than the highest row. */
  readonly size: number;
  /** One more than the highest value id. */
  readonly valueCount: number;
  /** Not counted again until something changes. */
  counts(): LiveCounts;
  /** The ids of a facet's values. */
  valuesOf(field: string): readonly number[];
  /** Rows by a key, ascending; rows without one are not in it. */
  order(key: OrderKey): Int32Array;
  /** What a list begins with from that end, some hundreds of rows, without reading all; null when `order` has been read already. */
  edge(key: OrderKey, end: 'first' | 'last'): readonly number[] | null;
  /** The rows that have any of these values. */
  withAny(ids: Iterable<number>): RowSet;
}

const onRequest = appTypes.filter(({ name }) => isOnRequest(name)).map(({ name }) => `'${name}'`);
const presence = `CASE WHEN deleted = 1 THEN 2 WHEN type IN (${onRequest.join()}) THEN 3 ELSE 1 END`;

/** So many items take some 2 ms to read. */
const manyRows = 1_000;
/** More than the first page of a list, also where many are in the bin. */
const edgeRows = 500;

interface ChunkRow {
  readonly chunk: string | null;
}

const orderColumns: Readonly<Record<OrderKey, string>> = {
  title: 'sort_title',
  changed: 'changed',
  created: 'created',
  year: 'year_from',
};

function grown<T extends Uint8Array | Uint16Array | Int16Array | Int32Array>(
  array: T,
  size: number,
  make: (length: number) => T,
): T {
  if (size <= array.length) return array;
  const larger = make(Math.max(size, Math.ceil(array.length * 1.5), 1024));
  larger.set(array);
  return larger;
}

class Columns implements RowColumns {
  stamp = '';
  size = 0;
  presence = new Uint8Array(0);
  yearFrom = new Int16Array(0);
  yearTo = new Int16Array(0);
  starts = new Int32Array(0);
  lengths = new Uint16Array(0);
  values = new Int32Array(0);
  valueCount = 0;
  private used = 0;
  private wasted = 0;
  /** Rows that were read one by one: the next opening would have to as well. */
  private unkept = 0;
  private version = -1;
  private epoch = -1;
  private readonly fieldValues = new Map<string, number[]>();
  private readonly orders = new Map<OrderKey, Int32Array>();
  private counted: { readonly version: number; readonly counts: LiveCounts } | null = null;

  constructor(private readonly database: Database) {}

  refresh(): void {
    const state = new Map(
      this.database
        .prepare('SELECT key, value FROM search_state')
        .all<{ key: string; value: number }>()
        .map((row) => [row.key, row.value]),
    );
    const version = state.get('version') ?? 0;
    const epoch = state.get('epoch') ?? 0;
    if (version === this.version && epoch === this.epoch) return;
    if (epoch !== this.epoch || version < this.version || this.wasted > this.used / 2) this.reset();
    if (this.version === -1) this.takeKept(epoch, version);
    this.readRows();
    this.readRemoved();
    this.readValues();
    this.orders.clear();
    this.version = version;
    this.epoch = epoch;
    this.stamp = `${epoch}.${version}`;
  }

  keep(): void {
    this.refresh();
    if (this.unkept < manyRows) return;
    const { size, used } = this;
    keepColumns(this.database, this.epoch, {
      version: this.version,
      counts: this.counts(),
      presence: this.presence.subarray(0, size),
      yearFrom: this.yearFrom.subarray(0, size),
      yearTo: this.yearTo.subarray(0, size),
      starts: this.starts.subarray(0, size),
      lengths: this.lengths.subarray(0, size),
      values: this.values.subarray(0, used),
    });
    this.unkept = 0;
  }

  counts(): LiveCounts {
    const { version, size, valueCount } = this;
    if (this.counted?.version !== version) this.counted = { version, counts: countLive(this, size, valueCount) };
    return this.counted.counts;
  }

  order(key: OrderKey): Int32Array {
    let order = this.orders.get(key);
    if (order === undefined) {
      const column = orderColumns[key];
      const rows = this.database
        .prepare(
          `SELECT group_concat(row, ' ') AS chunk FROM (SELECT row FROM search_item WHERE ${column} IS NOT NULL ORDER BY ${column}, row)`,
        )
        .get<ChunkRow>();
      const list: number[] = [];
      eachNumber(rows?.chunk ?? '', (row) => list.push(row));
      order = Int32Array.from(list);
      this.orders.set(key, order);
    }
    return order;
  }

  edge(key: OrderKey, end: 'first' | 'last'): readonly number[] | null {
    if (this.orders.has(key)) return null;
    const column = orderColumns[key];
    const way = end === 'last' ? 'DESC' : 'ASC';
    return this.database
      .prepare(
        `SELECT row FROM search_item WHERE ${column} IS NOT NULL ORDER BY ${column} ${way}, row ${way} LIMIT ${edgeRows}`,
      )
      .all<{ row: number }>()
      .map(({ row }) => row);
  }

  withAny(ids: Iterable<number>): RowSet {
    const wanted = new Uint8Array(this.valueCount);
    for (const id of ids) wanted[id] = 1;
    const found = new Uint8Array(this.size);
    for (let row = 0; row < this.size; row += 1) {
      const start = this.starts[row] ?? 0;
      const end = start + (this.lengths[row] ?? 0);
      for (let at = start; at < end; at += 1) {
        if (wanted[this.values[at] ?? 0] === 1) {
          found[row] = 1;
          break;
        }
      }
    }
    return found;
  }

  valuesOf(field: string): readonly number[] {
    return this.fieldValues.get(field) ?? [];
  }

  /** Values are only ever added, until the index is made anew. */
  private readValues(): void {
    const added = this.database.prepare(
      `SELECT field, group_concat(id, ' ') AS ids FROM search_value WHERE id >= ? GROUP BY field`,
    );
    for (const { field, ids } of added.all<{ field: string; ids: string }>(this.valueCount)) {
      const known = this.fieldValues.get(field) ?? [];
      eachNumber(ids, (id) => {
        known.push(id);
        this.valueCount = Math.max(this.valueCount, id + 1);
      });
      this.fieldValues.set(field, known);
    }
  }

  private reset(): void {
    this.fieldValues.clear();
    this.valueCount = 0;
    this.presence.fill(0);
    this.lengths.fill(0);
    this.used = 0;
    this.wasted = 0;
    this.size = 0;
    this.unkept = 0;
    this.version = -1;
    this.counted = null;
  }

  private takeKept(epoch: number, newest: number): void {
    const kept = keptColumns(this.database, epoch, newest);
    if (kept === null) return;
    const { version, counts, ...arrays } = kept;
    Object.assign(this, arrays);
    this.counted = { version, counts };
    this.size = arrays.starts.length;
    this.used = arrays.values.length;
    this.version = version;
  }

  /** In chunks, so that a large library does not become one text of many megabytes. */
  private readRows(): void {
    const { count } = this.database
      .prepare('SELECT count(*) AS count FROM search_item WHERE version > ?')
      .get<{ count: number }>(this.version) ?? { count: 0 };
    this.unkept += count;
    // Left to itself SQLite goes through all items for the few that changed.
    const found = count < manyRows ? 'search_item INDEXED BY search_item_version' : 'search_item';
    const chunk = this.database.prepare(
      `SELECT max(row) AS last, group_concat(line, ';') AS chunk FROM (
         SELECT row, row || ' ' || ${presence} || ' ' || coalesce(year_from, 1) || ' ' || coalesce(year_to, 0) || ' ' || vals || ' ' || file_vals AS line
         FROM ${found} WHERE version > ? AND row > ? ORDER BY row LIMIT 5000)`,
    );
    for (let last = 0; ;) {
      const read = chunk.get<{ last: number | null; chunk: string | null }>(this.version, last);
      if (read?.chunk == null || read.last === null) return;
      for (const line of read.chunk.split(';')) this.setRow(line);
      last = read.last;
    }
  }

  private setRow(line: string): void {
    const numbers: number[] = [];
    eachNumber(line, (value) => numbers.push(value));
    const [row = 0, presence = 0, from = 1, to = 0] = numbers;
    this.reserve(row + 1, this.used + numbers.length);
    this.wasted += this.lengths[row] ?? 0;
    this.presence[row] = presence;
    this.yearFrom[row] = from;
    this.yearTo[row] = to;
    this.starts[row] = this.used;
    this.lengths[row] = numbers.length - 4;
    for (let at = 4; at < numbers.length; at += 1) this.values[this.used++] = numbers[at] ?? 0;
  }

  private readRemoved(): void {
    for (const { row } of this.database
      .prepare('SELECT row FROM search_removed WHERE version > ?')
      .all<{ row: number }>(this.version)) {
      if (row >= this.size) continue;
      this.presence[row] = 0;
      this.lengths[row] = 0;
    }
  }

  private reserve(rows: number, values: number): void {
    this.size = Math.max(this.size, rows);
    this.presence = grown(this.presence, rows, (length) => new Uint8Array(length));
    this.yearFrom = grown(this.yearFrom, rows, (length) => new Int16Array(length));
    this.yearTo = grown(this.yearTo, rows, (length) => new Int16Array(length));
    this.starts = grown(this.starts, rows, (length) => new Int32Array(length));
    this.lengths = grown(this.lengths, rows, (length) => new Uint16Array(length));
    this.values = grown(this.values, values, (length) => new Int32Array(length));
  }
}

export function createRowColumns(database: Database): RowColumns {
  return new Columns(database);
}
