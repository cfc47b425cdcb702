import type { RawDocument } from './document-text';
import { type DocumentContext, tooMuchText } from './limits';
import { mainPart, readPart, readProperties, readRelationships } from './office-parts';
import type { ZipParts } from './zip';

export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  /** In the sheet, from 1. */
  readonly number: number;
  /** Only the cells that are there, from left to right. */
  readonly cells: readonly SheetCell[];
}

export interface SheetCell {
  /** 0 is A. */
  readonly column: number;
  readonly text: string;
}

/** A page per sheet, its name as heading above its rows; cells parted by tabs, formulas by their last value. Errors: those of `readXml`. */
export function readXlsx(zip: ZipParts, context: DocumentContext): RawDocument {
  const sheets = readSheets(zip, context);
  const lineOf = ({ cells }: SheetRow): string => cells.map(({ text }) => text.replace(/\s+/g, ' ')).join('\t');
  return {
    ...readProperties(zip, 'docProps/core.xml', context),
    pages: sheets.map(({ name, rows }) => `${name}\n\n${rows.map(lineOf).join('\n')}`),
    headings: sheets.map(({ name }, page) => ({ level: 1, text: name, page })),
  };
}

/** The sheets of a workbook with what stands in their cells: dates as ISO 8601, formulas by their last value. Errors: those of `readXml`. */
export function readSheets(zip: ZipParts, context: DocumentContext): readonly Sheet[] {
  const main = mainPart(zip, 'xl/workbook.xml', context);
  const related = readRelationships(zip, main, context);
  const partOf = (type: string): string => [...related.values()].find((part) => part.type === type)?.target ?? '';
  const sheets: { name: string; part: string }[] = [];
  const found = readPart(zip, main, context, {
    open: (name, attributes) => {
      const part = related.get(attributes['r:id'] ?? '');
      if (name === 'sheet' && part?.type === 'worksheet')
        sheets.push({ name: attributes['name'] ?? '', part: part.target });
    },
  });
  if (!found) throw new Error('no main part');
  const texts = readSharedStrings(zip, partOf('sharedStrings'), context);
  const dateStyles = readDateStyles(zip, partOf('styles'), context);
  return sheets.map(({ name, part }) => ({ name, rows: readRows(zip, part, texts, dateStyles, context) }));
}

function readSharedStrings(zip: ZipParts, part: string, context: DocumentContext): string[] {
  const texts: string[] = [];
  let current = '';
  let inText = false;
  readPart(zip, part, context, {
    open: (name) => {
      if (name === 'si') current = '';
      inText = name === 't';
    },
    close: (name) => {
      inText = false;
      if (name === 'si') texts.push(current);
    },
    text: (text) => {
      if (inText) current += text;
    },
  });
  return texts;
}

/** Indexes of the cell styles that show a number as a date: built-in formats 14-17 and 22, or own ones with day, month and year in them. */
function readDateStyles(zip: ZipParts, part: string, context: DocumentContext): Set<number> {
  const dateFormats = new Set(['14', '15', '16', '17', '22']);
  const styles = new Set<number>();
  let inCellStyles = false;
  let index = 0;
  readPart(zip, part, context, {
    open: (name, attributes) => {
      if (name === 'numFmt' && /y|d.*m|m.*d/i.test((attributes['formatCode'] ?? '').replace(/"[^"]*"|\[[^\]]*\]/g, '')))
        dateFormats.add(attributes['numFmtId'] ?? '');
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) {
        if (dateFormats.has(attributes['numFmtId'] ?? '')) styles.add(index);
        index += 1;
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}

interface Cell {
  type: string;
  isDate: boolean;
  value: string;
  column: number;
}

function readRows(
  zip: ZipParts,
  part: string,
  texts: readonly string[],
  dateStyles: ReadonlySet<number>,
  context: DocumentContext,
): SheetRow[] {
  const rows: SheetRow[] = [];
  let number = 0;
  let row: SheetCell[] = [];
  let cell: Cell | null = null;
  let inValue = false;
  // A shared text may be long and used in every cell of a large sheet.
  let left = context.limits.maxTextCharacters;
  readPart(zip, part, context, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = [];
        number = Number(attributes['r'] ?? number + 1);
      } else if (name === 'c')
        cell = {
          type: attributes['t'] ?? 'n',
          isDate: dateStyles.has(Number(attributes['s'] ?? -1)),
          value: '',
          column: columnOf(attributes['r']) ?? (row.at(-1)?.column ?? -1) + 1,
        };
      inValue = name === 'v' || name === 't';
    },
    close: (name) => {
      inValue = false;
      if (name === 'c' && cell !== null) {
        const text = cellText(cell, texts);
        left -= text.length;
        if (left < 0) throw tooMuchText(context);
        row.push({ column: cell.column, text });
        cell = null;
      } else if (name === 'row') rows.push({ number, cells: row });
    },
    text: (text) => {
      if (inValue && cell !== null) cell.value += text;
    },
  });
  return rows;
}

/** `C5` is in column 2. Null for what is no place in a sheet. */
function columnOf(place: string | undefined): number | null {
  const [letters] = /^[A-Z]{1,3}(?=\d)/.exec(place ?? '') ?? [];
  return letters === undefined
    ? null
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const dayMs = 86_400_000;
/** Day 0 of the numbers a sheet keeps dates in. */
const epochMs = Date.UTC(1899, 11, 30);

function cellText({ type, isDate, value }: Cell, texts: readonly string[]): string {
  if (type === 's') return texts[Number(value)] ?? '';
  if (isDate && type === 'n' && value !== '') {
    const date = new Date(epochMs + Math.floor(Number(value)) * dayMs);
    return Number.isNaN(date.getTime()) ? value : date.toISOString().slice(0, 10);
  }
  return value;
}
