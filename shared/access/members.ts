import type { DeviceId } from '../base/ids';
import type { RevisionHeader } from '../revision/revision';
import type { Cut, KeyedDevice, MembershipChange, Person, RightsChange } from './change';
import { lesser, type Role } from './role';

export interface Member {
  /** Their first device. */
  readonly id: DeviceId;
  readonly role: Role;
  /** The last day, `2025-03-31`, or null. */
  readonly until: string | null;
  readonly person: Person;
  readonly devices: readonly KeyedDevice[];
  /** When and by which device a role was first given. */
  readonly since: string;
  readonly by: DeviceId;
}

/** Who are members at one point in the history of a space. */
export interface Members {
  readonly all: ReadonlyMap<DeviceId, Member>;
  /** The member that a device speaks for. */
  of(device: DeviceId): Member | null;
}

/** One change with the place of its revision among the membership revisions. */
export interface PlacedChange {
  readonly at: number;
  readonly header: RevisionHeader;
  readonly change: MembershipChange;
}

type Descends = (later: number, earlier: number) => boolean;

interface Standing<T> {
  readonly at: number;
  readonly value: T;
}
type Rights = Pick<RightsChange, 'role' | 'until'>;
/** `own`: the member says so, not a coordinator. */
type Link = KeyedDevice & { readonly member: DeviceId | null; readonly own: boolean };

const nobody: Person = { name: '', organisation: '', contact: '' };

/** Changes by what they are about, so that one author is found without putting together all members. */
export class ChangeIndex {
  private readonly rights = new Map<DeviceId, Standing<Rights>[]>();
  private readonly links = new Map<DeviceId, Standing<Link>[]>();
  private readonly limiting = new Map<DeviceId, PlacedChange[]>();
  private readonly facts = new Map<DeviceId, { at: number; person: Person | undefined; header: RevisionHeader }[]>();

  /** `changes` in causal order. The founder is a coordinator before any of them (A1). */
  constructor(
    founder: DeviceId,
    changes: Iterable<PlacedChange>,
    private readonly descends: Descends,
  ) {
    push(this.rights, founder, { at: -1, value: { role: 'coordinate', until: null } });
    push(this.links, founder, {
      at: -1,
      value: { device: founder, key: '', recipient: '', member: founder, own: false },
    });
    for (const placed of changes) this.add(placed);
  }

  /** The member that a device speaks for after the changes that `seen` names. */
  author(device: DeviceId, seen: (at: number) => boolean): Pick<Member, 'id' | 'role' | 'until'> | null {
    const id = this.ownerOf(device, seen);
    if (id === null) return null;
    const rights = this.standing(this.rights.get(id), seen);
    return rights.length === 0 ? null : { id, ...joined(rights) };
  }

  ownerOf(device: DeviceId, seen: (at: number) => boolean): DeviceId | null {
    return ownerAmong(this.standing(this.links.get(device), seen));
  }

  /** Something that `seen` names linked it, dropped it, or calls a member by it. */
  isNamed(device: DeviceId, seen: (at: number) => boolean): boolean {
    const all: readonly { readonly at: number }[] = [
      ...(this.links.get(device) ?? []),
      ...(this.rights.get(device) ?? []),
    ];
    return all.some(({ at }) => at < 0 || seen(at));
  }

  members(seen: (at: number) => boolean): Members {
    const owners = new Map<DeviceId, DeviceId>();
    const devices = new Map<DeviceId, KeyedDevice[]>();
    for (const [device, list] of this.links) {
      const standing = this.standing(list, seen);
      const member = ownerAmong(standing);
      if (member === null) continue;
      owners.set(device, member);
      const { key, recipient, sheet } = (standing.find(({ value }) => value.member === member) as Standing<Link>).value;
      push(devices, member, { device, key, recipient, ...(sheet === true ? { sheet } : {}) });
    }
    const all = new Map<DeviceId, Member>();
    for (const id of [...this.rights.keys()].sort()) {
      const standing = this.standing(this.rights.get(id), seen);
      if (standing.length > 0)
        all.set(id, { id, ...joined(standing), devices: devices.get(id) ?? [], ...this.factsOf(id, seen) });
    }
    return { all, of: (device) => all.get(owners.get(device) as DeviceId) ?? null };
  }

