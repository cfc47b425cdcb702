import { AppError } from '../../shared/base/errors';
import { words } from './words';

/**
 * A secret of 16 bytes as 20 words, one for each byte: the last four check the others. They are a Reed-Solomon code over GF(256) (Reed and Solomon, 1960), so that of
 * one wrong word it can be said which it is and what it should be, and two or three are always noticed.
 */
const secretBytes = 16;
const checkBytes = 4;
export const sheetWordCount = secretBytes + checkBytes;

/** Powers of 2 in the field of x^8 + x^4 + x^3 + x^2 + 1, twice around, and their logarithms. */
const powers = powersOfTwo();
const logs = new Map(powers.slice(0, 255).map((value, exponent) => [value, exponent]));

export function checkedWords(secret: Uint8Array): readonly string[] {
  if (secret.length !== secretBytes) throw new RangeError('a secret of 16 bytes');
  return [...secret, ...remainder([...secret])].map((byte) => words[byte] as string);
}

/**
 * The other way, from what somebody typed: case, accents, numbers and what stands between the words do not matter. Errors, each the first that holds: `recovery-word-count`
 * (count, needed), `recovery-word-unknown` and `recovery-word-wrong` (number, word, meant), `recovery-words-wrong`.
 */
export function readCheckedWords(text: string): Uint8Array {
  const typed = typedWords(text);
  if (typed.length !== sheetWordCount)
    throw new AppError('recovery-word-count', { count: typed.length, needed: sheetWordCount });
  const bytes = typed.map((word) => words.indexOf(word));
  const unknown = bytes.indexOf(-1);
  const wrong = wrongByte(bytes.map((byte) => Math.max(byte, 0)));
  if (unknown !== -1) {
    const isOnly = bytes.lastIndexOf(-1) === unknown && (wrong === null || (wrong !== 'many' && wrong.at === unknown));
    const meant = isOnly ? (words[wrong === null ? 0 : wrong.byte] as string) : nearest(typed[unknown] as string);
    throw new AppError('recovery-word-unknown', { number: unknown + 1, word: typed[unknown] as string, meant });
  }
  if (wrong === 'many') throw new AppError('recovery-words-wrong');
  if (wrong !== null) {
    const { at, byte } = wrong;
    const names = { number: at + 1, word: typed[at] as string, meant: words[byte] as string };
    throw new AppError('recovery-word-wrong', names);
  }
  return Uint8Array.from(bytes.slice(0, secretBytes));
}

function typedWords(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replace(/\p{Mark}/gu, '');
  return plain.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/** null: none; `many`: more than one. */
function wrongByte(bytes: readonly number[]): { readonly at: number; readonly byte: number } | 'many' | null {
  const [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = syndromes(bytes);
  if (s0 === 0 && s1 === 0 && s2 === 0 && s3 === 0) return null;
  const isOne = s0 !== 0 && s1 !== 0 && times(s1, s1) === times(s0, s2) && times(s2, s2) === times(s1, s3);
  if (!isOne) return 'many';
  const exponent = (logOf(s1) - logOf(s0) + 255) % 255;
  const at = bytes.length - 1 - exponent;
  const now = bytes[at];
  return now === undefined ? 'many' : { at, byte: now ^ s0 };
}

/** The word of the list that takes the fewest letters to change. */
function nearest(word: string): string {
  const distances = words.map((known) => ({ known, distance: lettersApart(word, known) }));
  return distances.sort((a, b) => a.distance - b.distance)[0]?.known ?? '';
}

/** Levenshtein's distance. */
function lettersApart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, against] of [...other].entries())
      next.push(
        Math.min(
          (next[j] as number) + 1,
          (row[j + 1] as number) + 1,
          (row[j] as number) + (letter === against ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[other.length] as number;
}

/** The words taken as a polynomial, the first with the highest power, at 1, 2, 4 and 8: all zero when it is whole. */
function syndromes(bytes: readonly number[]): readonly number[] {
  return Array.from({ length: checkBytes }, (_, j) =>
    bytes.reduce((sum, byte) => times(sum, powers[j] as number) ^ byte, 0),
  );
}

/** Of the secret with four zeros behind it, divided by (x - 1)(x - 2)(x - 4)(x - 8). */
function remainder(secret: readonly number[]): readonly number[] {
  const divisor = Array.from({ length: checkBytes }, (_, j) => powers[j] as number).reduce(
    (product, root) => [...product, 0].map((value, i) => value ^ (i === 0 ? 0 : times(product[i - 1] as number, root))),
    [1],
  );
  const rest = [...secret, ...Array.from({ length: checkBytes }, () => 0)];
  for (let at = 0; at < secret.length; at += 1) {
    const factor = rest[at] as number;
    for (const [i, value] of divisor.entries()) rest[at + i] = (rest[at + i] as number) ^ times(value, factor);
  }
  return rest.slice(-checkBytes);
}

function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (powers[logOf(a) + logOf(b)] as number);
}

function logOf(value: number): number {
  return logs.get(value) as number;
}

function powersOfTwo(): readonly number[] {
  const found: number[] = [];
  for (let value = 1; found.length < 510; value = value < 128 ? value * 2 : (value * 2) ^ 0x11d) found.push(value);
  return found;
}
