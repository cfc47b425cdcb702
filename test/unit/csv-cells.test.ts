import { describe, expect, it } from 'vitest';
import { doubleField, previewRows } from '../../renderer/features/import/csv-cells';

const labels: Readonly<Record<string, string>> = { afgerond: 'Afgerond' };
const rowsOf = (columns: string[], rows: string[][], mapping: Record<string, string>): ReturnType<typeof previewRows> =>
  previewRows(
    { path: 'x.csv', columns, rows, totalRows: rows.length, mapping, sheet: '', sheets: [] },
    'project',
    mapping,
    (_field, value) => labels[value] ?? value,
  );

describe('previewRows', () => {
  it('shows mapped columns only, under their fields', () => {
    const [row] = rowsOf(['Naam', 'Code', 'Doel'], [['Start', 'X1', 'Begin']], { 0: 'title', 2: 'aim' });
    expect(row?.cells.map(({ field, text }) => [field.key, text])).toEqual([
      ['title', 'Start'],
      ['aim', 'Begin'],
    ]);
  });

  it('tells rows without a title', () => {
    expect(rowsOf(['Naam'], [['Start'], [' '], []], { 0: 'title' }).map(({ hasTitle }) => hasTitle)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('tells cells that do not fit: periods, choices by key or by name, addresses', () => {
    const fits = (field: string, texts: string[]): (boolean | undefined)[] =>
      rowsOf(
        ['x'],
        texts.map((text) => [text]),
        { 0: field },
      ).map(({ cells }) => cells[0]?.fits);
    expect(fits('period', ['2019', '2017-2020', '2017 – 2020', '2020-2017', 'vorig jaar', ''])).toEqual([
      true,
      true,
      true,
      false,
      false,
      true,
    ]);
    expect(fits('phase', ['afgerond', 'AFGEROND', 'onbekend'])).toEqual([true, true, false]);
    expect(fits('url', ['www.voorbeeld.nl', 'geen adres'])).toEqual([true, false]);
    expect(fits('regions', ['Arnhem; Zwolle'])).toEqual([true]);
  });
});

describe('doubleField', () => {
  it('names a field that two columns fill', () => {
    expect(doubleField({ 0: 'title', 1: 'aim', 2: 'title' })).toBe('title');
    expect(doubleField({ 0: 'title', 1: 'aim' })).toBeNull();
  });
});