  /** Places of the changes that made a member a coordinator. */
  madeCoordinator(member: DeviceId): readonly number[] {
    return (this.rights.get(member) ?? []).filter(({ value }) => value.role === 'coordinate').map(({ at }) => at);
  }

  /** Changes that may take something from what this device writes. */
  limits(device: DeviceId, member: DeviceId | null): readonly PlacedChange[] {
    const ofMember = member === null || member === device ? [] : (this.limiting.get(member) ?? []);
    return [...(this.limiting.get(device) ?? []), ...ofMember];
  }

  private add(placed: PlacedChange): void {
    const { at, header, change } = placed;
    if (change.kind === 'link') {
      const { device, member } = change;
      push(this.links, device.device, { at, value: { ...device, member, own: true } });
    }
    if (change.kind === 'drop') {
      const nobodys = { device: change.device, key: '', recipient: '', member: null, own: false };
      push(this.links, change.device, { at, value: nobodys });
      push(this.limiting, change.device, placed);
    }
    if (change.kind !== 'rights') return;
    const { member, role, until, person, devices = [] } = change;
    push(this.rights, member, { at, value: { role, until } });
    push(this.facts, member, { at, person, header });
    push(this.limiting, member, placed);
    for (const device of devices) push(this.links, device.device, { at, value: { ...device, member, own: false } });
  }

  /** Who let a member in, and when, and what they were last called; of changes at the same time the one with the smallest id. */
  private factsOf(id: DeviceId, seen: (at: number) => boolean): Pick<Member, 'person' | 'since' | 'by'> {
    const facts = (this.facts.get(id) ?? []).filter(({ at }) => seen(at));
    const first = facts.filter(({ at }) => !facts.some((other) => this.descends(at, other.at)));
    const named = this.standing(
      facts.flatMap(({ at, person, header }) =>
        person === undefined ? [] : [{ at, value: { person, id: header.id } }],
      ),
      () => true,
    );
    const { at: since = '', device: by = id } = bySmallestId(first.map(({ header }) => header)) ?? {};
    return { person: bySmallestId(named.map(({ value }) => value))?.person ?? nobody, since, by };
  }

  /** Of what was seen, what nothing seen later takes the place of; of one revision the last. */
  private standing<T>(list: readonly Standing<T>[] | undefined, seen: (at: number) => boolean): readonly Standing<T>[] {
    let left: Standing<T>[] = [];
    for (const next of list ?? []) {
      if (next.at >= 0 && !seen(next.at)) continue;
      left = left.filter(({ at }) => at >= 0 && at !== next.at && !this.descends(next.at, at));
      left.push(next);
    }
    return left;
  }
}

function bySmallestId<T extends { readonly id: string }>(values: readonly T[]): T | undefined {
  return [...values].sort((a, b) => (a.id < b.id ? -1 : 1))[0];
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Given different rights at the same time: the lesser, and the earlier end (A9). */
function joined(standing: readonly Standing<Rights>[]): Rights {
  return {
    role: standing.map(({ value }) => value.role).reduce(lesser),
    until: standing.map(({ value }) => value.until).reduce(earlier),
  };
}

/** Dropped by one while linked by another: dropped. Linked to two at once: as a coordinator says, and else to the one whose name is smallest. */
function ownerAmong(standing: readonly Standing<Link>[]): DeviceId | null {
  const named = standing.map(({ value }) => value.member);
  if (named.includes(null)) return null;
  const given = standing.filter(({ value }) => !value.own).map(({ value }) => value.member);
  return [...(given.length > 0 ? given : named)].sort()[0] ?? null;
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** What a change says about a device's writing that had not seen it; null when it says nothing. */
export function restriction(
  change: MembershipChange,
  device: DeviceId,
  member: DeviceId | null,
): { readonly cut: Cut | null; readonly role: Role } | null {
  if (change.kind === 'drop') return change.device === device ? { cut: change.cut, role: 'none' } : null;
  if (change.kind !== 'rights' || change.member !== member) return null;
  return { cut: change.cuts[device] ?? null, role: change.role };
}
