import { plainXlsx } from '../../electron/guard/plain-xlsx';
import { docxOfText } from '../bench/docx-file';
import { pdfOfLines } from '../bench/pdf-file';
import { docxWithBody, wordParagraph } from './document-hostile';
import { numbersFrom } from './guard-snippets';

export interface GuardFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What must be found in it; nothing in a clean one. */
  readonly expected: readonly ('bsn' | 'person-table' | 'birth-date' | 'small-cells')[];
}

type Rows = readonly (readonly string[])[];
const numbers = numbersFrom(23);
const people = ['Sanne de Vries', 'Hamza Bouzid', 'Wessel Hoekstra', 'Amira Haddad', 'Xantippe Zwaluw'];
const born = ['12-03-2007', '05-05-2006', '28-02-2008', '11-11-2007', '19-10-2007'];

const pupils: Rows = [['Naam', 'Geboortedatum', 'Klas'], ...people.map((name, at) => [name, born[at] ?? '', '3B'])];
const withBsn: Rows = [['Leerling', 'BSN', 'School'], ...people.map((name) => [name, numbers.bsn(), 'De Es'])];
const nameless: Rows = [
  ['Leerlingnummer', 'Leeftijd', 'Geslacht', 'Uitgevallen'],
  ...people.map((_, at) => [`${331_207 + at * 3}`, `${16 + (at % 3)}`, at % 2 === 0 ? 'v' : 'm', 'ja']),
];
const perSchool: Rows = [
  ['School', 'Aantal leerlingen', 'Percentage'],
  ['De Es', '612', '3,2'],
  ['Het Erf', '388', '2,8'],
];
const smallGroups: Rows = [
  ['School', 'Leerlingen', 'Thuiszitters'],
  ['De Es', '612', '3'],
  ['Het Erf', '388', '14'],
];
const colleagues: Rows = [
  ['Naam', 'Functie', 'Organisatie'],
  ['Karin de Wit', 'coördinator', 'ROC Voorbeeld'],
  ['Jan Postma', 'adviseur', 'Gemeente Voorbeeldstad'],
];
const blank: Rows = [
  ['Naam leerling', 'Geboortedatum', 'School'],
  ['', '', ''],
  ['', '', ''],
];
const policy = [
  'Aanpak van verzuim in de regio',
  'Bij 16 uur verzuim in vier weken meldt de school dit bij leerplicht.',
  'Inschrijving Kamer van Koophandel 76543210, IBAN NL91 ABNA 0417 1643 00, telefoon 038-1234567.',
  'Het burgerservicenummer van leerlingen wordt niet in dit document opgenomen.',
  'ISBN 978-90-12345-67-8. Subsidienummer VSV-2020-123456782.',
];

const csv = (rows: Rows): Uint8Array => Buffer.from(rows.map((row) => row.join(';')).join('\r\n'), 'latin1');
const xlsx = (rows: Rows): Uint8Array =>
  plainXlsx([
    { name: 'Toelichting', rows: [['Dit blad zegt wat er in het andere staat.']] },
    { name: 'Gegevens', rows },
  ]);
const docxTable = (rows: Rows): Uint8Array => docxWithBody(`${wordParagraph('Overzicht')}${tableXml(rows)}`);
const pdfTable = (rows: Rows): Uint8Array => pdfOfLines(['Overzicht', '', ...rows.map((row) => row.join('   '))]);

function tableXml(rows: Rows): string {
  const cell = (text: string): string => `<w:tc>${wordParagraph(text)}</w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** Thirty small files, half of them with something that must not be shared. All persons are invented. */
export function guardFiles(): readonly GuardFile[] {
  const letter = ['Geachte collega,', `Het burgerservicenummer van de student is ${numbers.bsn()}.`, 'Met groet'];
  const dossier = ['Overstapdossier', 'Naam: Isa van Leeuwen', 'Geboortedatum: 19-10-2007', 'School: De Es'];
  const tables = { leerlingen: pupils, bsn: withBsn, naamloos: nameless } as const;
  const clean = { scholen: perSchool, collegas: colleagues, leeg: blank } as const;
  const writers = { csv, xlsx, docx: docxTable, pdf: pdfTable } as const;
  const files: GuardFile[] = [];
  for (const [kind, write] of Object.entries(writers)) {
    for (const [name, rows] of Object.entries(tables)) {
      // In the text of a PDF cells are words: without names or dates nothing tells such a line from another.
      if (kind === 'pdf' && name !== 'leerlingen') continue;
      files.push({ name: `${name}.${kind}`, bytes: write(rows), expected: ['person-table'] });
    }
    for (const [name, rows] of Object.entries(clean))
      files.push({ name: `${name}.${kind}`, bytes: write(rows), expected: [] });
  }
  return [
    ...files,
    { name: 'brief.docx', bytes: docxOfText(letter.join('\n')), expected: ['bsn'] },
    { name: 'brief.pdf', bytes: pdfOfLines(letter), expected: ['bsn'] },
    { name: 'dossier.docx', bytes: docxOfText(dossier.join('\n')), expected: ['birth-date'] },
    { name: 'dossier.pdf', bytes: pdfOfLines(dossier), expected: ['birth-date'] },
    { name: 'groepen.xlsx', bytes: xlsx(smallGroups), expected: ['small-cells'] },
    { name: 'groepen.docx', bytes: docxTable(smallGroups), expected: ['small-cells'] },
    { name: 'beleid.docx', bytes: docxOfText(policy.join('\n')), expected: [] },
    { name: 'beleid.pdf', bytes: pdfOfLines(policy), expected: [] },
  ];
}
