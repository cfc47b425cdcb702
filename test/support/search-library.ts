import { openDatabase, type Database } from '../../electron/library/database';
import type { ItemIndex } from '../../electron/library/item-index';
import { createAnalyser } from '../../electron/search/dutch/analyse';
import { dutchWords } from '../../electron/search/dutch/dutch-words';
import { openItemIndex } from '../../electron/search/item-index';
import { openSearch, type Search, type SearchOptions } from '../../electron/search/search';
import type { ItemQuery } from '../../shared/search/item-query';
import { testDocument, testHash, testQuery, testState, type TestItem } from './search-items';

export interface TestLibrary {
  readonly database: Database;
  readonly index: ItemIndex;
  readonly search: Search;
  put(...items: readonly TestItem[]): void;
  /** The text of file `n`. */
  putText(n: number, pages: readonly string[], headings?: readonly string[]): void;
  /** Titles found, best first. */
  titles(text: string, change?: Partial<ItemQuery>): string[];
}

/** An index in a file or in memory, on the real database. `knowledge` null: only what is typed is searched for. */
export function openTestLibrary(path = ':memory:', options: Pick<SearchOptions, 'knowledge'> = {}): TestLibrary {
  const database = openDatabase(path);
  const words = dutchWords('resources');
  const index = openItemIndex(database, createAnalyser(words.split));
  const search = openSearch(database, { words, ...options });
  return {
    database,
    index,
    search,
    put: (...items) => database.transaction(() => index.put(items.map((item) => ({ state: testState(item) })))),
    putText: (n, pages, headings) => search.documents.putDocumentText(testHash(n), testDocument(pages, headings)),
    titles: (text, change) => search.query(testQuery(text, change), 'full').rows.map((row) => row.title),
  };
}
