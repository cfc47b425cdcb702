import type { PDFDocumentProxy, RefProxy } from 'pdfjs-dist/types/src/display/api';
import { AppError } from '../../shared/base/errors';
import type { Heading, RawDocument } from './document-text';
import { type DocumentContext, tooMuchText } from './limits';
import { openPdf } from './pdf-library';
import { findHeadings } from './pdf-headings';
import { readingOrder, type PdfLine } from './pdf-lines';

/**
 * Text per page in reading order, headings from the outline or by size of type, title, authors and date from the properties.
 * Errors: `pdf-encrypted` (asks a password to open), `pdf-truncated`, `pdf-damaged`, `document-too-complex` (too many pages), `document-too-much-text`.
 */
export async function readPdf(bytes: Uint8Array, context: DocumentContext): Promise<RawDocument> {
  const { name, limits } = context;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(-tailBytes).includes('%%EOF')) throw new AppError('pdf-truncated', { name });
  const task = await openPdf(bytes);
  try {
    const document = await task.promise;
    if (document.numPages > limits.maxPages) throw new AppError('document-too-complex', { name });
    const pages = await readPages(document, context);
    const outline = await readOutline(document);
    const headings = outline.length > 0 ? outline : findHeadings(pages);
    const pagesText = pages.map((lines) =>
      lines.map((line) => (line.startsParagraph ? `\n${line.text}` : line.text)).join('\n'),
    );
    return {
      ...(await readProperties(document, headings)),
      pages: withoutStamps(pagesText, file),
      headings,
      hasPictures: hasPictures(file),
    };
  } catch (cause) {
    throw asPdfError(cause, name);
  } finally {
    await task.destroy();
  }
}

/** Room for what some servers and mailers append. */
const tailBytes = 64 * 1024;

function asPdfError(cause: unknown, name: string): AppError {
  if (cause instanceof AppError) return cause;
  const encrypted = (cause as { name?: string }).name === 'PasswordException';
  return new AppError(encrypted ? 'pdf-encrypted' : 'pdf-damaged', { name }, { cause });
}

async function readPages(document: PDFDocumentProxy, context: DocumentContext): Promise<PdfLine[][]> {
  const pages: PdfLine[][] = [];
  let left = context.limits.maxTextCharacters;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: false, disableNormalization: false });
    const lines = readingOrder(items.flatMap((item) => ('str' in item ? [item] : [])));
    left -= lines.reduce((sum, line) => sum + line.text.length, 0);
    if (left < 0) throw tooMuchText(context);
    pages.push(lines);
    page.cleanup();
  }
  return pages;
}

/** Pictures are kept as streams, and a stream's dictionary is never packed away. */
function hasPictures(file: Buffer): boolean {
  return file.includes('/Subtype/Image') || file.includes('/Subtype /Image');
}

/** Letters per page up to which a document of pictures is a scan: a number or a stamp laid over each page makes it no text. */
const stampLetters = 20;

function withoutStamps(pages: readonly string[], file: Buffer): readonly string[] {
  const letters = pages.reduce((sum, page) => sum + (page.match(/\p{L}/gu)?.length ?? 0), 0);
  return letters <= stampLetters * pages.length && hasPictures(file) ? pages.map(() => '') : pages;
}

interface OutlineNode {
  readonly title: string;
  readonly dest: string | unknown[] | null;
  readonly items: readonly OutlineNode[];
}

const deepestOutline = 6;
const mostOutlineEntries = 2_000;

async function readOutline(document: PDFDocumentProxy): Promise<Heading[]> {
  const headings: Heading[] = [];
  const visit = async (nodes: readonly OutlineNode[], level: number): Promise<void> => {
    for (const node of nodes) {
      if (headings.length >= mostOutlineEntries) return;
      const page = await pageOf(document, node.dest);
      if (page !== null && node.title.trim() !== '') headings.push({ level, text: node.title, page });
      if (level < deepestOutline) await visit(node.items, level + 1);
    }
  };
  await visit((await document.getOutline().catch(() => null)) ?? [], 1);
  return headings;
}

/** The page an outline entry leads to; null when it leads nowhere, as outlines in real files do. */
async function pageOf(document: PDFDocumentProxy, dest: string | unknown[] | null): Promise<number | null> {
  try {
    const target = typeof dest === 'string' ? await document.getDestination(dest) : dest;
    const page: unknown = target?.[0];
    return typeof page === 'number' ? page : await document.getPageIndex(page as RefProxy);
  } catch {
    return null;
  }
}

async function readProperties(
  document: PDFDocumentProxy,
  headings: readonly Heading[],
): Promise<Pick<RawDocument, 'title' | 'authors' | 'date'>> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const { Title: title, Author: author, CreationDate: created } = info as Record<string, unknown>;
  const [, year, month, day] = /^D:(\d{4})(\d{2})?(\d{2})?/.exec(String(created ?? '')) ?? [];
  return {
    title:
      typeof title === 'string' && isRealTitle(title)
        ? title
        : (headings.find((heading) => heading.level === 1 && heading.page === 0)?.text ?? null),
    authors: typeof author === 'string' ? author.split(/;|\s+(?:&|en|and)\s+/) : [],
    date: [year, month, day].filter((part) => part !== undefined).join('-') || null,
  };
}

/** Programs put a file name, their own name or nothing much where a title belongs. */
function isRealTitle(title: string): boolean {
  return (
    title.trim() !== '' &&
    !/^(microsoft (word|powerpoint) - |untitled|naamloos|document\d*$|dia \d+|powerpoint-presentatie)|\.(docx?|pptx?|indd|pdf|odt|xlsx?|qxd)$/i.test(
      title.trim(),
    )
  );
}
