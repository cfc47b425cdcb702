import { createHmac } from 'node:crypto';
import { sha3_256, shake256 } from '@noble/hashes/sha3.js';
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';
import { aead, tagBytes } from './aead';
import type { Opener, Sealer } from './age';
import { AgeError } from './age-error';
import { decodeBech32, encodeBech32 } from './bech32';
import { decodeBase64, encodeBase64 } from './header';
import { fileKeyBytes, privateKeyOf, publicBytesOf, sharedSecret } from './x25519';

/** Who a file is encrypted to so that a quantum computer does not open it either: an ML-KEM-768 and an X25519 public key. */
export interface HybridRecipient extends Sealer {
  /** `age1pq1…`. */
  readonly text: string;
}

/** Who can open it. */
export interface HybridIdentity extends Opener {
  readonly recipient: HybridRecipient;
  /** `AGE-SECRET-KEY-PQ-1…`. */
  readonly text: string;
}

const kind = 'mlkem768x25519';
const secretBytes = 32;
/** Of ML-KEM-768 (FIPS 203). */
const kem = {
  seedBytes: 64,
  publicBytes: 1184,
  shareBytes: 1088,
  messageBytes: 32,
  numberBytes: 1152,
  modulus: 3329,
} as const;
/** Of X25519: its secrets, its public keys and its shares. */
const curveBytes = 32;
const recipientPrefix = 'age1pq';
const identityPrefix = 'age-secret-key-pq-';
/** HPKE (RFC 9180) with MLKEM768-X25519, HKDF-SHA256 and ChaCha20-Poly1305. */
const suite = Buffer.of(...Buffer.from('HPKE'), 0x64, 0x7a, 0, 1, 0, 3);
const info = Buffer.from(`age-encryption.org/${kind}`);
const combinerLabel = Buffer.from('\\.//^\\');
const nothing = Buffer.alloc(0);

/** The identity with this secret of 32 bytes. */
export function hybridIdentityOf(secret: Uint8Array): HybridIdentity {
  const seed = shake256(secret, { dkLen: kem.seedBytes + curveBytes });
  const { publicKey, secretKey } = ml_kem768.keygen(seed.subarray(0, kem.seedBytes));
  const curveKey = privateKeyOf(seed.subarray(kem.seedBytes));
  const curvePublic = publicBytesOf(curveKey);
  return {
    recipient: recipientOf(Buffer.concat([publicKey, curvePublic])),
    text: encodeBech32(identityPrefix, secret).toUpperCase(),
    unwrap: ({ type, args, body }) => {
      if (type !== kind) return null;
      const shares = args.length === 1 ? decodeBase64(args[0] as string) : null;
      if (shares?.length !== kem.shareBytes + curveBytes || body.length !== fileKeyBytes + tagBytes)
        throw new AgeError('header');
      const share = shares.subarray(kem.shareBytes);
      const kemSecret = ml_kem768.decapsulate(shares.subarray(0, kem.shareBytes), secretKey);
      const { key, nonce } = keyOf([kemSecret, sharedSecret(curveKey, share), share, curvePublic]);
      return aead.open(key, nonce, body);
    },
  };
}

/** null when the text is no hybrid identity of age. */
export function readHybridIdentity(text: string): HybridIdentity | null {
  const secret = text === text.toUpperCase() ? decodeBech32(identityPrefix, text) : null;
  return secret?.length === secretBytes ? hybridIdentityOf(secret) : null;
}

/** null when the text is no hybrid recipient of age. */
export function readHybridRecipient(text: string): HybridRecipient | null {
  const bytes = text === text.toLowerCase() ? decodeBech32(recipientPrefix, text) : null;
  return bytes?.length === kem.publicBytes + curveBytes && isKemKey(bytes) ? recipientOf(bytes) : null;
}

function recipientOf(bytes: Uint8Array): HybridRecipient {
  return {
    text: encodeBech32(recipientPrefix, bytes),
    wrap: (fileKey, random) => {
      const kemKey = bytes.subarray(0, kem.publicBytes);
      const { cipherText, sharedSecret: kemSecret } = ml_kem768.encapsulate(kemKey, random(kem.messageBytes));
      const curvePublic = bytes.subarray(kem.publicBytes);
      const ephemeral = privateKeyOf(random(curveBytes));
      const share = publicBytesOf(ephemeral);
      const { key, nonce } = keyOf([kemSecret, sharedSecret(ephemeral, curvePublic), share, curvePublic]);
      const shares = Buffer.concat([cipherText, share]);
      return { type: kind, args: [encodeBase64(shares)], body: aead.seal(key, nonce, fileKey) };
    },
  };
}

/** FIPS 203, 7.2: the numbers of a public key, of 12 bits each, are below the modulus. The library does not look (tried with 0.5.4). */
function isKemKey(bytes: Uint8Array): boolean {
  const numbers = Buffer.from(bytes.subarray(0, kem.numberBytes));
  for (let at = 0; at < numbers.length; at += 3) {
    const two = numbers.readUIntLE(at, 3);
    if ((two & 0xfff) >= kem.modulus || two >> 12 >= kem.modulus) return false;
  }
  return true;
}

/** Of both secrets and what they hang on, as X-Wing combines them: the key and nonce of HPKE's first message in base mode. */
function keyOf(combined: readonly Uint8Array[]): { readonly key: Buffer; readonly nonce: Buffer } {
  const shared = sha3_256(Buffer.concat([...combined, combinerLabel]));
  const baseMode = Buffer.of(0);
  const hashes = [extract(nothing, 'psk_id_hash', nothing), extract(nothing, 'info_hash', info)];
  const context = Buffer.concat([baseMode, ...hashes]);
  const secret = extract(shared, 'secret', nothing);
  return { key: expand(secret, 'key', context, 32), nonce: expand(secret, 'base_nonce', context, 12) };
}

/** LabeledExtract. */
function extract(salt: Uint8Array, label: string, input: Uint8Array): Buffer {
  return hmac(salt, [labelled(label), input]);
}

/** LabeledExpand, for at most 32 bytes. */
function expand(key: Uint8Array, label: string, context: Uint8Array, sizeBytes: number): Buffer {
  return hmac(key, [Buffer.of(0, sizeBytes), labelled(label), context, Buffer.of(1)]).subarray(0, sizeBytes);
}

function labelled(label: string): Buffer {
  return Buffer.concat([Buffer.from('HPKE-v1'), suite, Buffer.from(label)]);
}

function hmac(key: Uint8Array, parts: readonly Uint8Array[]): Buffer {
  return createHmac('sha256', key).update(Buffer.concat(parts)).digest();
}
