import { createHash } from 'node:crypto';
import type { Database } from '../library/database';
import type { ColumnArrays, LiveCounts } from './column-arrays';

export interface KeptColumns extends ColumnArrays {
  readonly version: number;
  readonly counts: LiveCounts;
}

interface Stored {
  readonly version: number;
  readonly rows: number;
  readonly numbers: number;
  readonly sum: string;
  readonly bytes: Uint8Array;
}

/** Keeps them in the index, so that the next opening reads only the items that were written since. The arrays have one entry for each row, `values` one for each number. */
export function keepColumns(database: Database, epoch: number, { version, counts, ...arrays }: KeptColumns): void {
  const counted = new Int32Array(2 + counts.values.length);
  counted.set([counts.live, counts.bin]);
  counted.set(counts.values, 2);
  const stored = {
    version,
    rows: arrays.starts.length,
    numbers: arrays.values.length,
    bytes: Buffer.concat([...inOrder(arrays), counted].map(bytesOf)),
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
  const counted = new Int32Array((bytes.length - from) / Int32Array.BYTES_PER_ELEMENT);
  bytesOf(counted).set(bytes.subarray(from));
  const [live, bin] = counted;
  // As they were kept before their counts were.
  if (live === undefined || bin === undefined) return null;
  return { version, counts: { live, bin, values: counted.subarray(2) }, ...arrays };
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
