import { AgeError } from './age-error';
import { decodeArmor, isArmored } from './armor';
import { checkMac, encodeHeader, headerLimits, readHeader, type Header, type Stanza } from './header';
import { nonceBytes, openChunks, openPayload, payloadKey, sealChunks, sealedSize, sealPayload } from './payload';
import { unwrapWithPassphrase, wrapWithPassphrase } from './scrypt';
import { fileKeyBytes, unwrapWithIdentity, wrapForRecipient, type Identity, type Recipient } from './x25519';

/** That many bytes from a cryptographic source, or, for a file that must come out the same each time, derived from a secret for this file alone. */
export type Bytes = (sizeBytes: number) => Uint8Array;

/** A recipient that brings its own code, such as `HybridRecipient`: no key of this program is of such a kind, so it is loaded by who asks for it only. */
export interface Sealer {
  wrap(fileKey: Uint8Array, bytes: Bytes): Stanza;
}

/** An identity that does. */
export interface Opener {
  /** The file key; null when the stanza is of another kind or for somebody else. Error: AgeError `header`. */
  unwrap(stanza: Stanza): Uint8Array | null;
}

/** Of a file to one X25519 recipient, whoever that is. */
const x25519HeaderBytes = 168;

type Source = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Encrypts to one recipient, as `age -r` does. */
export function seal(plain: Uint8Array, recipient: Recipient | Sealer, bytes: Bytes): Buffer {
  const { start, key } = beginFile(recipient, bytes);
  return Buffer.concat([start, sealPayload(key, plain)]);
}

/** The same for what does not fit in memory. */
export async function* sealStream(
  plain: Source,
  recipient: Recipient | Sealer,
  bytes: Bytes,
): AsyncGenerator<Uint8Array> {
  const { start, key } = beginFile(recipient, bytes);
  yield start;
  yield* sealChunks(key, plain);
}

/** Encrypts with a passphrase, as `age -p` does; takes a second with the usual `work`. */
export function sealWithPassphrase(plain: Uint8Array, passphrase: string, bytes: Bytes, work?: number): Buffer {
  const fileKey = bytes(fileKeyBytes);
  const stanza = wrapWithPassphrase(fileKey, passphrase, bytes(16), work);
  const { start, key } = startOf(stanza, fileKey, bytes(nonceBytes));
  return Buffer.concat([start, sealPayload(key, plain)]);
}

/** What was encrypted to one of these, also as text (armor). Errors: AgeError. */
export function open(file: Uint8Array, keys: readonly (Identity | Opener | string)[]): Buffer {
  const bytes = isArmored(file) ? decodeArmor(file) : file;
  const header = readHeader(bytes);
  const fileKey = fileKeyOf(header, keys);
  const start = header.sizeBytes + nonceBytes;
  if (bytes.length < start) throw new AgeError('header');
  return openPayload(payloadKey(fileKey, bytes.subarray(header.sizeBytes, start)), bytes.subarray(start));
}

/** The same for what does not fit in memory: gives each part once it has proved itself. */
export async function* openStream(file: Source, keys: readonly (Identity | Opener)[]): AsyncGenerator<Uint8Array> {
  const source = parts(file);
  let first = Buffer.alloc(0);
  while (first.length < headerLimits.sizeBytes + nonceBytes) {
    const { value, done } = await source.next();
    if (done === true) break;
    first = Buffer.concat([first, value]);
  }
  const header = readHeader(first);
  const fileKey = fileKeyOf(header, keys);
  const start = header.sizeBytes + nonceBytes;
  if (first.length < start) throw new AgeError('header');
  const key = payloadKey(fileKey, first.subarray(header.sizeBytes, start));
  yield* openChunks(key, following(first.subarray(start), source));
}

/** What so many bytes take when sealed to one X25519 recipient. */
export function sealedFileSize(sizeBytes: number): number {
  return x25519HeaderBytes + nonceBytes + sealedSize(sizeBytes);
}

/** Whether this is an age file by its header, for whomever. */
export function isSealed(file: Uint8Array): boolean {
  try {
    return readHeader(file).sizeBytes + nonceBytes < file.length;
  } catch {
    return false;
  }
}

function beginFile(recipient: Recipient | Sealer, bytes: Bytes): { readonly start: Buffer; readonly key: Buffer } {
  const fileKey = bytes(fileKeyBytes);
  const stanza = 'wrap' in recipient ? recipient.wrap(fileKey, bytes) : wrapForRecipient(fileKey, recipient, bytes(32));
  return startOf(stanza, fileKey, bytes(nonceBytes));
}

function startOf(stanza: Stanza, fileKey: Uint8Array, nonce: Uint8Array): { start: Buffer; key: Buffer } {
  return { start: Buffer.concat([encodeHeader([stanza], fileKey), nonce]), key: payloadKey(fileKey, nonce) };
}

function fileKeyOf(header: Header, keys: readonly (Identity | Opener | string)[]): Uint8Array {
  const { stanzas } = header;
  // Who has a passphrase must know that nobody else can have written to it.
  if (stanzas.length > 1 && stanzas.some(({ type }) => type === 'scrypt')) throw new AgeError('header');
  for (const stanza of stanzas) {
    for (const key of keys) {
      const fileKey = unwrapWith(stanza, key);
      if (fileKey === null) continue;
      checkMac(header, fileKey);
      return fileKey;
    }
  }
  throw new AgeError('no-match');
}

function unwrapWith(stanza: Stanza, key: Identity | Opener | string): Uint8Array | null {
  if (typeof key === 'string') return unwrapWithPassphrase(stanza, key);
  return 'unwrap' in key ? key.unwrap(stanza) : unwrapWithIdentity(stanza, key);
}

async function* parts(source: Source): AsyncGenerator<Uint8Array> {
  yield* source;
}

async function* following(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}
