import { z } from 'zod';
import type { SpaceId } from '../../shared/base/ids';
import { canonicalJson } from '../../shared/base/json';
import { limits } from './limits';
import { verifierOf, type Signer } from './signing';

/** The file that makes a folder a space. */
export interface Marker {
  readonly format: 1;
  readonly space: SpaceId;
  readonly name: string;
  readonly kind: 'private' | 'open' | 'closed';
  /** The public key of the device that made the space. */
  readonly founder: string;
}

export const markerName = 'raakvlak.json';

const schema = z.strictObject({
  format: z.literal(1),
  space: z
    .string()
    .regex(/^[0-9a-z]{26}$/)
    .transform((id) => id as SpaceId),
  name: z.string().max(200),
  kind: z.enum(['private', 'open', 'closed']),
  founder: z.string().max(64),
});

export function encodeMarker(marker: Marker, founder: Signer): Uint8Array {
  return Buffer.from(`${JSON.stringify({ ...marker, sig: founder.sign(canonicalJson({ ...marker })) }, null, 2)}\n`);
}

/** The format a marker says it has; null when it does not say. A higher one than ours was written by a newer version. */
export function markerFormat(bytes: Uint8Array): number | null {
  try {
    const { format } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { format?: unknown };
    return typeof format === 'number' ? format : null;
  } catch {
    return null;
  }
}

/** null unless size, shape and the founder's signature hold. */
export function decodeMarker(bytes: Uint8Array): Marker | null {
  if (bytes.length > limits.marker) return null;
  try {
    const { sig, ...content } = JSON.parse(Buffer.from(bytes).toString('utf8')) as Record<string, unknown>;
    const marker = schema.parse(content);
    return verifierOf(marker.founder)(canonicalJson({ ...marker }), String(sig)) ? marker : null;
  } catch {
    return null;
  }
}
