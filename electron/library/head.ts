import { z } from 'zod';
import type { DeviceId, RevisionId, SpaceId } from '../../shared/base/ids';
import type { JsonValue } from '../../shared/base/json';
import { limits } from './limits';
import { packEntrySchema, type PackEntry, type PackOwner } from './pack';
import { encodeSignedJson, isSignedBy, readSignedJson, type SignedJson } from './signed-json';
import { deviceOf, type Signer } from './signing';

export const headFormat = 1;

/** The list that names the packs before those in the head; `to` is the last `n` in them. */
export interface ListEntry {
  readonly to: number;
  readonly hash: string;
  readonly sizeBytes: number;
}

/** How far a device's log goes in one space, as that device says it (FORMAT.md, F14). */
export interface Head {
  /** Above `headFormat` it was written by a newer version and only its owner and signature mean anything here. */
  readonly format: number;
  readonly owner: PackOwner;
  /** Counts from 1 how often the device wrote its head. */
  readonly edition: number;
  /** null before the first revision. */
  readonly last: { readonly n: number; readonly revision: RevisionId } | null;
  /** The newest packs, in order; those before them are in the list `older`. */
  readonly packs: readonly PackEntry[];
  readonly older: ListEntry | null;
  readonly seen: Readonly<Record<DeviceId, number>>;
  readonly missing: readonly string[];
  /** Paths of packs of others that the writer holds and that no head of theirs names. */
  readonly strays: readonly string[];
  /** Empty when the head was put together from the packs because its file was gone or damaged: then each revision must prove itself. */
  readonly sig: string;
}

/** What decides which of two heads of one device stands. */
export type HeadOrder = Pick<Head, 'format' | 'last' | 'edition' | 'sig'>;

export type HeadFault = 'damaged' | 'bad-signature';

const count = z.number().int().min(1);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const device = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .transform((id) => id as DeviceId);

/** What every version has, so that anybody can tell whose a head is. */
const envelopeSchema = z.object({
  format: count,
  space: z
    .string()
    .regex(/^[0-9a-z]{26}$/)
    .transform((id) => id as SpaceId),
  device,
  key: z.string().max(64),
});

const contentSchema = z.object({
  edition: count,
  last: z.object({ n: count, revision: hash.transform((id) => id as RevisionId) }).nullable(),
  packs: z.array(packEntrySchema),
  older: z.object({ to: count, hash, sizeBytes: count }).nullable(),
  seen: z.record(device, count) as unknown as z.ZodType<Readonly<Record<DeviceId, number>>>,
  missing: z.array(z.string().max(200)).max(limits.missing),
  strays: z.array(z.string().max(200)).max(limits.strays).default([]),
});

/** Packs follow each other up to `last`. There may be a gap: a device that lost a pack for good says so by leaving it out. */
function isInOrder({ last, packs, older }: z.infer<typeof contentSchema>): boolean {
  let to = older?.to ?? 0;
  for (const pack of packs) {
    if (pack.from <= to || pack.to < pack.from) return false;
    to = pack.to;
  }
  return to === (last?.n ?? 0);
}

export function encodeHead(head: Omit<Head, 'format' | 'sig'>, signer: Signer): Uint8Array {
  const { owner, edition, last, packs, older, seen, missing, strays } = head;
  return encodeSignedJson(
    {
      format: headFormat,
      space: owner.space,
      device: owner.device,
      key: owner.publicKey,
      edition,
      last: last === null ? null : { ...last },
      packs: packs.map((pack) => ({ ...pack }) as unknown as JsonValue),
      older: older === null ? null : { ...older },
      seen: { ...seen },
      missing: [...missing],
      ...(strays.length === 0 ? {} : { strays: [...strays] }),
    },
    signer,
  );
}

/** Reads anybody's head, or says what is wrong with it. Of one that a newer version wrote only format, owner and signature. */
export function readHead(bytes: Uint8Array): Head | HeadFault {
  const signed = readSignedJson(bytes, limits.head);
  const envelope = envelopeSchema.safeParse(signed?.content);
  if (signed === null || !envelope.success) return 'damaged';
  const { format, space, device: owner, key } = envelope.data;
  if (deviceOf(key) !== owner || !isSignedBy(signed, key)) return 'bad-signature';
  const head = { format, owner: { space, device: owner, publicKey: key }, sig: signed.sig };
  return format > headFormat ? { ...head, ...unread } : readContent(head, signed);
}

/** null unless size, shape and signature hold and this version can read it. */
export function decodeHead(bytes: Uint8Array): Head | null {
  const head = readHead(bytes);
  return typeof head === 'string' || head.format > headFormat ? null : head;
}

const unread = { edition: 1, last: null, packs: [], older: null, seen: {}, missing: [], strays: [] } as const;

function readContent(head: Pick<Head, 'format' | 'owner' | 'sig'>, { content }: SignedJson): Head | 'damaged' {
  const found = contentSchema.safeParse(content);
  return found.success && isInOrder(found.data) ? { ...head, ...found.data } : 'damaged';
}

/**
 * True when `next` takes the place of `now`, both of one device (F18). The same on every replica, also for two heads of a device that was copied:
 * Ed25519 signs the same words the same way, so the signature can decide what nothing else does.
 */
export function replaces(next: HeadOrder, now: HeadOrder): boolean {
  const order = next.format - now.format || (next.last?.n ?? 0) - (now.last?.n ?? 0) || next.edition - now.edition;
  return order === 0 ? next.sig > now.sig : order > 0;
}

/** `heads/<device>.json`. */
export function headPath(owner: DeviceId): string {
  return `heads/${owner}.json`;
}

/** Where the head of a forked log goes that F18 puts second (F13). */
export function branchPath({ owner, last }: Head): string {
  return `heads/${owner.device}-${(last?.revision ?? '').slice(0, 16)}.json`;
}
