import type { Heading, RawDocument } from './document-text';
import { htmlTokens } from './html-tokens';
import { decodeText, decodeWindows1252 } from './text-encoding';

const paragraphs = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'table',
  'ul',
  'ol',
  'dl',
  'pre',
  'section',
  'article',
  'figure',
  'hr',
  'aside',
  'header',
  'footer',
  'main',
  'nav',
]);
const lines = new Set(['br', 'li', 'tr', 'div', 'dt', 'dd', 'caption', 'figcaption', 'option', 'title']);

/** The text of an HTML page, its headings, and title, author and date where its head has them. */
export function readHtml(bytes: Uint8Array): RawDocument {
  return htmlText(decodeHtml(bytes));
}

/** A page may name its encoding inside itself; the old western names all mean Windows-1252 by now. */
export function decodeHtml(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  return /charset\s*=\s*["']?(iso-8859-1|iso-8859-15|windows-1252|latin1)/i.test(head)
    ? decodeWindows1252(bytes)
    : decodeText(bytes);
}

export function htmlText(html: string): RawDocument {
  const out: string[] = [];
  const headings: Heading[] = [];
  const meta = new Map<string, string>();
  let heading: { level: number; from: number } | null = null;
  let title: string | null = null;
  let titleFrom = -1;
  let preformatted = 0;
  let inCell = false;
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') {
      out.push(preformatted > 0 ? token.text : token.text.replace(/[ \t\r\n\f]+/g, ' '));
      continue;
    }
    const { name } = token;
    if (name === 'td' || name === 'th') {
      inCell = token.kind === 'open';
      if (!inCell) out.push('\t');
    } else if (paragraphs.has(name)) out.push(inCell ? ' ' : '\n\n');
    else if (lines.has(name) && !(name === 'br' && token.kind === 'close') && out.at(-1) !== '\n') out.push('\n');
    if (name === 'pre') preformatted = Math.max(0, preformatted + (token.kind === 'open' ? 1 : -1));
    if (name === 'meta' && token.kind === 'open') readMeta(token.attributes, meta);
    if (name === 'title') {
      if (token.kind === 'open' && title === null) titleFrom = out.length;
      else if (titleFrom >= 0) {
        title = out.splice(titleFrom).join('').trim();
        titleFrom = -1;
      }
    }
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level !== undefined) {
      if (heading !== null)
        headings.push({ level: heading.level, text: out.slice(heading.from).join('').trim(), page: 0 });
      heading = token.kind === 'open' ? { level: Number(level), from: out.length } : null;
    }
  }
  return {
    pages: [out.join('')],
    headings,
    title: title ?? headings.find((entry) => entry.level === 1)?.text ?? null,
    authors: [meta.get('author') ?? meta.get('dc.creator') ?? meta.get('citation_author') ?? ''],
    date:
      /^\d{4}(-\d{2}(-\d{2})?)?/.exec(
        meta.get('date') ?? meta.get('dc.date') ?? meta.get('article:published_time') ?? '',
      )?.[0] ?? null,
  };
}

function readMeta(attributes: ReadonlyMap<string, string>, meta: Map<string, string>): void {
  const name = (attributes.get('name') ?? attributes.get('property') ?? '').toLowerCase();
  const content = attributes.get('content') ?? '';
  if (name !== '' && content !== '' && !meta.has(name)) meta.set(name, content);
}
