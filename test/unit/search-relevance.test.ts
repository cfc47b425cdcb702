import { describe, expect, it } from 'vitest';
import { isHeldOut, judgedDocuments, judgedQueries } from '../support/relevance-corpus';
import { ndcg, recall } from '../support/relevance-measures';
import { rankedSystems } from '../support/relevance-systems';

describe('the measures', () => {
  it('nDCG is 1 for the best order, falls with the place, and counts nothing beyond its depth', () => {
    const grades = { a: 3, b: 2, c: 1 };
    expect(ndcg(['a', 'b', 'c'], grades)).toBe(1);
    expect(ndcg(['b', 'a', 'c'], grades)).toBeCloseTo(0.8429, 3);
    expect(ndcg(['x', 'y'], grades)).toBe(0);
    expect(ndcg(['x', 'a'], grades, 1)).toBe(0);
  });
  it('recall counts what is useful, not what only touches', () => {
    expect(recall(['a', 'c'], { a: 3, b: 2, c: 1 })).toBe(0.5);
  });
});

describe('judged searches', () => {
  const documents = judgedDocuments();
  const there = new Set(documents.map(({ key }) => key));
  const queries = judgedQueries();
  const systems = rankedSystems(documents);
  const mean = (name: string, of: typeof queries): number => {
    const system = systems.find((each) => each.name === name);
    const scores = of.map(({ query, grades }) =>
      ndcg(system?.find(query) ?? [], Object.fromEntries(Object.entries(grades).filter(([key]) => there.has(key)))),
    );
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  };

  it('are at least sixty, and name documents that are there', () => {
    expect(queries.length).toBeGreaterThanOrEqual(60);
    const named = queries.flatMap(({ grades }) => Object.keys(grades)).filter((key) => !key.startsWith('seed-'));
    expect(named.filter((key) => !there.has(key))).toEqual([]);
  });
  it('are answered with nDCG@10 at least 0.10 above plain FTS5 and above FTS5 with Snowball', () => {
    const ours = mean('Raakvlak', queries);
    expect(ours - mean('plain FTS5', queries)).toBeGreaterThanOrEqual(0.1);
    expect(ours - mean('FTS5 with Snowball', queries)).toBeGreaterThanOrEqual(0.1);
  });
  it('are answered better than by either where nobody looked', () => {
    const kept = queries.filter((_, at) => isHeldOut(at));
    const ours = mean('Raakvlak', kept);
    expect(ours).toBeGreaterThan(mean('plain FTS5', kept));
    expect(ours).toBeGreaterThan(mean('FTS5 with Snowball', kept));
  });
});
