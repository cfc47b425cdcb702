import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { AgeError } from './age-error';

/** One way to the file key: for one recipient, or one passphrase. */
export interface Stanza {
  readonly type: string;
  readonly args: readonly string[];
  readonly body: Uint8Array;
}

export interface Header {
  readonly stanzas: readonly Stanza[];
  readonly mac: Uint8Array;
  /** What the mac is of: the header up to and including `---`. */
  readonly signed: Uint8Array;
  /** Where the payload begins. */
  readonly sizeBytes: number;
}

/** What a header may cost before any cipher is asked: ours have one stanza and 200 bytes. */
export const headerLimits = { sizeBytes: 8192, stanzas: 20 } as const;

const firstLine = 'age-encryption.org/v1';
const bodyColumns = 64;
const stanzaLine = /^-> [!-~]+(?: [!-~]+)*$/;
const macLine = /^--- ([A-Za-z0-9+/]{43})$/;

/** Base64 without padding, in its one canonical spelling; null for anything else. */
export function decodeBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return encodeBase64(bytes) === text ? bytes : null;
}

export function encodeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}

/**
 * Reads the header at the start of an age file (age-encryption.org/v1) without asking any cipher, of which at most `headerLimits` is looked at. Errors: AgeError
 * `header`, `too-large`.
 */
export function readHeader(bytes: Uint8Array): Header {
  const lines = new Lines(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headerLimits.sizeBytes)));
  if (lines.next() !== firstLine) throw new AgeError('header');
  const stanzas: Stanza[] = [];
  for (;;) {
    const start = lines.at;
    const line = lines.next();
    const mac = macLine.exec(line)?.[1];
    if (mac !== undefined && stanzas.length > 0) {
      const decoded = decodeBase64(mac);
      if (decoded === null) throw new AgeError('header');
      return { stanzas, mac: decoded, signed: bytes.subarray(0, start + 3), sizeBytes: lines.at };
    }
    if (!stanzaLine.test(line)) throw new AgeError('header');
    if (stanzas.length === headerLimits.stanzas) throw new AgeError('too-large');
    const [type = '', ...args] = line.slice(3).split(' ');
    stanzas.push({ type, args, body: readBody(lines) });
  }
}

/** The header of a file with these stanzas. */
export function encodeHeader(stanzas: readonly Stanza[], fileKey: Uint8Array): Buffer {
  const lines = stanzas.flatMap(({ type, args, body }) => [`-> ${[type, ...args].join(' ')}`, ...bodyLines(body)]);
  const signed = Buffer.from([firstLine, ...lines, '---'].join('\n'));
  return Buffer.concat([signed, Buffer.from(` ${encodeBase64(macOf(signed, fileKey))}\n`)]);
}

/** Error: AgeError `mac`. */
export function checkMac({ signed, mac }: Header, fileKey: Uint8Array): void {
  if (!timingSafeEqual(macOf(signed, fileKey), mac)) throw new AgeError('mac');
}

function macOf(signed: Uint8Array, fileKey: Uint8Array): Buffer {
  const key = Buffer.from(hkdfSync('sha256', fileKey, '', 'header', 32));
  return createHmac('sha256', key).update(signed).digest();
}

/** Full lines, then one that is shorter, which may be empty. */
function readBody(lines: Lines): Buffer {
  const parts: Buffer[] = [];
  for (;;) {
    const line = lines.next();
    const part = line.length > bodyColumns ? null : decodeBase64(line);
    if (part === null) throw new AgeError('header');
    parts.push(part);
    if (line.length < bodyColumns) return Buffer.concat(parts);
  }
}

function bodyLines(body: Uint8Array): readonly string[] {
  const text = encodeBase64(body);
  const lines: string[] = [];
  for (let start = 0; start <= text.length; start += bodyColumns) lines.push(text.slice(start, start + bodyColumns));
  return lines;
}

class Lines {
  at = 0;

  constructor(private readonly bytes: Buffer) {}

  next(): string {
    const end = this.bytes.indexOf(10, this.at);
    if (end < 0) throw new AgeError(this.bytes.length === headerLimits.sizeBytes ? 'too-large' : 'header');
    const line = this.bytes.toString('latin1', this.at, end);
    this.at = end + 1;
    return line;
  }
}
