import { AppError } from '../../shared/base/errors';
import type { DocumentText, RawDocument } from './document-text';
import { readDocx } from './docx';
import { readHtml } from './html-text';
import { kindFromName, mediaTypes, recognise, type Recognised } from './kind';
import { guessLanguage } from './language';
import { type DocumentContext, type DocumentLimits, documentLimits } from './limits';
import { readMarkdown } from './markdown';
import { readOdt } from './odt';
import { readPdf } from './pdf';
import { readPlainText } from './plain-text';
import { readPptx } from './pptx';
import { rejoinPages } from './rejoin';
import { readRtf } from './rtf';
import { tidyLine, tidyText } from './tidy';
import { readXlsx } from './xlsx';

/**
 * The text of a document and what it tells about itself, whatever its name says it is.
 * Errors, all with the param `name`: `document-empty`, `document-too-large`, `document-unsupported`, `document-old-office`,
 * `document-damaged`, `document-truncated`, `document-too-complex`, `document-too-much-text`, `zip-bomb`, `xml-bomb`, `office-encrypted`,
 * `pdf-encrypted`, `pdf-damaged`, `pdf-truncated`. It does not watch the clock: that is what `createExtractorPool` is for.
 */
export async function extractDocument(
  bytes: Uint8Array,
  name: string,
  limits: DocumentLimits = documentLimits,
): Promise<DocumentText> {
  const context = { name, limits };
  if (bytes.length === 0) throw new AppError('document-empty', { name });
  requireSize(bytes, limits.maxFileBytes, name);
  try {
    const recognised = recognise(bytes, context);
    const raw = await readRaw(recognised, bytes, context);
    return finish(raw, recognised.kind, name);
  } catch (cause) {
    throw asAppError(cause, name);
  }
}

/** The error a person gets for whatever a parser threw. A stack that ran full is a document nested too deep. */
export function asAppError(cause: unknown, name: string): AppError {
  if (cause instanceof AppError) return cause;
  return new AppError(cause instanceof RangeError ? 'document-too-complex' : 'document-damaged', { name }, { cause });
}

export function requireSize(bytes: Uint8Array, maxBytes: number, name: string): void {
  if (bytes.length > maxBytes)
    throw new AppError('document-too-large', { name, limitMb: Math.floor(maxBytes / (1024 * 1024)) });
}

function readRaw(
  { kind, zip }: Recognised,
  bytes: Uint8Array,
  context: DocumentContext,
): RawDocument | Promise<RawDocument> {
  if (kind === 'pdf') return readPdf(bytes, context);
  if (zip !== null) {
    const zipped = { docx: readDocx, odt: readOdt, pptx: readPptx, xlsx: readXlsx };
    return zipped[kind as keyof typeof zipped](zip, context);
  }
  requireSize(bytes, context.limits.maxTextFileBytes, context.name);
  if (kind === 'rtf') return readRtf(bytes, context);
  if (kind === 'html') return readHtml(bytes);
  return kind === 'markdown' ? readMarkdown(bytes, context) : readPlainText(bytes);
}

function finish(raw: RawDocument, kind: Recognised['kind'], name: string): DocumentText {
  const pages = rejoinPages(raw.pages.map(tidyText));
  const hasText = pages.some((page) => page !== '');
  const named = kindFromName(name);
  const isTextEitherWay = (kind === 'text' || kind === 'markdown') && (named === 'text' || named === 'markdown');
  return {
    kind,
    namedAs: named === kind || isTextEitherWay ? null : named,
    mediaType: mediaTypes[kind],
    pages: pages.length === 0 ? [''] : pages,
    headings: (raw.headings ?? [])
      .map((heading) => ({ ...heading, text: tidyLine(heading.text) }))
      .filter((heading) => heading.text !== ''),
    title: tidyLine(raw.title ?? '') || null,
    authors: (raw.authors ?? []).map(tidyLine).filter((author) => author !== ''),
    date: raw.date ?? null,
    language: guessLanguage(pages),
    searchable: hasText ? 'text' : raw.hasPictures === true ? 'scan' : 'empty',
  };
}
