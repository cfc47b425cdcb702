import { describe, expect, it } from 'vitest';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { mapCsv, readTable, readWorkbookTable } from '../../electron/documents/csv';
import { plainXlsx } from '../../electron/guard/plain-xlsx';
import { guessMapping } from '../../electron/documents/csv-guess';
import { fieldLabels, type FieldKey } from '../../shared/messages/fields';

const table = (text: string): ReturnType<typeof readTable> => readTable(Buffer.from(text), 'a.csv');
const labelsOf = (key: string): string[] => {
  const label = fieldLabels[key as FieldKey] as { nl: string; en: string } | undefined;
  return label === undefined ? [] : [label.nl, label.en];
};

describe('reading a table', () => {
  for (const [name, delimiter] of Object.entries({ comma: ',', semicolon: ';', tab: '\t' })) {
    it(`parted by ${name}`, () => {
      const text = [
        ['Titel', 'Regio'],
        ['"Plan, deel ""1""; slot"', 'Arnhem'],
        ['', ''],
        ['Twee', ''],
      ]
        .map((row) => row.join(delimiter))
        .join('\r\n');
      expect(table(text)).toEqual({
        columns: ['Titel', 'Regio'],
        rows: [
          { number: 2, cells: ['Plan, deel "1"; slot', 'Arnhem'] },
          { number: 4, cells: ['Twee', ''] },
        ],
        problems: [],
      });
    });
  }

  it('in the encodings that Excel writes, and with its first line', () => {
    expect(
      readTable(Buffer.from('sep=;\r\nTitel;Plaats\r\nCaf\xe9;\x91s-Heuvel\r\n', 'latin1'), 'a.csv').rows[0]?.cells,
    ).toEqual(['Café', '‘s-Heuvel']);
    expect(readTable(Buffer.from('\ufeffTitel\tPlaats\r\nCafé\tZandwijk', 'utf16le'), 'a.csv').rows[0]?.cells).toEqual([
      'Café',
      'Zandwijk',
    ]);
  });

  it('names the row where a quotation mark is never closed', () => {
    expect(table('Titel;Plaats\nEen;Zandwijk\n"Twee;Heuvelrijk\n').problems).toMatchObject([{ code: 'table-quotes' }]);
  });

  it('refuses a table without rows', () => {
    expect(() => table('Titel;Plaats\n')).toThrow(expect.objectContaining({ code: 'table-empty' }) as Error);
    expect(() => table('')).toThrow(expect.objectContaining({ code: 'table-empty' }) as Error);
  });
});

describe('reading a workbook', () => {
  /** A sheet as a spreadsheet program writes it: empty cells are not there, rows and cells say where they stand. */
  function sparse(rows: string): Uint8Array {
    const parts = unzipSync(
      plainXlsx([
        { name: 'Leeg', rows: [] },
        { name: 'Plan', rows: [] },
      ]),
    );
    const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
    return zipSync({ ...parts, 'xl/worksheets/sheet2.xml': strToU8(sheet) });
  }
  const text = (place: string, value: string): string => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;

  it('puts every cell in its column and every row at its number, from the first sheet that has rows', () => {
    const bytes = sparse(
      `<row r="2">${text('A2', 'Titel')}${text('C2', 'Jaar')}</row><row r="4">${text('A4', 'Een')}<c r="C4"><v>2021</v></c></row><row r="7">${text('C7', '2022')}${text('XFD7', 'ver weg')}</row>`,
    );
    expect(readWorkbookTable(bytes, 'a.xlsx')).toEqual({
      columns: ['Titel', '', 'Jaar'],
      rows: [
        { number: 4, cells: ['Een', '', '2021'] },
        { number: 7, cells: ['', '', '2022'] },
      ],
      problems: [],
      sheet: 'Plan 2',
      sheets: ['Plan 2'],
    });
  });

  it('refuses a workbook without rows, and what is no workbook', () => {
    const refused = (code: string): Error => expect.objectContaining({ code }) as Error;
    expect(() => readWorkbookTable(sparse(''), 'a.xlsx')).toThrow(refused('table-empty'));
    expect(() => readWorkbookTable(Buffer.from('Titel;Jaar'), 'a.xlsx')).toThrow(refused('document-unsupported'));
  });
});

