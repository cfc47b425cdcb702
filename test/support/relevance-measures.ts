/** nDCG of the first `depth` results with gain 2^grade - 1 (Järvelin and Kekäläinen 2002, as Burges et al. 2005); 0 when nothing was found. */
export function ndcg(found: readonly string[], grades: Readonly<Record<string, number>>, depth = 10): number {
  const gain = (grade: number, at: number): number => (2 ** grade - 1) / Math.log2(at + 2);
  const sum = (list: readonly number[]): number =>
    list.slice(0, depth).reduce((total, grade, at) => total + gain(grade, at), 0);
  const best = sum(Object.values(grades).sort((a, b) => b - a));
  return best === 0 ? 0 : sum(found.map((key) => grades[key] ?? 0)) / best;
}

/** The part of what is relevant (grade 2 and 3) that is among the first `depth` results. */
export function recall(found: readonly string[], grades: Readonly<Record<string, number>>, depth = 20): number {
  const relevant = Object.keys(grades).filter((key) => (grades[key] ?? 0) >= 2);
  const first = new Set(found.slice(0, depth));
  return relevant.length === 0 ? 1 : relevant.filter((key) => first.has(key)).length / relevant.length;
}
