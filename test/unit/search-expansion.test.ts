import { beforeEach, describe, expect, it } from 'vitest';
import { openTestLibrary, type TestLibrary } from '../support/search-library';
import { testQuery } from '../support/search-items';

/** One document for each text, titled with its number; the text is on its only page. */
function libraryOf(...texts: readonly string[]): TestLibrary {
  const library = openTestLibrary();
  library.put(...texts.map((_, n) => ({ n: n + 1, fields: { title: `Stuk ${n + 1}` }, file: n + 1 })));
  texts.forEach((text, n) => library.putText(n + 1, [text]));
  return library;
}

const offered = (library: TestLibrary, text: string): string[] =>
  library.search.query(testQuery(text), 'full').summary.expansions.map(({ kind, to }) => `${kind} ${to}`);

describe('what belongs together is found together', () => {
  it.each([
    ['verzuim', 'Het ziekteverzuim daalt.'],
    ['ziekteverzuim', 'Het verzuim daalt.'],
    ['RBL', 'Bel het Regionaal Bureau Leerlingzaken.'],
    ['regionaal bureau leerlingzaken', 'Bel het RBL.'],
    ['vsv', 'Een plan voor voortijdig schoolverlaters.'],
    ['voortijdig schoolverlaten', 'Cijfers over vsv.'],
    ['thuiszitten', 'Drie thuiszitters bereikt.'],
    ['thuiszitters', 'Lang thuiszitten schaadt.'],
    ['routekaart', 'Twee routekaarten gemaakt.'],
    ['schoolverlaten', 'De schoolverlaters zijn gebeld.'],
    ['startkwalificatie', 'Zonder startkwalificaties geen werk.'],
    ['Doorstroompunt', 'Het RMC belt na.'],
    ['RMC', 'Het Doorstroompunt belt na.'],
    ['LOB', 'Loopbaanoriëntatie en -begeleiding in klas drie.'],
    ['overgang', 'De overstap naar het mbo.'],
    ['coach', 'Een verzuimcoach per school.'],
    ['leerplicht', 'De leerplichtambtenaar belt.'],
    ['begeleiden', 'Elke begeleider kent de ouders.'],
    ['swv', 'Het samenwerkingsverband beslist.'],
  ])('%s: %s', (query, text) => {
    const library = libraryOf(text, 'Niets van dit al.');
    expect(library.titles(query)).toEqual(['Stuk 1']);
    expect(library.titles(`${query} `)).toEqual(['Stuk 1']);
  });

  it('asks for all words, each in its own way', () => {
    const library = libraryOf(
      'Het Regionaal Bureau Leerlingzaken zit aan de thuiszitterstafel.',
      'Alleen het Regionaal Bureau Leerlingzaken.',
    );
    expect(library.titles('RBL thuiszitten')).toEqual(['Stuk 1']);
  });

  it.each([
    ['rijk', 'Dit is belangrijk.'],
    ['wijs', 'Het onderwijs verandert.'],
    ['maat', 'De maatregel werkt.'],
    ['val', 'De uitval daalt.'],
    ['stuur', 'Het bestuur beslist.'],
  ])('%s does not find: %s', (query, text) => expect(libraryOf(text).titles(`${query} `)).toEqual([]));
});

