import { createPrivateKey, createPublicKey, diffieHellman, hkdfSync, type KeyObject } from 'node:crypto';
import { aead, tagBytes } from './aead';
import { AgeError } from './age-error';
import { decodeBech32, encodeBech32 } from './bech32';
import { decodeBase64, encodeBase64, type Stanza } from './header';

/** Who a file is encrypted to: an X25519 public key (RFC 7748), 32 bytes. */
export interface Recipient {
  readonly bytes: Uint8Array;
  /** `age1…`. */
  readonly text: string;
}

/** Who can open it. */
export interface Identity {
  readonly recipient: Recipient;
  /** `AGE-SECRET-KEY-1…`. */
  readonly text: string;
  readonly secret: Uint8Array;
  /** The same as OpenSSL holds it, so that it is not made anew for each file. */
  readonly key: KeyObject;
}

export const fileKeyBytes = 16;
const keyBytes = 32;
const zeroNonce = Buffer.alloc(12);
const label = 'age-encryption.org/v1/X25519';
const recipientPrefix = 'age';
const identityPrefix = 'age-secret-key-';

/** The identity with this secret of 32 bytes. */
export function identityOf(secret: Uint8Array): Identity {
  const key = privateKeyOf(secret);
  return {
    key,
    secret,
    recipient: recipientOf(publicBytesOf(key)),
    text: encodeBech32(identityPrefix, secret).toUpperCase(),
  };
}

/** null when the text is no identity of age. */
export function readIdentity(text: string): Identity | null {
  const secret = text === text.toUpperCase() ? decodeBech32(identityPrefix, text) : null;
  return secret?.length === keyBytes ? identityOf(secret) : null;
}

/** null when the text is no recipient of age. */
export function readRecipient(text: string): Recipient | null {
  const bytes = text === text.toLowerCase() ? decodeBech32(recipientPrefix, text) : null;
  return bytes?.length === keyBytes ? recipientOf(bytes) : null;
}

function recipientOf(bytes: Uint8Array): Recipient {
  return { bytes, text: encodeBech32(recipientPrefix, bytes) };
}

/** `ephemeral` is 32 bytes from a cryptographic source, for this file alone. */
export function wrapForRecipient(fileKey: Uint8Array, { bytes }: Recipient, ephemeral: Uint8Array): Stanza {
  const key = privateKeyOf(ephemeral);
  const share = publicBytesOf(key);
  const body = aead.seal(wrapKey(sharedSecret(key, bytes), share, bytes), zeroNonce, fileKey);
  return { type: 'X25519', args: [encodeBase64(share)], body };
}

/** The file key; null when the stanza is of another kind or for somebody else. Error: AgeError `header`. */
export function unwrapWithIdentity({ type, args, body }: Stanza, identity: Identity): Uint8Array | null {
  if (type !== 'X25519') return null;
  const share = args.length === 1 ? decodeBase64(args[0] as string) : null;
  if (share?.length !== keyBytes || body.length !== fileKeyBytes + tagBytes) throw new AgeError('header');
  const key = wrapKey(sharedSecret(identity.key, share), share, identity.recipient.bytes);
  return aead.open(key, zeroNonce, body);
}

// As JWK (RFC 8037): OpenSSL takes ten times as long to read the same key as DER. Of a private one `x` is not looked at.
const curve = { kty: 'OKP', crv: 'X25519' } as const;

export function privateKeyOf(secret: Uint8Array): KeyObject {
  const d = Buffer.from(secret).toString('base64url');
  return createPrivateKey({ key: { ...curve, d, x: '' }, format: 'jwk' });
}

function publicKeyOf(bytes: Uint8Array): KeyObject {
  return createPublicKey({ key: { ...curve, x: Buffer.from(bytes).toString('base64url') }, format: 'jwk' });
}

export function publicBytesOf(key: KeyObject): Buffer {
  return Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x as string, 'base64url');
}

/** Error: AgeError `header` for a point of low order, which OpenSSL and BoringSSL refuse: the secret would be the same for everybody. */
export function sharedSecret(privateKey: KeyObject, bytes: Uint8Array): Buffer {
  try {
    return diffieHellman({ privateKey, publicKey: publicKeyOf(bytes) });
  } catch {
    throw new AgeError('header');
  }
}

function wrapKey(secret: Uint8Array, share: Uint8Array, recipient: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.concat([share, recipient]), label, keyBytes));
}
