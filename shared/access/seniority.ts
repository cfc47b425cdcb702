/** `killer` takes away the right that `killed` was written with; both are places in causal order, and neither had seen the other. */
export interface Killing {
  readonly killer: number;
  readonly killed: number;
}

/**
 * The killings to carry out first: those by whom no other threatens. Where all threaten one another in a ring, those of the most senior of it (`seniority`: the
 * smaller text is more senior). Who hangs on what falls is threatened with it.
 */
export function firstKillers(
  killings: readonly Killing[],
  descends: (later: number, earlier: number) => boolean,
  seniority: (place: number) => string,
): readonly Killing[] {
  const killers = [...new Set(killings.map(({ killer }) => killer))];
  const threats = new Map(
    killers.map((killer) => [
      killer,
      new Set(
        killings
          .filter(({ killed }) => killed === killer || descends(killer, killed))
          .map((killing) => killing.killer)
          .filter((other) => other !== killer),
      ),
    ]),
  );
  const reach = new Map(killers.map((killer) => [killer, threatenedBy(killer, threats)]));
  // Threatened by nobody, or only by who they threaten in their turn.
  const sources = killers.filter((killer) =>
    [...(reach.get(killer) ?? [])].every((other) => reach.get(other)?.has(killer)),
  );
  const free = sources.filter((killer) => reach.get(killer)?.size === 0);
  const rank = (killer: number): string => seniority(killer);
  const first =
    free.length > 0
      ? free
      : [...sources].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : a - b)).slice(0, 1);
  return killings.filter(({ killer }) => first.includes(killer));
}

function threatenedBy(killer: number, threats: ReadonlyMap<number, ReadonlySet<number>>): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [...(threats.get(killer) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(threats.get(next) ?? []));
  }
  return found;
}
