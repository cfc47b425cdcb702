import { describe, expect, it } from 'vitest';
import { textDifference } from '../../renderer/features/item/history/text-difference';

const sideOf = (parts: ReturnType<typeof textDifference>, left: 'added' | 'removed'): string =>
  parts
    .filter(({ kind }) => kind !== left)
    .map(({ text }) => text)
    .join('');

describe('textDifference', () => {
  it('marks the words that changed', () => {
    expect(
      textDifference('een vaste begeleider', 'een vast gezicht')
        .filter(({ kind }) => kind !== 'same')
        .map(({ text }) => text),
    ).toEqual(['vaste', 'vast', 'begeleider', 'gezicht']);
  });

  it('leaves out long unchanged runs but keeps the words around a change', () => {
    const middle = 'woord '.repeat(200);
    const parts = textDifference(`oud ${middle}oud`, `nieuw ${middle}nieuw`);
    const skipped = parts.filter(({ kind }) => kind === 'skipped');
    expect(skipped).toHaveLength(1);
    expect(parts.filter(({ kind }) => kind === 'same').every(({ text }) => text.length <= 240)).toBe(true);
  });

  it.each([
    ['short', 'a b c', 'a x c d'],
    ['empty before', '', 'nieuw'],
    ['nothing in common', 'een twee drie '.repeat(400), 'vier vijf zes '.repeat(400)],
    [
      'longer than is compared by word',
      `${'Een zin. '.repeat(3_000)}Einde.`,
      `${'Een zin. '.repeat(2_999)}Anders. Einde.`,
    ],
  ])('gives both texts whole: %s', (_name, before, after) => {
    const parts = textDifference(before, after);
    expect(sideOf(parts, 'added')).toBe(before);
    expect(sideOf(parts, 'removed')).toBe(after);
  });
});
