import type { DeviceId, RevisionId } from '../base/ids';
import { ancestryOf, type Ancestry } from '../revision/ancestry';
import type { Revision, RevisionHeader } from '../revision/revision';
import { changesOf, type MembershipChange } from './change';
import { isPast, type Logs } from './logs';
import { ChangeIndex, restriction, type Member, type Members, type PlacedChange } from './members';
import { atLeast, lesser, type Role } from './role';
import { firstKillers, type Killing } from './seniority';

export type MembershipFault =
  /** Not a change that this version knows, or parents that are no membership revisions. */
  | { readonly why: 'malformed' }
  /** Its author was nobody here, or had no right to it. */
  | { readonly why: 'no-right'; readonly had: Role; readonly needed: Role }
  /** Written after somebody took that right away, by who had not seen that. */
  | { readonly why: 'after-cut'; readonly by: RevisionId };

export interface MembershipStep {
  readonly header: RevisionHeader;
  readonly changes: readonly MembershipChange[];
  /** null: it counts. */
  readonly fault: MembershipFault | null;
}

/** What an author had seen, and what was done since that limits them. */
export interface Standpoint {
  readonly members: Members;
  /** Changes that count and that this author had not seen. */
  readonly unseen: readonly PlacedChange[];
}

/** The membership of a space, as its revisions add up to it (RULES.md). */
export interface Membership {
  readonly now: Members;
  /** The counting revisions that no other counting one descends from: what is written now names these. Sorted. */
  readonly heads: readonly RevisionId[];
  /** All of them, in causal order. */
  readonly steps: readonly MembershipStep[];
  /** Waiting for a revision that is not here yet. */
  readonly waiting: readonly Revision[];
  /** Revisions that a coordinator let count after all. */
  readonly accepted: ReadonlySet<RevisionId>;
  /** null when one of these revisions is not here. */
  standpoint(under: readonly RevisionId[]): Standpoint | null;
}

/** Judges the revisions of the membership item: a function of the set alone, whatever order and copies they came in. */
export function membershipOf(founder: DeviceId, revisions: Iterable<Revision>, logs: Logs): Membership {
  const ancestry = ancestryOf(revisions);
  const court = new Court(founder, ancestry, logs);
  const faults = court.settle();
  const steps = ancestry.order.map(({ header }, i) => ({
    header,
    changes: court.changes[i] ?? [],
    fault: faults.get(i) ?? null,
  }));
  const counting = ancestry.order.flatMap((_, i) => (faults.has(i) ? [] : [i]));
  const index = new Map(ancestry.order.map(({ header }, i) => [header.id, i]));
  const standpoints = new Map<string, Standpoint | null>();
  const heads = counting.filter((i) => !counting.some((j) => ancestry.descends(j, i)));
  const standpoint = (under: readonly RevisionId[]): Standpoint | null => {
    const named = under.map((id) => index.get(id));
    return named.some((i) => i === undefined) ? null : court.standpoint(named as number[], faults);
  };
  return {
    now: court.members(faults, () => true),
    heads: heads.map((i) => steps[i]?.header.id as RevisionId).sort(),
    steps,
    waiting: ancestry.held,
    accepted: new Set(
      counting.flatMap((i) => (court.changes[i] ?? []).flatMap((c) => (c.kind === 'accept' ? c.revisions : []))),
    ),
    standpoint: (under) => {
      const key = under.join();
      const known = standpoints.get(key);
      if (known !== undefined) return known;
      const found = standpoint(under);
      standpoints.set(key, found);
      return found;
    },
  };
}

type Faults = ReadonlyMap<number, MembershipFault>;
type Author = Pick<Member, 'id' | 'role' | 'until'>;

class Court {
  readonly changes: readonly (readonly MembershipChange[] | null)[];
  private readonly placed: readonly (readonly PlacedChange[])[];
  private readonly index: ChangeIndex;

  constructor(
    private readonly founder: DeviceId,
    private readonly ancestry: Ancestry,
    private readonly logs: Logs,
  ) {
    this.changes = ancestry.order.map(changesOf);
    this.placed = ancestry.order.map(({ header }, at) =>
      (this.changes[at] ?? []).map((change) => ({ at, header, change })),
    );
    this.index = new ChangeIndex(founder, this.placed.flat(), ancestry.descends);
  }

  /**
   * Looks who had the right, then who was cut off by whom, and again with those left out, until nobody is cut off any more. Each time only those cut off
   * by who is safe themselves; where nobody is, because they cut off one another in a ring, those cut off by its most senior.
   */
  settle(): Faults {
    const cutOff = new Map<number, MembershipFault>();
    for (;;) {
      const { faults, authors, needs, seniority } = this.walk(cutOff);
      const killings = this.killings(faults, authors, needs);
      if (killings.length === 0) return faults;
      for (const { killer, killed } of firstKillers(killings, this.ancestry.descends, seniority))
        if (!cutOff.has(killed)) cutOff.set(killed, { why: 'after-cut', by: this.headerAt(killer).id });
    }
  }

