import { ExternalHyperlink, ImageRun, TextRun, type ParagraphChild } from 'docx';
import type { Token, Tokens } from 'marked';
import { exportTexts } from '../../../shared/messages/export';
import { fillText } from '../../../shared/messages/fill';
import { ownLink } from '../../../shared/model/own-links';
import { decodeEntities } from '../../documents/html-entities';
import type { DraftDocument } from './draft-document';
import { pictureSize } from './picture-size';

/** How words are set. */
export interface Look {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly strike?: boolean;
  readonly code?: boolean;
  readonly link?: boolean;
}

/** Pixels, at 96 to the inch: the width of the text on A4. */
const maxWidth = 600;
const types = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif' } as const;

export function plainRun(text: string, { bold, italics, strike, code, link }: Look): TextRun {
  return new TextRun({
    text,
    ...(bold === true ? { bold } : {}),
    ...(italics === true ? { italics } : {}),
    ...(strike === true ? { strike } : {}),
    ...(code === true ? { font: 'Consolas', size: 20 } : {}),
    ...(link === true ? { style: 'Hyperlink' } : {}),
  });
}

/** What stands in a line: words, links to the web, pictures. Links inside the library are their words. */
export function runsOf(tokens: readonly Token[], draft: DraftDocument, look: Look): ParagraphChild[] {
  return tokens.flatMap((token) => runs(token, draft, look));
}

function runs(token: Token, draft: DraftDocument, look: Look): ParagraphChild[] {
  const inside = 'tokens' in token ? (token.tokens ?? []) : [];
  switch (token.type) {
    case 'strong':
      return runsOf(inside, draft, { ...look, bold: true });
    case 'em':
      return runsOf(inside, draft, { ...look, italics: true });
    case 'del':
      return runsOf(inside, draft, { ...look, strike: true });
    case 'codespan':
      return [plainRun((token as Tokens.Codespan).text, { ...look, code: true })];
    case 'br':
      return [new TextRun({ break: 1 })];
    case 'link': {
      const { href } = token as Tokens.Link;
      if (!/^(https?|mailto):/i.test(href)) return runsOf(inside, draft, look);
      return [new ExternalHyperlink({ link: href, children: runsOf(inside, draft, { ...look, link: true }) })];
    }
    case 'image':
      return [picture(token as Tokens.Image, draft, look)];
    default:
      if (inside.length > 0) return runsOf(inside, draft, look);
      return 'text' in token ? [plainRun(decodeEntities(String(token.text)), look)] : [];
  }
}

function picture({ href, text }: Tokens.Image, { pictures, language }: DraftDocument, look: Look): ParagraphChild {
  const link = ownLink(href);
  const found = link?.kind === 'image' ? pictures.get(link.hash) : undefined;
  const type =
    found === undefined ? undefined : (types as Readonly<Record<string, 'png' | 'jpg' | 'gif'>>)[found.mediaType];
  const size = found === undefined ? null : pictureSize(found.bytes);
  if (found === undefined || type === undefined || size === null)
    return plainRun(`[${fillText(exportTexts.image[language], { alt: text })}]`, { ...look, italics: true });
  const scale = Math.min(1, maxWidth / size.width);
  return new ImageRun({
    type,
    data: found.bytes,
    transformation: { width: Math.round(size.width * scale), height: Math.round(size.height * scale) },
    altText: { name: text, description: text, title: text },
  });
}
