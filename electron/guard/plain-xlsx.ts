import { strToU8, zipSync } from 'fflate';
import { encoded } from './redact-docx';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface PlainSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** A workbook of values and nothing else: no formulas, caches, comments or links in which something could be left. */
export function plainXlsx(sheets: readonly PlainSheet[]): Uint8Array {
  const numbers = sheets.map((_, at) => at + 1);
  const overrides = numbers.map(
    (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${kind}.worksheet+xml"/>`,
  );
  const listed = sheets.map(
    ({ name }, at) => `<sheet name="${attribute(sheetName(name, at))}" sheetId="${at + 1}" r:id="r${at + 1}"/>`,
  );
  const links = numbers.map(
    (n) => `<Relationship Id="r${n}" Type="${related}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>${overrides.join('')}</Types>`,
    ),
    '_rels/.rels': strToU8(
      `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${related}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `${head}<workbook xmlns="${main}" xmlns:r="${related}"><sheets>${listed.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${head}<Relationships xmlns="${packaged}/relationships">${links.join('')}</Relationships>`,
    ),
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, strToU8(sheetXml(sheet))])),
  });
}

function sheetXml({ rows }: PlainSheet): string {
  const lines = rows.map((cells) => `<row>${cells.map(cellXml).join('')}</row>`);
  return `${head}<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(value: string): string {
  // A number of more digits than a sheet can hold, or with a leading zero, stays text.
  if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/.test(value)) return `<c><v>${value}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${encoded(value)}</t></is></c>`;
}

/** Sheets have names of at most 31 characters without some signs, each once. */
function sheetName(name: string, at: number): string {
  const clean = name
    .replace(/[[\]:*?/\\]/g, ' ')
    .trim()
    .slice(0, 26);
  return clean === '' ? `Blad ${at + 1}` : at === 0 ? clean : `${clean} ${at + 1}`;
}

function attribute(text: string): string {
  return encoded(text).replace(/"/g, '&quot;');
}