  /** The members as counting revisions make them, all that `seen` names. */
  members(faults: Faults, seen: (i: number) => boolean): Members {
    return this.index.members((i) => !faults.has(i) && seen(i));
  }

  standpoint(heads: readonly number[], faults: Faults): Standpoint {
    const isSeen = (i: number): boolean => heads.some((head) => head === i || this.ancestry.descends(head, i));
    const unseen = this.placed.flatMap((changes, i) => (faults.has(i) || isSeen(i) ? [] : changes));
    return { members: this.members(faults, isSeen), unseen };
  }

  private walk(cutOff: Faults): {
    faults: Faults;
    authors: readonly (Author | null)[];
    needs: readonly Role[];
    seniority: (i: number) => string;
  } {
    const faults = new Map<number, MembershipFault>(cutOff);
    const authors: (Author | null)[] = [];
    const needs: Role[] = [];
    const depths: number[] = [];
    this.ancestry.order.forEach(({ header }, i) => {
      const seen = (j: number): boolean => !faults.has(j) && this.ancestry.descends(i, j);
      const author = this.index.author(header.device, seen);
      authors.push(author);
      depths.push(this.depth(author, seen, depths));
      const changes = this.changes[i] ?? null;
      needs.push(this.neededFor(changes ?? [], author, seen));
      const fault = faults.get(i) ?? faultOf(changes, author, needs[i] as Role);
      if (fault !== null) faults.set(i, fault);
    });
    return { faults, authors, needs, seniority: (i) => rankOf(depths[i], authors[i] ?? null) };
  }

  /** How many hands a coordinator is from the founder, by what the revision in question had seen. */
  private depth(author: Author | null, seen: (i: number) => boolean, depths: readonly number[]): number {
    if (author === null || author.id === this.founder) return 0;
    const givers = this.index.madeCoordinator(author.id).filter(seen);
    return Math.min(...givers.map((i) => (depths[i] ?? 0) + 1));
  }

  /** Every pair of which one takes away the right that the other was written with, and neither had seen the other. */
  private killings(faults: Faults, authors: readonly (Author | null)[], needs: readonly Role[]): readonly Killing[] {
    return this.ancestry.order.flatMap(({ header }, killed) => {
      if (faults.has(killed)) return [];
      const author = authors[killed] ?? null;
      const needed = needs[killed] as Role;
      return this.index
        .limits(header.device, author?.id ?? null)
        .filter(({ at }) => !faults.has(at) && this.isApart(at, killed))
        .filter((limit) => !atLeast(roleAfter('coordinate', [limit], header, author, this.logs), needed))
        .map(({ at }) => ({ killer: at, killed }));
    });
  }

  /** Who only gives up rights of their own needs no more than to be a member (A7); who sees to devices of their own, to read (A23). */
  private neededFor(changes: readonly MembershipChange[], author: Author | null, seen: (i: number) => boolean): Role {
    if (author === null) return 'coordinate';
    if (changes.every((change) => givesUp(change, author))) return 'view';
    const isOwn = (change: MembershipChange): boolean =>
      (change.kind === 'link' && change.member === author.id && !this.index.isNamed(change.device.device, seen)) ||
      (change.kind === 'drop' && this.index.ownerOf(change.device, seen) === author.id);
    return changes.every(isOwn) ? 'read' : 'coordinate';
  }

  private isApart(a: number, b: number): boolean {
    return a !== b && !this.ancestry.descends(a, b) && !this.ancestry.descends(b, a);
  }

  private headerAt(i: number): RevisionHeader {
    return (this.ancestry.order[i] as Revision).header;
  }
}

function faultOf(
  changes: readonly MembershipChange[] | null,
  author: Author | null,
  needed: Role,
): MembershipFault | null {
  if (changes === null) return { why: 'malformed' };
  const had = author?.role ?? 'none';
  return atLeast(had, needed) ? null : { why: 'no-right', had, needed };
}

/** What is left of a role under changes that the author of `header` had not seen (A10). */
export function roleAfter(
  role: Role,
  unseen: readonly PlacedChange[],
  header: RevisionHeader,
  author: Pick<Member, 'id'> | null,
  logs: Logs,
): Role {
  return unseen
    .map(({ change }) => restriction(change, header.device, author?.id ?? null))
    .filter((limit) => limit !== null && isPast(header, limit.cut, logs))
    .reduce((left, limit) => lesser(left, (limit as { role: Role }).role), role);
}

function givesUp(change: MembershipChange, author: Author): boolean {
  return (
    change.kind === 'rights' &&
    change.member === author.id &&
    change.devices === undefined &&
    change.person === undefined &&
    atLeast(author.role, change.role) &&
    (change.role === 'none' || change.until === author.until)
  );
}

/** Sorts as seniority goes: how many hands from the founder, then by name. */
function rankOf(depth: number | undefined, author: Author | null): string {
  return `${String(depth ?? 0).padStart(9, '0')} ${author?.id ?? ''}`;
}