describe('guessing which column is which field', () => {
  it('by Dutch and English names, by the labels of the interface, each field once', () => {
    expect(
      guessMapping(['Projectnaam', 'OMSCHRIJVING', "Regio's", 'Looptijd', 'Onbekend', 'Website'], 'project', labelsOf),
    ).toEqual({ 0: 'title', 1: 'summary', 2: 'regions', 3: 'period', 5: 'url' });
    expect(guessMapping(['Year', 'Authors', 'Title', 'Keywords', 'DOI'], 'study', labelsOf)).toEqual({
      0: 'year',
      1: 'authors',
      2: 'title',
      3: 'tags',
      4: 'doi',
    });
  });

  it('prefers the name that says it best', () => {
    expect(guessMapping(['Project', 'Titel'], 'project', labelsOf)).toEqual({ 1: 'title' });
  });
});

describe('making items of rows', () => {
  it('reads each kind of field as people write it', () => {
    const source = table(
      'Titel;Regio;Periode;Jaar;Auteurs;Link;Datum\nPlan;Arnhem|Zandwijk;2021 t/m 2024;2021;Jet Verwolde; www.example.org ;17-5-2023',
    );
    const study = mapCsv(source, 'study', { 0: 'title', 1: 'regions', 2: 'period', 3: 'year', 4: 'authors', 5: 'url' });
    expect(study.problems).toEqual([]);
    expect(study.items).toEqual([
      {
        row: 2,
        fields: {
          title: 'Plan',
          period: { from: 2021, to: 2024 },
          year: 2021,
          authors: ['Jet Verwolde'],
          url: 'https://www.example.org',
        },
        sets: { regions: ['Arnhem', 'Zandwijk'] },
      },
    ]);
    expect(mapCsv(source, 'document', { 0: 'title', 6: 'date' }).items[0]?.fields).toEqual({
      title: 'Plan',
      date: '2023-05-17',
    });
  });

  it('adds up two columns of one set', () => {
    expect(
      mapCsv(table('Titel;A;B\nPlan;vsv;mbo;vsv'), 'project', { 0: 'title', 1: 'tags', 2: 'tags' }).items[0]?.sets,
    ).toEqual({ tags: ['vsv', 'mbo'] });
  });

  it('finds a choice however it is written', () => {
    expect(
      mapCsv(table('Titel;Status\nPlan;In bewerking'), 'document', { 0: 'title', 1: 'status' }).items[0]?.fields[
        'status'
      ],
    ).toBe('in-bewerking');
  });

  it('names what does not fit, row and column; such a row stays out, or loses only that', () => {
    const source = table('Titel;Jaar;Link\nEen;tweeduizend;https://example.org\n;2020;\nDrie;2021;geen adres');
    const mapping = { 0: 'title', 1: 'year', 2: 'url' };
    const { items, problems } = mapCsv(source, 'study', mapping, { partial: true });
    expect(mapCsv(source, 'study', mapping)).toEqual({ items: [], problems });
    expect(items).toEqual([
      { row: 2, fields: { title: 'Een', url: 'https://example.org' }, sets: {} },
      { row: 4, fields: { title: 'Drie', year: 2021 }, sets: {} },
    ]);
    expect(problems).toEqual([
      { row: 2, column: 'Jaar', code: 'cell-invalid', params: { row: 2, column: 'Jaar', value: 'tweeduizend' } },
      { row: 3, column: 'Titel', code: 'row-without-title', params: { row: 3, column: 'Titel' } },
      { row: 4, column: 'Link', code: 'cell-invalid', params: { row: 4, column: 'Link', value: 'geen adres' } },
    ]);
  });
});
