import { scryptSync } from 'node:crypto';
import { aead, tagBytes } from './aead';
import { AgeError } from './age-error';
import { decodeBase64, encodeBase64, type Stanza } from './header';
import { fileKeyBytes } from './x25519';

/** The age command's own: a second on a laptop, 256 MiB. */
const usualWork = 18;
/** What a file from elsewhere may ask: four times that. */
const mostWork = 20;
const saltBytes = 16;
const label = 'age-encryption.org/v1/scrypt';
const zeroNonce = Buffer.alloc(12);

/** `work` is the base-2 logarithm of scrypt's N (RFC 7914). */
export function wrapWithPassphrase(
  fileKey: Uint8Array,
  passphrase: string,
  salt: Uint8Array,
  work = usualWork,
): Stanza {
  const body = aead.seal(keyOf(passphrase, salt, work), zeroNonce, fileKey);
  return { type: 'scrypt', args: [encodeBase64(salt), String(work)], body };
}

/** The file key; null when the passphrase is another. Errors: AgeError `header`, `too-large` when it would take too long. */
export function unwrapWithPassphrase({ type, args, body }: Stanza, passphrase: string): Uint8Array | null {
  if (type !== 'scrypt') return null;
  const [saltText = '', workText = ''] = args;
  const salt = decodeBase64(saltText);
  const shaped = args.length === 2 && /^[1-9][0-9]?$/.test(workText) && body.length === fileKeyBytes + tagBytes;
  if (salt?.length !== saltBytes || !shaped) throw new AgeError('header');
  if (Number(workText) > mostWork) throw new AgeError('too-large');
  return aead.open(keyOf(passphrase, salt, Number(workText)), zeroNonce, body);
}

function keyOf(passphrase: string, salt: Uint8Array, work: number): Buffer {
  const [N, r] = [2 ** work, 8];
  const salted = Buffer.concat([Buffer.from(label), salt]);
  return scryptSync(passphrase, salted, 32, { N, r, p: 1, maxmem: 128 * N * r + 1024 * 1024 });
}
