import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingKinds, type FindingKind } from '../../shared/guard/finding';
import { elevenRest } from '../../shared/guard/numbers';
import { seeded } from './seeded';

export interface Snippet {
  readonly text: string;
  /** What must be found. */
  readonly expected: readonly FindingKind[];
  readonly isClean: boolean;
}

/** The judged snippets of one half; numbers are drawn from a seed. */
export function snippets(half: 'rules' | 'held-out'): readonly Snippet[] {
  const source = readFileSync(join(import.meta.dirname, `../fixtures/guard/snippets-${half}.txt`), 'utf8');
  const draw = numbersFrom(half === 'rules' ? 7 : 11);
  return source
    .split(/^== /m)
    .slice(1)
    .map((record) => {
      const [first = '', ...rest] = record.trimEnd().split('\n');
      const expected = first
        .split(' ')
        .filter((word): word is FindingKind => findingKinds.includes(word as FindingKind));
      return { text: filled(rest.join('\n'), draw), expected, isClean: first.trim() === 'clean' };
    });
}

function filled(text: string, draw: Numbers): string {
  return text
    .replaceAll(/\\([tn])/g, (_, sign: string) => (sign === 't' ? '\t' : '\n'))
    .replaceAll('{bsn}', () => draw.bsn())
    .replaceAll('{bsn.}', () => inThrees(draw.bsn(), '.'))
    .replaceAll('{bsn }', () => inThrees(draw.bsn(), ' '))
    .replaceAll('{bsn8}', () => draw.bsn8())
    .replaceAll('{other}', () => draw.other())
    .replaceAll('{pass}', () => draw.pass())
    .replaceAll('{ond}', () => draw.education());
}

function inThrees(digits: string, sign: string): string {
  return digits.replace(/(\d{3})(\d{3})(\d{3})/, `$1${sign}$2${sign}$3`);
}

export interface Numbers {
  bsn(): string;
  bsn8(): string;
  other(): string;
  pass(): string;
  education(): string;
}

/** Numbers that pass the eleven-test or fail it, none of which is anybody's as far as is known. */
export function numbersFrom(seed: number): Numbers {
  const random = seeded(seed);
  const draw = (start: string, length: number, rest: (rest: number) => boolean): string => {
    for (;;) {
      const digits = Array.from({ length: length - start.length }, () => Math.floor(random() * 10)).join('');
      if (rest(elevenRest(start + digits))) return start + digits;
    }
  };
  return {
    bsn: () => draw('9999', 9, (rest) => rest === 0),
    bsn8: () => draw('9999', 8, (rest) => rest === 0),
    other: () => draw('2', 9, (rest) => rest !== 0),
    pass: () => draw('2', 9, (rest) => rest === 0),
    education: () => draw('10', 9, (rest) => rest === 5),
  };
}
