import { describe, expect, it } from 'vitest';
import { compareTexts, type ComparedRow } from '../../shared/text/compare-texts';
import { seeded } from '../support/seeded';

const wordsOf = (count: number, at: number): string => Array.from({ length: count }, (_, i) => `w${at}x${i}`).join(' ');

/** One side of the rows, as it was. */
function side(rows: readonly ComparedRow[], which: 'before' | 'after'): readonly string[] {
  return rows.flatMap((row) => {
    if (row.kind === 'same') return [row.text];
    if (row.kind === 'changed') return [row[which].map(({ text }) => text).join('')];
    if (row.kind === 'skipped') return [];
    return (row.kind === 'removed') === (which === 'before') ? [row.text] : [];
  });
}

describe('compareTexts', () => {
  it('puts a changed paragraph beside the one it was, with the words', () => {
    const { rows, changes } = compareTexts(
      'Een.\n\nDe coach belt elke week met de jongere.\n\nDrie.',
      'Een.\n\nNieuw stuk hier.\n\nDe coach belt elke dag met de jongere.\n\nDrie.',
    );
    expect(changes).toBe(2);
    expect(rows.map(({ kind }) => kind)).toEqual(['same', 'added', 'changed', 'same']);
    expect(rows[2]).toMatchObject({ after: expect.arrayContaining([{ kind: 'changed', text: 'dag' }]) });
  });

  it('counts equal paragraphs far from a change', () => {
    const text = Array.from({ length: 40 }, (_, i) => `Alinea ${i}.`).join('\n\n');
    const { rows } = compareTexts(text, text.replace('Alinea 20.', 'Alinea twintig.'));
    expect(rows[0]).toEqual({ kind: 'skipped', count: 18 });
    expect(rows.at(-1)).toEqual({ kind: 'skipped', count: 17 });
  });

  it('loses nothing of either text, seed 7', () => {
    const random = seeded(7);
    for (let run = 0; run < 30; run += 1) {
      const before = Array.from({ length: 12 }, (_, i) => wordsOf(5, i));
      const after = before
        .filter(() => random() > 0.2)
        .flatMap((text) => (random() > 0.7 ? [text.replace('x2', 'y2'), wordsOf(4, 90)] : [text]));
      const { rows } = compareTexts(before.join('\n'), after.join('\n\n'));
      const skipped = rows.some(({ kind }) => kind === 'skipped');
      if (skipped) continue;
      expect(side(rows, 'before')).toEqual(before);
      expect(side(rows, 'after')).toEqual(after);
    }
  });

  it('takes texts that have nothing in common in seconds', () => {
    const long = (from: number): string => Array.from({ length: 1_500 }, (_, i) => wordsOf(30, from + i)).join('\n');
    const started = performance.now();
    expect(compareTexts(long(0), long(10_000)).changes).toBeGreaterThan(1_499);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
