import { readFileSync } from 'node:fs';
// @ts-expect-error -- the package has no types
import stemmers from 'snowball-stemmers';
import { expect, it } from 'vitest';
import { snowballStem } from '../../electron/search/dutch/snowball';
import { pick, seeded } from '../support/seeded';

const other = (stemmers as { newStemmer(language: 'dutch'): { stem(word: string): string } }).newStemmer('dutch');

const endings = 's se e en ene heden heid end ing ig lijk baar bar igend enheid ige bare lijke'.split(' ');

it('stems every word of the word list as another making of the same rules does', () => {
  const words = readFileSync('resources/words/parts.txt', 'latin1').split('\n');
  expect(words.length).toBeGreaterThan(50_000);
  expect(otherwise(words.map((line) => line.slice(1)))).toEqual([]);
});

it('stems whatever has the form of a word so: letters at random, with the endings that the rules know', () => {
  const random = seeded(7);
  const letters = [...'aaeeiiooouuyydtknsgmbrljhcv', ...`'-øßж`];
  const words = Array.from({ length: 50_000 }, () => {
    const begin = Array.from({ length: 1 + Math.floor(random() * 11) }, () => pick(random, letters)).join('');
    return begin + pick(random, ['', ...endings]);
  });
  expect(otherwise(words)).toEqual([]);
});

function otherwise(words: readonly string[]): string[] {
  return words.filter((word) => word !== '' && snowballStem(word) !== other.stem(word));
}
