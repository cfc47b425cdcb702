import {
  type PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { AppError } from '../../shared/base/errors';
import { toPageUnits, type PageBox, type PdfAnnotation } from './pdf-annotation';

const subtypes = {
  highlight: 'Highlight',
  underline: 'Underline',
  strike: 'StrikeOut',
  note: 'Text',
  area: 'Square',
  reply: 'Text',
} as const;
/** Side of the sign of a note, in points. */
const signSize = 20;
/** Print it with the page. */
const printFlag = 4;

/**
 * A copy of a PDF with annotations in it as ISO 32000-1 (12.5) has them, which any reader shows. What was in the file stays as it was.
 * Errors: `pdf-encrypted`, `pdf-damaged` (name).
 */
export async function writePdfAnnotations(
  bytes: Uint8Array,
  annotations: readonly PdfAnnotation[],
  name: string,
): Promise<Uint8Array> {
  const document = await load(bytes, name);
  const pages = document.getPages();
  const refs = new Map<string, PDFRef>();
  // What is answered stands in the file before its answers, so that they can name it.
  const ordered = [
    ...annotations.filter(({ replyTo }) => replyTo === null),
    ...annotations.filter(({ replyTo }) => replyTo !== null),
  ];
  for (const annotation of ordered) {
    const page = pages[annotation.page];
    if (page === undefined) continue;
    const ref = document.context.register(dictionaryOf(document, page, annotation, refs));
    refs.set(annotation.id, ref);
    page.node.addAnnot(ref);
  }
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
}

async function load(bytes: Uint8Array, name: string): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false });
  } catch (cause) {
    const encrypted = cause instanceof Error && /encrypt/i.test(cause.message);
    throw new AppError(encrypted ? 'pdf-encrypted' : 'pdf-damaged', { name }, { cause });
  }
}

function dictionaryOf(
  { context }: PDFDocument,
  page: PDFPage,
  annotation: PdfAnnotation,
  refs: ReadonlyMap<string, PDFRef>,
): PDFDict {
  const { shape, rgb, text, author, at, id, replyTo } = annotation;
  const box = boxOf(page);
  const rects = annotation.rects.map((rect) => toPageUnits(rect, box));
  const isSign = shape === 'note' || shape === 'reply';
  const [left = 0, , , top = 0] = rects[0] ?? toPageUnits([0.02, 0.02, 0.02, 0.02], box);
  const rect = isSign || rects.length === 0 ? [left, top - signSize, left + signSize, top] : around(rects);
  const answered = replyTo === null ? undefined : refs.get(replyTo);
  const marksWords = shape === 'highlight' || shape === 'underline' || shape === 'strike';
  return context.obj({
    Type: 'Annot',
    Subtype: subtypes[shape],
    Rect: rect,
    P: page.ref,
    NM: PDFString.of(id),
    F: printFlag,
    C: rgb.map((part) => part / 255),
    Contents: PDFHexString.fromText(text),
    ...(author === '' ? {} : { T: PDFHexString.fromText(author) }),
    ...(at === '' ? {} : { M: PDFString.of(pdfDate(at)), CreationDate: PDFString.of(pdfDate(at)) }),
    ...(marksWords ? { QuadPoints: rects.flatMap(quadOf) } : {}),
    ...(isSign ? { Name: 'Comment', Open: false } : {}),
    ...(shape === 'area' ? { BS: { Type: 'Border', W: 2, S: 'S' } } : {}),
    ...(answered === undefined ? {} : { IRT: answered, RT: PDFName.of('R') }),
  });
}

/** Upper left, upper right, lower left, lower right: the order that readers agree on, not that of the standard's text. */
function quadOf([left = 0, bottom = 0, right = 0, top = 0]: readonly number[]): number[] {
  return [left, top, right, top, left, bottom, right, bottom];
}

function around(rects: readonly (readonly number[])[]): number[] {
  const each = (index: number): number[] => rects.map((rect) => rect[index] ?? 0);
  return [Math.min(...each(0)), Math.min(...each(1)), Math.max(...each(2)), Math.max(...each(3))];
}

/** As pdf.js shows the page: the crop box, as far as it lies in the media box. */
function boxOf(page: PDFPage): PageBox {
  const media = page.getMediaBox();
  const crop = page.getCropBox();
  const left = Math.max(media.x, crop.x);
  const bottom = Math.max(media.y, crop.y);
  const right = Math.min(media.x + media.width, crop.x + crop.width);
  const top = Math.min(media.y + media.height, crop.y + crop.height);
  return { view: [left, bottom, right, top], rotate: ((page.getRotation().angle % 360) + 360) % 360 };
}

/** `D:20260131120000Z`. */
function pdfDate(iso: string): string {
  return `D:${iso.replace(/\D/g, '').slice(0, 14).padEnd(14, '0')}Z`;
}
