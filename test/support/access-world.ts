import { createHash } from 'node:crypto';
import type { BlobHash, DeviceId, ItemId, RevisionId, SpaceId } from '../../shared/base/ids';
import { canonicalJson, type JsonValue } from '../../shared/base/json';
import { membershipBody, type Cuts, type MembershipChange, type RightsChange } from '../../shared/access/change';
import { countingRevisions, judgeItem, type Space, type Verdict } from '../../shared/access/judge';
import { logsOf } from '../../shared/access/logs';
import { membershipOf, type Membership } from '../../shared/access/membership';
import type { Role } from '../../shared/access/role';
import type { ItemState } from '../../shared/revision/item-state';
import type { Revision, RevisionBody, RevisionHeader } from '../../shared/revision/revision';
import { itemState } from '../../shared/revision/state';
import { policy } from './library-revisions';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
export const idOf = (name: string): ItemId => digest(`item ${name}`).slice(0, 26) as ItemId;
export const deviceNamed = (name: string): DeviceId => digest(`device ${name}`).slice(0, 32) as DeviceId;

/** What a forger may say instead of the truth. */
export type Said = Partial<Pick<RevisionHeader, 'under' | 'parents' | 'n' | 'prev' | 'device'>>;

/** A closed space in memory: devices that write, see each other's writing or do not, and lie. Signatures are taken to hold. */
export class AccessWorld {
  readonly id = digest('space').slice(0, 26) as SpaceId;
  readonly founder = this.device('founder');
  readonly revisions: Revision[] = [];

  device(name: string): TestDevice {
    return new TestDevice(this, deviceNamed(name));
  }

  /** A new member with one device, who has seen what lets them in. */
  member(name: string, role: Role, by = this.founder): TestDevice {
    const made = this.device(name);
    by.gives(made, role);
    made.seesAll();
    return made;
  }

  verdict({ header }: Revision, known: readonly Revision[] = this.revisions): Verdict {
    return verdicts(this.space(known), header.item, known).get(header.id) as Verdict;
  }

  membership(known: readonly Revision[] = this.revisions): Membership {
    const own = known.filter(({ header }) => (header.item as string) === this.id);
    return membershipOf(this.founder.id, own, logsOf(known));
  }

  space(known: readonly Revision[] = this.revisions): Space {
    const byId = new Map(known.map(({ header }) => [header.id, header]));
    return {
      id: this.id,
      membership: this.membership(known),
      logs: logsOf(known),
      writerOf: (id) => byId.get(id) ?? null,
      namersOf: (blob) =>
        known
          .filter(({ body }) => (body?.set?.['file'] as { hash?: BlobHash } | undefined)?.hash === blob)
          .map(({ header }) => header.device),
    };
  }

  state(item: ItemId, known: readonly Revision[] = this.revisions): ItemState | null {
    const own = known.filter(({ header }) => header.item === item);
    const counting = countingRevisions(own, verdicts(this.space(known), item, known));
    return itemState({ id: item, space: this.id }, counting, policy);
  }
}

export function verdicts(space: Space, item: ItemId, known: readonly Revision[]): ReadonlyMap<RevisionId, Verdict> {
  return judgeItem(
    space,
    item,
    known.filter(({ header }) => header.item === item),
  );
}

export class TestDevice {
  private readonly seen = new Set<RevisionId>();
  private last: { n: number; prev: RevisionId | null } = { n: 0, prev: null };

  constructor(
    private readonly world: AccessWorld,
    readonly id: DeviceId,
  ) {}

  seesAll(): this {
    for (const { header } of this.world.revisions) this.seen.add(header.id);
    return this;
  }

  sees(...revisions: readonly Revision[]): this {
    for (const { header } of revisions) this.seen.add(header.id);
    return this;
  }

  /** What it has seen of the membership, and counts. */
  under(): readonly RevisionId[] {
    return this.world.membership(this.known()).heads;
  }

  role(): Role {
    return this.world.membership(this.known()).now.of(this.id)?.role ?? 'none';
  }

  gives(to: TestDevice | DeviceId, role: Role, more: Partial<RightsChange> = {}): Revision {
    const member = typeof to === 'string' ? to : to.id;
    return this.changes([
      {
        kind: 'rights',
        member,
        role,
        until: null,
        cuts: this.cuts(member),
        reason: '',
        ...(typeof to === 'string' ? {} : { devices: [keyed(to.id)] }),
        ...more,
      },
    ]);
  }

  changes(changes: readonly MembershipChange[], said: Said = {}): Revision {
    const parents = said.parents ?? this.under();
    return this.write(this.world.id as string as ItemId, membershipBody(changes, parents.length === 0), {
      ...said,
      parents,
    });
  }

  /** The last of each device of a member that this device has seen. */
  cuts(member: DeviceId): Cuts {
    const devices = this.world.membership(this.known()).now.all.get(member)?.devices ?? [];
    return Object.fromEntries(
      devices.flatMap(({ device }) => {
        const last = this.known()
          .filter(({ header }) => header.device === device)
          .sort((a, b) => b.header.n - a.header.n)[0]?.header;
        return last === undefined ? [] : [[device, { n: last.n, revision: last.id }]];
      }),
    );
  }

  write(item: ItemId, body: RevisionBody, said: Said = {}): Revision {
    const header = {
      item,
      parents: [...(this.world.state(item, this.known())?.heads ?? [])],
      device: this.id,
      n: this.last.n + 1,
      prev: this.last.prev,
      at: '2024-01-01T00:00:00.000Z',
      body: digest(canonicalJson(body as JsonValue)),
      under: this.under(),
      ...said,
    };
    const id = digest(canonicalJson(header as unknown as JsonValue)) as RevisionId;
    const revision = { header: { ...header, id, sig: '' }, body } as Revision;
    if (said.n === undefined && said.device === undefined) this.last = { n: header.n, prev: id };
    this.world.revisions.push(revision);
    this.seen.add(id);
    return revision;
  }

  private known(): readonly Revision[] {
    return this.world.revisions.filter(({ header }) => this.seen.has(header.id));
  }
}

export function keyed(device: DeviceId): { device: DeviceId; key: string; recipient: string } {
  return { device, key: digest(device).slice(0, 43), recipient: `age1${'q'.repeat(58)}` };
}
