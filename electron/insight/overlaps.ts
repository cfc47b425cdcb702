import type { ItemId } from '../../shared/base/ids';
import type { Judgement, Overlap } from '../../shared/model/insight';
import type { ItemState } from '../../shared/revision/item-state';
import { Corpus } from './corpus';
import { pairKey } from './item-fields';
import { createJudgements } from './judgements';
import { least, leastProposed } from './overlap-score';
import { createRedirects } from './redirects';
import { createSuccession, type Succession } from './succession';
import type { TextAnalysis } from './text-analysis';
import { touching, type Touching } from './touching';

export interface OverlapOptions {
  readonly limit?: number;
  /** Pairs that know each other already. */
  readonly known?: boolean;
  /** Pairs that somebody judged. */
  readonly judged?: boolean;
}

/** What touches what, kept in step with the library item by item. */
export interface Overlaps {
  put(states: Iterable<ItemState>): void;
  remove(ids: Iterable<ItemId>): void;
  /** What touches this item, best first. Everything by default; a judged pair carries its judgement. */
  of(id: ItemId, options?: OverlapOptions): readonly Overlap[];
  /** Pairs that nobody has judged and that do not know each other, each once, best first. */
  proposals(limit?: number): Promise<readonly Overlap[]>;
  /** The strongest pairs of all, those that know each other and those that were judged too. */
  strongest(limit: number): Promise<readonly Overlap[]>;
  judgements(): readonly Judgement[];
}

/** Items that are compared with all others before somebody else has a turn: about a millisecond each in a library of 1,000. */
const comparedAtOnce = 16;

/** `pause` lets others go on: what looks at all pairs waits for it now and then. */
export function createOverlaps(analyse: TextAnalysis, pause: () => Promise<void> = () => Promise.resolve()): Overlaps {
  const corpus = new Corpus(analyse);
  const redirects = createRedirects();
  const succession = createSuccession();
  const judgements = createJudgements('overlap', redirects.resolve);
  const parts = [redirects, succession, judgements, corpus];

  const knownOf = (a: ItemId, b: ItemId): Overlap['known'] => {
    const [first, second] = [corpus.entries.get(a)?.profile, corpus.entries.get(b)?.profile];
    if (first === undefined || second === undefined) return null;
    if (first.links.has(b) || second.links.has(a) || succession.areInLine(a, b)) return 'related';
    return [...first.wholes].some((whole) => second.wholes.has(whole)) ? 'sameProgramme' : null;
  };
  const overlap = (a: ItemId, b: ItemId, score: number, found: Touching): Overlap => ({
    a,
    b,
    score,
    reasons: found.reasons(b),
    known: knownOf(a, b),
    judgement: judgements.of(a, b),
  });

  const compared = { corpus, succession, overlap, pause };

  return {
    put: (states) => {
      for (const state of states) for (const part of parts) part.put(state);
    },
    remove: (ids) => {
      for (const id of ids) for (const part of parts) part.remove(id);
    },
    of: (id, { limit = 20, known = true, judged = true } = {}) => {
      corpus.refresh();
      const found = touching(id, corpus, succession);
      if (found === null) return [];
      return [...found.scores]
        .flatMap((score, row): Candidate[] => {
          const other = corpus.idAt(row);
          return other === null || score < least ? [] : [{ a: id, b: other, score }];
        })
        .filter(({ b }) => (known || knownOf(id, b) === null) && (judged || judgements.of(id, b) === null))
        .sort(byScore)
        .slice(0, limit)
        .map(({ b, score }) => overlap(id, b, score, found));
    },
    proposals: (limit = 200) =>
      bestPairs(compared, limit, leastProposed, (a, b) => knownOf(a, b) === null && judgements.of(a, b) === null),
    strongest: (limit) => bestPairs(compared, limit, least, () => true),
    judgements: () => judgements.all(),
  };
}

interface Compared {
  readonly corpus: Corpus;
  readonly succession: Succession;
  readonly pause: () => Promise<void>;
  /** A pair as it is shown. */
  readonly overlap: (a: ItemId, b: ItemId, score: number, found: Touching) => Overlap;
}

/** The best pairs that somebody wants, of those with at least `from`, each once. Items may change meanwhile: then some of them are seen as they were. */
async function bestPairs(
  { corpus, succession, overlap, pause }: Compared,
  limit: number,
  from: number,
  isWanted: (a: ItemId, b: ItemId) => boolean,
): Promise<readonly Overlap[]> {
  const best = createBest(limit);
  corpus.refresh();
  await inSlices([...corpus.entries.keys()], pause, (a) => {
    corpus.refresh();
    touching(a, corpus, succession)?.scores.forEach((score, row) => {
      if (score < from || score < best.floor()) return;
      const b = corpus.idAt(row);
      if (b !== null && a < b && isWanted(a, b)) best.add({ a, b, score });
    });
  });
  const byFirst = new Map<ItemId, Candidate[]>();
  for (const pair of best.all()) byFirst.set(pair.a, [...(byFirst.get(pair.a) ?? []), pair]);
  const shown = new Map<Candidate, Overlap>();
  await inSlices([...byFirst], pause, ([a, pairs]) => {
    corpus.refresh();
    const found = touching(a, corpus, succession);
    if (found !== null) for (const pair of pairs) shown.set(pair, overlap(a, pair.b, pair.score, found));
  });
  return best.all().flatMap((pair) => shown.get(pair) ?? []);
}

async function inSlices<T>(values: readonly T[], pause: () => Promise<void>, work: (value: T) => void): Promise<void> {
  for (const [at, value] of values.entries()) {
    if (at > 0 && at % comparedAtOnce === 0) await pause();
    work(value);
  }
}

interface Candidate {
  readonly a: ItemId;
  readonly b: ItemId;
  readonly score: number;
}

function byScore(x: Candidate, y: Candidate): number {
  return y.score - x.score || (pairKey(x.a, x.b) < pairKey(y.a, y.b) ? -1 : 1);
}

/** The best so many of a stream, without keeping the rest. */
function createBest(limit: number): {
  add(candidate: Candidate): void;
  /** What has less cannot be among them any more. */
  floor(): number;
  all(): readonly Candidate[];
} {
  let kept: Candidate[] = [];
  let floor = 0;
  const trim = (): void => {
    kept = kept.sort(byScore).slice(0, limit);
    if (kept.length === limit) floor = kept.at(-1)?.score ?? 0;
  };
  return {
    add: (candidate) => {
      kept.push(candidate);
      if (kept.length >= limit * 4) trim();
    },
    floor: () => floor,
    all: () => {
      trim();
      return kept;
    },
  };
}
