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

export interface TextWriter {
  /** Writes the searchable text of a row, from its record and its file. `file`: its texts where they are at hand; `isNew`: it had none yet. */
  write(row: number, known?: { readonly file?: FileTexts; readonly isNew?: boolean }): void;
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
      const item = database
        .prepare('SELECT title, texts, file_hash FROM search_item WHERE row = ?')
        .get<{ title: string; texts: string; file_hash: string | null }>(row);
      if (item === undefined) return;
      const record = JSON.parse(item.texts) as RecordTexts;
      const file = known.file ?? (item.file_hash === null ? null : storedFile(item.file_hash));
      const title = file?.title?.text === item.title ? file.title : analyser.analyse(item.title);
      const meta = analyseAll(analyser, record.meta);
      const ownBody = analyseAll(analyser, record.body);
      const body = file === null ? ownBody : record.body.length === 0 ? file.bodyText : join(ownBody, file.bodyText);
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
