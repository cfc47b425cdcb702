import type { DocumentText, Heading } from '../documents/document-text';
import type { AnalysedText, Analyser } from './dutch/analyse';

/** A document ready to be written to the index: plain strings, so it can come from a worker. */
export interface AnalysedDocument {
  readonly kind: string;
  readonly state: 'searchable' | 'scan' | 'empty';
  readonly pages: readonly string[];
  readonly headings: readonly Heading[];
  /** null when the file has none of its own. */
  readonly title: AnalysedTitle | null;
  readonly headingText: AnalysedText;
  readonly bodyText: AnalysedText;
}

export interface AnalysedTitle extends AnalysedText {
  readonly text: string;
}

/** The costly part of indexing a document; pure, so it runs wherever the text was extracted. */
export function analyseDocument(document: DocumentText, analyser: Analyser): AnalysedDocument {
  const pages = document.pages.map((page) => page.normalize('NFC'));
  return {
    kind: document.kind,
    state: document.searchable === 'text' ? 'searchable' : document.searchable,
    pages,
    headings: document.headings,
    title: document.title === null ? null : { text: document.title, ...analyser.analyse(document.title) },
    ...analysePages(pages, document.headings, analyser),
  };
}

export function analysePages(
  pages: readonly string[],
  headings: readonly Heading[],
  analyser: Analyser,
): { headingText: AnalysedText; bodyText: AnalysedText } {
  return {
    headingText: analyser.analyse(headings.map((heading) => heading.text).join(' _ ')),
    bodyText: analyser.analyse(pages.join('\n')),
  };
}
