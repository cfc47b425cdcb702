import {
  BorderStyle,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
  type FileChild,
  type IParagraphOptions,
} from 'docx';
import type { Token, Tokens } from 'marked';
import { plainRun, runsOf } from './docx-runs';
import type { DraftDocument } from './draft-document';

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** Where a block stands: in how many lists, and quoted how deep. */
interface Place {
  readonly depth: number;
  readonly quotes: number;
}

const quoteIndent = 480;
const listIndent = 720;
const deepestLevel = 5;

/** The blocks of a Markdown text as paragraphs and tables. */
export function blocksOf(tokens: readonly Token[], draft: DraftDocument): FileChild[] {
  return new Blocks(draft).all(tokens, { depth: 0, quotes: 0 });
}

class Blocks {
  /** Each numbered list counts from 1. */
  private lists = 0;

  constructor(private readonly draft: DraftDocument) {}

  all(tokens: readonly Token[], place: Place): FileChild[] {
    return tokens.flatMap((token) => this.block(token, place));
  }

  private block(token: Token, place: Place): FileChild[] {
    switch (token.type) {
      case 'heading': {
        const { depth, tokens } = token as Tokens.Heading;
        return [this.paragraph(tokens, place, { heading: headings[depth - 1] ?? HeadingLevel.HEADING_6 })];
      }
      case 'paragraph':
      case 'text':
        return [this.paragraph((token as Tokens.Paragraph | Tokens.Text).tokens ?? [token], place)];
      case 'blockquote':
        return this.all((token as Tokens.Blockquote).tokens, { ...place, quotes: place.quotes + 1 });
      case 'list':
        return this.list(token as Tokens.List, place);
      case 'code':
        return (token as Tokens.Code).text
          .split('\n')
          .map((line) => new Paragraph({ ...placed(place), children: [plainRun(line, { code: true })] }));
      case 'table':
        return [this.table(token as Tokens.Table), new Paragraph({ text: '' })];
      case 'hr':
        return [
          new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: 'C2C9D2', space: 1 } } }),
        ];
      case 'html':
        return [new Paragraph({ ...placed(place), children: [plainRun((token as Tokens.HTML).text.trimEnd(), {})] })];
      default:
        return [];
    }
  }

  private paragraph(inline: readonly Token[], place: Place, options: IParagraphOptions = {}): Paragraph {
    return new Paragraph({
      spacing: { after: 120 },
      ...placed(place),
      ...options,
      children: runsOf(inline, this.draft, {}),
    });
  }

  private list({ ordered, items }: Tokens.List, place: Place): FileChild[] {
    const inside = { ...place, depth: place.depth + 1 };
    this.lists += 1;
    const instance = this.lists;
    const level = Math.min(place.depth, deepestLevel);
    const mark: IParagraphOptions = ordered
      ? { numbering: { reference: 'numbers', level, instance } }
      : { bullet: { level } };
    return items.flatMap((item) => {
      const [first, ...rest] = item.tokens;
      // What stands on the line of the mark; all else goes under it.
      const isLine = first !== undefined && (first.type === 'text' || first.type === 'paragraph');
      const inline = isLine ? ((first as Tokens.Text).tokens ?? [first]) : [];
      const sign = item.task ? [plainRun(item.checked === true ? '☑ ' : '☐ ', {})] : [];
      const lead = new Paragraph({
        spacing: { after: 60 },
        ...mark,
        children: [...sign, ...runsOf(inline, this.draft, {})],
      });
      return [lead, ...this.all(isLine ? rest : item.tokens, inside)];
    });
  }

  private table({ header, rows }: Tokens.Table): Table {
    const row = (cells: readonly Tokens.TableCell[], bold: boolean): TableRow =>
      new TableRow({
        tableHeader: bold,
        children: cells.map(
          ({ tokens }) =>
            new TableCell({ children: [new Paragraph({ children: runsOf(tokens, this.draft, { bold }) })] }),
        ),
      });
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [row(header, true), ...rows.map((cells) => row(cells, false))],
    });
  }
}

function placed({ depth, quotes }: Place): IParagraphOptions {
  const left = depth * listIndent + quotes * quoteIndent;
  return left === 0 ? {} : { indent: { left } };
}
