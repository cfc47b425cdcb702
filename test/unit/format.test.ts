import { renderToString } from 'react-dom/server';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { useFormat, type Format } from '../../renderer/components/format';
import { LanguageContext } from '../../renderer/components/use-text';

const languages = [
  ['nl', 'nl-NL'],
  ['en', 'en-GB'],
] as const;
const numbers = [0, 7, 999, 1_000, 12_345, 999_999, 1_000_000, 1_234_567_890, -5, -1_234, 0.5, 1_234.25, -0.125, 1e21];

describe('numbers', () => {
  it.each(languages)('are written in %s as the formatter of the system writes them', (language, locale) => {
    const format = new Intl.NumberFormat(locale);
    expect(numbers.map(formatIn(language).number)).toEqual(numbers.map((value) => format.format(value)));
  });
});

describe('moments', () => {
  it.each(languages)('are written in %s as the formatter of the system writes them', (language, locale) => {
    const now = new Date();
    const days = Array.from({ length: 12 }, (_, month) => new Date(2021, month, month + 1, 12));
    const wanted = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
    const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
    const { moment } = formatIn(language);
    expect(days.map((day) => moment(day.toISOString()))).toEqual(days.map((day) => wanted.format(day)));
    expect(moment(now.toISOString())).toBe(time.format(now));
  });

  it('say no year that is this one', () => {
    const now = new Date();
    const other = new Date(now.getFullYear(), (now.getMonth() + 6) % 12, 9);
    const wanted = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'short' }).format(other);
    expect(formatIn('nl').moment(other.toISOString())).toBe(wanted);
  });

  it('have a time of two figures each', () => {
    expect(formatIn('nl').time(new Date(2021, 1, 3, 9, 5).toISOString())).toBe('09:05');
  });
});

function formatIn(language: 'nl' | 'en'): Format {
  const found: Format[] = [];
  const Finder = (): null => {
    found.push(useFormat());
    return null;
  };
  renderToString(createElement(LanguageContext.Provider, { value: language }, createElement(Finder)));
  return found[0] as Format;
}
