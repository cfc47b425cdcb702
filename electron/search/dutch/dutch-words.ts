import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSplitter, type Splitter } from './compounds';
import { createWordList, type WordList } from './word-list';

export interface DutchWords {
  readonly list: WordList;
  readonly split: Splitter;
}

/** The word list that comes with the app, and compounds by it. It is read from `resources` when the first word is looked up: a start looks none up. */
export function dutchWords(resources: string): DutchWords {
  let read: WordList | null = null;
  const list: WordList = {
    // The letters are those of the alphabet alone.
    classOf: (word) =>
      (read ??= createWordList(readFileSync(join(resources, 'words', 'parts.txt'), 'latin1'))).classOf(word),
  };
  return { list, split: createSplitter(list) };
}
