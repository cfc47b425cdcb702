import { renderSVG } from 'uqr';
import { fillText } from '../../../shared/messages/fill';
import { recoverySheetTexts } from '../../../shared/messages/recovery-sheet';
import type { Language } from '../../../shared/messages/text';
import type { RecoverySheet, SheetSpace } from '../../../shared/model/recovery';
import { readSheet } from '../../access/recovery-sheet';
import { escapeHtml } from '../../documents/html-entities';
import type { DraftPage } from '../export/draft-page';

type Key = keyof typeof recoverySheetTexts;
type Say = (key: Key, params?: Record<string, string>) => string;

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

const style = `
  body { font: 9pt/1.35 'Liberation Sans', Arial, sans-serif; color: #1c2430; margin: 0; overflow-wrap: anywhere; }
  h1 { font-size: 19pt; margin: 0; } h2 { font-size: 11pt; margin: 0.9em 0 0.25em; break-after: avoid; }
  p, ol, ul { margin: 0.25em 0; } ol, ul { padding-left: 1.4em; }
  .keep { border: 1.5pt solid #1c2430; padding: 0.4em 0.8em; margin: 0.7em 0; font-weight: 700; break-inside: avoid; }
  .top { display: flex; gap: 8mm; align-items: flex-start; } .top > div:first-child { flex: 1; }
  .qr { width: 47mm; font-size: 8pt; } .qr svg { width: 47mm; height: 47mm; display: block; }
  .words { border-collapse: collapse; width: 100%; margin-top: 0.4em; }
  .words td { border: 0.75pt solid #8a94a1; padding: 0.35em 0.6em; font: 700 11.5pt 'Liberation Mono', monospace; width: 25%; }
  .words small { font: 8pt 'Liberation Sans', Arial, sans-serif; color: #566070; margin-right: 0.6em; }
  .spaces { border-collapse: collapse; width: 100%; } .spaces th, .spaces td { border-bottom: 0.75pt solid #b9c1cb; padding: 0.3em 0.6em 0.3em 0; text-align: left; vertical-align: top; }
  .spaces small { color: #566070; }
  tr, li { break-inside: avoid; }
`;

const wordsInRow = 4;

/** The sheet as a page to be printed: the words in the order in which they are typed, a QR code, and what it is good for and what not. */
export function sheetPage(sheet: RecoverySheet, language: Language): DraftPage {
  const say: Say = (key, params = {}) => escapeHtml(fillText(recoverySheetTexts[key][language], params));
  const who = [sheet.name, sheet.organisation].filter(Boolean).join(', ');
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(sheet.madeAt));
  const inCode = readSheet(sheet.text).spaces.length;
  const list = (tag: 'ol' | 'ul', keys: readonly Key[]): string =>
    `<${tag}>${keys.map((key) => `<li>${say(key)}</li>`).join('')}</${tag}>`;
  const body = [
    `<h1>${say('title')}</h1><p>${say('of', { who, when })}</p><p class="keep">${say('keep')}</p>`,
    `<div class="top"><div><h2>${say('words')}</h2><p>${say('wordsText')}</p>${wordTable(sheet.words)}<p>${say('copy')}</p></div>`,
    `<div class="qr">${renderSVG(sheet.text, { ecc: 'M', border: 1 })}<p>${say('qr')}</p></div></div>`,
    `<h2>${say('spaces')}</h2>${spaceTable(sheet.spaces, say)}`,
    inCode < sheet.spaces.length ? `<p>${say('qrPart')}</p>` : '',
    sheet.leftOut.length > 0 ? `<p>${say('leftOut', { names: sheet.leftOut.join(', ') })}</p>` : '',
    `<h2>${say('how')}</h2>${list('ol', ['how1', 'how2', 'how3', 'how4'])}`,
    `<h2>${say('not')}</h2><p>${say('notText')}</p>`,
    `<h2>${say('gone')}</h2>${list('ul', ['gone1', 'gone2', 'gone3', 'gone4'])}`,
    `<p class="keep">${say('seen')}</p>`,
  ].join('');
  const title = say('title');
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${title}</title><style>${style}</style></head><body>${body}</body></html>`;
  return { html, header: '<span></span>', footer: '<span></span>' };
}

function wordTable(words: readonly string[]): string {
  const rows = Array.from({ length: Math.ceil(words.length / wordsInRow) }, (_, row) =>
    words
      .slice(row * wordsInRow, (row + 1) * wordsInRow)
      .map((word, i) => `<td><small>${row * wordsInRow + i + 1}</small>${escapeHtml(word)}</td>`)
      .join(''),
  );
  return `<table class="words"><tbody>${rows.map((row) => `<tr>${row}</tr>`).join('')}</tbody></table>`;
}

function spaceTable(spaces: readonly SheetSpace[], say: Say): string {
  if (spaces.length === 0) return `<p>${say('noSpaces')}</p>`;
  const rows = spaces.map(({ name, closed, place, words }) => {
    const known = words.length === 0 ? '' : `<br><small>${say('compare', { words: words.join(' ') })}</small>`;
    const where = place === null ? say('nowhere') : escapeHtml(place);
    return `<tr><td>${escapeHtml(name)} <small>(${say(closed ? 'closed' : 'open')})</small></td><td>${where}${known}</td></tr>`;
  });
  return `<table class="spaces"><thead><tr><th scope="col">${say('space')}</th><th scope="col">${say('place')}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
