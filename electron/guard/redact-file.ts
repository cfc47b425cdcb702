import { redact } from '../../shared/guard/redact';
import { isNotice } from '../../shared/guard/finding';
import { plainXlsx } from './plain-xlsx';
import { redactDocx } from './redact-docx';
import { look } from './look';

/** What reads a file: its kind and its text, page by page. */
export type ReadPages = (
  bytes: Uint8Array,
  name: string,
) => Promise<{ readonly kind: string; readonly pages: readonly string[] }>;

export interface RedactedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Only the words are left; the make-up is gone. */
  readonly textOnly: boolean;
}

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const textOnlyNotice =
  'Alleen de tekst: de opmaak van het oorspronkelijke bestand is weggelaten. Wat over personen ging, is vervangen door blokken.';

/**
 * A copy of a file without what the guard finds in it. Word keeps its make-up, a workbook becomes one of values, text stays text; of all else, and
 * of whatever still shows something after that, only the redacted text is left.
 */
export async function redactFile(bytes: Uint8Array, name: string, read: ReadPages): Promise<RedactedFile> {
  const { kind, pages } = await read(bytes, name);
  const made = await inKind(kind, bytes, pages, name);
  if (made !== null && (await isClean(made, read))) return made;
  const text = [textOnlyNotice, ...pages.map((page) => redact(page))].join('\n\n\f');
  return { name: `${stem(name)} (tekst).txt`, mediaType: 'text/plain', bytes: utf8(text), textOnly: true };
}

async function inKind(
  kind: string,
  bytes: Uint8Array,
  pages: readonly string[],
  name: string,
): Promise<RedactedFile | null> {
  if (kind === 'docx')
    return { name: `${stem(name)}.docx`, mediaType: docx, bytes: await redactDocx(bytes), textOnly: false };
  if (kind === 'xlsx') {
    const sheets = pages.map((page) => {
      const [title = '', ...lines] = redact(page).split('\n');
      return { name: title, rows: lines.filter((line) => line !== '').map((line) => line.split('\t')) };
    });
    return { name: `${stem(name)}.xlsx`, mediaType: xlsx, bytes: plainXlsx(sheets), textOnly: false };
  }
  if (kind !== 'text' && kind !== 'markdown') return null;
  const mediaType = kind === 'markdown' ? 'text/markdown' : 'text/plain';
  return { name, mediaType, bytes: utf8(redact(Buffer.from(bytes).toString('utf8'))), textOnly: false };
}

async function isClean({ bytes, name }: RedactedFile, read: ReadPages): Promise<boolean> {
  const { pages } = await read(bytes, name);
  return (await look(pages)).every(isNotice);
}

function stem(name: string): string {
  return name.replace(/\.[^.]{1,8}$/, '');
}

function utf8(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf8'));
}
