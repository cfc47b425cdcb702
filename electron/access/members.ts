import { AppError } from '../../shared/base/errors';
import type { DeviceId, RevisionId, SpaceId } from '../../shared/base/ids';
import { accessLimits, type MembershipChange, type Person, type RightsChange } from '../../shared/access/change';
import type { Member } from '../../shared/access/members';
import { atLeast, type GrantableRole, type Role } from '../../shared/access/role';
import type { AccessLogLine, MemberLine, SetAsideLine } from '../../shared/model/access';
import type { Library } from '../library/library-types';
import type { KeyHolder } from '../library/space-keys';
import { useUp } from './invitations';
import { answerDeclined, requestName, requestsOf, type AskParts, type ReadRequest } from './requests';

/** What a coordinator decides about somebody. */
export interface Decision {
  readonly role: GrantableRole;
  /** The last day, `2025-03-31`, or null. */
  readonly until: string | null;
  readonly reason: string;
}

const nobody: Person = { name: '', organisation: '', contact: '' };

/** The founder's first word: who they are, and the key they are written to. Nothing when it was said before. */
export async function beginMembership(library: Library, id: SpaceId, person: Person): Promise<void> {
  const access = library.access(id);
  const own = await access.ownDevice();
  const known = access.self();
  if (known?.role !== 'coordinate' || known.devices.some(({ recipient }) => recipient === own.recipient)) return;
  const rights = { role: 'coordinate', until: known.until, cuts: access.cutsOf(known.id), reason: '' } as const;
  await access.change([{ kind: 'rights', member: known.id, ...rights, person, devices: [own] }]);
}

/** Lets in who asked: rights first, then every key. Error: `access-request-unknown`. */
export async function grant(library: Library, id: SpaceId, device: DeviceId, decision: Decision): Promise<void> {
  const request = await requestFrom(library, id, device);
  const cuts = library.access(id).cutsOf(device);
  await letIn(library, id, request, { kind: 'rights', member: device, ...decision, cuts, person: request.person });
}

/** Whoever asked is a member already, with another device: this one gets their rights too. Errors: `access-request-unknown`, `access-member-unknown`. */
export async function grantDevice(library: Library, id: SpaceId, device: DeviceId, member: DeviceId): Promise<void> {
  const request = await requestFrom(library, id, device);
  const { role, until } = memberNamed(library, id, member);
  const cuts = library.access(id).cutsOf(member);
  await letIn(library, id, request, { kind: 'rights', member, role, until, cuts, reason: '' });
}

async function letIn(library: Library, id: SpaceId, request: ReadRequest, change: RightsChange): Promise<void> {
  const { device, key, recipient, token } = request;
  await library
    .access(id)
    .change([{ ...change, request: requestName(request), devices: [{ device, key, recipient }] }]);
  if (atLeast(change.role, 'read')) await library.space(id).shareKeys({ device, recipient });
  if (token !== null) await useUp(library, id, token);
}

/** Errors: `access-request-unknown`, `access-denied`. */
export async function decline(parts: AskParts, id: SpaceId, device: DeviceId, reason: string): Promise<void> {
  const request = await requestFrom(parts.library, id, device);
  const { person } = request;
  await parts.library.access(id).change([{ kind: 'decline', request: requestName(request), person, reason }]);
  await answerDeclined(parts, id, request, reason);
}

async function requestFrom(library: Library, id: SpaceId, device: DeviceId): Promise<ReadRequest> {
  const request = (await requestsOf(library, id)).find((each) => each.device === device);
  if (request === undefined) throw new AppError('access-request-unknown');
  return request;
}

/**
 * Gives a member other rights, or a later end. Whoever reads no more from then on reads nothing that is written later: a new key, for those who are left.
 * Errors: `access-member-unknown`, `access-denied`, `access-last-coordinator`.
 */
