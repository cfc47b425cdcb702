import {
  AlignmentType,
  Document,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { lexer } from 'marked';
import { exportTexts } from '../../../shared/messages/export';
import type { DraftDocument } from './draft-document';
import { blocksOf } from './docx-blocks';

const levels = [0, 1, 2, 3, 4, 5];
/** Twentieths of a point. */
const indent = 360;

/** A draft as a Word document: the state as a line above and a watermark behind every page. */
export async function draftDocx(draft: DraftDocument): Promise<Uint8Array> {
  const children: FileChild[] = [
    new Paragraph({ style: 'Title', text: draft.title }),
    ...(draft.summary === '' ? [] : [new Paragraph({ style: 'Subtitle', text: draft.summary })]),
    ...blocksOf(lexer(draft.markdown), draft),
  ];
  const document = new Document({
    title: draft.title,
    description: draft.stateLine,
    creator: 'Raakvlak',
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, language: { value: draft.language === 'nl' ? 'nl-NL' : 'en-GB' } },
        },
        title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 160 } } },
        heading1: { run: { size: 32, bold: true }, paragraph: { spacing: { before: 320, after: 120 } } },
        heading2: { run: { size: 27, bold: true }, paragraph: { spacing: { before: 280, after: 100 } } },
        heading3: { run: { size: 23, bold: true }, paragraph: { spacing: { before: 240, after: 80 } } },
      },
    },
    numbering: {
      config: [
        {
          reference: 'numbers',
          levels: levels.map((level) => ({
            level,
            format: LevelFormat.DECIMAL,
            text: `%${level + 1}.`,
            alignment: AlignmentType.START,
            style: { paragraph: { indent: { left: indent * 2 * (level + 1), hanging: indent } } },
          })),
        },
      ],
    },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 } } },
        headers: draft.stateLine === '' ? {} : { default: headerOf(draft) },
        footers: { default: footerOf(draft) },
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}

function headerOf({ stateLine, watermark }: DraftDocument): Header {
  const line = new TextRun({ text: stateLine, size: 17, color: '566070' });
  return new Header({ children: [new Paragraph({ children: [line, new TextWatermark({ text: watermark })] })] });
}

function footerOf({ language }: DraftDocument): Footer {
  const { page, of } = exportTexts;
  const run = new TextRun({
    size: 17,
    color: '566070',
    children: [`${page[language]} `, PageNumber.CURRENT, ` ${of[language]} `, PageNumber.TOTAL_PAGES],
  });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.END, children: [run] })] });
}
