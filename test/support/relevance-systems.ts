// @ts-expect-error -- the package has no types
import stemmers from 'snowball-stemmers';
import { describeItem } from '../../electron/search/describe-item';
import { openDatabase } from '../../electron/library/database';
import { fold } from '../../shared/search/fold';
import type { JudgedDocument } from './relevance-corpus';
import { testItemId, testQuery, testState } from './search-items';
import { openTestLibrary } from './search-library';

const { newStemmer } = stemmers as { newStemmer(language: 'dutch'): { stem(word: string): string } };

/** Finds documents for what somebody types: their keys, best first. */
export interface RankedSystem {
  readonly name: string;
  find(query: string): readonly string[];
}

/** SQLite's FTS5 as it comes: its own tokenizer without accents, all words, bm25 with the weights that ours has. */
function ftsSystem(name: string, documents: readonly JudgedDocument[], write: (text: string) => string): RankedSystem {
  const database = openDatabase(':memory:');
  database.exec(
    `CREATE VIRTUAL TABLE docs USING fts5(title, headings, meta, body, tokenize = 'unicode61 remove_diacritics 2')`,
  );
  const insert = database.prepare('INSERT INTO docs (rowid, title, headings, meta, body) VALUES (?, ?, ?, ?, ?)');
  documents.forEach(({ item, headings, text }, at) => {
    const { title, metaTexts, bodyTexts } = describeItem(testState(item));
    const columns = [title, headings.join('\n'), metaTexts.join('\n'), [...bodyTexts, text].join('\n')];
    insert.run(at, ...columns.map(write));
  });
  const select = database.prepare(
    'SELECT rowid AS at FROM docs WHERE docs MATCH ? ORDER BY bm25(docs, 8, 4, 2, 1) LIMIT 50',
  );
  return {
    name,
    find: (query) => {
      const words = write(query).match(/[\p{L}\p{N}]+/gu) ?? [];
      const found = select.all<{ at: number }>(words.map((word) => `"${word}"`).join(' '));
      return found.map(({ at }) => documents[at]?.key ?? '');
    },
  };
}

function ours(name: string, documents: readonly JudgedDocument[], plain: boolean): RankedSystem {
  const library = openTestLibrary(':memory:', plain ? { knowledge: null } : {});
  library.put(...documents.map(({ item }) => item));
  for (const { item, headings, text } of documents)
    if (item.file !== undefined) library.putText(item.file, [text], headings);
  const keys = new Map(documents.map(({ key, item }) => [testItemId(item.n), key]));
  return {
    name,
    find: (query) =>
      library.search.query(testQuery(`${query} `, { limit: 50 }), 'full').rows.map((row) => keys.get(row.id) ?? ''),
  };
}

export function rankedSystems(documents: readonly JudgedDocument[]): readonly RankedSystem[] {
  const { stem } = newStemmer('dutch');
  return [
    ftsSystem('plain FTS5', documents, (text) => text),
    ftsSystem('FTS5 with Snowball', documents, (text) => fold(text).replace(/[\p{L}\p{N}]+/gu, (word) => stem(word))),
    ours('Raakvlak, expansions off', documents, true),
    ours('Raakvlak', documents, false),
  ];
}
