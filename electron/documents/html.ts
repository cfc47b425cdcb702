import { zipSync } from 'fflate';
import { AppError } from '../../shared/base/errors';
import { cleanHtml } from './clean-html';
import { readDocx } from './docx';
import { asAppError, requireSize } from './extract';
import { decodeHtml } from './html-text';
import { recognise } from './kind';
import { type DocumentContext, type DocumentLimits, documentLimits } from './limits';
import { odtHtml } from './odt';
import { readXml } from './xml';
import type { ZipParts } from './zip';

/**
 * A Word, OpenDocument or HTML document as HTML for reading: no scripts, no styles, nothing from outside; small PNG, JPEG and GIF pictures inside
 * as data addresses; headings with ids from `headingIds`. Still untrusted: the renderer cleans it again.
 * Errors: as `extractDocument`; `document-unsupported` for the kinds that have no such view.
 */
export async function documentHtml(
  bytes: Uint8Array,
  name: string,
  limits: DocumentLimits = documentLimits,
): Promise<string> {
  const context = { name, limits };
  requireSize(bytes, limits.maxFileBytes, name);
  try {
    const { kind, zip } = recognise(bytes, context);
    if (kind === 'docx' && zip !== null) return cleanHtml(await docxHtml(zip, context));
    if (kind === 'odt' && zip !== null) return cleanHtml(odtHtml(zip, context, pictureAddress));
    if (kind === 'html') {
      requireSize(bytes, limits.maxTextFileBytes, name);
      return cleanHtml(decodeHtml(bytes));
    }
    throw new AppError('document-unsupported', { name });
  } catch (cause) {
    throw asAppError(cause, name);
  }
}

/**
 * By mammoth, which has no limits of its own: it gets a new package with only the parts that were read here within ours.
 */
async function docxHtml(zip: ZipParts, context: DocumentContext): Promise<string> {
  readDocx(zip, context);
  const parts: Record<string, Uint8Array> = {};
  let left = context.limits.maxTextFileBytes;
  for (const part of zip.names) {
    const isXml = /\.(xml|rels)$/.test(part);
    if (!isXml && !/^word\/media\/.*\.(png|jpe?g|gif)$/i.test(part)) continue;
    const content = zip.read(part) ?? new Uint8Array();
    left -= isXml ? content.length : 0;
    if (left < 0) throw new AppError('document-too-complex', { name: context.name });
    if (isXml) readXml(content, context, {});
    parts[part] = content;
  }
  const { default: mammoth } = await import('mammoth');
  const convertImage = mammoth.images.imgElement(async (image) => ({
    src: pictureAddress(await image.readAsBuffer()) ?? '',
  }));
  const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='Titel'] => h1:fresh"];
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync(parts, { level: 0 })) },
    { convertImage, styleMap },
  );
  return value;
}

const largestPictureBytes = 700_000;

/** The data address of a picture; null for one that is too large or of another kind than every browser shows safely. */
function pictureAddress(bytes: Uint8Array): string | null {
  if (bytes.length > largestPictureBytes) return null;
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  const type =
    head === '\x89PNG' ? 'png' : head.startsWith('\xff\xd8\xff') ? 'jpeg' : head.startsWith('GIF8') ? 'gif' : null;
  return type === null ? null : `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;
}
