import type { DeviceId, ItemId, RevisionId, SpaceId } from '../base/ids';
import type { Fault } from '../access/judge';
import type { MembershipChange } from '../access/change';
import type { GrantableRole, Role } from '../access/role';

/** What the owner of a closed space shows to who has its folder and no access. */
export interface Card {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  readonly status: string;
  readonly at: string;
  /** Signed by the device that made the space; of another one only its members can tell who it is. */
  readonly byFounder: boolean;
  /** Shown by this device, which alone can take it away again. */
  readonly mine: boolean;
}

/** What this device may do in a closed space today; `none` when its access has ended, or it never had any. */
export interface OwnRights {
  readonly space: SpaceId;
  readonly role: Role;
  /** Who asks for access and can be given it here. */
  readonly requests: number;
}

/** A closed space as it looks from outside, and how far somebody is with asking. */
export interface AccessView {
  readonly name: string;
  readonly owner: string | null;
  /** Eight words that stand for this space, to compare with what its coordinator sees. */
  readonly words: readonly string[];
  readonly cards: readonly Card[];
  /** null for who is no member, as far as is known here. */
  readonly role: Role | null;
  /** The last day, or null. */
  readonly until: string | null;
  readonly ended: boolean;
  readonly coordinators: number;
  readonly asked: OwnRequest | null;
}

export interface OwnRequest {
  readonly at: string;
  readonly role: GrantableRole;
  readonly reason: string;
  /** Eight words that stand for this device. */
  readonly words: readonly string[];
  /** null as long as nobody answered; a grant shows by what can be read. */
  readonly declined: { readonly reason: string; readonly at: string } | null;
}

export interface AccessRequest {
  readonly device: DeviceId;
  readonly name: string;
  readonly organisation: string;
  readonly contact: string;
  readonly reason: string;
  readonly role: GrantableRole;
  readonly at: string;
  readonly words: readonly string[];
  /** They asked with an invitation of ours, for whom it was; null without one. */
  readonly invitation: string | null;
  /** They are, or were, a member with another device or role. */
  readonly known: string | null;
}

export interface MemberLine {
  readonly id: DeviceId;
  readonly name: string;
  readonly organisation: string;
  readonly contact: string;
  readonly role: Role;
  readonly until: string | null;
  readonly ended: boolean;
  readonly since: string;
  /** Who let them in. */
  readonly by: string;
  /** When something they wrote last came in; null when nothing did. */
  readonly lastSeen: string | null;
  readonly devices: readonly MemberDevice[];
  readonly self: boolean;
}

export interface MemberDevice {
  readonly device: DeviceId;
  readonly lastSeen: string | null;
  /** A recovery sheet: a device on paper. */
  readonly isSheet: boolean;
  /** The one in front of whoever asks. */
  readonly isThis: boolean;
}

export interface SetAsideLine {
  readonly revision: RevisionId;
  readonly item: ItemId;
  readonly title: string | null;
  readonly who: string;
  readonly at: string;
  readonly fault: Fault;
}

export interface AccessLogLine {
  readonly id: RevisionId;
  readonly at: string;
  readonly who: string;
  readonly change: MembershipChange;
  /** Whom it is about, where it is about somebody. */
  readonly whom: string | null;
  readonly fault: Fault | null;
  /** How many hands the chain of this writer goes back: its number, and the revision before it. */
  readonly n: number;
  readonly prev: RevisionId | null;
}

export interface Invitation {
  /** `raakvlak:uitnodiging#…`, to be pasted by who asks. */
  readonly link: string;
}
