import { describe, expect, it } from 'vitest';
import { parseReferences, referenceFormat } from '../../electron/documents/references';

const ris = [
  'TY  - JOUR',
  'TI  - Overstap van vo naar mbo',
  'AU  - Verwolde, Jet',
  'AU  - Boer, Sem de',
  'PY  - 2021',
  'JO  - Tijdschrift voor verzonnen onderzoek',
  'VL  - 3',
  'IS  - 2',
  'SP  - 10',
  'EP  - 20',
  'DO  - https://doi.org/10.1234/abc',
  'UR  - https://example.org/a',
  'LA  - Dutch',
  'KW  - vsv',
  'KW  - mbo',
  'AB  - Over de overstap.',
  'SN  - 1234-5678',
  'ER  - ',
  '',
];
const expected = {
  fields: {
    title: 'Overstap van vo naar mbo',
    authors: ['Jet Verwolde', 'Sem de Boer'],
    year: 2021,
    publication: 'Tijdschrift voor verzonnen onderzoek',
    volume: '3',
    issue: '2',
    pageRange: '10-20',
    doi: '10.1234/abc',
    url: 'https://example.org/a',
    language: 'nl',
    abstract: 'Over de overstap.',
  },
  sets: { tags: ['vsv', 'mbo'] },
};

describe('RIS', () => {
  it('gives the fields of a study, and the record as CSL', async () => {
    const { items, problems } = await parseReferences(ris.join('\r\n'), 'a.ris');
    expect(problems).toEqual([]);
    expect(items).toHaveLength(1);
    expect(items[0]?.fields).toMatchObject({
      ...expected.fields,
      authors: ['Jet Verwolde', expect.stringContaining('Boer')],
    });
    expect(items[0]?.sets).toEqual(expected.sets);
    expect(items[0]?.csl).toMatchObject({ type: 'article-journal', DOI: '10.1234/abc' });
  });

  it('skips a bad record, names it, and keeps those around it', async () => {
    const text = [
      ...ris,
      'TY  - ',
      'ER  - ',
      '',
      'TY  - BOOK',
      'AU  - Zonder, Titel',
      'ER  - ',
      '',
      'TY  - BOOK',
      'TI  - Niet afgesloten',
      'PY  - later',
      '',
      ...ris,
    ].join('\n');
    const { items, problems } = await parseReferences(text, 'a.ris');
    expect(items.map(({ fields }) => fields['title'])).toEqual([
      'Overstap van vo naar mbo',
      'Niet afgesloten',
      'Overstap van vo naar mbo',
    ]);
    expect(items[1]?.fields['year']).toBeUndefined();
    expect(problems).toEqual([
      { code: 'reference-damaged', params: { name: 'a.ris', record: 2 } },
      { code: 'reference-without-title', params: { name: 'a.ris', record: 3 } },
    ]);
  });
});

describe('BibTeX', () => {
  const entry =
    '@article{verwolde21, title = {Overstap van {vo} naar {mbo}}, author = {Verwolde, Jet and de Boer, Sem}, year = 2021, journal = tvo, volume = 3, number = 2, pages = {10--20},\n' +
    '  doi = {10.1234/abc}, url = {https://example.org/a}, language = {dutch}, keywords = {vsv, mbo}, abstract = {Over de overstap.}}';
  const strings = '@string{tvo = {Tijdschrift voor verzonnen onderzoek}}\n@comment{weg}\n';

  it('gives the fields of a study, with the abbreviations that the file declares', async () => {
    const { items, problems } = await parseReferences(`${strings}${entry}`, 'a.bib');
    expect(problems).toEqual([]);
    expect(items[0]).toMatchObject({ fields: expected.fields, sets: expected.sets });
  });

  it('skips an entry that is never closed and keeps those around it', async () => {
    const { items, problems } = await parseReferences(
      `${strings}${entry}\n@book{stuk, title = {Half\n${entry.replace('Overstap', 'Tweede')}`,
      'a.bib',
    );
    expect(items.map(({ fields }) => fields['title'])).toEqual(['Overstap van vo naar mbo', 'Tweede van vo naar mbo']);
    expect(problems).toEqual([{ code: 'reference-damaged', params: { name: 'a.bib', record: 2 } }]);
  });
});

describe('CSL-JSON', () => {
  const record = {
    id: 'x',
    type: 'report',
    title: 'Overstap <i>in beeld</i>',
    author: [{ family: 'Boer', given: 'Sem', 'non-dropping-particle': 'de' }, { literal: 'Regio Heuvelrijk' }],
    issued: { 'date-parts': [['2021', 5]] },
    publisher: 'Verzonnen Uitgeverij',
    ISBN: '978-90-0000-000-2',
    URL: 'geen adres',
    language: 'nl-NL',
  };

  it('gives the fields of a study; what does not fit a field stays in the record', async () => {
    const { items } = await parseReferences(JSON.stringify([record]), 'a.json');
    expect(items[0]?.fields).toEqual({
      title: 'Overstap in beeld',
      authors: ['Sem de Boer', 'Regio Heuvelrijk'],
      year: 2021,
      publisher: 'Verzonnen Uitgeverij',
      isbn: '978-90-0000-000-2',
      language: 'nl',
    });
    expect(items[0]?.csl).toEqual(record);
  });

  it('skips what is no record', async () => {
    const { items, problems } = await parseReferences(JSON.stringify([record, 7, { id: 'y', type: 'book' }]), 'a.json');
    expect(items).toHaveLength(1);
    expect(problems.map(({ code, params }) => `${code} ${params['record']}`)).toEqual([
      'reference-damaged 2',
      'reference-without-title 3',
    ]);
  });
});

describe('what is no file of references', () => {
  it('is told by its content', () => {
    expect(referenceFormat(ris.join('\n'), 'a.txt')).toBe('ris');
    expect(referenceFormat('Beste lezer,\n\nTY is een code.', 'a.txt')).toBeNull();
    expect(referenceFormat('{"kleur": "rood"}', 'a.json')).toBeNull();
    expect(referenceFormat('@jet zei', 'a.md')).toBeNull();
  });

  it('is refused', async () => {
    await expect(parseReferences('gewone tekst', 'a.ris')).rejects.toMatchObject({
      code: 'references-unrecognised',
      params: { name: 'a.ris' },
    });
    await expect(parseReferences('[{"title": "half', 'a.json')).rejects.toMatchObject({
      code: 'references-unrecognised',
    });
  });
});
