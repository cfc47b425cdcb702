import { constants, inflateRawSync, inflateSync } from 'node:zlib';

const deepest = 3;
/** What is behind the end, or a missing end, does not matter. */
const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 * 1024 * 1024 };
const base64Run = /[A-Za-z0-9+/_-]{12,}={0,2}/g;

/** Those of these texts that occur in the bytes, as they are or in what gzip, zlib or base64 in them stand for, some levels deep. */
export function textsFoundIn(bytes: Uint8Array, texts: readonly string[], depth = 0): readonly string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found = texts.filter((text) => formsOf(text).some((form) => buffer.includes(form)));
  if (depth === deepest) return found;
  const inside = decodings(buffer).flatMap((decoded) => textsFoundIn(decoded, texts, depth + 1));
  return [...new Set([...found, ...inside])];
}

/** As UTF-8, as JSON writes it, as UTF-16, as hexadecimal digits. */
function formsOf(text: string): readonly Buffer[] {
  const utf8 = Buffer.from(text);
  const escaped = JSON.stringify(text).slice(1, -1);
  const ascii = escaped.replace(/[\u0080-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [
    utf8,
    Buffer.from(escaped),
    Buffer.from(ascii),
    Buffer.from(text, 'utf16le'),
    Buffer.from(utf8.toString('hex')),
  ];
}

function decodings(buffer: Buffer): readonly Buffer[] {
  const decoded: Buffer[] = [];
  for (let at = buffer.indexOf('1f8b08', 0, 'hex'); at >= 0; at = buffer.indexOf('1f8b08', at + 1, 'hex'))
    // Behind its header, and behind the name of a file that may be in it.
    for (const start of [at + 10, buffer.indexOf(0, at + 10) + 1])
      decoded.push(...unpacked(() => inflateRawSync(buffer.subarray(start), options)));
  for (const head of ['7801', '789c', '78da'])
    for (let at = buffer.indexOf(head, 0, 'hex'); at >= 0; at = buffer.indexOf(head, at + 1, 'hex'))
      decoded.push(...unpacked(() => inflateSync(buffer.subarray(at), options)));
  for (const [run] of buffer.toString('latin1').matchAll(base64Run))
    // The run may have begun with what is not part of it.
    for (let skip = 0; skip < 4; skip += 1) decoded.push(Buffer.from(run.slice(skip), 'base64'));
  return decoded;
}

function unpacked(work: () => Buffer): readonly Buffer[] {
  try {
    const bytes = work();
    return bytes.length > 0 ? [bytes] : [];
  } catch {
    return [];
  }
}
