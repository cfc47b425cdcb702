import type { DocumentText } from '../documents/document-text';
import type { AnalysedDocument } from '../search/analyse-document';

/** What a worker makes of a file: what it tells about itself, and its text as the index takes it. Without the pages twice. */
export interface PreparedDocument {
  readonly document: Omit<DocumentText, 'pages' | 'headings'>;
  readonly analysed: AnalysedDocument;
}
