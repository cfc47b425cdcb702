import { createHash } from 'node:crypto';
import type { Database } from '../library/database';

/** What filters and counts need of each row, at its number. */
export interface ColumnArrays {
  /** 0 no item, 1 an item, 2 an item in the bin, 3 an item that stands in no list until its type is asked for. */
  readonly presence: Uint8Array;
  readonly yearFrom: Int16Array;
  /** Below `yearFrom` when the item has no years. */
  readonly yearTo: Int16Array;
  /** The value ids of a row are `values[starts[row]]` and on, `lengths[row]` of them. */
  readonly starts: Int32Array;
  readonly lengths: Uint16Array;
  readonly values: Int32Array;
}

export interface KeptColumns extends ColumnArrays {
  readonly version: number;
}

interface Stored {
  readonly version: number;
  readonly rows: number;
  readonly numbers: number;
  readonly sum: string;
  readonly bytes: Uint8Array;
}

/** Keeps them in the index, so that the next opening reads only the items that were written since. The arrays have one entry for each row, `values` one for each number. */
export function keepColumns(database: Database, epoch: number, { version, ...arrays }: KeptColumns): void {
  const stored = {
    version,
    rows: arrays.starts.length,
    numbers: arrays.values.length,
    bytes: Buffer.concat(inOrder(arrays).map(bytesOf)),
  };
  database.transaction(() => {
    database.exec('DELETE FROM search_columns');
    database
      .prepare('INSERT INTO search_columns VALUES (?, ?, ?, ?, ?, ?)')
      .run(epoch, version, stored.rows, stored.numbers, sumOf(epoch, stored), stored.bytes);
  });
}

/** Those of this epoch, at most as new as this version; null when there are none, or when they are not as they were written. */
export function keptColumns(database: Database, epoch: number, newest: number): KeptColumns | null {
  const stored = database
    .prepare('SELECT version, rows, numbers, sum, bytes FROM search_columns WHERE epoch = ? AND version <= ?')
    .get<Stored>(epoch, newest);
  if (stored === undefined || !(stored.bytes instanceof Uint8Array) || sumOf(epoch, stored) !== stored.sum) return null;
  const { version, rows, numbers, bytes } = stored;
  const arrays: ColumnArrays = {
    starts: new Int32Array(rows),
    values: new Int32Array(numbers),
    yearFrom: new Int16Array(rows),
    yearTo: new Int16Array(rows),
    lengths: new Uint16Array(rows),
    presence: new Uint8Array(rows),
  };
  let from = 0;
  for (const part of inOrder(arrays).map(bytesOf)) {
    part.set(bytes.subarray(from, from + part.length));
    from += part.length;
  }
  return { version, ...arrays };
}

function inOrder({ starts, values, yearFrom, yearTo, lengths, presence }: ColumnArrays): readonly ArrayBufferView[] {
  return [starts, values, yearFrom, yearTo, lengths, presence];
}

/** As the processor orders them: all that the app runs on order them alike. */
function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function sumOf(epoch: number, { version, rows, numbers, bytes }: Omit<Stored, 'sum'>): string {
  return createHash('sha256').update(`${epoch} ${version} ${rows} ${numbers} `).update(bytes).digest('hex');
}
