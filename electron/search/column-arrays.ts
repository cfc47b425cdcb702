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

/** What items are counted by: how many there are outside the bin and in it, and how many outside it have each value. */
export interface LiveCounts {
  readonly live: number;
  readonly bin: number;
  /** By value id. */
  readonly values: Int32Array;
}

/** Counts the rows below `size`. `valueCount`: one more than the highest value id. */
export function countLive(columns: ColumnArrays, size: number, valueCount: number): LiveCounts {
  const values = new Int32Array(valueCount);
  const totals = [0, 0, 0];
  for (let row = 0; row < size; row += 1) {
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
