import { words } from '../access/words';

const wordCount = 7;

/** Seven Dutch words, to be read out over the telephone: 56 bits. `random` gives that many bytes from a cryptographic source. */
export function proposePassword(random: (sizeBytes: number) => Uint8Array): string {
  return [...random(wordCount)].map((byte) => words[byte] as string).join('-');
}
