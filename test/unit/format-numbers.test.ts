import { renderToString } from 'react-dom/server';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { useFormat } from '../../renderer/components/format';
import { LanguageContext } from '../../renderer/components/use-text';

const numbers = [0, 7, 999, 1_000, 12_345, 999_999, 1_000_000, 1_234_567_890, -5, -1_234, 0.5, 1_234.25, -0.125, 1e21];

describe('numbers', () => {
  it.each([
    ['nl', 'nl-NL'],
    ['en', 'en-GB'],
  ] as const)('are written in %s as the formatter of the system writes them', (language, locale) => {
    const format = new Intl.NumberFormat(locale);
    expect(written(language)).toEqual(numbers.map((value) => format.format(value)));
  });
});

function written(language: 'nl' | 'en'): string[] {
  const all: string[] = [];
  const Writer = (): null => {
    const { number } = useFormat();
    all.push(...numbers.map(number));
    return null;
  };
  renderToString(createElement(LanguageContext.Provider, { value: language }, createElement(Writer)));
  return all;
}
