import type { z } from 'zod';
import type { JsonValue } from '../../shared/base/json';
import { parseBoundedJson } from '../library/bounded-json';
import type { SpaceAccess } from '../library/space-access';
import { seal, type Bytes } from './age/age';
import type { Recipient } from './age/x25519';

/** Encrypted texts come in steps of this size, so that their length does not tell what they say. */
const stepBytes = 1_024;
const largestBytes = 16 * 1_024;

/** For a field of a notice: base64 of an age file. */
export function sealContent(content: Record<string, JsonValue>, recipient: Recipient, random: Bytes): string {
  const text = Buffer.from(JSON.stringify(content));
  const filled = Buffer.alloc(Math.ceil(text.length / stepBytes) * stepBytes, ' ');
  text.copy(filled);
  return seal(filled, recipient, random).toString('base64');
}

/** The other way; null when it is not for us, too large, or not what the schema says. */
export function openContent<T>(sealed: unknown, access: Pick<SpaceAccess, 'unseal'>, schema: z.ZodType<T>): T | null {
  if (typeof sealed !== 'string' || sealed.length > largestBytes * 2) return null;
  const plain = access.unseal(Buffer.from(sealed, 'base64'));
  if (plain === null || plain.length > largestBytes) return null;
  try {
    const parsed = schema.safeParse(parseBoundedJson(Buffer.from(plain).toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
