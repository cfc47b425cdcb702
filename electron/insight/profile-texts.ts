import type { ItemId } from '../../shared/base/ids';
import type { ItemState } from '../../shared/revision/item-state';
import type { Concepts } from './concepts';
import { texts } from './item-fields';
import { isEmptyWord, type TextAnalysis, type TextToken } from './text-analysis';

/** Fields of text and how much a word there counts; a title says most. */
const textFields: Readonly<Record<string, number>> = {
  title: 3,
  aim: 2,
  goal: 2,
  objective: 2,
  summary: 2,
  abstract: 2,
  reach: 2,
  tags: 2,
  ambitions: 1,
  approach: 1,
  why: 1,
  product: 1,
  targetText: 1,
  parts: 1,
  results: 1,
  angle: 1,
  criteria: 1,
  population: 1,
  findings: 1,
  recommendations: 1,
  body: 1,
};
/** A part of a compound says less than the compound. */
const partWeight = 0.6;
/** A concept that a named one falls under. */
const widerWeight = 0.5;
const longestText = 40_000;
/** A relation to a concept says as much as its name in a title; an instrument that is used, a little less. */
const relationWeight = 3;
const instrumentWeight = 2;

interface Tools {
  readonly analyse: TextAnalysis;
  readonly concepts: Concepts;
}

class Tally extends Map<string, number> {
  count(key: string, by: number): void {
    this.set(key, (this.get(key) ?? 0) + by);
  }

  /** The tenth time something is named says less than the first. */
  dampened(): ReadonlyMap<string, number> {
    return new Map([...this].map(([key, times]) => [key, Math.log1p(times)]));
  }
}

/** The words and the concepts of an item's texts, each with how much it counts; `shown` gets how each was written. */
export function readTexts(
  state: ItemState,
  related: readonly ItemId[],
  { analyse, concepts }: Tools,
  shown: Map<string, string>,
): { readonly text: ReadonlyMap<string, number>; readonly concept: ReadonlyMap<string, number> } {
  const words = new Tally();
  const named = new Tally();
  for (const [field, weight] of Object.entries(textFields)) {
    const tokens = analyse(texts(state, field).join('\n').slice(0, longestText));
    for (const token of tokens) countWord(token, weight, words, shown);
    for (const [concept, times] of concepts.in(tokens)) named.count(concept, weight * times);
  }
  for (const id of related) {
    const concept = concepts.of(id);
    if (concept !== null) named.count(concept, relationWeight);
  }
  for (const value of texts(state, 'instruments'))
    for (const concept of concepts.in(analyse(value)).keys()) named.count(concept, instrumentWeight);
  for (const [concept, times] of [...named])
    for (const wider of concepts.wider(concept as ItemId))
      named.set(wider, Math.max(named.get(wider) ?? 0, times * widerWeight));
  for (const concept of named.keys()) shown.set(`concept ${concept}`, concepts.label(concept as ItemId));
  return { text: words.dampened(), concept: named.dampened() };
}

function countWord({ word, stem, parts }: TextToken, weight: number, words: Tally, shown: Map<string, string>): void {
  if (isEmptyWord(word)) return;
  words.count(stem, weight);
  if (!shown.has(`text ${stem}`)) shown.set(`text ${stem}`, word);
  for (const part of parts) {
    if (isEmptyWord(part.word)) continue;
    words.count(part.stem, weight * partWeight);
    if (!shown.has(`text ${part.stem}`)) shown.set(`text ${part.stem}`, part.word);
  }
}
