import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { loadPdf, shownBox } from './load-pdf';
import { marksWords, toPageUnits, type PdfAnnotation } from './pdf-annotation';
import { annotationsThere, type AnnotationsThere } from './pdf-annotations-there';

const subtypes = {
  highlight: 'Highlight',
  underline: 'Underline',
  squiggle: 'Squiggly',
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
 * A copy of a PDF with annotations in it as ISO 32000-1 (12.5) has them, which any reader shows. One that the file had of itself is not put in twice:
 * it gets what is said in it now. All else in the file stays as it was.
 * Errors: `pdf-encrypted`, `pdf-damaged` (name).
 */
export async function writePdfAnnotations(
  bytes: Uint8Array,
  annotations: readonly PdfAnnotation[],
  name: string,
): Promise<Uint8Array> {
  const document = await loadPdf(bytes, name);
  const pages = document.getPages();
  const refs = new Map<string, PDFRef>();
  const there = new Map<number, AnnotationsThere>();
  // What is answered stands in the file before its answers, so that they can name it.
  const ordered = [
    ...annotations.filter(({ replyTo }) => replyTo === null),
    ...annotations.filter(({ replyTo }) => replyTo !== null),
  ];
  for (const annotation of ordered) {
    const page = pages[annotation.page];
    if (page === undefined) continue;
    const own = there.get(annotation.page) ?? annotationsThere(page);
    there.set(annotation.page, own);
    refs.set(annotation.id, put(document, page, dictionaryOf(document, page, annotation, refs), own));
  }
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
}

/** In the place of the one that it is, or as a new one. A drawing stays a drawing, and says what is said about it now. */
function put({ context }: PDFDocument, page: PDFPage, made: PDFDict, there: AnnotationsThere): PDFRef {
  const known = there.take(nameIn(made, 'Subtype'), numbersIn(made));
  if (known === null) {
    const ref = context.register(made);
    page.node.addAnnot(ref);
    return ref;
  }
  const old = context.lookup(known.ref, PDFDict);
  if (known.isSame) {
    // Its own window for the words goes on belonging to it.
    const popup = old.get(PDFName.of('Popup'));
    if (popup !== undefined) made.set(PDFName.of('Popup'), popup);
    context.assign(known.ref, made);
  } else if (nameIn(old, 'Subtype') !== 'FreeText')
    for (const key of ['Contents', 'T', 'M']) {
      const value = made.get(PDFName.of(key));
      if (value !== undefined) old.set(PDFName.of(key), value);
    }
  return known.ref;
}

const nameIn = (dict: PDFDict, key: string): string => dict.lookup(PDFName.of(key), PDFName).decodeText();

function numbersIn(dict: PDFDict): readonly number[] {
  return dict
    .lookup(PDFName.of('Rect'), PDFArray)
    .asArray()
    .map((each) => Number(each.toString()));
}

function dictionaryOf(
  { context }: PDFDocument,
  page: PDFPage,
  annotation: PdfAnnotation,
  refs: ReadonlyMap<string, PDFRef>,
): PDFDict {
  const { shape, rgb, text, author, at, id, replyTo } = annotation;
  const box = shownBox(page);
  const rects = annotation.rects.map((rect) => toPageUnits(rect, box));
  const isSign = shape === 'note' || shape === 'reply';
  const [left = 0, , , top = 0] = rects[0] ?? toPageUnits([0.02, 0.02, 0.02, 0.02], box);
  const rect = isSign || rects.length === 0 ? [left, top - signSize, left + signSize, top] : around(rects);
  const answered = replyTo === null ? undefined : refs.get(replyTo);
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
    ...(marksWords(shape) ? { QuadPoints: rects.flatMap(quadOf) } : {}),
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

/** `D:20260131120000Z`. */
function pdfDate(iso: string): string {
  return `D:${iso.replace(/\D/g, '').slice(0, 14).padEnd(14, '0')}Z`;
}
