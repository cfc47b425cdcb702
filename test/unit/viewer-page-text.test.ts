import { describe, expect, it } from 'vitest';
import { pageText, type TextPiece } from '../../renderer/viewers/pdf/page-text';
import { findSearched, findTyped } from '../../shared/search/hit-terms';

const lines = (...texts: string[]): TextPiece[] => texts.map((str) => ({ str, hasEOL: true }));
const raw = (pieces: TextPiece[]): string => pieces.map(({ str }) => str).join('');

describe('pageText', () => {
  it('rejoins a word that was broken over lines and marks it with its hyphen', () => {
    const pieces = lines('dat is be-', 'langrijk voor', 'iedereen');
    const [hit] = findSearched(pageText(pieces), 'belangrijk');
    expect(raw(pieces).slice(...(hit ?? [0, 0]))).toBe('be-langrijk');
  });

  it('keeps lines apart, and a hyphen that parts no word', () => {
    const pieces = lines('bij de overstap', 'naar het mbo -', 'zie vo-', 'Mbo');
    expect(pageText(pieces).folded).toBe('bij de overstap\nnaar het mbo -\nzie vo-\nmbo');
    expect(findTyped(pageText(pieces), 'overstap naar').map(([start, end]) => raw(pieces).slice(start, end))).toEqual([
      'overstapnaar',
    ]);
  });

  it('takes an empty piece at the end of a line as the end of the line before it', () => {
    const pieces: TextPiece[] = [
      { str: 'een be-', hasEOL: false },
      { str: '', hasEOL: true },
      { str: 'geleider', hasEOL: false },
    ];
    expect(pageText(pieces).folded).toBe('een begeleider');
    expect(pageText([]).offsets).toEqual([0]);
  });
});
