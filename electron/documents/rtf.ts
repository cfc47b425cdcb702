import { AppError } from '../../shared/base/errors';
import type { Heading, RawDocument } from './document-text';
import type { DocumentContext } from './limits';
import { decodeWindows1252 } from './text-encoding';

/** Groups that hold no text of the document. */
const hidden = new Set([
  'fonttbl',
  'colortbl',
  'listtable',
  'listoverridetable',
  'pict',
  'object',
  'header',
  'headerl',
  'headerr',
  'headerf',
  'footer',
  'footerl',
  'footerr',
  'footerf',
  'themedata',
  'datastore',
  'generator',
  'fldinst',
  'annotation',
  'rsidtbl',
  'xmlnstbl',
  'filetbl',
  'revtbl',
  'bkmkstart',
  'bkmkend',
  'pntext',
  'listtext',
]);
const characters: Readonly<Record<string, string>> = {
  par: '\n\n',
  sect: '\n\n',
  page: '\n\n',
  line: '\n',
  tab: '\t',
  cell: '\t',
  nestcell: '\t',
  row: '\n',
  nestrow: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  '~': ' ',
  _: '-',
  '-': '\u00ad',
};
const metaGroups = new Set(['title', 'author', 'creatim']);

interface Group {
  /** Where its text goes: the page, nowhere, the style sheet, or a field of the document's properties. */
  target: string;
  /** Characters to skip after a Unicode one, for readers that cannot. */
  fallback: number;
  style: number;
}

/** The text of an RTF file (version 1.9 of its specification; Windows-1252 and Unicode characters). Errors: `document-too-complex`. */
export function readRtf(bytes: Uint8Array, context: DocumentContext): RawDocument {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const reader = new RtfReader(context);
  const tokens = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)/gi;
  for (let token = tokens.exec(source); token !== null; token = tokens.exec(source)) {
    const [, word, parameter, hex, symbol, brace, text] = token;
    if (word === 'bin') tokens.lastIndex += Math.max(0, Number(parameter ?? 0));
    else if (word !== undefined) reader.word(word, parameter === undefined ? null : Number(parameter));
    else if (hex !== undefined) reader.text(decodeWindows1252(Uint8Array.of(Number.parseInt(hex, 16))));
    else if (symbol !== undefined) reader.symbol(symbol);
    else if (brace !== undefined) reader.brace(brace);
    else if (text !== undefined) reader.text(text);
  }
  return reader.result();
}

class RtfReader {
  private readonly groups: Group[] = [{ target: 'page', fallback: 1, style: 0 }];
  private readonly parts = new Map<string, string[]>();
  private readonly headings: Heading[] = [];
  private readonly headingStyles = new Map<number, number>();
  private skip = 0;
  private paragraphStart = 0;
  private styleName = '';
  private outlineLevel: number | null = null;
  private hasPictures = false;

  constructor(private readonly context: DocumentContext) {}

  private get group(): Group {
    return this.groups.at(-1) ?? { target: 'page', fallback: 1, style: 0 };
  }

  brace(brace: string): void {
    this.skip = 0;
    if (brace === '{') {
      if (this.groups.length > this.context.limits.maxNesting)
        throw new AppError('document-too-complex', { name: this.context.name });
      this.groups.push({ ...this.group });
    } else {
      if (this.group.target === 'stylesheet') this.endStyle();
      if (this.groups.length > 1) this.groups.pop();
    }
  }

  symbol(symbol: string): void {
    if (symbol === '*') this.group.target = 'none';
    else if ('\\{}'.includes(symbol)) this.text(symbol);
    else if (symbol === '\n' || symbol === '\r') this.write('\n\n');
    else this.write(characters[symbol] ?? '');
  }

  word(word: string, parameter: number | null): void {
    const { group } = this;
    if (word === 'pict' || word === 'shppict') this.hasPictures = true;
    if (word === 'uc') group.fallback = parameter ?? 1;
    else if (word === 'u' && parameter !== null) {
      this.write(String.fromCharCode(parameter & 0xffff));
      this.skip = group.fallback;
    } else if (hidden.has(word)) group.target = 'none';
    else if (word === 'stylesheet' || (metaGroups.has(word) && group.target === 'info')) group.target = word;
    else if (word === 'info') group.target = 'info';
    else if (word === 'pard') [group.style, this.outlineLevel] = [0, null];
    else if (word === 's') group.style = parameter ?? 0;
    else if (word === 'outlinelevel') this.setOutline(parameter ?? 9);
    else if (group.target === 'creatim') this.write(`${word}${parameter ?? ''} `);
    else {
      if (word === 'par') this.endParagraph();
      this.write(characters[word] ?? '');
    }
  }

  text(text: string): void {
    const skipped = Math.min(this.skip, text.length);
    this.skip -= skipped;
    this.write(text.slice(skipped));
  }

  result(): RawDocument {
    const part = (name: string): string => (this.parts.get(name) ?? []).join('');
    const [, year, month, day] = /yr(\d{4}) mo(\d{1,2}) dy(\d{1,2})/.exec(part('creatim')) ?? [];
    return {
      pages: [part('page')],
      headings: this.headings,
      title: part('title') || (this.headings.find((heading) => heading.level === 1)?.text ?? null),
      authors: part('author').split(';'),
      date: year === undefined ? null : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`,
      hasPictures: this.hasPictures,
    };
  }

  private write(text: string): void {
    const { target } = this.group;
    if (text === '' || target === 'none' || target === 'info') return;
    if (target === 'stylesheet') this.styleName += text;
    else if (this.parts.get(target)?.push(text) === undefined) this.parts.set(target, [text]);
  }

  private setOutline(level: number): void {
    if (level >= 9) return;
    if (this.group.target === 'stylesheet') this.headingStyles.set(this.group.style, level + 1);
    else this.outlineLevel = level + 1;
  }

  private endStyle(): void {
    const level = /(?:heading|kop) ([1-9])\s*;/i.exec(this.styleName)?.[1];
    if (level !== undefined) this.headingStyles.set(this.group.style, Number(level));
    this.styleName = '';
  }

  private endParagraph(): void {
    if (this.group.target !== 'page') return;
    const page = this.parts.get('page') ?? [];
    const level = this.outlineLevel ?? this.headingStyles.get(this.group.style) ?? null;
    const text = page.slice(this.paragraphStart).join('').trim();
    if (level !== null && text !== '') this.headings.push({ level, text, page: 0 });
    this.paragraphStart = page.length + 1;
  }
}
