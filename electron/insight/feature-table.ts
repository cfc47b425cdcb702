import { facets, type Facet } from '../../shared/model/insight';
import type { Profile } from './profile';

export const facetCount = facets.length;

interface Posting {
  readonly rows: number[];
  readonly weights: number[];
}

interface Row {
  readonly features: Int32Array;
  readonly weights: Float64Array;
}

/**
 * Every value of every facet with the rows that have it: an inverted index. Comparing one row with all others costs what the rows share,
 * never the square of the library. How rare a value is (its idf) is computed from what is here now, so what is put in one by one
 * compares exactly as what is put in at once.
 */
export class FeatureTable {
  private readonly values: string[] = [];
  private readonly facetOf: number[] = [];
  private readonly ids = new Map<string, number>();
  private readonly postings: Posting[] = [];
  private readonly rows: (Row | null)[] = [];
  private readonly present: number[] = [];
  private readonly free: number[] = [];
  private size = 0;
  private rarity = new Float64Array(0);
  private norms = new Float64Array(0);
  private isStale = true;

  /** One more than the highest row. */
  get capacity(): number {
    return this.rows.length;
  }

  put({ values }: Profile): number {
    const entries = facets.flatMap((facet, at) =>
      [...values[facet]].map(([value, weight]) => [this.idOf(facet, at, value), weight] as const),
    );
    const row = this.free.pop() ?? this.rows.length;
    this.rows[row] = {
      features: Int32Array.from(entries, ([id]) => id),
      weights: Float64Array.from(entries, ([, weight]) => weight),
    };
    this.present[row] = facets.reduce((bits, facet, at) => (values[facet].size > 0 ? bits | (1 << at) : bits), 0);
    for (const [id, weight] of entries) {
      const posting = this.postings[id] as Posting;
      posting.rows.push(row);
      posting.weights.push(weight);
    }
    this.size += 1;
    this.isStale = true;
    return row;
  }

  remove(row: number): void {
    for (const id of this.rows[row]?.features ?? []) {
      const { rows, weights } = this.postings[id] as Posting;
      const at = rows.indexOf(row);
      const [lastRow, lastWeight] = [rows.pop() as number, weights.pop() as number];
      if (at === rows.length) continue;
      rows[at] = lastRow;
      weights[at] = lastWeight;
    }
    this.rows[row] = null;
    this.free.push(row);
    this.size -= 1;
    this.isStale = true;
  }

  /** A bit for each facet in which the row has anything. */
  presence(row: number): number {
    return this.present[row] ?? 0;
  }

  /** The cosine of `row` with every other row in every facet: `into[other * facetCount + facet]`. */
  similarities(row: number, into: Float64Array): void {
    this.refresh();
    into.fill(0);
    const { features, weights } = this.rows[row] as Row;
    for (let i = 0; i < features.length; i += 1) {
      const id = features[i] as number;
      const rarity = this.rarity[id] as number;
      const weight = (weights[i] as number) * rarity * rarity;
      const facet = this.facetOf[id] as number;
      const { rows, weights: theirs } = this.postings[id] as Posting;
      for (let at = 0; at < rows.length; at += 1) {
        const slot = (rows[at] as number) * facetCount + facet;
        into[slot] = (into[slot] as number) + weight * (theirs[at] as number);
      }
    }
    const own = this.norms.subarray(row * facetCount, (row + 1) * facetCount);
    for (let slot = 0, facet = 0; slot < into.length; slot += 1, facet = facet === facetCount - 1 ? 0 : facet + 1) {
      const product = into[slot] as number;
      if (product !== 0) into[slot] = product / ((this.norms[slot] as number) * (own[facet] as number));
    }
  }

  /** What two rows share in one facet, what says most first. */
  shared(a: number, b: number, facet: number): readonly { value: string; weight: number }[] {
    this.refresh();
    const other = new Map<number, number>();
    const [first, second] = [this.rows[a] as Row, this.rows[b] as Row];
    second.features.forEach((id, i) => other.set(id, second.weights[i] as number));
    const found: { value: string; weight: number }[] = [];
    first.features.forEach((id, i) => {
      const weight = other.get(id);
      if (weight === undefined || this.facetOf[id] !== facet) return;
      const rarity = this.rarity[id] as number;
      found.push({ value: this.values[id] as string, weight: weight * (first.weights[i] as number) * rarity * rarity });
    });
    return found.sort((x, y) => y.weight - x.weight || (x.value < y.value ? -1 : 1));
  }

  private idOf(facet: Facet, at: number, value: string): number {
    const key = `${facet} ${value}`;
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const id = this.values.length;
    this.ids.set(key, id);
    this.values.push(value);
    this.facetOf.push(at);
    this.postings.push({ rows: [], weights: [] });
    return id;
  }

  private refresh(): void {
    if (!this.isStale) return;
    this.isStale = false;
    // What all rows have says nothing (0). Of a list that a form offers, a value that many have still says something: by its root.
    this.rarity = Float64Array.from(this.postings, ({ rows }, id) => {
      const idf = rows.length === 0 ? 0 : Math.log((this.size + rows.length + 1) / (2 * rows.length));
      return isList(this.facetOf[id] as number) ? Math.sqrt(idf) : idf;
    });
    this.norms = new Float64Array(this.rows.length * facetCount);
    this.rows.forEach((row, at) => {
      row?.features.forEach((id, i) => {
        const slot = at * facetCount + (this.facetOf[id] as number);
        const weight = (row.weights[i] as number) * (this.rarity[id] as number);
        this.norms[slot] = (this.norms[slot] as number) + weight * weight;
      });
    });
    for (let slot = 0; slot < this.norms.length; slot += 1) this.norms[slot] = Math.sqrt(this.norms[slot] as number);
  }
}

function isList(facet: number): boolean {
  return facets[facet] !== 'text' && facets[facet] !== 'concept';
}
