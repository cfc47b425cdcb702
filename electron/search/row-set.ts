/** A set of rows of the index: one byte for each row number, 1 where it belongs. */
export type RowSet = Uint8Array;

export function intersect(a: RowSet, b: RowSet): RowSet {
  return a.map((inside, row) => inside & (b[row] ?? 0));
}

export function union(a: RowSet, b: RowSet): RowSet {
  return a.map((inside, row) => inside | (b[row] ?? 0));
}

export function complement(a: RowSet): RowSet {
  return a.map((inside) => 1 - inside);
}

export function countRows(a: RowSet): number {
  let count = 0;
  for (const inside of a) count += inside;
  return count;
}

/** Calls `visit` with each whole number in a text of numbers parted by single spaces; far cheaper than one object for each row. */
export function eachNumber(text: string, visit: (value: number) => void): void {
  let value = 0;
  let digits = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      value = value * 10 + (code - 48);
      digits = true;
    } else if (digits) {
      visit(value);
      value = 0;
      digits = false;
    }
  }
  if (digits) visit(value);
}
