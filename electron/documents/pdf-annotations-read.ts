import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api';
import { describeQuote, type TextAnchor } from '../../shared/annotations/quote';
import { plainOffset, plainText } from '../../shared/annotations/plain-text';
import { AppError } from '../../shared/base/errors';
import type { PageRect } from '../../shared/model/annotation';
import { marksWords, toShares, type PageBox, type PdfAnnotation } from './pdf-annotation';
import { openPdf } from './pdf-library';

/** An annotation of a PDF with the words it lies on; null for one that lies on none. */
export interface ReadAnnotation extends PdfAnnotation {
  readonly words: TextAnchor | null;
}

const shapes: Readonly<Record<string, PdfAnnotation['shape']>> = {
  Highlight: 'highlight',
  Underline: 'underline',
  Squiggly: 'squiggle',
  StrikeOut: 'strike',
  Caret: 'note',
  Text: 'note',
  FreeText: 'area',
  Square: 'area',
  Circle: 'area',
  Polygon: 'area',
  PolyLine: 'area',
  Line: 'area',
  Ink: 'area',
  Stamp: 'area',
};
const mostAnnotations = 20_000;

/**
 * What people noted in a PDF, whatever program they used; links, form fields and the windows of notes are passed over. Drawings are kept as the
 * area they take. Errors: `pdf-encrypted`, `pdf-damaged` (name).
 */
export async function readPdfAnnotations(bytes: Uint8Array, name: string): Promise<readonly ReadAnnotation[]> {
  const task = await openPdf(bytes);
  try {
    const document = await task.promise;
    const found: ReadAnnotation[] = [];
    for (let page = 0; page < document.numPages && found.length < mostAnnotations; page += 1)
      found.push(...(await readPage(document, page)));
    return found;
  } catch (cause) {
    const encrypted = (cause as { name?: string }).name === 'PasswordException';
    throw new AppError(encrypted ? 'pdf-encrypted' : 'pdf-damaged', { name }, { cause });
  } finally {
    await task.destroy();
  }
}

/** What pdf.js tells of an annotation, as far as it is used here. */
interface RawAnnotation {
  readonly id: string;
  readonly subtype: string;
  readonly rect: readonly number[];
  readonly quadPoints?: ArrayLike<number> | null;
  readonly color?: ArrayLike<number> | null;
  readonly contentsObj?: { readonly str: string };
  readonly titleObj?: { readonly str: string };
  readonly modificationDate?: string | null;
  readonly creationDate?: string | null;
  readonly inReplyTo?: string | null;
  readonly state?: string | null;
}

async function readPage(document: PDFDocumentProxy, index: number): Promise<ReadAnnotation[]> {
  const page = await document.getPage(index + 1);
  const raw = ((await page.getAnnotations({ intent: 'any' })) as RawAnnotation[]).filter(
    ({ subtype, state }) => shapes[subtype] !== undefined && (state ?? null) === null,
  );
  if (raw.length === 0) return [];
  const box: PageBox = { view: page.view as unknown as PageBox['view'], rotate: page.rotate };
  const words = await wordsOf(page, box);
  const read = raw.flatMap((each) => {
    const rects = rectsOf(each, box);
    return rects.length === 0 ? [] : [annotationOf(each, index, rects, words)];
  });
  page.cleanup();
  return read;
}

function annotationOf(
  raw: RawAnnotation,
  page: number,
  rects: readonly PageRect[],
  words: (rects: readonly PageRect[]) => TextAnchor | null,
): ReadAnnotation {
  const isReply = raw.inReplyTo != null;
  const shape = isReply ? 'reply' : (shapes[raw.subtype] ?? 'area');
  const [red = 255, green = 220, blue = 0] = Array.from(raw.color ?? []);
  return {
    id: raw.id,
    page,
    shape,
    rects,
    rgb: [red, green, blue],
    text: raw.contentsObj?.str ?? '',
    author: raw.titleObj?.str ?? '',
    at: isoDate(raw.creationDate ?? raw.modificationDate ?? ''),
    replyTo: raw.inReplyTo ?? null,
    words: marksWords(shape) ? words(rects) : null,
  };
}

function rectsOf({ quadPoints, rect }: RawAnnotation, box: PageBox): PageRect[] {
  const points = Array.from(quadPoints ?? []);
  const quads: number[][] = [];
  for (let at = 0; at + 8 <= points.length; at += 8) {
    const quad = points.slice(at, at + 8);
    const [across, up] = [quad.filter((_, i) => i % 2 === 0), quad.filter((_, i) => i % 2 === 1)];
    quads.push([Math.min(...across), Math.min(...up), Math.max(...across), Math.max(...up)]);
  }
  return (quads.length > 0 ? quads : [[...rect]]).slice(0, 500).flatMap((each) => listed(toShares(each, box)));
}

const listed = <Value>(value: Value | null): Value[] => (value === null ? [] : [value]);

/** Finds the words that lie under rectangles; the letters of a piece of text are taken to be equally wide. */
async function wordsOf(page: PDFPageProxy, box: PageBox): Promise<(rects: readonly PageRect[]) => TextAnchor | null> {
  const { items } = await page.getTextContent({ includeMarkedContent: false, disableNormalization: true });
  const spots: { readonly at: number; readonly x: number; readonly y: number }[] = [];
  let raw = '';
  for (const item of items) {
    if (!('str' in item)) continue;
    const [a = 0, b = 0, , d = 0, e = 0, f = 0] = item.transform as number[];
    const along = Math.hypot(a, b) || 1;
    const height = item.height || Math.abs(d);
    for (let i = 0; i < item.str.length; i += 1) {
      const ahead = (item.width * (i + 0.5)) / item.str.length / along;
      const spot = toShares(
        [
          e + a * ahead - 0.5,
          f + b * ahead + height * 0.3 - 0.5,
          e + a * ahead + 0.5,
          f + b * ahead + height * 0.3 + 0.5,
        ],
        box,
      );
      if (spot !== null) spots.push({ at: raw.length + i, x: spot[0] + spot[2] / 2, y: spot[1] + spot[3] / 2 });
    }
    raw += item.hasEOL ? `${item.str}\n` : item.str;
  }
  const plain = plainText(raw);
  return (rects) => {
    const under = spots.filter(({ x, y }) =>
      rects.some(([left, top, width, height]) => x >= left && x <= left + width && y >= top && y <= top + height),
    );
    const [first, last] = [under[0], under.at(-1)];
    if (first === undefined || last === undefined) return null;
    const [start, end] = [plainOffset(plain, first.at), plainOffset(plain, last.at + 1)];
    return describeQuote(plain.text, edgeOfWord(plain.text, start, -1), edgeOfWord(plain.text, end, 1));
  };
}

/** Letters are not equally wide: an end that lies so few letters inside a word was meant to be beside it. */
const nearLetters = 2;
const letter = /[\p{L}\p{N}]/u;

function edgeOfWord(text: string, at: number, outwards: 1 | -1): number {
  const isInside = (place: number): boolean => letter.test(text.charAt(place - 1)) && letter.test(text.charAt(place));
  for (const step of [outwards, -outwards])
    for (let n = 0; n <= nearLetters; n += 1) if (!isInside(at + step * n)) return at + step * n;
  return at;
}

/** `D:20260131120000Z` as ISO 8601; empty when it says no day. */
function isoDate(date: string): string {
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    /^D:(\d{4})(\d{2})(\d{2})(\d{2})?(\d{2})?(\d{2})?/.exec(date) ?? [];
  return year === undefined ? '' : `${year}-${month ?? '01'}-${day ?? '01'}T${hour}:${minute}:${second}.000Z`;
}
