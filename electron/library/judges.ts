import { AppError } from '../../shared/base/errors';
import type { DeviceId, ItemId, RevisionId, SpaceId } from '../../shared/base/ids';
import {
  countingRevisions,
  judgeItem,
  type Space as JudgedSpace,
  type Fault,
  type Verdict,
} from '../../shared/access/judge';
import type { MembershipChange } from '../../shared/access/change';
import { isBeside } from '../../shared/access/logs';
import { membershipOf, type Membership } from '../../shared/access/membership';
import { atLeast } from '../../shared/access/role';
import type { Revision } from '../../shared/revision/revision';
import { blobNamedBy, type RevisionStore } from './revision-store';

interface Known {
  readonly mark: string;
  readonly membership: Membership;
}

export interface SetAsideRevision {
  readonly revision: Revision;
  readonly fault: Fault;
}

/** More changes than this at once and everything is looked at again. */
const fewChanges = 8;

/**
 * Which revisions count, where a space has members (shared/access/RULES.md). Open and private spaces have no judge: everything in them counts. What it knows of a
 * membership follows from the index and is made again when that changed.
 */
export class Judges {
  private readonly known = new Map<SpaceId, Known>();
  /** Items of which something waits for what is not here yet; null: not looked for yet. */
  private readonly waiting = new Map<SpaceId, Set<ItemId>>();
  /** What was set aside, by item; begun when somebody asks, and kept up by what is judged after that. */
  private readonly aside = new Map<SpaceId, Map<ItemId, readonly SetAsideRevision[]>>();

  /** `founderOf` gives null for a space that has no members. */
  constructor(
    private readonly revisions: RevisionStore,
    private readonly founderOf: (space: SpaceId) => DeviceId | null,
  ) {}

  membership(space: SpaceId): Membership | null {
    const founder = this.founderOf(space);
    if (founder === null) return null;
    const mark = this.revisions.markOf(space as string as ItemId, space);
    const known = this.known.get(space);
    if (known?.mark === mark) return known.membership;
    const membership = membershipOf(founder, this.membershipRevisions(space), this.logsOf(space));
    this.known.set(space, { mark, membership });
    return membership;
  }

  isCoordinator(space: SpaceId, device: DeviceId): boolean {
    return this.membership(space)?.now.of(device)?.role === 'coordinate';
  }

  /** Now or before: by changes that count. */
  wasCoordinator(space: SpaceId, device: DeviceId): boolean {
    const founder = this.founderOf(space);
    const members = this.membersOf(space, device);
    const raised = this.countingChanges(space).some(
      (each) => each.kind === 'rights' && each.role === 'coordinate' && members.has(each.member),
    );
    return raised || (founder !== null && members.has(founder));
  }

  /** Two devices of one member, now or before. */
  wereOne(space: SpaceId, one: DeviceId, other: DeviceId): boolean {
    const members = this.membersOf(space, one);
    return [...this.membersOf(space, other)].some((member) => members.has(member));
  }

  /** Every member that a device has ever spoken for. */
  private membersOf(space: SpaceId, device: DeviceId): ReadonlySet<DeviceId> {
    const linked = this.countingChanges(space).flatMap((change) => {
      if (change.kind === 'link') return change.device.device === device ? [change.member] : [];
      if (change.kind !== 'rights') return [];
      return change.devices?.some((each) => each.device === device) === true ? [change.member] : [];
    });
    return new Set(this.founderOf(space) === device ? [device, ...linked] : linked);
  }

  private countingChanges(space: SpaceId): readonly MembershipChange[] {
    const steps = this.membership(space)?.steps ?? [];
    return steps.flatMap(({ fault, changes }) => (fault === null ? changes : []));
  }

  /** Everybody may where a space has no members. */
  mayRead(space: SpaceId, device: DeviceId): boolean {
    const membership = this.membership(space);
    return membership === null || atLeast(membership.now.of(device)?.role ?? 'none', 'read');
  }

  /** What a revision written here now says its author has seen; null where nobody asks. */
  under(space: SpaceId): readonly RevisionId[] | null {
    return this.membership(space)?.heads ?? null;
  }

  /** Those of an item's revisions that its state is computed from. */
  counting(space: SpaceId, item: ItemId, revisions: readonly Revision[]): readonly Revision[] {
    const judged = this.judged(space);
    if (judged === null) return revisions;
    const verdicts = judgeItem(judged, item, revisions);
    if ([...verdicts.values()].includes('waits')) this.waiting.get(space)?.add(item);
    this.aside.get(space)?.set(item, faultyAmong(revisions, verdicts));
    return countingRevisions(revisions, verdicts);
  }

  /**
   * Whether a revision that is about to be written here, after others of its batch, would count. An end date is kept by who it is about: nothing is written
   * after that day by its own clock, except that it was erased (A20). Errors: `access-denied`, `access-ended` (until).
   */
  check(space: SpaceId, revision: Revision, before: readonly Revision[]): void {
    const { header, body } = revision;
    const until = this.membership(space)?.now.of(header.device)?.until ?? null;
    if (until !== null && header.at.slice(0, 10) > until && body?.add?.['confirmedBy'] === undefined)
      throw new AppError('access-ended', { until });
    if (this.foresee(space, revision, before) !== 'counts') throw new AppError('access-denied');
  }

