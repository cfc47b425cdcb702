import type { BlobHash, DeviceId, ItemId, RevisionId, SpaceId } from '../base/ids';
import { ancestryOf } from '../revision/ancestry';
import { erasureType } from '../revision/erasure';
import type { Revision } from '../revision/revision';
import { membershipType, underOf } from './change';
import type { Logs } from './logs';
import type { Member } from './members';
import { roleAfter, type Membership, type MembershipFault } from './membership';
import { atLeast, type Role } from './role';

/** Who takes part in a space: an item that a device writes about itself (FORMAT.md, F26). */
export const participantType = 'participant';
/** What a member who may annotate makes, and changes of their own. */
const annotationTypes: ReadonlySet<string> = new Set(['annotation']);

export type Fault =
  | MembershipFault
  /** Its author speaks for no member. */
  | { readonly why: 'stranger' }
  /** Somebody else made it. */
  | { readonly why: 'not-own' }
  /** It calls itself membership and is not the item that is. */
  | { readonly why: 'false-membership' }
  /** It would erase what says who the members are. */
  | { readonly why: 'erases-membership' };

/** Set aside: it writes nothing. Waiting: it is not known yet whether it counts. */
export type Verdict = 'counts' | 'waits' | Fault;

/** A closed space as its judge sees it. */
export interface Space {
  readonly id: SpaceId;
  readonly membership: Membership;
  readonly logs: Logs;
  /** Who wrote a revision of the space, and of which item; null when it is not here. */
  writerOf(revision: RevisionId): { readonly device: DeviceId; readonly item: ItemId } | null;
  /** Devices whose revisions name this file. */
  namersOf(blob: BlobHash): readonly DeviceId[];
}

/** A revision with its author and what they had the right to. */
interface Case {
  readonly revision: Revision;
  readonly author: Member | null;
  readonly role: Role;
  /** By a coordinator, after it had been set aside (A19). */
  readonly accepted: boolean;
}

/** Judges the revisions of one item, all that are here, by the membership that each names. */
export function judgeItem(space: Space, item: ItemId, revisions: Iterable<Revision>): ReadonlyMap<RevisionId, Verdict> {
  if ((item as string) === space.id) return membershipVerdicts(space.membership);
  const { order, held } = ancestryOf(revisions);
  const verdicts = new Map<RevisionId, Verdict>(held.map(({ header }) => [header.id, 'waits']));
  const cases: Case[] = [];
  for (const revision of order) {
    const heard = hear(space, revision);
    if (typeof heard === 'object' && 'author' in heard) cases.push(heard);
    else verdicts.set(revision.header.id, heard);
  }
  const kind = kindOf(cases);
  for (const each of cases) verdicts.set(each.revision.header.id, verdictOn(space, each, kind ?? claimedBy(each)));
  return verdicts;
}

/**
 * The revisions that the state of an item is computed from: those that count, and without their words those that a counting one descends from, so that the
 * chain holds (A18).
 */
export function countingRevisions(
  revisions: readonly Revision[],
  verdicts: ReadonlyMap<RevisionId, Verdict>,
): readonly Revision[] {
  const byId = new Map(revisions.map((revision) => [revision.header.id, revision]));
  const open = revisions.filter(({ header }) => verdicts.get(header.id) === 'counts');
  if (open.length === revisions.length) return revisions;
  const kept = new Set(open.map(({ header }) => header.id));
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const id of next.header.parents) {
      const parent = byId.get(id);
      if (parent === undefined || kept.has(id) || verdicts.get(id) === 'waits') continue;
      kept.add(id);
      open.push(parent);
    }
  return revisions
    .filter(({ header }) => kept.has(header.id))
    .map((revision) => (verdicts.get(revision.header.id) === 'counts' ? revision : { ...revision, body: null }));
}

function membershipVerdicts({ steps, waiting }: Membership): ReadonlyMap<RevisionId, Verdict> {
  return new Map<RevisionId, Verdict>([
    ...steps.map(({ header, fault }) => [header.id, fault ?? 'counts'] as const),
    ...waiting.map(({ header }) => [header.id, 'waits'] as const),
  ]);
}

/** Who wrote it, with what right; or what is wrong already. */
function hear({ membership, logs }: Space, revision: Revision): Case | Verdict {
  const { header } = revision;
  const accepted = membership.accepted.has(header.id);
  const under = underOf(revision);
  const standpoint = under === null ? null : membership.standpoint(under);
  const author = standpoint?.members.of(header.device) ?? null;
  if (accepted) return { revision, author, role: 'coordinate', accepted };
  if (under === null) return { why: 'malformed' };
  if (standpoint === null) return 'waits';
  if (author === null) return { why: 'stranger' };
  return { revision, author, role: roleAfter(author.role, standpoint.unseen, header, author, logs), accepted };
}

interface Kind {
  /** null: erased, so that nobody can tell. */
  readonly type: string | null;
  /** The member who made it. */
  readonly owner: DeviceId;
}

const ordinary = 'item';

