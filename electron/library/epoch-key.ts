import { z } from 'zod';
import { open, seal, type Bytes } from '../access/age/age';
import { identityOf, readIdentity, type Identity, type Recipient } from '../access/age/x25519';
import type { DeviceId, SpaceId } from '../../shared/base/ids';
import { canonicalJson } from '../../shared/base/json';
import { sha256 } from './hash';
import { limits } from './limits';
import { isSignedBy, readSignedJson } from './signed-json';
import type { Signer } from './signing';

/** What opens everything that was written in a closed space since the one before it (FORMAT.md, F28). */
export interface EpochKey {
  /** Counts from 1. */
  readonly number: number;
  readonly identity: Identity;
}

/** Who gives which key to whom, signed. */
export interface KeyGrant {
  readonly space: SpaceId;
  readonly epoch: number;
  /** A device. */
  readonly member: DeviceId;
  /** Of the epoch's key. */
  readonly recipient: string;
  /** Public key of the device that gives it. */
  readonly key: string;
}

const grantSchema = z.object({
  format: z.literal(1),
  space: z.string().transform((id) => id as SpaceId),
  epoch: z.number().int().min(1).max(999_999),
  member: z.string().transform((id) => id as DeviceId),
  recipient: z.string().max(100),
  key: z.string().max(64),
});

const keyFile = /^keys\/([1-9]\d{0,5})-([0-9a-f]{16})\/([0-9a-f]{32})$/;

export function newEpochKey(number: number, random: Bytes): EpochKey {
  return { number, identity: identityOf(random(32)) };
}

/** `2-5f0c…`: the number, and what tells apart two epochs that two coordinators began at the same time. */
export function epochName({ number, identity }: EpochKey): string {
  return `${number}-${sha256(identity.recipient.text).slice(0, 16)}`;
}

/** `keys/<epoch>/<member>`. */
export function keyPath(key: EpochKey, member: DeviceId): string {
  return `keys/${epochName(key)}/${member}`;
}

/** What a path of a key file says; null when it is not one. */
export function keyAt(path: string): { readonly epoch: string; readonly member: DeviceId } | null {
  const [, number, id, member] = keyFile.exec(path) ?? [];
  return member === undefined ? null : { epoch: `${number}-${id}`, member: member as DeviceId };
}

/**
 * A key for one member: an identity file as the age command reads it, encrypted to that member. Its first line says who gives it, which an onlooker cannot see and
 * the age command passes over.
 */
export function wrapEpochKey(
  { number, identity }: EpochKey,
  { space, member, recipient }: { readonly space: SpaceId; readonly member: DeviceId; readonly recipient: Recipient },
  signer: Signer,
  random: Bytes,
): Uint8Array {
  const content = {
    format: 1,
    space,
    epoch: number,
    member,
    recipient: identity.recipient.text,
    key: signer.publicKey,
  };
  const grant = JSON.stringify({ ...content, sig: signer.sign(canonicalJson(content)) });
  return seal(Buffer.from(`# ${grant}\n${identity.text}\n`), recipient, random);
}

/** null unless it is for this identity, signed by who says so, and the key that it says it is. Whether the giver may give it is for others to judge. */
export function unwrapEpochKey(
  file: Uint8Array,
  identity: Identity,
): { readonly grant: KeyGrant; readonly key: EpochKey } | null {
  if (file.length > limits.key) return null;
  try {
    const [first = '', second = ''] = open(file, [identity]).toString('utf8').split('\n');
    const signed = readSignedJson(Buffer.from(first.slice(2)), limits.key);
    const grant = grantSchema.parse(signed?.content);
    const own = readIdentity(second);
    if (signed === null || own === null || own.recipient.text !== grant.recipient) return null;
    return isSignedBy(signed, grant.key) ? { grant, key: { number: grant.epoch, identity: own } } : null;
  } catch {
    return null;
  }
}
