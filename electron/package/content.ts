import type { Language } from '../../shared/messages/text';
import { sizeClass } from '../library/size-class';

/** One thing to read. Its HTML is of a few known elements; the reader in the page lets no others through (`resources/package/reader.js`). */
export interface PackagedDocument {
  readonly title: string;
  /** What kind of thing it is, in words. */
  readonly kind: string;
  /** What stands above every page, on the screen and in print. */
  readonly stateLine: string;
  /** Across every printed page; empty for none. */
  readonly watermark: string;
  /** Label and HTML of each field. */
  readonly details: readonly (readonly [string, string])[];
  readonly html: string;
  /** What did not come along, in words. */
  readonly notes: readonly string[];
  /** To be saved from the page. */
  readonly file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array } | null;
}

export interface PackageContent {
  readonly language: Language;
  readonly title: string;
  readonly madeBy: string;
  readonly madeFor: string;
  /** ISO 8601. */
  readonly madeAt: string;
  /** The last day, `2025-03-31`. */
  readonly until: string;
  readonly documents: readonly PackagedDocument[];
}

/**
 * The content as bytes: the length of the JSON in 4 bytes, big end first, the JSON, the bytes of the files one after the other, and zeros, so that the size tells little
 * (the classes of closed spaces). In the JSON a file is `{ name, mediaType, from, to }`, counted from the end of the JSON.
 */
export function encodeContent(content: PackageContent): Uint8Array {
  const files: Uint8Array[] = [];
  let at = 0;
  const documents = content.documents.map((document) => {
    if (document.file === null) return document;
    const { bytes, ...about } = document.file;
    const from = at;
    at += bytes.length;
    files.push(bytes);
    return { ...document, file: { ...about, from, to: at } };
  });
  const json = Buffer.from(JSON.stringify({ ...content, documents }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  const size = length.length + json.length + at;
  return Buffer.concat([length, json, ...files], sizeClass(size));
}
