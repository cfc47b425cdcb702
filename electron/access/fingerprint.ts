import { createHash } from 'node:crypto';
import { words } from './words';

const wordCount = 8;

/**
 * Eight Dutch words that stand for a text: 64 bits of its SHA-256, to be read out over the telephone. Who wants another key with the same words has to make some
 * 10^19 of them.
 */
function fingerprintWords(text: string): readonly string[] {
  const bytes = createHash('sha256').update(`raakvlak/words ${text}`).digest().subarray(0, wordCount);
  return [...bytes].map((byte) => words[byte] as string);
}

/** Of a space: which marker somebody was pointed at. */
export function wordsOfSpace({
  space,
  founder,
}: {
  readonly space: string;
  readonly founder: string;
}): readonly string[] {
  return fingerprintWords(`space ${space} ${founder}`);
}

/** Of who asks: the device that signs, and the key that would be given access. */
export function wordsOfDevice({
  key,
  recipient,
}: {
  readonly key: string;
  readonly recipient: string;
}): readonly string[] {
  return fingerprintWords(`device ${key} ${recipient}`);
}
