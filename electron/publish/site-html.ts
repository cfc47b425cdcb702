import { marked } from 'marked';
import type { JsonValue } from '../../shared/base/json';
import { fillText } from '../../shared/messages/fill';
import { siteTexts } from '../../shared/messages/site';
import type { Language } from '../../shared/messages/text';
import { choiceLabel } from '../../shared/messages/vocabulary';
import { cleanHtml } from '../documents/clean-html';
import { escapeHtml } from '../documents/html-entities';
import type { PublicField } from './public-records';

/** What all pages of a site share. */
export interface Site {
  readonly title: string;
  readonly language: Language;
  /** Names of the spaces it was made from. */
  readonly spaces: readonly string[];
  /** ISO 8601. */
  readonly madeAt: string;
}

export interface Page {
  readonly title: string;
  /** HTML of what stands in `main`, its heading of level 1 included. */
  readonly main: string;
  /** How many folders below the top it lies. */
  readonly depth: 0 | 1;
  /** Scripts of the site, in order. */
  readonly scripts?: readonly string[];
}

/** Nothing from elsewhere, and no script in the page itself. */
const policy =
  "default-src 'none'; script-src 'self' file:; style-src 'self' file:; form-action 'none'; base-uri 'none'";

export function pageHtml(site: Site, page: Page): string {
  const t = textsOf(site);
  const up = page.depth === 0 ? '' : '../';
  const title = page.title === site.title ? site.title : `${page.title} – ${site.title}`;
  return `<!DOCTYPE html>
<html lang="${site.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${up}style.css">
${(page.scripts ?? []).map((name) => `<script defer src="${up}${name}"></script>\n`).join('')}</head>
<body>
<a class="skip" href="#main">${t('skip')}</a>
<header><nav aria-label="${t('home')}"><a href="${up}index.html">${escapeHtml(site.title)}</a></nav></header>
<main id="main">
${page.main}
</main>
<footer><p>${t('made', { date: dateText(site, site.madeAt), spaces: site.spaces.join(', ') })}</p></footer>
</body>
</html>
`;
}

type SiteText = (key: keyof typeof siteTexts, params?: Readonly<Record<string, string | number>>) => string;

/** The texts of the site, ready to stand in HTML. */
export function textsOf({ language }: Site): SiteText {
  return (key, params = {}) => escapeHtml(fillText(siteTexts[key][language], params));
}

export function dateText({ language }: Site, iso: string): string {
  return new Date(iso).toLocaleDateString(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** HTML of a value: lists as lists, Markdown as what it means with its headings below those of the page. */
export function valueHtml(site: Site, { key, kind, value }: PublicField): string {
  if (kind === 'markdown') return markdownHtml(String(value));
  if (kind === 'period') return `<p>${periodText(site, value)}</p>`;
  if (kind === 'flag') return `<p>${textsOf(site)(value === true ? 'yes' : 'no')}</p>`;
  if (kind === 'date') return `<p>${escapeHtml(String(value))}</p>`;
  if (kind === 'url') return `<p>${linkHtml(String(value))}</p>`;
  if (!Array.isArray(value)) return paragraphs(choiceLabel(key, String(value), site.language));
  return `<ul>${value.map((each) => `<li>${escapeHtml(choiceLabel(key, String(each), site.language))}</li>`).join('')}</ul>`;
}

/** The words of a value, to be searched. */
export function valueText({ key, value }: PublicField, language: Language): string {
  if (Array.isArray(value)) return value.map((each) => choiceLabel(key, String(each), language)).join(' ');
  return typeof value === 'object' || typeof value === 'boolean' ? '' : choiceLabel(key, String(value), language);
}

function markdownHtml(text: string): string {
  const html = marked.parse(text, {
    async: false,
    walkTokens: (token) => {
      if (token.type === 'heading') token['depth'] = Math.min(6, Number(token['depth']) + 2);
    },
  });
  // An id could be there twice: each text knows only of its own.
  return cleanHtml(html).replace(/(<h[1-6]) id="[^"]*"/g, '$1');
}

function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((part) => `<p>${escapeHtml(part.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

function linkHtml(url: string): string {
  return /^https?:\/\//i.test(url)
    ? `<a href="${escapeHtml(url)}" rel="noopener noreferrer">${escapeHtml(url)}</a>`
    : escapeHtml(url);
}

function periodText(site: Site, value: JsonValue): string {
  const t = textsOf(site);
  const { from = null, to = null } = (typeof value === 'object' && !Array.isArray(value) ? value : null) ?? {};
  if (from !== null && to !== null) return from === to ? String(from) : `${Number(from)}–${Number(to)}`;
  if (from !== null) return t('from', { year: Number(from) });
  return to === null ? '' : t('until', { year: Number(to) });
}
