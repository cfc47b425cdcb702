import { hkdfSync } from 'node:crypto';
import { aead, tagBytes } from './aead';
import { AgeError } from './age-error';

export const nonceBytes = 16;
const chunkBytes = 64 * 1024;
const sealedChunkBytes = chunkBytes + tagBytes;

/** The key of a payload; `nonce` stands before its chunks. */
export function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
}

/** What so many bytes take as chunks, without the nonce. */
export function sealedSize(sizeBytes: number): number {
  return sizeBytes + tagBytes * Math.max(1, Math.ceil(sizeBytes / chunkBytes));
}

/** Chunks of 64 KiB, each sealed with its number and whether it is the last (STREAM; Hoang and others, 2015). */
export async function* sealChunks(
  key: Uint8Array,
  plain: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let counter = 0;
  for await (const { piece, last } of pieces(plain, chunkBytes)) yield sealChunk(key, counter++, last, piece);
}

/** Gives each chunk once it has proved itself. Error: AgeError `payload`. */
export async function* openChunks(
  key: Uint8Array,
  sealed: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let counter = 0;
  for await (const { piece, last } of pieces(sealed, sealedChunkBytes)) yield openChunk(key, counter++, last, piece);
}

/** The same for what is in memory. */
export function sealPayload(key: Uint8Array, plain: Uint8Array): Buffer {
  const parts: Uint8Array[] = [];
  for (let start = 0; start < Math.max(plain.length, 1); start += chunkBytes) {
    const last = start + chunkBytes >= plain.length;
    parts.push(sealChunk(key, parts.length, last, plain.subarray(start, start + chunkBytes)));
  }
  return Buffer.concat(parts);
}

/** Error: AgeError `payload`. */
export function openPayload(key: Uint8Array, sealed: Uint8Array): Buffer {
  const parts: Uint8Array[] = [];
  for (let start = 0; start < Math.max(sealed.length, 1); start += sealedChunkBytes) {
    const last = start + sealedChunkBytes >= sealed.length;
    parts.push(openChunk(key, parts.length, last, sealed.subarray(start, start + sealedChunkBytes)));
  }
  return Buffer.concat(parts);
}

function sealChunk(key: Uint8Array, counter: number, last: boolean, plain: Uint8Array): Uint8Array {
  return aead.seal(key, nonceOf(counter, last), plain);
}

function openChunk(key: Uint8Array, counter: number, last: boolean, sealed: Uint8Array): Uint8Array {
  const sizeBytes = sealed.length - tagBytes;
  // Only an empty payload has an empty chunk, so that a text has one form.
  if (sizeBytes < 0 || (sizeBytes === 0 && counter > 0)) throw new AgeError('payload');
  const plain = aead.open(key, nonceOf(counter, last), sealed);
  if (plain === null) throw new AgeError('payload');
  return plain;
}

function nonceOf(counter: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(counter, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** Cuts what comes in any sizes into pieces of one size; the last may be shorter, and is empty only when there is nothing at all. */
async function* pieces(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  sizeBytes: number,
): AsyncGenerator<{ readonly piece: Uint8Array; readonly last: boolean }> {
  let rest: Uint8Array[] = [];
  let have = 0;
  for await (const part of source) {
    rest.push(part);
    have += part.length;
    if (have <= sizeBytes) continue;
    const whole = rest.length === 1 ? part : Buffer.concat(rest);
    let start = 0;
    for (; have - start > sizeBytes; start += sizeBytes)
      yield { piece: whole.subarray(start, start + sizeBytes), last: false };
    rest = [whole.subarray(start)];
    have -= start;
  }
  yield { piece: Buffer.concat(rest), last: true };
}
