import { describe, expect, it } from 'vitest';
import { builtInTerms, labelKeys } from '../../electron/search/library-thesaurus';
import { createAnalyser } from '../../electron/search/dutch/analyse';
import { dutchWords } from '../../electron/search/dutch/dutch-words';
import { createTermFinder, glossaryOf } from '../../shared/search/glossary';
import { createThesaurus } from '../../shared/search/thesaurus';

const glossary = glossaryOf(createThesaurus(builtInTerms(), labelKeys(createAnalyser(dutchWords('resources').split))));
const find = createTermFinder(glossary);
const found = (text: string): string[] =>
  find(text).map(({ term, start, end }) => `${text.slice(start, end)}: ${term.preferred}`);

describe('terms in a text', () => {
  it.each([
    ['Het RMC belt na een week.', ['RMC: RMC']],
    ["De RMC's van twee regio's.", ["RMC's: RMC"]],
    ['Wie volgt BOL, wie BBL?', ['BOL: BOL', 'BBL: BBL']],
    ['De bol staat op het water.', []],
    ['Het Regionaal Bureau\nLeerlingzaken.', ['Regionaal Bureau\nLeerlingzaken: RBL']],
    ['Twee thuiszitters en één convenant.', ['thuiszitters: Thuiszitter', 'convenant: Convenant']],
    ['Het loket kent loopbaanoriëntatie en -begeleiding.', ['loopbaanoriëntatie en -begeleiding: LOB']],
    ['Onderwerpen zonder begrip.', []],
  ])('%s', (text, terms) => expect(found(text)).toEqual(terms));

  it('tells what an old term is called now, and since when', () => {
    const rmc = find('RMC')[0]?.term;
    expect(rmc?.now).toEqual({ name: 'Doorstroompunt', from: '2026-01-01' });
    expect(rmc?.definition).toContain('12 tot 23');
    expect(find('Doorstroompunt')[0]?.term.definition).toContain('12 tot 27');
    expect(find('Doorstroompunt')[0]?.term.now).toBeNull();
  });
});
