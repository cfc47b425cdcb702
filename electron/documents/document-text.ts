export type MediaKind = 'pdf' | 'docx' | 'odt' | 'pptx' | 'xlsx' | 'rtf' | 'markdown' | 'html' | 'text' | 'other';

export type DocumentLanguage = 'nl' | 'en' | 'de' | 'fr';

export interface Heading {
  /** 1 is the highest. */
  readonly level: number;
  readonly text: string;
  /** Index in `pages`. */
  readonly page: number;
}

/** What a file tells about itself and holds as text. One page for formats that have none. */
export interface DocumentText {
  readonly kind: MediaKind;
  /** What the file's name promised when its content is something else; null when the two agree or the name tells nothing. */
  readonly namedAs: MediaKind | null;
  readonly mediaType: string;
  /**
   * Plain text per page: words that were broken over lines rejoined, runs of spaces folded, paragraphs parted by one empty line.
   * Lines are kept where the document has lines (text, PDF, cells parted by tabs).
   */
  readonly pages: readonly string[];
  /** The document's own outline where it has one, otherwise what its lay-out shows. */
  readonly headings: readonly Heading[];
  readonly title: string | null;
  readonly authors: readonly string[];
  /** ISO date, or as much of it as the file tells: `2019`, `2019-05`, `2019-05-17`. */
  readonly date: string | null;
  /** ISO 639-1, from the text; null when too short to tell. */
  readonly language: DocumentLanguage | null;
  /** `text`: searchable. `scan`: pages of pictures without text. `empty`: no text in it. */
  readonly searchable: 'text' | 'scan' | 'empty';
}

/** What one format's reader gives: the same as `DocumentText`, before tidying, and only what that format can tell. */
export interface RawDocument {
  readonly pages: readonly string[];
  readonly headings?: readonly Heading[];
  readonly title?: string | null;
  readonly authors?: readonly string[];
  readonly date?: string | null;
  /** There are pictures in it, so pages without text are scans. */
  readonly hasPictures?: boolean;
}
