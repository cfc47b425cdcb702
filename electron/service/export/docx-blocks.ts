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
import type { DraftDocument } from './draft-document';
import { plainRun, runsOf, type Look } from './docx-runs';

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];

/** Where a block stands: in which lists, and quoted how deep. */
interface Place {
  readonly depth: number;
  readonly quotes: number;
  readonly list: { readonly ordered: boolean; readonly instance: number } | null;
}

const top: Place = { depth: 0, quotes: 0, list: null };
const quoteIndent = 480;
const listIndent = 720;

/** The blocks of a Markdown text as paragraphs and tables. Each numbered list counts from 1. */
export function blocksOf(tokens: readonly Token[], draft: DraftDocument): FileChild[] {
  let instances = 0;
  const paragraph = (
    inline: readonly Token[] | undefined,
    place: Place,
    options: IParagraphOptions = {},
    look: Look = {},
  ) =>
    new Paragraph({
      spacing: { after: 120 },
      ...placed(place),
      ...options,
      children: runsOf(inline ?? [], draft, look),
    });
  const blocks = (all: readonly Token[], place: Place): FileChild[] => all.flatMap((token) => block(token, place));
  const block = (token: Token, place: Place): FileChild[] => {
    switch (token.type) {
      case 'heading':
        return [
          paragraph(token['tokens'] as Token[], place, {
            heading: headings[Number(token['depth']) - 1] ?? headings[5]!,
          }),
        ];
      case 'paragraph':
      case 'text':
        return [paragraph((token['tokens'] as Token[] | undefined) ?? [token], place)];
      case 'blockquote':
        return blocks((token as Tokens.Blockquote).tokens, { ...place, quotes: place.quotes + 1 });
      case 'list':
        return listBlocks(token as Tokens.List, place);
      case 'code':
        return (token as Tokens.Code).text
          .split('\n')
          .map((line) => new Paragraph({ ...placed(place), children: [plainRun(line, { code: true })] }));
      case 'table':
        return [tableOf(token as Tokens.Table), new Paragraph({ text: '' })];
      case 'hr':
        return [
          new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: 'C2C9D2', space: 1 } } }),
        ];
      case 'html':
        return [new Paragraph({ ...placed(place), children: [plainRun((token as Tokens.HTML).text.trimEnd(), {})] })];
      default:
        return [];
    }
  };
  const listBlocks = (list: Tokens.List, place: Place): FileChild[] => {
    const inside = { ...place, depth: place.depth + 1, list: { ordered: list.ordered, instance: (instances += 1) } };
    return list.items.flatMap((item) => {
      const [first, ...rest] = item.tokens;
      const sign = item.task ? [plainRun(item.checked === true ? '☑ ' : '☐ ', {})] : [];
      const inline = first !== undefined && 'tokens' in first && first.type !== 'list' ? (first.tokens ?? []) : [];
      const lead = new Paragraph({
        spacing: { after: 60 },
        ...marked(inside),
        children: [...sign, ...runsOf(inline, draft, {})],
      });
      const others = first?.type === 'list' || (first !== undefined && inline.length === 0) ? item.tokens : rest;
      return [lead, ...blocks(others, { ...inside, list: null })];
    });
  };
  const tableOf = ({ header, rows }: Tokens.Table): Table => {
    const row = (cells: readonly Tokens.TableCell[], bold: boolean): TableRow =>
      new TableRow({
        tableHeader: bold,
        children: cells.map(
          (cell) => new TableCell({ children: [new Paragraph({ children: runsOf(cell.tokens, draft, { bold }) })] }),
        ),
      });
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [row(header, true), ...rows.map((cells) => row(cells, false))],
    });
  };
  return blocks(tokens, top);
}

function placed({ depth, quotes }: Place): IParagraphOptions {
  const left = depth * listIndent + quotes * quoteIndent;
  return left === 0 ? {} : { indent: { left } };
}

function marked({ depth, list }: Place): IParagraphOptions {
  const level = Math.min(depth, 6) - 1;
  if (list?.ordered !== true) return { bullet: { level } };
  return { numbering: { reference: 'numbers', level, instance: list.instance } };
}
