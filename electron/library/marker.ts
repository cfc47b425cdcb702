import { z } from 'zod';
import type { SpaceId } from '../../shared/base/ids';
import { limits } from './limits';
import { encodeSignedJson, isSignedBy, readSignedJson } from './signed-json';
import type { Signer } from './signing';

/** The file that makes a folder a space. */
export interface Marker {
  readonly format: 1;
  readonly space: SpaceId;
  readonly name: string;
  readonly kind: 'private' | 'open' | 'closed';
  /** The public key of the device that made the space. */
  readonly founder: string;
  /** Of a closed space: the age recipient of its first key. */
  readonly recipient?: string | undefined;
  /** Of a closed space: what its founder chose to show to who has no access, so that they know whom they ask. */
  readonly owner?: string | undefined;
}

export const markerName = 'raakvlak.json';

const schema = z.object({
  format: z.literal(1),
  space: z
    .string()
    .regex(/^[0-9a-z]{26}$/)
    .transform((id) => id as SpaceId),
  name: z.string().max(200),
  kind: z.enum(['private', 'open', 'closed']),
  founder: z.string().max(64),
  recipient: z.string().max(100).optional(),
  owner: z.string().max(200).optional(),
});

export function encodeMarker({ recipient, owner, ...marker }: Marker, founder: Signer): Uint8Array {
  const closed = { ...(recipient === undefined ? {} : { recipient }), ...(owner === undefined ? {} : { owner }) };
  return encodeSignedJson({ ...marker, ...closed }, founder, 2);
}

/** The format of a marker; null unless its founder signed it, for one damaged bit makes another number. A higher one than ours was written by a newer version. */
export function markerFormat(bytes: Uint8Array): number | null {
  const signed = readSignedJson(bytes, limits.marker);
  const { format, founder } = signed?.content ?? {};
  if (signed === null || typeof founder !== 'string' || !isSignedBy(signed, founder)) return null;
  return typeof format === 'number' ? format : null;
}

/** null unless size, shape and the founder's signature hold. */
export function decodeMarker(bytes: Uint8Array): Marker | null {
  const signed = readSignedJson(bytes, limits.marker);
  const marker = schema.safeParse(signed?.content);
  if (signed === null || !marker.success || !isSignedBy(signed, marker.data.founder)) return null;
  return marker.data.kind === 'closed' && marker.data.recipient === undefined ? null : marker.data;
}
