/* eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the tests' program does not list this folder's declarations */
/// <reference path="./citation-js.d.ts" />
import type { CslEngine } from '@citation-js/core';
import type { CslRecord } from '../../shared/citing/csl';
import type { CitationStyle, ReferenceFormat } from '../../shared/model/draft';
import { decodeEntities } from './html-entities';

/** A citation in a text: which source, and which pages of it. */
export interface Citation {
  readonly id: string;
  readonly locator: string | null;
}

export interface Cited {
  /** As `citations`, in the same order: what stands in the text. */
  readonly citations: readonly string[];
  /** Entries in the order of the style, as Markdown. */
  readonly bibliography: readonly { readonly id: string; readonly text: string }[];
}

// The styles and locales come with citation-js: APA 7 and Vancouver of the Citation Style Language project, CC BY-SA 3.0.
const locales = { nl: 'nl-NL', en: 'en-US' } as const;

/** One record as people paste it elsewhere. */
export async function formatReference(
  record: CslRecord,
  format: ReferenceFormat,
  language: 'nl' | 'en',
): Promise<string> {
  if (format === 'csl-json' || format === 'bibtex' || format === 'ris') return formatReferences([record], format);
  return withEngine([record], format, language, 'text', (engine) => {
    engine.updateItems([record.id]);
    return (engine.makeBibliography()[1][0] ?? '').trim().replace(/^1\. */, '');
  });
}

/** Records for other citation programs, as one file of that format. */
export async function formatReferences(
  records: readonly CslRecord[],
  format: 'csl-json' | 'bibtex' | 'ris',
): Promise<string> {
  if (format === 'csl-json') return JSON.stringify(records, null, 2);
  const { plugins } = await import('@citation-js/core');
  await (format === 'ris' ? import('@citation-js/plugin-ris') : import('@citation-js/plugin-bibtex'));
  return String(plugins.output.format(format, format === 'ris' ? records.map(withWholeNames) : [...records])).trim();
}

/** Citations in a text and the list of sources under it, worked out together: numbers and `2021a` depend on all of them. */
export async function cite(
  records: readonly CslRecord[],
  citations: readonly Citation[],
  style: CitationStyle,
  language: 'nl' | 'en',
): Promise<Cited> {
  if (citations.length === 0) return { citations: [], bibliography: [] };
  const clusters = citations.map(({ id, locator }, index) => ({
    citationID: `c${index}`,
    citationItems: [{ id, ...(locator === null ? {} : { locator, label: 'page' }) }],
    properties: { noteIndex: 0 as const },
  }));
  return withEngine(records, style, language, 'html', (engine) => {
    const texts = engine.rebuildProcessorState(clusters, 'html', []);
    const [{ entry_ids }, entries] = engine.makeBibliography();
    return {
      citations: texts.map(([, , html]) => plainText(html)),
      bibliography: entries.map((html, index) => ({ id: entry_ids[index]?.[0] ?? '', text: markdownOf(html) })),
    };
  });
}

/** RIS has no place for the `de` of a name but before it. */
function withWholeNames(record: CslRecord): CslRecord {
  const authors = (Array.isArray(record['author']) ? record['author'] : []).map((author) => {
    const { 'non-dropping-particle': particle, family, ...rest } = author as Record<string, string>;
    return family === undefined ? author : { ...rest, family: [particle, family].filter(Boolean).join(' ') };
  });
  return authors.length === 0 ? record : { ...record, author: authors };
}

/** citation-js has one engine for a style and hands it out again, with other records: it is used at once, before anybody else can ask for it. */
async function withEngine<T>(
  records: readonly CslRecord[],
  style: CitationStyle,
  language: 'nl' | 'en',
  format: 'text' | 'html',
  use: (engine: CslEngine) => T,
): Promise<T> {
  const { plugins } = await import('@citation-js/core');
  await import('@citation-js/plugin-csl');
  return use(plugins.config.get('@csl').engine(records, style, locales[language], format));
}

function plainText(html: string): string {
  return decodeEntities(html.replace(/<[^>]*>/g, ''));
}

/** An entry as Markdown: italics stay, all else that Markdown would take for marks is escaped. */
function markdownOf(html: string): string {
  return html
    .split(/(<[^>]*>)/)
    .map((piece) => {
      if (/^<\/?i>$/.test(piece)) return '*';
      if (/^<div class="csl-right-inline">$/.test(piece)) return ' ';
      return piece.startsWith('<') ? '' : decodeEntities(piece).replace(/[\\`*_[\]<>#]/g, '\\$&');
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
