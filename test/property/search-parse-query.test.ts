import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../shared/search/parse-query';
import { printQuery } from '../../shared/search/print-query';
import { openTestLibrary } from '../support/search-library';
import { testQuery } from '../support/search-items';

const seed = 20_240_611;
const piece = fc.oneof(
  fc.constantFrom(
    '"',
    '-',
    '*',
    ' ',
    ':',
    'OR',
    'OF',
    'title:',
    'jaar:',
    'type:',
    'tag:',
    'vo-mbo',
    "vsv'er",
    '18+',
    'ĳ',
    '(',
    ')',
    '^',
    '{',
    '“',
    '\u0000',
    'AND',
    'NEAR(',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const anyText = fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(''));

describe(`what people type, seed ${seed}`, () => {
  it('always gives a query, and printing it gives that query again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = parseQuery(text);
        expect(parseQuery(printQuery(read))).toEqual(read);
      }),
      { seed, numRuns: 2_000 },
    );
  });
  it('never makes the database refuse it', () => {
    const library = openTestLibrary();
    library.put({ n: 1, fields: { title: 'Verzuim' } });
    fc.assert(
      fc.property(anyText, (text) => {
        library.search.query(testQuery(text), 'quick');
        library.search.query(testQuery(text), 'full');
      }),
      { seed, numRuns: 1_000 },
    );
  });
});
