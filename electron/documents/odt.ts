import { posix } from 'node:path';
import type { RawDocument } from './document-text';
import { escapeHtml } from './html-entities';
import { htmlText } from './html-text';
import type { DocumentContext } from './limits';
import { readPart, readProperties } from './office-parts';
import type { XmlAttributes, XmlHandlers } from './xml';
import type { ZipParts } from './zip';

/** The text of an OpenDocument text: what its HTML says, and its own title, author and date. Errors: those of `readXml`. */
export function readOdt(zip: ZipParts, context: DocumentContext): RawDocument {
  const writer = writeHtml(zip, context);
  const raw = htmlText(writer.html);
  const properties = readProperties(zip, 'meta.xml', context);
  return {
    ...raw,
    ...properties,
    title: properties.title ?? raw.title ?? null,
    hasPictures: writer.pictures.length > 0,
  };
}

/** The document as plain HTML for reading, pictures as data addresses. Not yet cleaned: see `documentHtml`. */
export function odtHtml(
  zip: ZipParts,
  context: DocumentContext,
  pictureAddress: (bytes: Uint8Array, part: string) => string | null,
): string {
  const { html, pictures } = writeHtml(zip, context);
  const addresses = pictures.map((part) => {
    const bytes = zip.read(part);
    return bytes === null ? null : pictureAddress(bytes, part);
  });
  return html.replace(/<img data-picture="(\d+)">/g, (_, index: string) => {
    const address = addresses[Number(index)];
    return address == null ? '' : `<img src="${address}">`;
  });
}

function writeHtml(zip: ZipParts, context: DocumentContext): HtmlWriter {
  const writer = new HtmlWriter();
  if (!readPart(zip, 'content.xml', context, writer)) throw new Error('no content.xml');
  return writer;
}

/** Left out whole: remarks, deleted text, form fields, descriptions of pictures, what stands on every page. */
const skippedElements = new Set([
  'annotation',
  'tracked-changes',
  'forms',
  'title',
  'desc',
  'sequence-decls',
  'automatic-styles',
  'font-face-decls',
  'scripts',
  'note-citation',
]);
const sameAs: Readonly<Record<string, string>> = {
  p: 'p',
  list: 'ul',
  'list-item': 'li',
  'list-header': 'li',
  table: 'table',
  'table-row': 'tr',
  'table-cell': 'td',
};

class HtmlWriter implements XmlHandlers {
  /** Names of picture parts, in the order they are shown. */
  readonly pictures: string[] = [];
  private readonly out: string[] = [];
  private readonly closing: string[] = [];
  private skipDepth = 0;
  private paragraphDepth = 0;

  get html(): string {
    return this.out.join('');
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.skipDepth > 0 || skippedElements.has(name)) {
      this.skipDepth += 1;
      return;
    }
    if (name === 'p' || name === 'h') this.paragraphDepth += 1;
    const [before, after] = this.tags(name, attributes);
    this.out.push(before);
    this.closing.push(after);
  }

  close(name: string): void {
    if (this.skipDepth > 0) {
      this.skipDepth -= 1;
      return;
    }
    if (name === 'p' || name === 'h') this.paragraphDepth -= 1;
    this.out.push(this.closing.pop() ?? '');
  }

  text(text: string): void {
    if (this.skipDepth === 0 && this.paragraphDepth > 0) this.out.push(escapeHtml(text));
  }

  private tags(name: string, attributes: XmlAttributes): [string, string] {
    const tag = sameAs[name];
    if (tag !== undefined) return [`<${tag}>`, `</${tag}>`];
    switch (name) {
      case 'h': {
        const level = Math.min(6, Math.max(1, Number(attributes['text:outline-level'] ?? 1) || 1));
        return [`<h${level}>`, `</h${level}>`];
      }
      case 'a':
        return [`<a href="${escapeHtml(attributes['xlink:href'] ?? '')}">`, '</a>'];
      case 's':
        return [' '.repeat(Math.min(100, Number(attributes['text:c'] ?? 1) || 1)), ''];
      case 'tab':
        return [' ', ''];
      case 'line-break':
        return ['<br>', ''];
      case 'note-body':
        return [' (', ') '];
      case 'image':
        return [this.picture(attributes['xlink:href'] ?? ''), ''];
      default:
        return ['', ''];
    }
  }

  private picture(address: string): string {
    const part = posix.normalize(address);
    if (!part.startsWith('Pictures/')) return '';
    return `<img data-picture="${this.pictures.push(part) - 1}">`;
  }
}
