import { degrees, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { loadPdf, shownBox } from '../../documents/load-pdf';
import { toPageUnits, type PageBox } from '../../documents/pdf-annotation';
import type { PageMarks } from './page-marks';

const ink = rgb(0.34, 0.38, 0.44);
const lineSize = 8;
const largestMark = 54;
const slope = 35;

/** A copy of a PDF with the state as a line above and a watermark across every page. Errors: `pdf-encrypted`, `pdf-damaged` (name). */
export async function stampPdf(bytes: Uint8Array, marks: PageMarks, name: string): Promise<Uint8Array> {
  const document = await loadPdf(bytes, name);
  const font = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  for (const page of document.getPages()) {
    const box = shownBox(page);
    drawAcross(page, box, bold, writable(bold, marks.watermark));
    drawLine(page, box, font, writable(font, marks.stateLine));
  }
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
}

/** How wide and high the page is as it is shown. */
function shownSize({ view: [x0, y0, x1, y1], rotate }: PageBox): readonly [number, number] {
  return rotate % 180 === 0 ? [x1 - x0, y1 - y0] : [y1 - y0, x1 - x0];
}

/** A point of the page as it is shown, in points from its top left corner, in the page's own units. */
function spotAt(box: PageBox, x: number, y: number): { readonly x: number; readonly y: number } {
  const [width, height] = shownSize(box);
  const [left = 0, bottom = 0] = toPageUnits([x / width, y / height, 0, 0], box);
  return { x: left, y: bottom };
}

function drawLine(page: PDFPage, box: PageBox, font: PDFFont, text: string): void {
  const [width] = shownSize(box);
  const size = Math.min(lineSize, (lineSize * (width - 48)) / Math.max(1, font.widthOfTextAtSize(text, lineSize)));
  page.drawText(text, { ...spotAt(box, 24, 18), size, font, color: ink, rotate: degrees(box.rotate) });
}

function drawAcross(page: PDFPage, box: PageBox, font: PDFFont, text: string): void {
  const [width, height] = shownSize(box);
  const room = Math.hypot(width, height) * 0.7;
  const size = Math.min(largestMark, (largestMark * room) / Math.max(1, font.widthOfTextAtSize(text, largestMark)));
  const half = font.widthOfTextAtSize(text, size) / 2;
  const turn = (slope * Math.PI) / 180;
  const start = spotAt(box, width / 2 - half * Math.cos(turn), height / 2 + half * Math.sin(turn));
  page.drawText(text, { ...start, size, font, color: ink, opacity: 0.16, rotate: degrees(box.rotate + slope) });
}

/** The standard fonts know the letters of Western Europe: others lose their accents, or are a question mark. */
function writable(font: PDFFont, text: string): string {
  const known = new Set(font.getCharacterSet());
  return [...text.normalize('NFC')]
    .map((character) => {
      const bare = character.normalize('NFD').charAt(0);
      return [character, bare].find((each) => known.has(each.codePointAt(0) ?? 0)) ?? '?';
    })
    .join('');
}
