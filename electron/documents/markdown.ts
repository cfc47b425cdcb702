import { Lexer, type Token, type Tokens } from 'marked';
import { AppError } from '../../shared/base/errors';
import type { Heading, RawDocument } from './document-text';
import { decodeEntities } from './html-entities';
import type { DocumentContext } from './limits';
import { decodeText } from './text-encoding';

const frontMatter = /^\ufeff?---[ \t]*\r?\n([^]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/**
 * Markdown without its marks. Title, authors and date from the front matter, otherwise the first heading of level 1 is the title.
 * Only blocks are parsed by marked; the marks inside a line are taken out here, four times as fast for what is indexed.
 */
export function readMarkdown(bytes: Uint8Array, context: DocumentContext): RawDocument {
  const text = decodeText(bytes);
  const front = frontMatter.exec(text);
  const meta = readFrontMatter(front?.[1] ?? '');
  const source = front === null ? text : text.slice(front[0].length);
  // Quotes and lists inside each other make marked read the rest again for each level.
  if (new RegExp(`^[ \\t]*(?:(?:>|[-*+])[ \\t]*){${context.limits.maxNesting}}`, 'm').test(source))
    throw new AppError('document-too-complex', { name: context.name });
  const headings: Heading[] = [];
  const page = new Lexer()
    .blockTokens(source, [])
    .map((token) => blockText(token, headings))
    .join('');
  return {
    pages: [page],
    headings,
    title: meta['title'] ?? headings.find((heading) => heading.level === 1)?.text ?? null,
    authors: (meta['authors'] ?? meta['author'] ?? '')
      .replace(/^\[|\]$/g, '')
      .split(/[,;]/)
      .map(unquote),
    date: /^\d{4}(-\d{2}(-\d{2})?)?/.exec(meta['date'] ?? '')?.[0] ?? null,
  };
}

function readFrontMatter(yaml: string): Record<string, string> {
  const lines = yaml.split(/\r?\n/).map((line) => /^(\w+):[ \t]*(\S.*)$/.exec(line));
  return Object.fromEntries(
    lines.flatMap((line) => (line === null ? [] : [[(line[1] ?? '').toLowerCase(), unquote(line[2] ?? '')]])),
  );
}

function unquote(value: string): string {
  return value.trim().replace(/^(['"])(.*)\1$/, '$2');
}

function blockText(token: Token, headings: Heading[]): string {
  switch (token.type) {
    case 'heading': {
      const { depth, text } = token as Tokens.Heading;
      const plain = inlineText(text);
      headings.push({ level: depth, text: plain, page: 0 });
      return `${plain}\n\n`;
    }
    case 'list':
      return `${(token as Tokens.List).items.map((item) => blocksText(item.tokens, headings).trim()).join('\n')}\n\n`;
    case 'blockquote':
      return `${blocksText((token as Tokens.Blockquote).tokens, headings)}\n`;
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return `${[header, ...rows].map((row) => row.map((cell) => inlineText(cell.text)).join('\t')).join('\n')}\n\n`;
    }
    case 'code':
      return `${(token as Tokens.Code).text}\n\n`;
    case 'paragraph':
    case 'text':
    case 'html':
      return `${inlineText((token as Tokens.Text).text)}\n\n`;
    default:
      return '';
  }
}

function blocksText(tokens: readonly Token[], headings: Heading[]): string {
  return tokens.map((token) => blockText(token, headings)).join('');
}

/** A line of Markdown as it is read: links and pictures by their text, no emphasis marks, tags or escapes. */
function inlineText(text: string): string {
  if (!/[[\]<*_`~\\&]/.test(text)) return text;
  return decodeEntities(
    text
      .replace(/!?\[([^\][]*)\](?:\([^()\n]*\)|\[[^\][\n]*\])/g, '$1')
      .replace(/<((?:https?:|mailto:)[^<>\s]+)>/g, '$1')
      .replace(/<!--[^]*?-->|<\/?[a-zA-Z][^<>]*>/g, '')
      .replace(/(\*{1,3}|~~|`{1,3})(?=\S)([^*~`\n]*?\S)\1/g, '$2')
      .replace(/(^|[^\p{L}\p{N}])(_{1,3})(?=\S)([^_\n]*?\S)\2(?![\p{L}\p{N}])/gu, '$1$3')
      .replace(/\\([!-/:-@[-`{-~])/g, '$1'),
  );
}