describe('what was added', () => {
  const pages = [
    'Cijfers over vsv in de regio.',
    'Voortijdig schoolverlaten komt vaker voor.',
    'Schooluitval en wat het kost.',
    'Het ziekteverzuim.',
  ];
  let library = libraryOf(...pages);
  beforeEach(() => {
    library = libraryOf(...pages);
  });
  it('is told, with why', () => {
    const { expansions } = library.search.query(testQuery('vsv '), 'quick').summary;
    expect(expansions).toContainEqual({
      id: 'abbreviation: vsv > Voortijdig schoolverlaten',
      from: 'vsv',
      to: 'Voortijdig schoolverlaten',
      kind: 'abbreviation',
      on: true,
    });
    expect(expansions.every(({ on }) => on)).toBe(true);
  });
  it('names nothing that the library does not have', () => {
    expect(offered(library, 'vsv')).not.toContain('synonym uitvaller');
    expect(offered(library, 'verzuim')).toEqual(['compound verzuim']);
  });
  it('can be switched off one by one', () => {
    const without = library.search
      .query(testQuery('vsv '), 'full')
      .summary.expansions.filter(({ to }) => to === 'schooluitval')
      .map(({ id }) => id);
    const found = library.search.query(testQuery('vsv ', { withoutExpansions: without }), 'full');
    expect(found.rows.map(({ title }) => title).sort()).toEqual(['Stuk 1', 'Stuk 2']);
    expect(found.summary.expansions.filter(({ on }) => !on).map(({ to }) => to)).toEqual(['schooluitval']);
  });
  it('is nothing in quotes', () => {
    expect(library.titles('"vsv"')).toEqual(['Stuk 1']);
    expect(offered(library, '"vsv"')).toEqual([]);
    expect(library.titles('"verzuim"')).toEqual([]);
  });
  it('is nothing when all of it is switched off: the same rows in the same order with the same scores', () => {
    const plain = openTestLibrary(':memory:', { knowledge: null });
    const texts = ['vsv en RMC', 'voortijdig schoolverlaten', 'ziekteverzuim, vsv', 'verzuim en vsv', 'thuiszitters'];
    for (const each of [plain, library]) {
      each.put(...texts.map((text, n) => ({ n: n + 20, fields: { title: text, summary: texts[(n + 1) % 5] ?? '' } })));
    }
    plain.put(...[1, 2, 3, 4].map((n) => ({ n, fields: { title: `Stuk ${n}` }, file: n })));
    for (const [n, text] of pages.entries()) plain.putText(n + 1, [text]);
    for (const text of ['vsv', 'verzuim ', 'thuiszitten', 'rmc vsv', 'ziekteverzuim ', 'voortijdig schoolverlaten']) {
      const { expansions } = library.search.query(testQuery(text), 'full').summary;
      const withoutExpansions = expansions.map(({ id }) => id);
      expect(expansions.length).toBeGreaterThan(0);
      for (const mode of ['quick', 'full'] as const)
        expect(library.search.query(testQuery(text, { withoutExpansions }), mode).rows).toEqual(
          plain.search.query(testQuery(text), mode).rows,
        );
    }
  });
  it('does not widen what is left out', () => {
    expect(library.titles('-vsv ').sort()).toEqual(['Stuk 2', 'Stuk 3', 'Stuk 4']);
  });
  it('is marked in the text', () => {
    const [row] = library.search.query(testQuery('verzuim '), 'full').rows;
    const { text, marks } = row?.snippet ?? { text: '', marks: [] };
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['ziekteverzuim']);
  });
});

describe('ages and names of two regimes', () => {
  it('finds one by the other, and never 12-23 by 12-27', () => {
    const library = libraryOf(
      'Het RMC volgt jongeren van 12-23 jaar.',
      'Het Doorstroompunt volgt jongeren van 12-27 jaar.',
    );
    expect(library.titles('doorstroompunt').sort()).toEqual(['Stuk 1', 'Stuk 2']);
    expect(library.titles('12-27 ')).toEqual(['Stuk 2']);
    expect(library.titles('12-23 ')).toEqual(['Stuk 1']);
    expect(offered(library, '12-27 ')).toEqual([]);
    expect(library.titles('doorstroompunt 12-27 ')).toEqual(['Stuk 2']);
  });
});

describe('terms of the library', () => {
  it('work at once, without indexing again, and in the place of those of the app', () => {
    const library = libraryOf('Wij werken met de zilvervloot.', 'Bel het Regionaal Bureau Leerlingzaken.');
    expect(library.titles('spaarplan ')).toEqual([]);
    library.put({ n: 50, fields: { type: 'term', title: 'Spaarplan' }, sets: { synonyms: ['zilvervloot'] } });
    expect(library.titles('spaarplan ').sort()).toEqual(['Spaarplan', 'Stuk 1']);
    library.put({ n: 51, fields: { type: 'term', title: 'RBL', abbreviation: 'RBL', longForm: 'Rode Band Langs' } });
    expect(library.titles('rbl ')).toEqual(['RBL']);
    library.put({ n: 51, fields: { type: 'term', title: 'RBL' }, deleted: true });
    expect(library.titles('rbl ')).toEqual(['Stuk 2']);
  });
  it('take a successor from a relation as well', () => {
    const library = libraryOf('Het Oude Ding.', 'Het Nieuwe Ding.');
    library.put({ n: 60, fields: { type: 'term', title: 'Oude Ding' } });
    library.put({
      n: 61,
      fields: { type: 'term', title: 'Nieuwe Ding' },
      sets: { relations: [{ kind: 'replaces', target: (60).toString(36).padStart(26, '0') }] },
    });
    expect(library.titles('oude ding ')).toContain('Stuk 2');
  });
});

describe('why', () => {
  it('says for each word where it stands, and by what it was found', () => {
    const library = libraryOf('Het RBL belt. Het Regionaal Bureau Leerlingzaken schrijft.');
    const fields = [{ field: 'title', text: 'RBL' }];
    const hash = (1).toString(16).padStart(64, '0');
    const reasons = library.search.why(testQuery('rbl '), fields, hash);
    expect(
      reasons.map(({ field, page, words, count, expansion }) => [field, page, words, count, expansion?.to]),
    ).toEqual([
      ['title', null, ['RBL'], 1, undefined],
      ['page', 0, ['RBL'], 1, undefined],
      ['page', 0, ['Regionaal Bureau Leerlingzaken'], 1, 'Regionaal Bureau Leerlingzaken'],
    ]);
  });
});
