import type { Database } from '../library/database';
import { analysePages, type AnalysedTitle } from './analyse-document';
import type { AnalysedText, Analyser } from './dutch/analyse';
import type { Heading } from '../documents/document-text';

/** The texts of an item's file as the index takes them. */
export interface FileTexts {
  /** Its own title, which an item that is made of it often has. */
  readonly title?: AnalysedTitle | null;
  readonly headingText: AnalysedText;
  readonly bodyText: AnalysedText;
}

/**
 * Texts of files that came in ahead of the items that will name them, by hash: handed from the document index to the item
 * index of the same database, so that a file that is imported is analysed and written once.
 */
export type FreshTexts = Map<string, FileTexts>;

interface RecordTexts {
  readonly meta: readonly string[];
  readonly body: readonly string[];
}

/** What a row says of its item, as far as its text goes. */
export interface TextRecord {
  readonly title: string;
  readonly texts: RecordTexts;
  readonly fileHash: string | null;
}

interface Known {
  /** What the row holds, where it is at hand. */
  readonly record?: TextRecord;
  /** The texts of its file, where they are at hand. */
  readonly file?: FileTexts;
  /** It had no text yet. */
  readonly isNew?: boolean;
}

export interface TextWriter {
  /** Writes the searchable text of a row, from its record and its file. */
  write(row: number, known?: Known): void;
  remove(row: number): void;
}

/** A token that nobody can type stands between fields, so that a phrase never runs from one into the next. */
const boundary = ' _ ';

function join(a: AnalysedText, b: AnalysedText): AnalysedText {
  return { words: `${a.words}${boundary}${b.words}`, forms: `${a.forms} ${b.forms}` };
}

function analyseAll(analyser: Analyser, texts: readonly string[]): AnalysedText {
  const parts = texts.map((text) => analyser.analyse(text));
  return { words: parts.map((part) => part.words).join(boundary), forms: parts.map((part) => part.forms).join(' ') };
}

function readRecord(database: Database, row: number): TextRecord | null {
  const found = database
    .prepare('SELECT title, texts, file_hash FROM search_item WHERE row = ?')
    .get<{ title: string; texts: string; file_hash: string | null }>(row);
  if (found === undefined) return null;
  return { title: found.title, texts: JSON.parse(found.texts) as RecordTexts, fileHash: found.file_hash };
}

export function createTextWriter(database: Database, analyser: Analyser, fresh: FreshTexts = new Map()): TextWriter {
  // The file of the item that is being edited: saved again and again while its text stays the same.
  let lastFile: { hash: string; texts: FileTexts } | null = null;

  function storedFile(hash: string): FileTexts | null {
    const arrived = fresh.get(hash);
    if (arrived !== undefined) {
      fresh.delete(hash);
      return arrived;
    }
    if (lastFile?.hash === hash) return lastFile.texts;
    const document = database
      .prepare(`SELECT doc, headings FROM search_document WHERE hash = ? AND state = 'searchable'`)
      .get<{ doc: number; headings: string }>(hash);
    if (document === undefined) return null;
    const pages = database
      .prepare('SELECT text FROM search_page WHERE doc = ? ORDER BY page')
      .all<{ text: string }>(document.doc);
    const texts = analysePages(
      pages.map((page) => page.text),
      JSON.parse(document.headings) as Heading[],
      analyser,
    );
    lastFile = { hash, texts };
    return texts;
  }

  function remove(row: number): void {
    database.prepare('DELETE FROM search_text WHERE rowid = ?').run(row);
    database.prepare('DELETE FROM search_lead WHERE rowid = ?').run(row);
  }

  return {
    remove,
    write(row, known = {}) {
      const record = known.record ?? readRecord(database, row);
      if (record === null) return;
      const { texts, fileHash } = record;
      const file = known.file ?? (fileHash === null ? null : storedFile(fileHash));
      const title = file?.title?.text === record.title ? file.title : analyser.analyse(record.title);
      const meta = analyseAll(analyser, texts.meta);
      const ownBody = analyseAll(analyser, texts.body);
      const body = file === null ? ownBody : texts.body.length === 0 ? file.bodyText : join(ownBody, file.bodyText);
      const headings = file?.headingText ?? { words: '', forms: '' };
      const lead = [title.words, title.forms, headings.words, headings.forms, meta.words, meta.forms];
      if (known.isNew !== true) remove(row);
      database
        .prepare(
          'INSERT INTO search_lead (rowid, title, title_forms, headings, headings_forms, meta, meta_forms) VALUES (?,?,?,?,?,?,?)',
        )
        .run(row, ...lead);
      database
        .prepare(
          'INSERT INTO search_text (rowid, title, title_forms, headings, headings_forms, meta, meta_forms, body, body_forms) VALUES (?,?,?,?,?,?,?,?,?)',
        )
        .run(row, ...lead, body.words, body.forms);
    },
  };
}
