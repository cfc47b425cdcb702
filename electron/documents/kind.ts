import { AppError } from '../../shared/base/errors';
import type { MediaKind } from './document-text';
import type { DocumentContext } from './limits';
import { looksLikeText } from './text-encoding';
import { readXml } from './xml';
import { openZip, type ZipParts } from './zip';

export const mediaTypes: Readonly<Record<MediaKind, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  rtf: 'application/rtf',
  markdown: 'text/markdown',
  html: 'text/html',
  text: 'text/plain',
  other: 'application/octet-stream',
};

const kindByExtension: Readonly<Record<string, MediaKind>> = {
  pdf: 'pdf',
  docx: 'docx',
  docm: 'docx',
  odt: 'odt',
  pptx: 'pptx',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  rtf: 'rtf',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  txt: 'text',
  text: 'text',
};

/** The kind a file's name promises; null when the name tells nothing we know. */
export function kindFromName(name: string): MediaKind | null {
  return kindByExtension[/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null;
}

export interface Recognised {
  readonly kind: Exclude<MediaKind, 'other'>;
  /** The opened parts, when the kind is a zipped one. */
  readonly zip: ZipParts | null;
}

/**
 * What a file is: by its first bytes, then by the parts in it, at last (text of some kind) by its name.
 * Errors: those of `openZip`, `office-encrypted`, `document-old-office`, `document-unsupported`.
 */
export function recognise(bytes: Uint8Array, context: DocumentContext): Recognised {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).toString('latin1');
  if (head.startsWith('PK\x03\x04')) return recogniseZip(openZip(bytes, context), context);
  if (head.startsWith('\xd0\xcf\x11\xe0')) throw new AppError(oleError(bytes), { name: context.name });
  if (head.slice(0, 1024).includes('%PDF-')) return { kind: 'pdf', zip: null };
  if (head.startsWith('{\\rtf')) return { kind: 'rtf', zip: null };
  if (!looksLikeText(bytes)) throw new AppError('document-unsupported', { name: context.name });
  const named = kindFromName(context.name);
  if (named === 'html' || /^\W{0,3}\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)*<(!doctype\s+html|html|head)\b/i.test(head))
    return { kind: 'html', zip: null };
  return { kind: named === 'markdown' ? 'markdown' : 'text', zip: null };
}

function recogniseZip(zip: ZipParts, context: DocumentContext): Recognised {
  if (zip.has('content.xml') && zip.has('META-INF/manifest.xml')) {
    if (isOpenDocumentText(zip, context)) return { kind: 'odt', zip };
  }
  if (zip.has('[Content_Types].xml')) {
    const part = (folder: string): boolean => zip.names.some((name) => name.startsWith(folder));
    if (part('word/')) return { kind: 'docx', zip };
    if (part('ppt/')) return { kind: 'pptx', zip };
    if (part('xl/')) return { kind: 'xlsx', zip };
  }
  throw new AppError('document-unsupported', { name: context.name });
}

/** By its list of parts, which also tells whether they are encrypted. */
function isOpenDocumentText(zip: ZipParts, context: DocumentContext): boolean {
  let isText = false;
  readXml(zip.read('META-INF/manifest.xml') ?? new Uint8Array(), context, {
    open: (name, attributes) => {
      if (name === 'encryption-data') throw new AppError('office-encrypted', { name: context.name });
      if (name === 'file-entry' && attributes['manifest:full-path'] === '/')
        isText = attributes['manifest:media-type'] === mediaTypes.odt;
    },
  });
  return isText;
}

/** Office keeps an encrypted document inside the container of its old formats, as a stream of this name. */
function oleError(bytes: Uint8Array): 'office-encrypted' | 'document-old-office' {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? 'office-encrypted'
    : 'document-old-office';
}
