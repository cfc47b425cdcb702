import { describe, expect, it } from 'vitest';
import { hunksOf, mergedText, type Side } from '../../renderer/features/item/versions/merge';

const left = 'Inleiding.\n\nDe mentor belt in juni.\n\nSlot.';
const right = 'Inleiding.\n\nDe mentor belt in mei.\n\nSlot.\n\nBijlage.';

function choices(text: readonly Side[]): string {
  return mergedText(hunksOf(left, right), text, '\n\n');
}

describe('merging two versions of a text', () => {
  it('finds the paragraphs that differ, in order', () => {
    expect(hunksOf(left, right)).toEqual([
      { kind: 'same', text: 'Inleiding.\n\n' },
      { kind: 'choice', left: 'De mentor belt in juni.\n\n', right: 'De mentor belt in mei.\n\n' },
      { kind: 'same', text: 'Slot.\n\n' },
      { kind: 'choice', left: '', right: 'Bijlage.\n\n' },
    ]);
  });

  it('gives back each version when one side is chosen everywhere', () => {
    expect(choices(['left', 'left'])).toBe(left);
    expect(choices(['right', 'right'])).toBe(right);
  });

  it('takes each difference from the side that was chosen', () => {
    expect(choices(['left', 'right'])).toBe('Inleiding.\n\nDe mentor belt in juni.\n\nSlot.\n\nBijlage.');
    expect(choices(['both', 'left'])).toBe('Inleiding.\n\nDe mentor belt in juni.\n\nDe mentor belt in mei.\n\nSlot.');
  });

  it('keeps everything of both when nothing was chosen yet', () => {
    expect(choices([])).toBe('Inleiding.\n\nDe mentor belt in juni.\n\nDe mentor belt in mei.\n\nSlot.\n\nBijlage.');
  });

  it('joins two lines with what stands between them', () => {
    expect(mergedText(hunksOf('Zomerbrug', 'Zomerbrug 2'), ['both'], ' / ')).toBe('Zomerbrug / Zomerbrug 2');
  });

  it('has no choices for equal texts, and one for texts without a common paragraph', () => {
    expect(hunksOf('a\n\nb', 'a\n\nb\n')).toEqual([{ kind: 'same', text: 'a\n\nb\n\n' }]);
    expect(hunksOf('', 'nieuw')).toEqual([{ kind: 'choice', left: '', right: 'nieuw\n\n' }]);
  });
});
