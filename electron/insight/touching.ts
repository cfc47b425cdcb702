import type { ItemId } from '../../shared/base/ids';
import { facets, type OverlapReason } from '../../shared/model/insight';
import type { Corpus } from './corpus';
import { facetCount } from './feature-table';
import {
  facetWeights,
  followedShare,
  lineageShare,
  otherKindShare,
  partOf,
  scoreOf,
  stepBackShare,
} from './overlap-score';
import type { Succession } from './succession';

/** How much every row of the feature table touches one item. */
export interface Touching {
  /** By row, 0 to 1. */
  readonly scores: Float64Array;
  /** What was compared to come to the score of an item, when it is not the two themselves. */
  through(other: ItemId): readonly ItemId[];
  /** What the item has in common with another, what says most first; what is continued comes before all. */
  reasons(other: ItemId): readonly OverlapReason[];
}

/**
 * Compares one item with all others. What both continue counts too: the best of all combinations, so that a pair has the same score from
 * either side. Null for an item that is not compared.
 */
export function touching(id: ItemId, corpus: Corpus, succession: Succession): Touching | null {
  const own = corpus.entries.get(id);
  if (own === undefined) return null;
  const sims = similarities(own.row, corpus);
  const direct = new Float64Array(corpus.table.capacity);
  scoreAll(own.row, sims, corpus, 1, direct);
  const best = direct.slice();
  /** The predecessor of the asked item that a row's best score came from. */
  const from = new Map<number, ItemId>();
  for (const { id: earlier, steps } of succession.back(id)) {
    const row = corpus.entries.get(earlier)?.row;
    if (row === undefined || steps === 0) continue;
    scoreAll(row, similarities(row, corpus), corpus, stepBackShare ** steps, best, (at) => from.set(at, earlier));
  }
  const ownShare = succession.isFollowed(id) ? followedShare : 1;
  const scores = new Float64Array(corpus.table.capacity);
  for (let row = 0; row < scores.length; row += 1) {
    const other = corpus.idAt(row);
    if (other === null || row === own.row) continue;
    const itself = direct[row] as number;
    let score = itself;
    if (from.size > 0 || succession.continues(other)) score += (liftedFrom(other, row).score - itself) * lineageShare;
    if (corpus.kindAt(row) !== own.profile.kind) score *= otherKindShare;
    scores[row] = score * ownShare * (succession.isFollowed(other) ? followedShare : 1);
  }
  return { scores, through, reasons: (other) => reasonsFor(id, other, sims, through(other), corpus) };

  function liftedFrom(other: ItemId, row: number): { score: number; at: number; through: ItemId } {
    let found = { score: best[row] as number, at: row, through: other };
    if (!succession.continues(other)) return found;
    for (const { id: earlier, steps } of succession.back(other)) {
      const at = corpus.entries.get(earlier)?.row;
      if (at === undefined || at === row || at === own?.row) continue;
      const score = (best[at] as number) * stepBackShare ** steps;
      if (score > found.score) found = { score, at, through: earlier };
    }
    return found;
  }

  function through(other: ItemId): readonly ItemId[] {
    const lifted = liftedFrom(other, corpus.entries.get(other)?.row ?? 0);
    return [from.get(lifted.at) ?? id, lifted.through].filter((each) => each !== id && each !== other);
  }
}

/** Raises in `into` what one row gives more of; `raised` hears which rows. */
function scoreAll(
  row: number,
  sims: Float64Array,
  { table }: Corpus,
  share: number,
  into: Float64Array,
  raised: (row: number) => void = () => undefined,
): void {
  const own = table.presence(row);
  for (let other = 0; other < into.length; other += 1) {
    if (other === row) continue;
    const score = share * scoreOf(sims, other * facetCount, own, table.presence(other));
    if (score <= (into[other] as number)) continue;
    into[other] = score;
    raised(other);
  }
}

function similarities(row: number, { table }: Corpus): Float64Array {
  const sims = new Float64Array(table.capacity * facetCount);
  table.similarities(row, sims);
  return sims;
}

const shownValues = 6;

function reasonsFor(
  a: ItemId,
  b: ItemId,
  sims: Float64Array,
  through: readonly ItemId[],
  corpus: Corpus,
): readonly OverlapReason[] {
  const [rowA, rowB] = [a, b].map((id) => corpus.entries.get(id)?.row ?? 0) as [number, number];
  const weighed = facets.map((facet, at) => facetWeights[facet] * partOf(at, sims[rowB * facetCount + at] as number));
  const total = weighed.reduce((sum, part) => sum + part, 0);
  const own = facets
    .map((facet, at): OverlapReason => {
      const found = corpus.table.shared(rowA, rowB, at);
      // A region that is next door to both says nothing beside one that both are in.
      const telling = facet === 'region' ? found.filter(({ weight }) => weight * 2 >= (found[0]?.weight ?? 0)) : found;
      const shared = telling.map(({ value }) => corpus.shown(a, facet, value));
      const values = facet === 'text' ? withoutParts(shared) : [...new Set(shared)];
      return { facet, values: values.slice(0, shownValues), share: total === 0 ? 0 : (weighed[at] as number) / total };
    })
    .filter(({ values, share }) => values.length > 0 && share > 0)
    .sort((x, y) => y.share - x.share);
  if (through.length === 0) return own;
  return [{ facet: 'lineage', values: through.map((id) => corpus.title(id)), share: 0 }, ...own];
}

/** `huis` and `bezoek` add nothing for who reads `huisbezoek`. */
function withoutParts(words: readonly string[]): readonly string[] {
  return words.filter(
    (word, i) => words.indexOf(word) === i && !words.some((other) => other !== word && other.includes(word)),
  );
}
