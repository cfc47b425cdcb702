import { describe, expect, test } from 'vitest';
import { elevenRest, numberRuns } from '../../shared/guard/numbers';

describe('the eleven-test', () => {
  // Worked out by hand: 9a + 8b + 7c + 6d + 5e + 4f + 3g + 2h - i, a multiple of eleven.
  test.each(['123456782', '111222333', '999990019'])('%s passes', (digits) => expect(elevenRest(digits)).toBe(0));
  test.each([
    ['123456789', 4],
    ['123456781', 1],
    ['213456782', 1],
    ['100000005', 4],
  ])('%s does not: the rest is %i', (digits, rest) => expect(elevenRest(digits)).toBe(rest));

  test('finds every number with one wrong digit, and every two neighbours that changed places', () => {
    const good = '123456782';
    for (let at = 0; at < 9; at += 1)
      for (let digit = 0; digit < 10; digit += 1) {
        const wrong = good.slice(0, at) + String(digit) + good.slice(at + 1);
        if (wrong !== good) expect(elevenRest(wrong), wrong).not.toBe(0);
      }
    for (let at = 0; at < 8; at += 1) {
      const swapped = good.slice(0, at) + good.charAt(at + 1) + good.charAt(at) + good.slice(at + 2);
      if (swapped !== good) expect(elevenRest(swapped), swapped).not.toBe(0);
    }
  });

  test('eight digits lack the leading zero', () => expect(elevenRest('12345672')).toBe(elevenRest('012345672')));
});

test.each([
  ['BSN 123456782.', ['123456782']],
  ['123.456.782 en 123 456 782 en 1234-56-782', ['123456782', '123456782', '123456782']],
  ['123 456 782 12 maart', ['123456782']],
  ['12345678', ['12345678']],
  ['1234567 en 1234567890', []],
  ['op 12-03-2007, 2007-03-12 en 12.03.2007', []],
  ['+31612345678, 06-12345678', []],
  ['NL91ABNA0417164300, VSV-123456782, 123456782,50', []],
])('the numbers of eight or nine digits in %j', (text, digits) => {
  expect([...numberRuns(text)].map((run) => run.digits).sort()).toEqual([...digits].sort());
  for (const { start, end, digits: own } of numberRuns(text))
    expect(text.slice(start, end).replace(/\D/g, '')).toBe(own);
});
