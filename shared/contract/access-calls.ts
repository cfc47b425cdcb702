import { z } from 'zod';
import type { DeviceId } from '../base/ids';
import { accessLimits } from '../access/change';
import { grantableRoles } from '../access/role';
import type {
  AccessLogLine,
  AccessRequest,
  AccessView,
  Card,
  Invitation,
  MemberLine,
  OwnRights,
  SetAsideLine,
} from '../model/access';
import { library } from './call';
import { itemId, nothing, revisionId, spaceId } from './inputs';

const device = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .transform((id) => id as DeviceId);
const reason = z.string().trim().max(accessLimits.text);
const until = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .nullable();
const role = z.enum(grantableRoles);
const space = z.object({ id: spaceId });

/** Closed spaces: who asks, who is let in, what was set aside. Errors of all: `space-not-found`, `space-not-closed`; of what changes something: `access-denied`. */
export const accessCalls = {
  /** In every closed space. */
  'access.mine': library<readonly OwnRights[]>()(() => nothing),
  /** A closed space as one stands before it, and how far one's own request is. */
  'access.look': library<AccessView>()(() => space),
  /** Asks a coordinator for a role, with an invitation when there is one. Errors: `access-no-name`, `space-damaged`, `access-invitation-damaged`. */
  'access.ask': library<AccessView>()(() =>
    space.extend({ role, reason, invitation: z.string().trim().max(4_000).optional() }),
  ),
  /** A link for one person: who asks with it is known without comparing words. */
  'access.invite': library<Invitation>()(() => space.extend({ role, whom: z.string().trim().min(1).max(200) })),
  /** Unanswered ones; empty for who is no coordinator. */
  'access.requests': library<readonly AccessRequest[]>()(() => space),
  /** Error: `access-request-unknown`. */
  'access.grant': library<readonly MemberLine[]>()(() => space.extend({ device, role, until, reason })),
  /** Whoever asked is a member already: their rights hold for this device too. Errors: `access-request-unknown`, `access-member-unknown`. */
  'access.grantDevice': library<readonly MemberLine[]>()(() => space.extend({ device, member: device })),
  'access.decline': library<readonly AccessRequest[]>()(() => space.extend({ device, reason })),
  'access.members': library<readonly MemberLine[]>()(() => space),
  /** Other rights, or a later end; `none` takes them away, and what is written after that is under a new key. Errors: `access-member-unknown`, `access-last-coordinator`. */
  'access.change': library<readonly MemberLine[]>()(() =>
    space.extend({ member: device, role: z.enum(['none', ...grantableRoles]), until, reason }),
  ),
  /** Gives up one's own rights. Error: `access-last-coordinator`. */
  'access.leave': library<void>()(() => space),
  'access.setAside': library<readonly SetAsideLine[]>()(() => space),
  /** Lets revisions that were set aside count after all. */
  'access.accept': library<readonly SetAsideLine[]>()(() =>
    space.extend({ revisions: z.array(revisionId).min(1).max(accessLimits.revisions), reason }),
  ),
  /** Newest first. */
  'access.log': library<readonly AccessLogLine[]>()(() => space),
  'access.cards': library<readonly Card[]>()(() => space),
  /** Shows that an item is there to everybody who has the folder: its title, owner and state. Error: `item-not-found`. */
  'access.showCard': library<readonly Card[]>()(() => space.extend({ item: itemId })),
  /** Takes one's own card away again. Error: `item-not-found`. */
  'access.hideCard': library<readonly Card[]>()(() => space.extend({ card: z.string().regex(/^[0-9a-z]{26}$/) })),
  /** A lost device speaks for its member no more and reads nothing that is written later. Error: `access-member-unknown`. */
  'access.dropDevice': library<readonly MemberLine[]>()(() => space.extend({ device, reason })),
} as const;
