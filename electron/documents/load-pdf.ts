import { PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import { AppError } from '../../shared/base/errors';
import type { PageBox } from './pdf-annotation';

/** A PDF to be written in a changed copy. Errors: `pdf-encrypted`, `pdf-damaged` (name). */
export async function loadPdf(bytes: Uint8Array, name: string): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false });
  } catch (cause) {
    const encrypted = cause instanceof Error && /encrypt/i.test(cause.message);
    throw new AppError(encrypted ? 'pdf-encrypted' : 'pdf-damaged', { name }, { cause });
  }
}

/** As pdf.js shows the page: the crop box, as far as it lies in the media box. */
export function shownBox(page: PDFPage): PageBox {
  const media = page.getMediaBox();
  const crop = page.getCropBox();
  const left = Math.max(media.x, crop.x);
  const bottom = Math.max(media.y, crop.y);
  const right = Math.min(media.x + media.width, crop.x + crop.width);
  const top = Math.min(media.y + media.height, crop.y + crop.height);
  return { view: [left, bottom, right, top], rotate: ((page.getRotation().angle % 360) + 360) % 360 };
}
