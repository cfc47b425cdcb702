import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { DeviceId } from '../../shared/base/ids';
import { sha256 } from './hash';

/** Ed25519 (RFC 8032). Keys and signatures travel as base64url of their raw 32 and 64 bytes. */
export interface Signer {
  readonly device: DeviceId;
  readonly publicKey: string;
  sign(text: string): string;
}

export type Verify = (text: string, signature: string) => boolean;

// What stands before the raw key in its DER form (RFC 8410).
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** The signer with this 32-byte secret. */
export function signerOf(secret: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.concat([privatePrefix, secret]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key)
    .export({ format: 'der', type: 'spki' })
    .subarray(publicPrefix.length)
    .toString('base64url');
  return {
    device: deviceOf(publicKey),
    publicKey,
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
  };
}

/** Throws when the text is not a public key. */
export function verifierOf(publicKey: string): Verify {
  const key = createPublicKey({
    key: Buffer.concat([publicPrefix, Buffer.from(publicKey, 'base64url')]),
    format: 'der',
    type: 'spki',
  });
  return (text, signature) => {
    const bytes = Buffer.from(signature, 'base64url');
    // The last character has bits that decoding drops: of the spellings of one signature only one counts.
    return bytes.toString('base64url') === signature && verify(null, Buffer.from(text), key, bytes);
  };
}

/** A device is named by its key, so whatever carries both proves itself. */
export function deviceOf(publicKey: string): DeviceId {
  return sha256(Buffer.from(publicKey, 'base64url')).slice(0, 32) as DeviceId;
}
