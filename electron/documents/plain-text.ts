import type { RawDocument } from './document-text';
import { decodeText } from './text-encoding';
import { findTextHeadings } from './text-headings';

/** Plain text; a form feed parts pages. The title is its first heading, when that is its first line. */
export function readPlainText(bytes: Uint8Array): RawDocument {
  const text = decodeText(bytes).replace(/\r\n?/g, '\n').replace(/\f+$/, '');
  const pages = text.split('\f');
  const headings = findTextHeadings(pages);
  const firstLine = /\S[^\n]*/.exec(text)?.[0].trim();
  const first = headings[0];
  return { pages, headings, title: first !== undefined && first.text === firstLine ? first.text : null };
}
