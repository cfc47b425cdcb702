import type { RevisionId } from '../../shared/base/ids';
import type { Revision } from '../../shared/revision/revision';
import type { DecodedPack, PackEntry, PackOwner } from './pack';

/** What tells how packs without a head follow each other. */
export interface PackEnds {
  readonly owner: PackOwner;
  readonly entry: PackEntry;
  readonly prev: RevisionId | null;
  readonly last: RevisionId;
}

export function endsOf({ owner, entry, revisions }: DecodedPack): PackEnds {
  const [first, last] = [revisions[0] as Revision, revisions.at(-1) as Revision];
  return { owner, entry, prev: first.header.prev, last: last.header.id };
}

/** One log out of packs that may overlap: from the furthest back along the chain. null when there are none. */
export function joinPacks(
  found: readonly PackEnds[],
): { readonly tip: PackEnds; readonly packs: readonly PackEntry[] } | null {
  const sorted = [...found].sort((a, b) => b.entry.to - a.entry.to || a.entry.from - b.entry.from);
  const tip = sorted[0];
  if (tip === undefined) return null;
  const packs: PackEntry[] = [];
  for (let pack: PackEnds | undefined = tip; pack !== undefined; pack = before(sorted, pack)) packs.unshift(pack.entry);
  return { tip, packs };
}

/** The largest pack that `pack` follows on; where that one is missing, the nearest before it. */
function before(found: readonly PackEnds[], pack: PackEnds): PackEnds | undefined {
  return found.find(({ last }) => last === pack.prev) ?? found.find(({ entry }) => entry.to < pack.entry.from);
}
