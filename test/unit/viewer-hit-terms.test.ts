import { describe, expect, it } from 'vitest';
import {
  findSearched as findSearchedIn,
  findTyped as findTypedIn,
  foldForFinding,
  searchOfMarks,
  type Hit,
} from '../../shared/search/hit-terms';

const findTyped = (text: string, wanted: string): Hit[] => findTypedIn(foldForFinding(text), wanted);
const findSearched = (text: string, query: string): Hit[] => findSearchedIn(foldForFinding(text), query);
const texts = (text: string, hits: Hit[]): string[] => hits.map(([start, end]) => text.slice(start, end));

describe('findTyped', () => {
  it('finds parts of words whatever their case and accents', () => {
    const text = 'Één vast gezicht; een VASTE hand, ﬁnancieel en pre\u0301cies';
    expect(texts(text, findTyped(text, 'een'))).toEqual(['Één', 'een']);
    expect(texts(text, findTyped(text, 'vast'))).toEqual(['vast', 'VAST']);
    expect(texts(text, findTyped(text, 'financieel'))).toEqual(['ﬁnancieel']);
    expect(texts(text, findTyped(text, 'precies'))).toEqual(['pre\u0301cies']);
  });

  it('takes any white space for a space and signs as they are', () => {
    const text = 'tot en\n  met 50% (geschat)';
    expect(texts(text, findTyped(text, 'en met'))).toEqual(['en\n  met']);
    expect(texts(text, findTyped(text, '50% (ge'))).toEqual(['50% (ge']);
    expect(findTyped(text, '  ')).toEqual([]);
  });
});

describe('findSearched', () => {
  it.each([
    ['scholen', 'De school, scholen en schooljaren', ['school', 'scholen']],
    ['school', 'De school, scholen en schooljaren', ['school', 'scholen', 'schooljaren']],
    ['afspraken', 'een afspraak', ['afspraak']],
    ['adviezen', 'advies, adviezen', ['advies', 'adviezen']],
    ['vo-mbo', 'van vo-mbo naar mbo', ['vo-mbo']],
    ['"sluitend vangnet"', 'een sluitend vangnet, sluitende vangnetten', ['sluitend vangnet']],
    ['overstap -rbl type:study', 'RBL bij de overstap (study)', ['overstap']],
    ['titel:overgang', 'bij de overgang', ['overgang']],
    ['ijssel', 'de ĳssel', ['ĳssel']],
    ['mo', 'mo is kort; mogelijk niet', ['mo']],
  ])('marks for %s in “%s”', (query, text, expected) => {
    expect(texts(text, findSearched(text, query))).toEqual(expected);
  });

  it('marks nothing for a search without words', () => {
    expect(findSearched('alles', 'jaar:2019')).toEqual([]);
    expect(findSearched('alles', '')).toEqual([]);
  });
});

describe('searchOfMarks', () => {
  it('finds again what was marked: a phrase as a phrase, a word once', () => {
    const text = 'Wij vroegen 112 professionals; professionals uit 112 scholen, 112 professionals';
    const marks = findSearched(text, '"112 professionals" scholen');
    expect(searchOfMarks(text, marks)).toBe('"112 professionals" scholen');
    expect(findSearched(text, searchOfMarks(text, marks))).toEqual(marks);
  });

  it('survives a quotation mark between the words', () => {
    const text = 'een "warme" overdracht';
    const search = searchOfMarks(text, findSearched(text, '"warme overdracht"'));
    expect(search).toBe('"warme overdracht"');
    expect(texts(text, findSearched(text, search))).toEqual(['warme" overdracht']);
  });
});
