import { AppError } from '../../shared/base/errors';
import type { DeviceId, ItemId, RevisionId, SpaceId } from '../../shared/base/ids';
import type { JsonValue } from '../../shared/base/json';
import {
  accessLimits,
  membershipBody,
  type Cuts,
  type KeyedDevice,
  type MembershipChange,
} from '../../shared/access/change';
import type { Fault } from '../../shared/access/judge';
import type { Member } from '../../shared/access/members';
import type { Membership } from '../../shared/access/membership';
import { open } from '../access/age/age';
import { commit, commitAs, type Core, type Draft } from './core';
import type { DeviceKeys } from './device';
import { encodeSignedJson } from './signed-json';

/** A revision that does not count, as it is shown. */
export interface SetAside {
  readonly revision: RevisionId;
  readonly item: ItemId;
  readonly device: DeviceId;
  readonly at: string;
  /** What it calls the item, where it says so or the item has a name. */
  readonly title: string | null;
  readonly fault: Fault;
}

/** Who may do what in a closed space, as this device sees it. */
export interface SpaceAccess {
  membership(): Membership;
  /** The member this device speaks for; null for nobody. */
  self(): Member | null;
  /** The last revision that is here of each device of a member: what a change to their rights accepts. */
  cutsOf(member: DeviceId): Cuts;
  setAside(): readonly SetAside[];
  /** Signs changes; resolves when they are on disk and what they touch has been looked at again. Error: `access-denied`. */
  change(changes: readonly MembershipChange[]): Promise<void>;
  /** The same, signed by a device that is not this library's and whose log is here: a recovery sheet. Error: `access-denied`. */
  changeAs(keys: DeviceKeys, changes: readonly MembershipChange[]): Promise<void>;
  /** A signed object with this device's name and key in it, as cards and requests are. */
  sign(content: Record<string, JsonValue>): Promise<Uint8Array>;
  /** What was encrypted to this device or to the space; null when that is not so. */
  unseal(bytes: Uint8Array): Uint8Array | null;
  /** When a device of a member last wrote something that is here; null when never. */
  lastWritten(member: DeviceId): string | null;
  lastWrittenBy(device: DeviceId): string | null;
  /** This device with its two keys. */
  ownDevice(): Promise<KeyedDevice>;
}

function openedWith(bytes: Uint8Array, keys: DeviceKeys | null): Uint8Array | null {
  try {
    return keys === null ? null : open(bytes, [keys.identity]);
  } catch {
    return null;
  }
}

type Queue = <T>(work: () => Promise<T>) => Promise<T>;

export interface AccessParts {
  readonly core: Core;
  readonly queue: Queue;
  /** Computes what a change touches, and tells. */
  readonly understand: () => Promise<unknown>;
}

/** This device as a membership names it; it gets its keys when it has none. */
export async function keyedDevice({ device: own }: Core): Promise<KeyedDevice> {
  const { device, publicKey } = await own.ensure();
  const { identity } = own.reader() as DeviceKeys;
  return { device, key: publicKey, recipient: identity.recipient.text };
}

/** The moment that a device itself gives of the last that is here of it; null: nothing is. */
function lastWrittenBy(core: Core, space: SpaceId, device: DeviceId): string | null {
  const end = core.revisions.logEnd(space, device);
  const last = end === null ? [] : core.revisions.ofLog(space, device, end.n, end.n);
  const times = last.map(({ header }) => header.at).sort();
  return times.at(-1) ?? null;
}

/** Error: `space-not-closed`. */
export function spaceAccess(space: SpaceId, { core, queue, understand }: AccessParts): SpaceAccess {
  const membership = (): Membership => {
    const found = core.judges.membership(space);
    if (found === null) throw new AppError('space-not-closed');
    return found;
  };
  // Whoever links more devices than a change can name leaves some without a cut: nothing of those is accepted.
  const cutsOf = (member: DeviceId): Cuts =>
    Object.fromEntries(
      (membership().now.all.get(member)?.devices ?? [])
        .flatMap(({ device }) => {
          const end = core.revisions.logEnd(space, device);
          return end === null ? [] : [[device, { n: end.n, revision: end.revision }] as const];
        })
        .slice(0, accessLimits.devices),
    );
  const draftOf = (changes: readonly MembershipChange[]): Draft => ({
    ...{ id: space as string as ItemId, space },
    body: (now) => membershipBody(changes, now === null),
  });
  membership();
  return {
    membership,
    self: () => membership().now.of(core.device.current()?.device as DeviceId),
    cutsOf,
    setAside: () =>
      core.judges.setAside(space).map(({ revision: { header, body }, fault }) => {
        const { id, item, device, at } = header;
        const title = body?.set?.['title'] ?? core.items.get(item)?.fields['title'];
        return { revision: id, item, device, at, title: typeof title === 'string' ? title : null, fault };
      }),
    change: async (changes) => {
      await queue(() => commit(core, [draftOf(changes)]));
      await understand();
    },
    changeAs: async ({ signer }, changes) => {
      await queue(() => commitAs(core, signer, draftOf(changes)));
      await understand();
    },
    sign: async (content) => {
      const signer = await queue(() => core.device.ensure());
      return encodeSignedJson({ format: 1, space, device: signer.device, key: signer.publicKey, ...content }, signer);
    },
    unseal: (bytes) => {
      const lock = core.replicas.get(space)?.lock;
      return openedWith(bytes, core.device.reader()) ?? lock?.open(bytes) ?? null;
    },
    lastWritten: (member) => {
      const devices = membership().now.all.get(member)?.devices ?? [];
      const times = devices.map(({ device }) => lastWrittenBy(core, space, device)).filter((at) => at !== null);
      return times.sort().at(-1) ?? null;
    },
    lastWrittenBy: (device) => lastWrittenBy(core, space, device),
    ownDevice: () => queue(() => keyedDevice(core)),
  };
}