export async function changeRights(
  library: Library,
  id: SpaceId,
  member: DeviceId,
  { role, until, reason }: Omit<Decision, 'role'> & { readonly role: Role },
): Promise<void> {
  const access = library.access(id);
  const before = memberNamed(library, id, member);
  if (before.role === 'coordinate' && role !== 'coordinate' && coordinators(library, id).length === 1)
    throw new AppError('access-last-coordinator');
  const change: RightsChange = { kind: 'rights', member, role, until, cuts: access.cutsOf(member), reason };
  await access.change([change]);
  const left = atLeast(before.role, 'read') && !atLeast(role, 'read');
  if (left && access.self()?.id !== member) await library.space(id).renewKey(holders(library, id));
  const back = !atLeast(before.role, 'read') && atLeast(role, 'read');
  if (back) for (const holder of before.devices) await library.space(id).shareKeys(holder);
}

/**
 * A lost device speaks for its member no more, and reads nothing that is written later: at once when a coordinator says so, and when the member does, as soon as a
 * coordinator's app has seen it (`endPassed`), for only those begin a new key. Error: `access-member-unknown`.
 */
export async function dropDevice(library: Library, id: SpaceId, device: DeviceId, reason: string): Promise<void> {
  const access = library.access(id);
  const member = access.membership().now.of(device);
  if (member === null) throw new AppError('access-member-unknown');
  await access.change([{ kind: 'drop', device, cut: access.cutsOf(member.id)[device] ?? null, reason }]);
  if (access.self()?.role === 'coordinate') await library.space(id).renewKey(holders(library, id));
}

/** Leaves. A coordinator who sees it begins a new key then. Error: `access-last-coordinator`. */
export async function leave(library: Library, id: SpaceId): Promise<void> {
  const self = library.access(id).self();
  if (self === null || self.role === 'none') return;
  await changeRights(library, id, self.id, { role: 'none', until: null, reason: '' });
}

/**
 * Carries out the end dates that have passed (A20) and what it means that members left or dropped devices by themselves, where this device may: each said once more,
 * and one new key for all. Gives how many.
 */
export async function endPassed(library: Library, id: SpaceId, today: string): Promise<number> {
  const access = library.access(id);
  if (access.self()?.role !== 'coordinate' || isOver(access.self(), today)) return 0;
  const passed = [...access.membership().now.all.values()].filter(
    (member) => (member.role !== 'none' && isOver(member, today)) || leftByThemselves(library, id, member),
  );
  const ends = passed.map(({ id: member, until }): MembershipChange => ({
    ...{ kind: 'rights', member, role: 'none', until: null, cuts: access.cutsOf(member), reason: until ?? '' },
  }));
  const changes = [...ends, ...droppedByThemselves(library, id)].slice(0, accessLimits.changes);
  if (changes.length === 0) return 0;
  await access.change(changes);
  await library.space(id).renewKey(holders(library, id));
  return changes.length;
}

/** Devices that a member without the right to begin a new key has dropped, as they said it. */
function droppedByThemselves(library: Library, id: SpaceId): readonly MembershipChange[] {
  const membership = library.access(id).membership();
  const last = new Map<DeviceId, { readonly change: MembershipChange; readonly byCoordinator: boolean }>();
  for (const { header, changes, fault } of membership.steps) {
    const drops = fault === null ? changes.filter(({ kind }) => kind === 'drop') : [];
    if (drops.length === 0) continue;
    const author = membership.standpoint(header.parents)?.members.of(header.device);
    for (const change of drops)
      if (change.kind === 'drop') last.set(change.device, { change, byCoordinator: author?.role === 'coordinate' });
  }
  return [...last].flatMap(([device, { change, byCoordinator }]) =>
    byCoordinator || membership.now.of(device) !== null ? [] : [change],
  );
}

export function isOver(member: Pick<Member, 'until'> | null, today: string): boolean {
  return member !== null && member.until !== null && today > member.until;
}

