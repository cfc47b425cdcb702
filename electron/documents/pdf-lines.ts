import type { TextItem } from 'pdfjs-dist/types/src/display/api';

export interface PdfLine {
  readonly text: string;
  /** Height of type in points, rounded to a half. */
  readonly size: number;
  /** Clear of the line above it, or at the head of a column. */
  readonly startsParagraph: boolean;
}

/** A run of text on one baseline. Points from the left and from the bottom of the page. */
interface Segment {
  left: number;
  right: number;
  readonly baseline: number;
  readonly size: number;
  text: string;
}

/**
 * The lines of a page as a person reads them: down a column, then the next one; the cells of a table row by row.
 * Columns are found by cutting the page along empty strips (Nagy and Seth's recursive X-Y cut).
 */
export function readingOrder(items: readonly TextItem[]): PdfLine[] {
  const blocks = cut(toSegments(items), 0);
  return blocks.flatMap((block) => toLines(block));
}

/** Two runs further apart than this many times their size are not of one line of text. */
const segmentGap = 1.5;
const wordGap = 0.15;

function toSegments(items: readonly TextItem[]): Segment[] {
  const segments: Segment[] = [];
  let current: Segment | null = null;
  for (const item of items) {
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    const size = Math.round(Math.hypot(c, d) * 2) / 2;
    if (item.str.trim() === '') continue;
    const gap: number = current === null ? 0 : x - current.right;
    if (
      current !== null &&
      Math.abs(y - current.baseline) < current.size * 0.4 &&
      gap > -size &&
      gap < size * segmentGap
    ) {
      const space = gap > size * wordGap && !current.text.endsWith(' ') && !item.str.startsWith(' ');
      current.text += space ? ` ${item.str}` : item.str;
      current.right = Math.max(current.right, x + item.width);
    } else {
      current = { left: x, right: x + item.width, baseline: y, size, text: item.str };
      segments.push(current);
    }
  }
  return segments;
}

/** Deep enough for any page; a page made to have more cuts keeps the order it came in. */
const mostCuts = 12;

function cut(segments: readonly Segment[], depth: number): Segment[][] {
  if (segments.length < 4 || depth >= mostCuts) return [[...segments]];
  const gutter = findGutter(segments);
  if (gutter !== null) {
    return bandsAcross(segments, gutter).flatMap((band) => {
      const left = band.filter((segment) => segment.right <= gutter);
      const right = band.filter((segment) => segment.left >= gutter);
      return left.length + right.length < band.length
        ? cutRows(band, depth)
        : [...cut(left, depth + 1), ...cut(right, depth + 1)].filter(isFilled);
    });
  }
  return cutRows(segments, depth);
}

function isFilled(block: readonly Segment[]): boolean {
  return block.length > 0;
}

function cutRows(segments: readonly Segment[], depth: number): Segment[][] {
  const row = findRowGap(segments);
  if (row === null) return [[...segments]];
  const above = segments.filter((segment) => segment.baseline > row);
  const below = segments.filter((segment) => segment.baseline <= row);
  return [...cut(above, depth + 1), ...cut(below, depth + 1)];
}

/** The page from top to bottom in bands that lie across the gutter (a heading over all columns) and bands that lie beside it. */
function bandsAcross(segments: readonly Segment[], gutter: number): Segment[][] {
  const bands: Segment[][] = [];
  let wasAcross: boolean | null = null;
  for (const segment of [...segments].sort((a, b) => b.baseline - a.baseline)) {
    const isAcross = segment.left < gutter && segment.right > gutter;
    if (isAcross === wasAcross) bands.at(-1)?.push(segment);
    else bands.push([segment]);
    wasAcross = isAcross;
  }
  return bands;
}

/** A column of text is at least this many lines high, of this many characters on average; less is a table or a label. */
const columnLines = 4;
const columnCharacters = 18;

/**
 * The x just left of the edge where many lines begin, with a column of text on either side of it and the fewest lines running across;
 * null when the page has no such place.
 */
function findGutter(segments: readonly Segment[]): number | null {
  const linesByEdge = new Map<number, number>();
  for (const { left } of segments) linesByEdge.set(Math.floor(left), (linesByEdge.get(Math.floor(left)) ?? 0) + 1);
  let best: { x: number; across: number } | null = null;
  for (const [edge, count] of linesByEdge) {
    if (count < columnLines) continue;
    const x = edge - 1;
    const before = segments.filter((segment) => segment.right <= x);
    const after = segments.filter((segment) => segment.left >= x);
    const across = segments.length - before.length - after.length;
    if (across > Math.min(before.length, after.length) || !isColumn(before) || !isColumn(after)) continue;
    if (best === null || across < best.across) best = { x, across };
  }
  return best?.x ?? null;
}

function isColumn(segments: readonly Segment[]): boolean {
  const characters = segments.reduce((sum, segment) => sum + segment.text.length, 0);
  return segments.length >= columnLines && characters / segments.length >= columnCharacters;
}

/** The baseline of an empty strip across the page that is taller than the lines are apart; null when there is none. */
function findRowGap(segments: readonly Segment[]): number | null {
  const byHeight = [...segments].sort((a, b) => b.baseline - a.baseline);
  let widest: { y: number; height: number } | null = null;
  for (let i = 1; i < byHeight.length; i++) {
    const [upper, lower] = [byHeight[i - 1], byHeight[i]];
    if (upper === undefined || lower === undefined) continue;
    const height = upper.baseline - lower.baseline;
    if (height > Math.max(upper.size, lower.size) * 1.8 && (widest === null || height > widest.height))
      widest = { y: upper.baseline - height / 2, height };
  }
  return widest?.y ?? null;
}

function toLines(block: readonly Segment[]): PdfLine[] {
  const byHeight = [...block].sort((a, b) => b.baseline - a.baseline);
  const rows: Segment[][] = [];
  for (const segment of byHeight) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (
      row !== undefined &&
      first !== undefined &&
      first.baseline - segment.baseline < Math.max(first.size, segment.size) * 0.5
    )
      row.push(segment);
    else rows.push([segment]);
  }
  const gaps = rows.slice(1).map((row, i) => (rows[i]?.[0]?.baseline ?? 0) - (row[0]?.baseline ?? 0));
  const usualGap = median(gaps);
  return rows.map((row, i) => ({
    text: row
      .sort((a, b) => a.left - b.left)
      .map((segment) => segment.text)
      .join(' '),
    size: Math.max(...row.map((segment) => segment.size)),
    startsParagraph: i === 0 || (gaps[i - 1] ?? 0) > usualGap * 1.3,
  }));
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
