import { decodeEntities } from './html-entities';

export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string };

/** Elements whose content is not text for people; it is left out whole. */
const leftOut = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'svg',
  'math',
  'canvas',
  'audio',
  'video',
  'textarea',
  'select',
  'button',
]);
const emptyElements = new Set([
  'br',
  'img',
  'hr',
  'meta',
  'link',
  'base',
  'input',
  'col',
  'wbr',
  'area',
  'source',
  'embed',
  'frame',
]);

/**
 * The tags and texts of HTML, however badly formed, in one pass over it. Comments, declarations and `leftOut` elements are skipped.
 * What comes out is as untrusted as what went in.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  let quotesMatch = true;
  while (at < html.length) {
    const start = nextTag(html, at);
    if (start > at) yield { kind: 'text', text: decodeEntities(html.slice(at, start)) };
    if (start >= html.length) return;
    if (html.startsWith('<!', start) || html.startsWith('<?', start)) {
      at = skipDeclaration(html, start);
      continue;
    }
    let end = quotesMatch ? tagEnd(html, start) : -1;
    if (end < 0) {
      // Looking for the closing quote once more for each tag would make a hostile page cost its length squared.
      quotesMatch = false;
      end = html.indexOf('>', start);
    }
    if (end < 0) return;
    const name = /^<\/?([a-zA-Z][\w:-]*)/.exec(html.slice(start, start + 64))?.[1]?.toLowerCase() ?? '';
    const closes = html.charAt(start + 1) === '/';
    at = end + 1;
    if (closes) yield { kind: 'close', name };
    else if (leftOut.has(name))
      at = emptyElements.has(name) || html.charAt(end - 1) === '/' ? at : skipElement(html, at, name);
    else {
      yield { kind: 'open', name, attributes: readAttributes(html.slice(start + 1 + name.length, end)) };
      if (emptyElements.has(name)) yield { kind: 'close', name };
    }
  }
}

/** Where the next tag, comment or declaration begins; a `<` before anything else is text. */
function nextTag(html: string, from: number): number {
  for (let at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1)) {
    if (/[a-zA-Z!?/]/.test(html.charAt(at + 1))) return at;
  }
  return html.length;
}

function skipDeclaration(html: string, start: number): number {
  const [mark, length] = html.startsWith('<!--', start) ? (['-->', 3] as const) : (['>', 1] as const);
  const end = html.indexOf(mark, start + 2);
  return end < 0 ? html.length : end + length;
}

/** The place of the `>` that is not inside a quoted attribute; -1 when there is none. */
function tagEnd(html: string, start: number): number {
  let quote = '';
  for (let at = start + 1; at < html.length; at++) {
    const character = html.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') return at;
    else if ((character === '"' || character === "'") && html.charAt(at - 1) === '=') quote = character;
  }
  return -1;
}

function skipElement(html: string, from: number, name: string): number {
  const closing = new RegExp(`</${name}\\b[^>]*>`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html) === null ? html.length : closing.lastIndex;
}

function readAttributes(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const match of source.matchAll(/([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g)) {
    const name = (match[1] ?? '').toLowerCase();
    if (!attributes.has(name)) attributes.set(name, decodeEntities(match[2] ?? match[3] ?? match[4] ?? ''));
  }
  return attributes;
}
