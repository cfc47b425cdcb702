/** One line of the table: what was measured, beside a peer where there is one, against its goal. */
export interface Row {
  readonly measure: string;
  /** One value for each run, or for each query. */
  readonly values: readonly number[];
  readonly unit: string;
  /** Which way is good; the p95 is taken on the other side. */
  readonly better: 'lower' | 'higher';
  readonly peer?: PeerFigure;
  readonly goal?: Goal;
}

export interface PeerFigure {
  readonly name: string;
  /** Measured in this run, in the unit of the row; null when the peer was not run: it is not installed, or takes too long. */
  readonly value: number | null;
  /** Its value beside each of ours, taken in turn: the ratio is then that of the pairs, which holds when the machine's speed drifts. */
  readonly beside?: readonly number[];
  /** What it was measured at elsewhere, in words. */
  readonly published: string;
}

export interface Goal {
  readonly text: string;
  readonly met: (summary: Summary, ratio: number | null) => boolean | null;
}

export interface Summary {
  readonly median: number;
  /** The value that 95 in 100 are at least as good as. */
  readonly p95: number;
  readonly count: number;
}

export interface BenchContext {
  /** The smallest sizes and a single run. */
  readonly quick: boolean;
  readonly runs: number;
  /** Corpora and libraries that are used again. */
  readonly folder: string;
  /** What is made for this run alone. */
  readonly runFolder: string;
  /** Where the built benchmarks and the worker they share with the app are. */
  readonly built: string;
  /** A folder with the peers installed, or null. */
  readonly peers: string | null;
  say(text: string): void;
}

export type Bench = (context: BenchContext) => Promise<readonly Row[]>;

export function summary({ values, better }: Pick<Row, 'values' | 'better'>): Summary {
  const sorted = [...values].sort((a, b) => (better === 'lower' ? a - b : b - a));
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), count: sorted.length };
}

export const medianOf = (values: readonly number[]): number => summary({ values, better: 'lower' }).median;

/** A peer that was measured in turn with ours; without values it was not run. */
export function besideOf(name: string, values: readonly number[], published = ''): PeerFigure {
  return values.length === 0
    ? { name, value: null, published }
    : { name, value: medianOf(values), beside: values, published };
}

export const atMost = (limit: number, unit: string): Goal => ({
  text: `p95 ≤ ${limit} ${unit}`,
  met: ({ p95 }) => p95 <= limit,
});
export const ratioAtMost = (limit: number): Goal => ({
  text: `≤ ${limit} × peer`,
  met: (_, ratio) => (ratio === null ? null : ratio <= limit),
});

/** Ours to the peer's, in the unit of the row, by the median. */
export function ratioOf(row: Row): number | null {
  const { value = null, beside } = row.peer ?? {};
  if (beside !== undefined) {
    const ratios = row.values.map((own, run) => own / (beside[run] ?? Number.NaN));
    return summary({ values: ratios, better: row.better }).median;
  }
  return value === null ? null : summary(row).median / value;
}

export function isMissed(row: Row): boolean {
  return row.goal?.met(summary(row), ratioOf(row)) === false;
}

/** A Markdown table, one line for each row. */
export function table(rows: readonly Row[]): string {
  const head = ['measure', 'median', 'p95', 'runs', 'peer', 'ratio', 'goal', ''];
  const lines = [head, head.map((_, at) => (at >= 1 && at <= 3 ? '--:' : '---')), ...rows.map(cells)];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

function cells(row: Row): string[] {
  const { median, p95, count } = summary(row);
  const ratio = ratioOf(row);
  const met = row.goal?.met({ median, p95, count }, ratio) ?? null;
  return [
    row.measure,
    `${figure(median)} ${row.unit}`,
    `${figure(p95)} ${row.unit}`,
    String(count),
    peerText(row),
    ratio === null ? '–' : ratio.toFixed(2),
    row.goal?.text ?? '–',
    row.goal === undefined ? '' : met === null ? 'not measured' : met ? 'pass' : 'FAIL',
  ];
}

function peerText({ peer, unit }: Row): string {
  if (peer === undefined) return '–';
  return peer.value === null
    ? `${peer.name} not run here, published: ${peer.published}`
    : `${peer.name}: ${figure(peer.value)} ${unit}`;
}

function figure(value: number): string {
  if (Number.isNaN(value)) return '–';
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
