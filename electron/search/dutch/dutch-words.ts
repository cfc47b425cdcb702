// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the tests compile this file without the folder it is in
/// <reference path="./raw.d.ts" />
import parts from '../../../resources/words/parts.txt?raw';
import { createAnalyser, type Analyser } from './analyse';
import { createSplitter, type Splitter } from './compounds';
import { createWordList, type WordList } from './word-list';

/** The word list that comes with the app, and compounds by it. */
export function dutchWords(): { readonly list: WordList; readonly split: Splitter } {
  const list = createWordList(parts);
  return { list, split: createSplitter(list) };
}

/** The analysis of everything that the app indexes. */
export function createDutchAnalyser(): Analyser {
  return createAnalyser(dutchWords().split);
}