/** The last that was said of their rights they said themselves, and no coordinator has begun a new key after it. */
function leftByThemselves(library: Library, id: SpaceId, { id: member, role, devices }: Member): boolean {
  if (role !== 'none') return false;
  const { steps } = library.access(id).membership();
  const said = steps.filter(
    ({ changes, fault }) =>
      fault === null && changes.some((change) => change.kind === 'rights' && change.member === member),
  );
  const last = said.at(-1)?.header.device;
  return devices.some(({ device }) => device === last);
}

/** Every device of who may read. */
function holders(library: Library, id: SpaceId): readonly KeyHolder[] {
  const readers = [...library.access(id).membership().now.all.values()].filter(({ role }) => atLeast(role, 'read'));
  return readers.flatMap(({ devices }) => devices).filter(({ recipient }) => recipient !== '');
}

function coordinators(library: Library, id: SpaceId): readonly Member[] {
  return [...library.access(id).membership().now.all.values()].filter(({ role }) => role === 'coordinate');
}

function memberNamed(library: Library, id: SpaceId, member: DeviceId): Member {
  const found = library.access(id).membership().now.all.get(member);
  if (found === undefined) throw new AppError('access-member-unknown');
  return found;
}

export function membersOf(library: Library, id: SpaceId, today: string): readonly MemberLine[] {
  const access = library.access(id);
  const { all } = access.membership().now;
  const self = access.self()?.id;
  return [...all.values()]
    .map((member) => ({
      ...{ id: member.id, ...member.person, role: member.role, until: member.until, since: member.since },
      ended: isOver(member, today),
      by: namer(library, id)(member.by),
      lastSeen: access.lastWritten(member.id),
      devices: member.devices.map(({ device, sheet }) => ({
        ...{ device, lastSeen: access.lastWrittenBy(device) },
        ...{ isSheet: sheet === true, isThis: device === library.device() },
      })),
      self: member.id === self,
    }))
    .sort((a, b) => Number(b.role !== 'none') - Number(a.role !== 'none') || (a.name < b.name ? -1 : 1));
}

export function setAsideOf(library: Library, id: SpaceId): readonly SetAsideLine[] {
  const nameOf = namer(library, id);
  return library
    .access(id)
    .setAside()
    .map(({ device, ...line }) => ({ ...line, who: nameOf(device) }));
}

/** What was decided and asked, newest first, each line with its place in its writer's signed chain. */
export function accessLog(library: Library, id: SpaceId): readonly AccessLogLine[] {
  const nameOf = namer(library, id);
  const { steps } = library.access(id).membership();
  return steps
    .flatMap(({ header, changes, fault }) =>
      changes.map((change): AccessLogLine => ({
        ...{ id: header.id, at: header.at, n: header.n, prev: header.prev, who: nameOf(header.device), change, fault },
        whom: whomOf(change, nameOf),
      })),
    )
    .reverse();
}

function whomOf(change: MembershipChange, nameOf: (device: DeviceId) => string): string | null {
  if (change.kind === 'rights') return change.person?.name ?? nameOf(change.member);
  if (change.kind === 'drop') return nameOf(change.device);
  if (change.kind === 'link') return nameOf(change.member);
  return change.kind === 'decline' ? change.person.name : null;
}

/** Names as a coordinator wrote them down, else as the device says of itself, else the device. */
function namer(library: Library, id: SpaceId): (device: DeviceId) => string {
  const { now } = library.access(id).membership();
  const said = new Map(library.participants(id).map(({ device, name }) => [device, name]));
  return (device) => {
    const { name } = now.of(device)?.person ?? now.all.get(device)?.person ?? nobody;
    return name || said.get(device) || device.slice(0, 8);
  };
}

/** Error: `access-denied`. */
export async function acceptSetAside(
  library: Library,
  id: SpaceId,
  revisions: readonly RevisionId[],
  reason: string,
): Promise<void> {
  await library.access(id).change([{ kind: 'accept', revisions: [...revisions], reason }]);
}
