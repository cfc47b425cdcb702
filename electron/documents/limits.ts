import { AppError } from '../../shared/base/errors';

/** What a document may ask of this machine, checked before and while it is read. */
export interface DocumentLimits {
  readonly maxFileBytes: number;
  /** Of a file that is text itself (plain, Markdown, HTML, RTF): all of it becomes text. */
  readonly maxTextFileBytes: number;
  /** Of all parts of a zipped document that are read, unpacked. */
  readonly maxUnpackedBytes: number;
  readonly maxZipEntries: number;
  readonly maxNesting: number;
  readonly maxXmlElements: number;
  readonly maxPages: number;
  /** Of all pages together. */
  readonly maxTextCharacters: number;
}

const mebibyte = 1024 * 1024;

/** Room for a report of 1,000 pages full of pictures; a file of 1 GB, a zip bomb and nested XML stop at once. */
export const documentLimits: DocumentLimits = {
  maxFileBytes: 256 * mebibyte,
  maxTextFileBytes: 32 * mebibyte,
  maxUnpackedBytes: 200 * mebibyte,
  maxZipEntries: 10_000,
  maxNesting: 500,
  maxXmlElements: 5_000_000,
  maxPages: 10_000,
  maxTextCharacters: 20_000_000,
};

/** The file's name, for messages, and the limits it is read under. */
export interface DocumentContext {
  readonly name: string;
  readonly limits: DocumentLimits;
}

export function tooMuchText({ name, limits }: DocumentContext): AppError {
  return new AppError('document-too-much-text', {
    name,
    limitMillions: Math.floor(limits.maxTextCharacters / 1_000_000),
  });
}
