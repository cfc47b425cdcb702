import { z } from 'zod';
import { AppError } from '../../shared/base/errors';
import { keyedDeviceSchema, personSchema } from '../../shared/access/change';
import { deviceOf } from '../library/signing';
import { readRecipient } from './age/x25519';

const prefix = 'raakvlak:apparaat#';
const largestCode = 2_000;

const schema = z.object({
  v: z.literal(1),
  device: keyedDeviceSchema,
  name: personSchema.shape.name,
});

/** A device that asks another of the same person to let it speak for them. Nothing in it is secret; the words tell whether it came over whole and from whom. */
export type DeviceCode = Omit<z.output<typeof schema>, 'v'>;

export function deviceCode({ device, name }: DeviceCode): string {
  return `${prefix}${Buffer.from(JSON.stringify({ v: 1, device, name })).toString('base64url')}`;
}

/** Error: `device-code-damaged`. */
export function readDeviceCode(text: string): DeviceCode {
  const code = text.trim();
  const encoded = code.startsWith(prefix) && code.length <= largestCode ? code.slice(prefix.length) : '';
  const parsed = schema.safeParse(decoded(encoded));
  const sound =
    parsed.success &&
    deviceOf(parsed.data.device.key) === parsed.data.device.device &&
    readRecipient(parsed.data.device.recipient) !== null;
  if (!sound) throw new AppError('device-code-damaged');
  const { device, key, recipient } = parsed.data.device;
  return { device: { device, key, recipient }, name: parsed.data.name };
}

function decoded(encoded: string): unknown {
  try {
    return JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
