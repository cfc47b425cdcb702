import { describe, expect, test } from 'vitest';
import { checkedWords, readCheckedWords, sheetWordCount } from '../../electron/access/checked-words';
import { readSheet, sheetText } from '../../electron/access/recovery-sheet';
import { words } from '../../electron/access/words';
import { AppError } from '../../shared/base/errors';
import type { SpaceId } from '../../shared/base/ids';
import { seeded } from '../support/seeded';

const seed = 20_261_122;

function faultOf(text: string): unknown {
  try {
    readCheckedWords(text);
    return 'read';
  } catch (error) {
    return error instanceof AppError ? { code: error.code, ...error.params } : error;
  }
}

describe(`checked words (seed ${seed})`, () => {
  const random = seeded(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const secret = (): Uint8Array => Uint8Array.from({ length: 16 }, () => below(256));
  const changed = (list: readonly string[], at: number, word: string): readonly string[] =>
    list.map((each, i) => (i === at ? word : each));
  const other = (word: string): string => words[(words.indexOf(word) + 1 + below(255)) % 256] as string;

  test('500 secrets come back as they were', () => {
    for (let i = 0; i < 500; i += 1) {
      const made = secret();
      const typed = checkedWords(made);
      expect(typed).toHaveLength(sheetWordCount);
      expect([...readCheckedWords(typed.join(' '))]).toEqual([...made]);
    }
  });

  test('how it is typed does not matter: numbers, lines, capitals, accents', () => {
    const typed = checkedWords(secret());
    const text = typed.map((word, i) => `${i + 1}. ${word.toUpperCase()}${i % 4 === 3 ? '\n' : ','}`).join('  ');
    expect(faultOf(text.replace('E', 'É'))).toBe('read');
  });

  test('one wrong word is named with what it should be, wherever it is', () => {
    for (let at = 0; at < sheetWordCount; at += 1) {
      const right = checkedWords(secret());
      const word = other(right[at] as string);
      expect(faultOf(changed(right, at, word).join(' '))).toEqual({
        ...{ code: 'recovery-word-wrong', number: at + 1, word, meant: right[at] },
      });
    }
  });

  test('a word that is none is named with the one that belongs there', () => {
    for (let at = 0; at < sheetWordCount; at += 1) {
      const right = checkedWords(secret());
      const typed = changed(right, at, 'xyzzy').join(' ');
      expect(faultOf(typed)).toEqual({
        code: 'recovery-word-unknown',
        number: at + 1,
        word: 'xyzzy',
        meant: right[at],
      });
    }
    const right = checkedWords(secret());
    const two = changed(changed(right, 3, 'konjn'), 9, 'xyzzy').join(' ');
    expect(faultOf(two)).toMatchObject({ number: 4, meant: 'konijn' });
  });

  test('2,000 sheets with two or three wrong words, or two that changed places, are never taken for right or for one wrong word', () => {
    for (let i = 0; i < 2_000; i += 1) {
      let typed = [...checkedWords(secret())];
      const places = [0, 1, 2].map((part) => part * 6 + below(6)).slice(0, 2 + (i % 2));
      if (i % 3 === 0) {
        const [a = 0, b = 0] = places;
        if (typed[a] === typed[b]) continue;
        const [one, two] = [typed[a] as string, typed[b] as string];
        typed = [...changed(changed(typed, a, two), b, one)];
      } else for (const place of places) typed[place] = other(typed[place] as string);
      expect(faultOf(typed.join(' '))).toEqual({ code: 'recovery-words-wrong' });
    }
  });

  test('a missing word is counted', () => {
    expect(faultOf(checkedWords(secret()).slice(1).join(' '))).toEqual({
      ...{ code: 'recovery-word-count', count: 19, needed: 20 },
    });
    expect(faultOf('')).toMatchObject({ code: 'recovery-word-count', count: 0 });
  });
});

describe('the text of a QR code', () => {
  const space = (i: number) => ({
    ...{ id: String(i).padStart(26, '0') as SpaceId, name: `Ruimte ${i}` },
    ...{ closed: i % 2 === 0, place: `/gedeeld/map van de regio ${i}` },
  });
  const content = {
    ...{ secret: Uint8Array.from({ length: 16 }, (_, i) => i), madeAt: '2024-03-01T09:00:00.000Z' },
    ...{ name: 'Anna Verzonnen', organisation: 'Gemeente Noord' },
  };

  test('comes back as it was', () => {
    const all = { ...content, spaces: [space(1), space(2)] };
    const read = readSheet(sheetText(all));
    expect({ ...read, secret: [...read.secret] }).toEqual({ ...all, secret: [...all.secret] });
  });

  test('leaves out spaces that do not fit, and never the secret', () => {
    const spaces = Array.from({ length: 100 }, (_, i) => space(i));
    const text = sheetText({ ...content, spaces });
    const read = readSheet(text);
    expect(text.length).toBeLessThanOrEqual(1_400);
    expect(read.spaces.length).toBeGreaterThan(5);
    expect(read.spaces).toEqual(spaces.slice(0, read.spaces.length));
  });

  test('is refused when it is damaged', () => {
    const text = sheetText({ ...content, spaces: [] });
    for (const damaged of [text.slice(0, -9), `${text.slice(0, 40)}****`, 'raakvlak:herstelblad#'])
      expect(() => readSheet(damaged)).toThrow(AppError);
  });
});
