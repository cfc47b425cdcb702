import { z } from 'zod';
import type { DeviceId, RevisionId } from '../base/ids';
import type { JsonValue } from '../base/json';
import type { Revision, RevisionBody } from '../revision/revision';
import { roles } from './role';

/** The type of the one item that says who are the members of a closed space; its id is the space's. */
export const membershipType = 'membership';

/** The most that one membership revision may hold, and that a revision may name in `under`. */
export const accessLimits = { changes: 64, devices: 32, revisions: 1_000, under: 64, text: 2_000, name: 200 } as const;

const text = z.string().max(accessLimits.text);
const name = z.string().max(accessLimits.name);
const revision = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((id) => id as RevisionId);
const deviceSchema = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .transform((id) => id as DeviceId);
const date = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** The last revision of a device that is accepted; of a device that is not named, none is. */
const cut = z.strictObject({ n: z.number().int().min(1), revision });
const cuts = z.record(deviceSchema, cut).refine((all) => Object.keys(all).length <= accessLimits.devices);

/** A device with its keys: Ed25519 to sign with, age to be written to. */
export const keyedDeviceSchema = z.strictObject({
  device: deviceSchema,
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  recipient: z.string().regex(/^age1[02-9ac-hj-np-z]{10,100}$/),
  /** It is a recovery sheet: on paper, and silent until it is needed. Told to people; it gives and takes no right. */
  sheet: z.literal(true).optional(),
});

/** Who somebody is, as the coordinator who let them in wrote it down. */
export const personSchema = z.strictObject({ name, organisation: name, contact: name });

const rights = z.strictObject({
  kind: z.literal('rights'),
  /** A member is named by their first device. */
  member: deviceSchema,
  role: z.enum(roles),
  /** The last day on which it holds, or null. A promise that a coordinator's app carries out: it decides nothing here (A20). */
  until: date.nullable(),
  cuts,
  person: personSchema.optional(),
  /** Devices that speak for this member from now on. */
  devices: z.array(keyedDeviceSchema).max(accessLimits.devices).optional(),
  reason: text,
  /** The request that this answers. */
  request: name.optional(),
});
/** A device that speaks for the member whose device says so, from now on (A23). */
const link = z.strictObject({ kind: z.literal('link'), member: deviceSchema, device: keyedDeviceSchema });
/** A device that is lost or given away speaks for its member no more. */
const drop = z.strictObject({ kind: z.literal('drop'), device: deviceSchema, cut: cut.nullable(), reason: text });
/** Revisions that were set aside count after all. */
const accept = z.strictObject({
  kind: z.literal('accept'),
  revisions: z.array(revision).min(1).max(accessLimits.revisions),
  reason: text,
});
const decline = z.strictObject({ kind: z.literal('decline'), request: name, person: personSchema, reason: text });
/** Something was shown to people outside: a card, a package, a published draft. */
const share = z.strictObject({
  kind: z.literal('share'),
  what: z.enum(['card', 'card-withdrawn', 'package', 'publication']),
  title: name,
  to: text,
});

const changeSchema = z.discriminatedUnion('kind', [rights, link, drop, accept, decline, share]);

export type Cut = z.output<typeof cut>;
export type Cuts = Readonly<Record<string, Cut>>;
export type Person = z.output<typeof personSchema>;
export type KeyedDevice = z.output<typeof keyedDeviceSchema>;
export type RightsChange = z.output<typeof rights>;
export type MembershipChange = z.output<typeof changeSchema>;

const bodySchema = z.strictObject({
  set: z.strictObject({ type: z.literal(membershipType) }).optional(),
  add: z.strictObject({ changes: z.array(changeSchema).min(1).max(accessLimits.changes) }),
});

/** The changes that a membership revision makes, in order; null when it is not one that this version can judge. */
export function changesOf({ body }: Revision): readonly MembershipChange[] | null {
  const parsed = bodySchema.safeParse(body);
  return parsed.success ? parsed.data.add.changes : null;
}

/** The body of a membership revision; `first` when the item has no revision yet. */
export function membershipBody(changes: readonly MembershipChange[], first: boolean): RevisionBody {
  const added = { changes: changes as unknown as JsonValue[] };
  return first ? { set: { type: membershipType }, add: added } : { add: added };
}

/** The membership state that a revision says its author had seen; null when it says nothing that can be read. */
export function underOf({ header }: Revision): readonly RevisionId[] | null {
  const { under } = header;
  const sound =
    Array.isArray(under) &&
    under.length <= accessLimits.under &&
    under.every((id) => revision.safeParse(id).success) &&
    under.every((id, i) => i === 0 || (under[i - 1] as string) < id);
  return sound ? (under as readonly RevisionId[]) : null;
}
