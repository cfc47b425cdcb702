export type PasswordStrength = 'weak' | 'fair' | 'strong';

/** From 40 bits guessing costs more than such a text is worth to most; from 56 more than anybody has (electron/package/DECISIONS.md). */
const fairBits = 40;
const strongBits = 56;

export function passwordStrength(password: string): PasswordStrength {
  const bits = passwordBits(password);
  if (bits < fairBits) return 'weak';
  return bits < strongBits ? 'fair' : 'strong';
}

/**
 * At least how many yes-no questions somebody has to guess right who knows how people choose: a word is one of some hundreds, however long it is, a year one of some
 * tens, and what was there before adds hardly anything. Rather too low than too high.
 */
export function passwordBits(password: string): number {
  const seen = new Set<string>();
  let bits = 0;
  for (const [part] of password.normalize('NFKC').matchAll(/\p{Lu}?\p{Ll}+|\p{Lu}+|\p{N}+|[^\p{L}\p{N}]/gu)) {
    const folded = part.toLowerCase();
    bits += seen.has(folded) ? 0.5 : bitsOf(part);
    seen.add(folded);
  }
  return bits;
}

const wordBits = 8;
const letterBits = 4.7;
const digitBits = 3.3;

function bitsOf(part: string): number {
  if (/^\p{L}/u.test(part)) {
    // What parts words says hardly anything; twelve letters are a long word, and beyond that it may be several.
    const long = Math.max(0, part.length - 12) * 1.5;
    return Math.min(part.length * letterBits, wordBits) + long;
  }
  if (/^(?:19|20)\d\d$/.test(part)) return 5;
  if (/^\p{N}/u.test(part)) return digitsThatCount(part) * digitBits;
  return /[\s.,_-]/.test(part) ? 0 : 4;
}

/** In 1234, 9876 and 0000 only the first: the others go on in the same way. */
function digitsThatCount(digits: string): number {
  const steps = [...digits].slice(1).map((digit, i) => Number(digit) - Number(digits[i]));
  return 1 + steps.filter((step, i) => (i === 0 ? Math.abs(step) > 1 : step !== steps[i - 1])).length;
}
