import { headingIds } from './heading-id';
import { escapeHtml } from './html-entities';
import { htmlTokens, type HtmlToken } from './html-tokens';

const keptElements = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'p',
  'br',
  'hr',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'th',
  'td',
  'caption',
  'blockquote',
  'pre',
  'code',
  'strong',
  'b',
  'em',
  'i',
  'u',
  's',
  'sup',
  'sub',
  'a',
  'img',
  'figure',
  'figcaption',
  'div',
  'span',
]);
const withoutEnd = new Set(['br', 'hr', 'img']);
const picture = /^data:image\/(?:png|jpeg|gif);base64,[A-Za-z0-9+/=]+$/;
const largestPicture = 1_000_000;
const deepest = 100;

/**
 * Only what is needed to read: known elements, links to the web, pictures inside the page, an id on each heading; always well formed.
 * A first sieve: whoever shows it puts it through DOMPurify as well.
 */
export function cleanHtml(untrustedHtml: string): string {
  const out: string[] = [];
  const open: string[] = [];
  const idOf = headingIds();
  let heading: { at: number; name: string } | null = null;
  const close = (): void => {
    const name = open.pop() ?? '';
    if (heading !== null && heading.name === name) {
      const text = out
        .slice(heading.at + 1)
        .join('')
        .replace(/<[^>]*>/g, '')
        .trim();
      if (text !== '') out[heading.at] = `<${name} id="${idOf(text)}">`;
      heading = null;
    }
    out.push(`</${name}>`);
  };
  let title = false;
  for (const token of htmlTokens(untrustedHtml)) {
    if (token.kind === 'text') {
      if (!title) out.push(escapeHtml(token.text));
    } else if (token.name === 'title') title = token.kind === 'open';
    else if (!keptElements.has(token.name)) continue;
    else if (token.kind === 'open') {
      const tag = openTag(token);
      if (tag === null || open.length >= deepest) continue;
      if (!withoutEnd.has(token.name)) open.push(token.name);
      if (/^h[1-6]$/.test(token.name) && heading === null) heading = { at: out.length, name: token.name };
      out.push(tag);
    } else if (open.includes(token.name)) {
      while (open.at(-1) !== token.name) close();
      close();
    }
  }
  while (open.length > 0) close();
  return out.join('');
}

/** The tag with the attributes that are safe and of use; null for a picture that may not be shown. */
function openTag({ name, attributes }: Extract<HtmlToken, { kind: 'open' }>): string | null {
  if (name === 'img') {
    const source = attributes.get('src') ?? '';
    if (source.length > largestPicture || !picture.test(source)) return null;
    return `<img src="${source}" alt="${escapeHtml(attributes.get('alt') ?? '')}">`;
  }
  const address = name === 'a' ? (attributes.get('href') ?? '').trim() : '';
  if (/^(https?:\/\/|mailto:)/i.test(address)) return `<a href="${escapeHtml(address)}">`;
  const spans = ['colspan', 'rowspan'].flatMap((key) => {
    const value = attributes.get(key) ?? '';
    return /^[1-9]\d{0,2}$/.test(value) ? [` ${key}="${value}"`] : [];
  });
  return `<${name}${spans.join('')}>`;
}
