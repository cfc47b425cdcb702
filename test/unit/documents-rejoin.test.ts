import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rejoinPages } from '../../electron/documents/rejoin';
import { tidyText } from '../../electron/documents/tidy';

const rejoin = (text: string): string => rejoinPages([text])[0] ?? '';

describe('a word broken over two lines', () => {
  const joined: [string, string][] = [
    ['be-\nlangrijk', 'belangrijk'],
    ['flexibiliteit in-\nbouwen, om', 'flexibiliteit inbouwen,\nom'],
    ['arbeidsmarkt-\nrelevantie van', 'arbeidsmarktrelevantie\nvan'],
    ['economi-\nsche', 'economische'],
    ['pro-\ngramma', 'programma'],
    ['vo-\nrige', 'vorige'],
    ['ge-\ninteresseerd', 'geïnteresseerd'],
    ['be-\ninvloeden', 'beïnvloeden'],
    ['co-\nordinatie', 'coördinatie'],
    ['coör-\ndinator', 'coördinator'],
    ['coördi-\nnatie', 'coördinatie'],
    ['PROGRAMMA-\nLIJNEN', 'PROGRAMMALIJNEN'],
    ['samen\u00ad\nwerking', 'samenwerking'],
    ['samen\u2010\nwerking', 'samenwerking'],
    ['de ver-\nant-\nwoordelijkheid ligt', 'de verantwoordelijkheid\nligt'],
    ['(bijvoor-\nbeeld', '(bijvoorbeeld'],
  ];
  for (const [broken, whole] of joined) {
    it(`${JSON.stringify(broken)} becomes ${JSON.stringify(whole)}`, () => expect(rejoin(broken)).toBe(whole));
  }
});

describe('a hyphen that belongs to the word stays', () => {
  const kept: [string, string][] = [
    ['overgang vo-\nmbo gaat', 'overgang vo-mbo\ngaat'],
    ['van BBL-\nBOL', 'van BBL-BOL'],
    ['ISK-\ndoelgroep', 'ISK-doelgroep'],
    ['mbo-\nstudenten', 'mbo-studenten'],
    ['vsv-\nanalyses', 'vsv-analyses'],
    ['IJssel-\nVecht', 'IJssel-Vecht'],
    ['2020-\n2021', '2020-2021'],
    ['programma-\naanvraag', 'programma-aanvraag'],
    ['e-\nmail', 'e-mail'],
    ['oud-\nleerling', 'oud-leerling'],
  ];
  for (const [broken, whole] of kept) {
    it(`${JSON.stringify(broken)} becomes ${JSON.stringify(whole)}`, () => expect(rejoin(broken)).toBe(whole));
  }

  it('and so does one that stands for a word that follows', () => {
    expect(rejoin('onderwijs-\nen arbeidsmarkt')).toBe('onderwijs- en\narbeidsmarkt');
    expect(rejoin('in- en uitstroom, op-\nof afschaling')).toBe('in- en uitstroom, op- of\nafschaling');
  });
});

describe('what the document itself shows decides first', () => {
  it('writes the word as elsewhere, on whatever page', () => {
    expect(rejoinPages(['multi-\nproblematiek', 'bij multi-problematiek'])[0]).toBe('multi-problematiek');
    expect(rejoinPages(['multi-\nproblemen', 'bij multi-problematiek'])[0]).toBe('multi-problemen');
    expect(rejoinPages(['mbo-\nraad', 'de mboraad'])[0]).toBe('mboraad');
    expect(rejoinPages(['vo-\nscholen', 'alle scholen'])[0]).toBe('vo-scholen');
  });
});

it('leaves alone what is no broken word', () => {
  for (const text of [
    'lijst:\n- een\n- twee',
    'einde -\nbegin',
    'woord-\n\nnieuwe alinea',
    'woord-',
    'a - b\nc',
    '18-/18+\nlijn',
  ])
    expect(rejoin(text)).toBe(text);
});

const seed = join(import.meta.dirname, '../../../shared/seeds/002-arnhem-programma-2021-2024.txt');
it.skipIf(!existsSync(seed))('gets every broken word of the Arnhem programme right', () => {
  const source = tidyText(readFileSync(seed, 'utf8'));
  expect(source.match(/[\p{L}\p{N}]-\n/gu)).toHaveLength(20);
  const words = new Set(rejoin(source).match(/[\p{L}\p{N}-]+/gu));
  const expected = [
    'inbouwen',
    'arbeidsmarktrelevantie',
    'ondersteuningsprogramma',
    'kansrijk',
    'economische',
    'belangrijk',
    'vsv-analyses',
    'voortgang',
    'startkwalificatie',
    'onderverdeeld',
    'voorspelling',
    'aanmeldingen',
    'begeleiding',
    'problemen',
    'bieden',
    'bijvoorbeeld',
    'gereed',
    'ziekteverzuim',
    'werkwijze',
    'programmaperiode',
    'vo-mbo',
    'onderwijs-jeugdhulp',
  ];
  expect(expected.filter((word) => !words.has(word))).toEqual([]);
  expect(rejoin(source)).not.toMatch(/[\p{L}\p{N}]-\n/u);
});
