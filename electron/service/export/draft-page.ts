import { Marked, type Tokens } from 'marked';
import { exportTexts } from '../../../shared/messages/export';
import { fillText } from '../../../shared/messages/fill';
import { ownLink } from '../../../shared/model/own-links';
import { escapeHtml } from '../../documents/html-entities';
import type { DraftDocument } from './draft-document';

/** A page to be printed, with what stands above and under each sheet. */
export interface DraftPage {
  readonly html: string;
  readonly header: string;
  readonly footer: string;
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

const style = `
  body { font: 11pt/1.5 'Liberation Sans', Arial, sans-serif; color: #1c2430; margin: 0; overflow-wrap: anywhere; }
  h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.3em 0 0.4em; break-after: avoid; }
  h1.title { font-size: 20pt; margin: 0 0 0.4em; }
  h1 { font-size: 16pt; } h2 { font-size: 13.5pt; } h3 { font-size: 11.5pt; } h4, h5, h6 { font-size: 11pt; }
  .summary { color: #566070; margin: 0 0 1.5em; }
  p, li { orphans: 2; widows: 2; }
  a { color: #0b6e6e; }
  img { max-width: 100%; max-height: 220mm; break-inside: avoid; }
  table { border-collapse: collapse; } th, td { border: 1px solid #b9c1cb; padding: 0.25em 0.5em; text-align: left; vertical-align: top; }
  blockquote { margin: 0 0 1em; padding-left: 1em; border-left: 3px solid #c2c9d2; color: #566070; }
  pre, code { font-family: 'Liberation Mono', monospace; font-size: 9.5pt; } pre { white-space: pre-wrap; }
  .mark { position: fixed; inset: 0; display: flex; align-items: center; justify-content: center; z-index: -1; }
  .mark span { transform: rotate(-35deg); font-size: 46pt; font-weight: 700; color: rgb(28 36 48 / 14%); text-align: center; white-space: nowrap; }
`;

/** The page of a draft: no script, nothing from outside it, HTML in the text only as the signs it is written with. */
export function draftPage(draft: DraftDocument): DraftPage {
  const { language } = draft;
  const body = draftBody(draft);
  const summary = draft.summary === '' ? '' : `<p class="summary">${escapeHtml(draft.summary)}</p>`;
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${escapeHtml(draft.title)}</title><style>${style}</style></head><body><div class="mark" aria-hidden="true"><span>${escapeHtml(draft.watermark)}</span></div><h1 class="title">${escapeHtml(draft.title)}</h1>${summary}${body}</body></html>`;
  const line = (content: string): string =>
    `<div style="font: 8pt 'Liberation Sans', Arial, sans-serif; color: #566070; width: 100%; margin: 0 15mm; display: flex; justify-content: space-between; gap: 8mm;">${content}</div>`;
  return {
    html,
    header: line(`<span>${escapeHtml(draft.stateLine)}</span>`),
    footer: line(
      `<span>${escapeHtml(draft.title)}</span><span>${exportTexts.page[language]} <span class="pageNumber"></span> ${exportTexts.of[language]} <span class="totalPages"></span></span>`,
    ),
  };
}

/** The text of a draft as HTML: its pictures as data addresses, HTML in the text as the signs it is written with. */
export function draftBody(draft: Pick<DraftDocument, 'markdown' | 'pictures' | 'language'>): string {
  return renderer(draft).parse(draft.markdown) as string;
}

function renderer({ pictures, language }: Pick<DraftDocument, 'pictures' | 'language'>): Marked {
  const marked = new Marked({ gfm: true, async: false });
  marked.use({
    renderer: {
      html: ({ text }: Tokens.HTML | Tokens.Tag) => escapeHtml(text),
      checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
      link({ href, tokens }) {
        const inner = this.parser.parseInline(tokens);
        return /^(https?|mailto):/i.test(href) ? `<a href="${escapeHtml(href)}">${inner}</a>` : inner;
      },
      image: ({ href, text }) => {
        const link = ownLink(href);
        const picture = link?.kind === 'image' ? pictures.get(link.hash) : undefined;
        if (picture === undefined)
          return `<em>[${escapeHtml(fillText(exportTexts.image[language], { alt: text }))}]</em>`;
        const data = Buffer.from(picture.bytes).toString('base64');
        return `<img alt="${escapeHtml(text)}" src="data:${picture.mediaType};base64,${data}">`;
      },
    },
  });
  return marked;
}
