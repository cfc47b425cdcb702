import type { Span } from './finding';

export interface Cell extends Span {
  readonly text: string;
}

/** Rows of cells as they stand in a text, the header first. */
export interface Table extends Span {
  readonly rows: readonly (readonly Cell[])[];
  /** What stands just above it. */
  readonly caption: string;
}

export interface Line extends Span {
  readonly text: string;
}

const delimiters = ['\t', '|', ';', ','] as const;
type Delimiter = (typeof delimiters)[number];
const longestCell = 120;
const rule = /^[\s|:+=-]*$/;

export function* linesOf(page: string): Generator<Line> {
  for (let start = 0; start <= page.length;) {
    const next = page.indexOf('\n', start);
    const end = next < 0 ? page.length : next;
    yield { text: page.slice(start, end), start, end };
    start = end + 1;
  }
}

/**
 * Two lines or more under each other that are parted by the same sign in as many cells; a sheet may leave the last ones empty. Gives null for each line, so
 * that whoever asks can count them.
 */
export function* tablesOf(lines: Iterable<Line>): Generator<Table | null> {
  let rows: (readonly Cell[])[] = [];
  let sign: Delimiter | null = null;
  let above: string[] = [];
  let caption = '';
  const finish = (): Table | null => {
    const table = rows.length > 1 ? asTable(rows, caption) : null;
    rows = [];
    sign = null;
    return table;
  };
  for (const line of lines) {
    if (sign === '|' && rule.test(line.text) && line.text.trim() !== '') continue;
    const fits = sign !== null && fitsIn(line, sign, rows);
    if (!fits) {
      yield finish();
      sign = delimiters.find((each) => startsTable(line, each)) ?? null;
      if (sign === null) above = line.text.trim() === '' ? above : [...above, line.text].slice(-2);
      else {
        caption = above.join(' ').slice(-240);
        above = [];
      }
    }
    if (sign !== null) rows.push(cellsOf(line, sign));
    yield null;
  }
  yield finish();
}

/** Rows at the top by which a column is known: a table of 100,000 rows is no different from its first thousands. */
const tellingRows = 2_000;

/** What is filled in under a header, of the rows that tell. */
export function columnOf(body: Table['rows'], column: number): readonly string[] {
  return body
    .slice(0, tellingRows)
    .map((row) => row[column]?.text ?? '')
    .filter((text) => text !== '');
}

function startsTable({ text }: Line, sign: Delimiter): boolean {
  const parts = text.split(sign);
  // A comma parts clauses as well: three short cells at least.
  const least = sign === ',' ? 3 : 2;
  return parts.length >= least && parts.every((part) => part.length <= (sign === ',' ? 40 : longestCell));
}

function fitsIn({ text }: Line, sign: Delimiter, rows: readonly (readonly Cell[])[]): boolean {
  const width = rows[0]?.length ?? 0;
  const count = cellsOf({ text, start: 0, end: text.length }, sign).length;
  if (sign === '\t') return text.includes('\t') && count <= Math.max(width, 3) * 2;
  return count === width && text.split(sign).every((part) => part.length <= longestCell);
}

function cellsOf({ text, start }: Line, sign: Delimiter): readonly Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  for (const part of text.split(sign)) {
    const quoted = /^\s*"(.*)"\s*$/.exec(part)?.[1];
    const inner = quoted ?? part.trim();
    const from = start + at + part.indexOf(inner);
    cells.push({ text: inner, start: from, end: from + inner.length });
    at += part.length + 1;
  }
  // A bar stands before the first cell and after the last one too.
  if (sign !== '|') return cells;
  return cells.slice(cells[0]?.text === '' ? 1 : 0, cells.at(-1)?.text === '' ? -1 : undefined);
}

function asTable(rows: readonly (readonly Cell[])[], caption: string): Table | null {
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return null;
  return { rows, caption, start: first[0]?.start ?? 0, end: last.at(-1)?.end ?? 0 };
}
