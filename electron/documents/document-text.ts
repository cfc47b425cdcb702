import type { BlobHash } from '../../shared/base/ids';

export type MediaKind = 'pdf' | 'docx' | 'odt' | 'pptx' | 'xlsx' | 'rtf' | 'markdown' | 'html' | 'text' | 'other';

export interface Heading {
  readonly level: number;
  readonly text: string;
  /** Index in `pages`. */
  readonly page: number;
}

/** What a file tells about itself and holds as text. One page for formats that have none. */
export interface DocumentText {
  readonly kind: MediaKind;
  readonly mediaType: string;
  /** Plain text per page, words that were broken over lines rejoined, white space folded, paragraphs parted by one empty line. */
  readonly pages: readonly string[];
  readonly headings: readonly Heading[];
  readonly title: string | null;
  readonly authors: readonly string[];
  /** ISO date, or as much of it as the file tells: `2019`, `2019-05`, `2019-05-17`. */
  readonly date: string | null;
  /** ISO 639-1, from the text; null when too short to tell. */
  readonly language: 'nl' | 'en' | 'de' | 'fr' | null;
  /** `text`: searchable. `scan`: pages of pictures without text. `empty`: no text in it. `failed`: see `DocumentFailure`. */
  readonly searchable: 'text' | 'scan' | 'empty';
}

export interface DocumentSource {
  readonly path: string;
  readonly name: string;
  readonly hash: BlobHash;
}
