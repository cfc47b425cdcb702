const dayMs = 86_400_000;
const days = 7;
const weeks = 4;
/** Kept whatever the clock says: a clock that is ten years ahead must not empty the shelf. */
const always = 3;

/** Of the moments at which snapshots were made: which to keep. The newest of each of the last 7 days, and of each of the last 4 weeks. */
export function keptSnapshots(madeAt: readonly number[], now: number): ReadonlySet<number> {
  const newestFirst = [...madeAt].sort((a, b) => b - a);
  const kept = new Set(newestFirst.slice(0, always));
  for (const [span, count] of [
    [dayMs, days],
    [7 * dayMs, weeks],
  ] as const) {
    const seen = new Set<number>();
    for (const made of newestFirst) {
      const period = Math.floor(made / span);
      if (Math.floor(now / span) - period >= count || seen.has(period)) continue;
      seen.add(period);
      kept.add(made);
    }
  }
  return kept;
}