  foresee(space: SpaceId, revision: Revision, before: readonly Revision[]): Verdict {
    const judged = this.judged(space);
    const { item, id } = revision.header;
    if (judged === null) return 'counts';
    const all = [
      ...this.revisions.ofItem(item, space),
      ...before.filter(({ header }) => header.item === item),
      revision,
    ];
    const founder = this.founderOf(space) as DeviceId;
    const membership = (item as string) === space ? membershipOf(founder, all, this.logsOf(space)) : judged.membership;
    return judgeItem({ ...judged, membership }, item, all).get(id) ?? 'waits';
  }

  /** Everything of a space that does not count and does not wait either. The first time it looks at every item. */
  setAside(space: SpaceId): readonly SetAsideRevision[] {
    if (this.founderOf(space) === null) return [];
    if (!this.aside.has(space)) {
      this.aside.set(space, new Map());
      for (const item of this.revisions.itemsIn(space)) this.counting(space, item, this.revisions.ofItem(item, space));
    }
    return [...(this.aside.get(space)?.values() ?? [])].flat();
  }

  /** Items whose state may be another now that these revisions are in the index. */
  touchedBy(space: SpaceId, added: readonly Revision[]): readonly ItemId[] {
    if (added.length === 0 || this.founderOf(space) === null) return [];
    const changes = added.filter(({ header }) => (header.item as string) === space);
    const forked = added.some(({ header }) => this.revisions.hasTwin(space, header));
    const before = this.known.get(space)?.membership;
    if (forked) this.known.delete(space);
    const waiting = this.takeWaiting(space);
    if (changes.length === 0 && !forked) return waiting;
    const now = this.membership(space) as Membership;
    if (forked || before === undefined || changes.length > fewChanges || hasTurned(before, now))
      return this.revisions.itemsIn(space);
    return [...new Set([...waiting, ...changes.flatMap(({ header }) => this.touchedByChange(space, header.id, now))])];
  }

  private touchedByChange(space: SpaceId, id: RevisionId, now: Membership): readonly ItemId[] {
    const step = now.steps.find(({ header }) => header.id === id);
    const changes = step === undefined || step.fault !== null ? [] : step.changes;
    const devices = changes.flatMap((change): readonly DeviceId[] => {
      if (change.kind === 'drop') return [change.device];
      if (change.kind === 'link') return [change.device.device];
      if (change.kind !== 'rights') return [];
      const known = now.now.all.get(change.member)?.devices ?? [];
      return [change.member, ...[...known, ...(change.devices ?? [])].map(({ device }) => device)];
    });
    const accepted = changes.flatMap((change) => (change.kind === 'accept' ? change.revisions : []));
    return [
      ...this.revisions.itemsBy(space, [...new Set(devices)]),
      ...this.revisions.itemsUnder(space, id),
      ...accepted.flatMap((revision) => this.revisions.find(revision)?.item ?? []),
    ];
  }

  private takeWaiting(space: SpaceId): readonly ItemId[] {
    const known = this.waiting.get(space);
    this.waiting.set(space, new Set());
    return known === undefined ? this.revisions.itemsWithoutState(space) : [...known];
  }

  private judged(space: SpaceId): JudgedSpace | null {
    const membership = this.membership(space);
    if (membership === null) return null;
    return {
      id: space,
      membership,
      logs: this.logsOf(space),
      writerOf: (id) => {
        const found = this.revisions.find(id);
        return found?.space === space ? found : null;
      },
      namersOf: (blob) =>
        this.revisions
          .itemsNaming(blob)
          .flatMap((item) => this.revisions.ofItem(item, space))
          .filter(({ body }) => blobNamedBy(body)?.hash === blob)
          .map(({ header }) => header.device),
    };
  }

  private membershipRevisions(space: SpaceId): readonly Revision[] {
    return this.revisions.ofItem(space as string as ItemId, space);
  }

  private logsOf(space: SpaceId): JudgedSpace['logs'] {
    return {
      isBesideLog: (header, cut) => {
        if (!this.revisions.hasTwin(space, header)) return false;
        const log = this.revisions.ofLog(space, header.device, header.n, cut.n);
        return isBeside(
          header,
          cut,
          log.map((revision) => revision.header),
        );
      },
    };
  }
}

function faultyAmong(
  revisions: readonly Revision[],
  verdicts: ReadonlyMap<RevisionId, Verdict>,
): readonly SetAsideRevision[] {
  return revisions.flatMap((revision) => {
    const fault = verdicts.get(revision.header.id);
    return typeof fault === 'object' ? [{ revision, fault }] : [];
  });
}

/** Something that counted does not any more, or the other way round. */
function hasTurned(before: Membership, now: Membership): boolean {
  const faults = new Map(now.steps.map(({ header, fault }) => [header.id, fault === null]));
  return before.steps.some(({ header, fault }) => faults.get(header.id) !== (fault === null));
}