/**
 * What an item is and whose: as its beginning says. Of more than one beginning, which nobody makes by chance, that of the member with the most rights, and
 * of equals the one whose name is smallest: who begins it anew takes nothing from who has more rights than they.
 */
function kindOf(cases: readonly Case[]): Kind | null {
  const begun = cases
    .filter(({ revision }) => revision.header.parents.length === 0)
    .map((each) => ({ ...each, type: typeOf(each.revision) ?? (each.revision.body === null ? null : ordinary) }))
    .filter(({ role, type }) => atLeast(role, rightToBegin(type)))
    .sort((a, b) => (a.role !== b.role ? (atLeast(a.role, b.role) ? -1 : 1) : ownerOf(a) < ownerOf(b) ? -1 : 1))[0];
  return begun === undefined ? null : { type: begun.type, owner: ownerOf(begun) };
}

/** Where nobody who began it had the right to: what a beginning says that it is, so that its fault is told by that. It never makes it count. */
function claimedBy(each: Case): Kind | null {
  const type = typeOf(each.revision) ?? (each.revision.body === null ? null : ordinary);
  if (each.revision.header.parents.length > 0 || type === erasureType) return null;
  return { type, owner: ownerOf(each) };
}

const ownerOf = ({ author, revision }: Case): DeviceId => author?.id ?? revision.header.device;

function typeOf({ body }: Revision): string | null {
  const type = body?.set?.['type'];
  return typeof type === 'string' ? type : null;
}

function rightToBegin(type: string | null): Role {
  if (type === participantType || type === erasureType) return 'read';
  return type === null || annotationTypes.has(type) ? 'annotate' : 'edit';
}

function verdictOn(space: Space, each: Case, kind: Kind | null): Verdict {
  const { revision, author, role } = each;
  const type = typeOf(revision);
  if (type === membershipType) return { why: 'false-membership' };
  const erases = rightToErase(space, each);
  if (typeof erases === 'object' && erases.why === 'erases-membership') return erases;
  if (each.accepted) return 'counts';
  const isSpecial = (name: string | null): boolean => name === participantType || name === erasureType;
  if (type !== kind?.type && (isSpecial(type) || (type !== null && isSpecial(kind?.type ?? null))))
    return { why: 'malformed' };
  const isOwn = kind?.owner === author?.id;
  if (kind?.type === participantType && !isOwn) return { why: 'not-own' };
  const needed = kind?.type === erasureType ? erases : rightToChange(kind, isOwn, type);
  if (typeof needed === 'object' || needed === 'waits') return needed;
  if (atLeast(role, needed)) return 'counts';
  const had = author?.role ?? 'none';
  if (atLeast(had, needed)) return cutBy(space, each, needed);
  return annotationTypes.has(kind?.type ?? '') && !isOwn && atLeast(had, 'annotate')
    ? { why: 'not-own' }
    : { why: 'no-right', had, needed };
}

function rightToChange(kind: Kind | null, isOwn: boolean, type: string | null): Role {
  if (kind?.type === participantType) return 'read';
  const staysAnnotation = type === null || annotationTypes.has(type);
  const isAnnotation = kind !== null && (kind.type === null || annotationTypes.has(kind.type));
  return isOwn && isAnnotation && staysAnnotation ? 'annotate' : 'edit';
}

/** To say that it was done takes no more than reading; to erase one's own takes annotating; another's takes a coordinator (A17). */
function rightToErase(space: Space, { revision, author }: Case): Role | 'waits' | Fault {
  const { body, header } = revision;
  const { type: _type, ...set } = body?.set ?? {};
  const { revisions = [], blobs = [], confirmedBy = [], ...others } = body?.add ?? {};
  const writers = revisions.map((id) => space.writerOf(id as RevisionId));
  if (writers.some((writer) => (writer?.item as string) === space.id)) return { why: 'erases-membership' };
  if (Object.keys({ ...set, ...others, ...body?.remove }).length > 0) return { why: 'malformed' };
  if (confirmedBy.some((device) => device !== header.device)) return { why: 'not-own' };
  if (writers.includes(null)) return 'waits';
  if (revisions.length + blobs.length === 0) return 'read';
  const devices = [
    ...writers.map((writer) => writer?.device as DeviceId),
    ...blobs.flatMap((blob) => space.namersOf(blob as BlobHash)),
  ];
  const own = new Set(author?.devices.map(({ device }) => device)).add(header.device);
  return devices.every((device) => own.has(device)) ? 'annotate' : 'coordinate';
}

/** The right was there, and was taken away by a change that the author had not seen. */
function cutBy({ membership, logs }: Space, { revision, author }: Case, needed: Role): Fault {
  const unseen = membership.standpoint(underOf(revision) ?? [])?.unseen ?? [];
  const limits = (change: (typeof unseen)[number]): boolean =>
    !atLeast(roleAfter('coordinate', [change], revision.header, author, logs), needed);
  const one = unseen.find(limits);
  return one === undefined ? { why: 'stranger' } : { why: 'after-cut', by: one.header.id };
}
