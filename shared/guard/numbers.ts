import type { Span } from './finding';

/** The rest of the eleven-test: digits times 9 to 2, the last one times -1. Eight digits lack the leading zero. A BSN has 0, an education number 5. */
export function elevenRest(digits: string): number {
  const weighed = [...digits.padStart(9, '0')].map((digit, at) => Number(digit) * (at === 8 ? -1 : 9 - at));
  const sum = weighed.reduce((total, value) => total + value, 0);
  return ((sum % 11) + 11) % 11;
}

export interface NumberRun extends Span {
  readonly digits: string;
}

const bare = /(?<![\p{L}\d_.,/-]|\+\d{0,2} ?)\d{8,9}(?![\d_]|[.,-]\d)/gu;
const grouped = /(?<![\p{L}\d_/-]|[.,]|\+\d{0,2} ?)\d{1,5}(?:([ .-])\d{1,5})(?:\1\d{1,5}){0,8}(?![\d_])/gu;
const date = /^(?:\d{1,2}([ .-])\d{1,2}\1\d{4}|\d{4}([ .-])\d{1,2}\2\d{1,2})$/;

/** Numbers of eight or nine digits, written at once or in groups parted by one kind of sign; no dates. */
export function* numberRuns(text: string): Generator<NumberRun> {
  for (const { 0: digits, index } of text.matchAll(bare)) yield { digits, start: index, end: index + digits.length };
  for (const { 0: written, 1: sign = ' ', index } of text.matchAll(grouped)) {
    if (date.test(written)) continue;
    const parts = written.split(sign);
    // What follows with the same sign may be the next number: the first groups that make eight or nine digits count.
    for (let count = parts.length; count > 1; count -= 1) {
      const start = parts.slice(0, count).join(sign);
      const digits = parts.slice(0, count).join('');
      if (digits.length !== 8 && digits.length !== 9) continue;
      yield { digits, start: index, end: index + start.length };
      break;
    }
  }
}
