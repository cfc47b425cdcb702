import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../shared/base/json';
import type { FieldKind, FieldSpec } from '../../shared/model/field';
import { readDraft, toDraft } from '../../renderer/components/field-draft';

const field = (kind: FieldKind, more: Partial<FieldSpec> = {}): FieldSpec => ({ key: 'x', kind, ...more });
const value = (kind: FieldKind, text: string): JsonValue => {
  const read = readDraft(field(kind), text);
  if (!read.ok) throw new Error(`${kind} ${JSON.stringify(text)}: ${read.problem}`);
  return read.value;
};
const problem = (kind: FieldKind, text: string, more: Partial<FieldSpec> = {}): string | null => {
  const read = readDraft(field(kind, more), text);
  return read.ok ? null : read.problem;
};

describe('readDraft', () => {
  it.each([
    'line',
    'text',
    'markdown',
    'choice',
    'list',
    'year',
    'date',
    'period',
    'number',
    'url',
    'email',
    'flag',
  ] as const)('reads an empty %s as null', (kind) => {
    expect(value(kind, '  ')).toBeNull();
  });

  it('asks for a required field', () => {
    expect(problem('line', ' ', { required: true })).toBe('required');
  });

  it('trims lines, keeps the start and the line ends inside long text', () => {
    expect(value('line', ' Start en door ')).toBe('Start en door');
    expect(value('markdown', '  - een\n\n- twee\n\n')).toBe('  - een\n\n- twee');
    expect(value('list', 'A. Jansen\n\n B. de Wit \n')).toEqual(['A. Jansen', 'B. de Wit']);
  });

  it('reads numbers with a Dutch comma and refuses words', () => {
    expect(value('number', '2,5')).toBe(2.5);
    expect(problem('number', 'veel')).toBe('number');
    expect(value('year', ' 2021 ')).toBe(2021);
    expect(problem('year', '21')).toBe('year');
    expect(problem('year', '2021,5')).toBe('year');
  });

  it('reads a period from two years, either of which may be open', () => {
    expect(value('period', '2017/2020')).toEqual({ from: 2017, to: 2020 });
    expect(value('period', '2017/')).toEqual({ from: 2017, to: null });
    expect(value('period', '/2020')).toEqual({ from: null, to: 2020 });
    expect(problem('period', '2020/2017')).toBe('period');
    expect(problem('period', '20/2017')).toBe('year');
  });

  it('reads dates in part, whole and as the Dutch write them, and refuses days that do not exist', () => {
    expect(['2021', '2021-06', '2021-06-30', '30-6-2021', '1/12/2021'].map((text) => value('date', text))).toEqual([
      '2021',
      '2021-06',
      '2021-06-30',
      '2021-06-30',
      '2021-12-01',
    ]);
    expect(['2021-02-30', '2021-13', '31-6-2021', 'morgen'].map((text) => problem('date', text))).toEqual([
      'date',
      'date',
      'date',
      'date',
    ]);
  });

  it('completes a web address and refuses what is none', () => {
    expect(value('url', 'www.voorbeeld.nl/x')).toBe('https://www.voorbeeld.nl/x');
    expect(value('url', 'http://voorbeeld.nl')).toBe('http://voorbeeld.nl');
    expect(['geen adres', 'javascript:alert(1)', 'file:///etc/passwd'].map((text) => problem('url', text))).toEqual([
      'url',
      'url',
      'url',
    ]);
  });

  it('checks mail addresses, choices and lengths', () => {
    expect(problem('email', 'iemand@')).toBe('email');
    expect(value('email', 'info@voorbeeld.nl')).toBe('info@voorbeeld.nl');
    expect(problem('choice', 'klaar', { choices: ['werk', 'afgerond'] })).toBe('choice');
    expect(problem('line', 'a'.repeat(1_001))).toBe('tooLong');
    expect(problem('list', 'a'.repeat(301))).toBe('list');
  });
});

describe('toDraft', () => {
  it.each<[FieldKind, JsonValue]>([
    ['line', 'Start en door'],
    ['markdown', '# Kop\n\ntekst'],
    ['list', ['A. Jansen', 'B. de Wit']],
    ['year', 2021],
    ['number', 2.5],
    ['period', { from: 2017, to: null }],
    ['period', { from: 2017, to: 2020 }],
    ['date', '2021-06'],
    ['flag', true],
    ['line', null],
  ])('of a %s reads back as the same value (%j)', (kind, saved) => {
    expect(value(kind, toDraft(kind, saved))).toEqual(saved);
  });
});
