import { AppError } from '../../shared/base/errors';
import type { DeviceId, SpaceId } from '../../shared/base/ids';
import type { KeyedDevice, Person } from '../../shared/access/change';
import { atLeast } from '../../shared/access/role';
import type { OwnDevice, RecoveryOutcome } from '../../shared/model/recovery';
import type { DeviceKeys } from '../library/device';
import type { Library } from '../library/library-types';
import { beginMembership, dropDevice } from './members';

type AccessOf = ReturnType<Library['access']>;

/** Closed spaces in which this device speaks for somebody who may read. */
export function spacesToSpeakIn(library: Library): readonly SpaceId[] {
  const closed = library.spaces().filter(({ kind }) => kind === 'closed');
  return closed.map(({ id }) => id).filter((id) => atLeast(library.access(id).self()?.role ?? 'none', 'read'));
}

/**
 * Has a device speak for who works here (shared/access/RULES.md, A23), and gives it every key. One that a membership names already is left as it is: true when it
 * speaks for them.
 */
export async function linkOwn(library: Library, id: SpaceId, device: KeyedDevice, person: Person): Promise<boolean> {
  await beginMembership(library, id, person);
  const access = library.access(id);
  const self = access.self();
  if (self === null) return false;
  if (!isNamed(access, device.device)) await access.change([{ kind: 'link', member: self.id, device }]);
  const isOwn = access.membership().now.of(device.device)?.id === self.id;
  if (isOwn) await library.space(id).shareKeys(device);
  return isOwn;
}

/** The same for a new sheet, after which the ones before it count no more. */
export async function linkSheet(library: Library, id: SpaceId, sheet: KeyedDevice, person: Person): Promise<void> {
  if (!(await linkOwn(library, id, { ...sheet, sheet: true }, person))) throw new AppError('access-denied');
  for (const { device } of library
    .access(id)
    .self()
    ?.devices.filter((each) => each.sheet === true) ?? [])
    if (device !== sheet.device) await dropDevice(library, id, device, '');
}

/** Some change that counts speaks of it. */
export function isNamed(access: AccessOf, device: DeviceId): boolean {
  return access
    .membership()
    .steps.some(
      ({ fault, changes }) =>
        fault === null &&
        changes.some(
          (change) =>
            (change.kind === 'link' && change.device.device === device) ||
            (change.kind === 'drop' && change.device === device) ||
            (change.kind === 'rights' && change.devices?.some((each) => each.device === device) === true),
        ),
    );
}

/**
 * What a sheet does in a space whose logs and keys are here, those that were given to the sheet too: it says that this device speaks for its member, and passes on the
 * keys. Nobody else needs to be there. What it says is signed by the sheet, in a log of its own.
 */
export async function restoreBy(library: Library, id: SpaceId, sheet: DeviceKeys): Promise<RecoveryOutcome> {
  if (library.space(id).marker.kind !== 'closed') return 'open';
  const access = library.access(id);
  if (atLeast(access.self()?.role ?? 'none', 'read')) return 'member';
  const { device } = sheet.signer;
  const member = access.membership().now.of(device);
  if (member === null || !atLeast(member.role, 'read')) return isNamed(access, device) ? 'stopped' : 'unknown';
  // Who keeps the folder may have put keys of his own among them.
  await library.space(id).dropKeysOf(sheet);
  const own = await access.ownDevice();
  if (isNamed(access, own.device)) return 'stopped';
  await access.changeAs(sheet, [{ kind: 'link', member: member.id, device: own }]);
  await library.space(id).shareKeys(own);
  return 'member';
}

/** All devices that speak for who works here in some closed space, this one first. */
export function ownDevices(library: Library): readonly OwnDevice[] {
  const current = library.device();
  const found = new Map<DeviceId, OwnDevice>();
  for (const { id, name } of library.spaces().filter(({ kind }) => kind === 'closed')) {
    const access = library.access(id);
    for (const { device, sheet } of access.self()?.devices ?? []) {
      const kind = device === current ? 'this' : sheet === true ? 'sheet' : 'other';
      const { spaces, lastSeen } = found.get(device) ?? { spaces: [], lastSeen: null };
      const seen = [lastSeen, access.lastWrittenBy(device)].filter((at) => at !== null).sort();
      found.set(device, { device, kind, lastSeen: seen.at(-1) ?? null, spaces: [...spaces, name] });
    }
  }
  const order = ['this', 'other', 'sheet'];
  return [...found.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** Everywhere at once. Error: `access-member-unknown` when it is no device of who works here. */
export async function dropOwnDevice(library: Library, device: DeviceId, reason: string): Promise<readonly SpaceId[]> {
  const spaces = spacesToSpeakIn(library).filter((id) =>
    library
      .access(id)
      .self()
      ?.devices.some((each) => each.device === device),
  );
  if (spaces.length === 0 || device === library.device()) throw new AppError('access-member-unknown');
  for (const id of spaces) await dropDevice(library, id, device, reason);
  return spaces;
}
