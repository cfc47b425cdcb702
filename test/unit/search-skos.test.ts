import { describe, expect, it } from 'vitest';
import { builtInTerms } from '../../electron/search/library-thesaurus';
import { exportSkos, importSkos } from '../../shared/search/skos';
import { labelsOf, thesaurusTermSchema } from '../../shared/search/thesaurus';

describe('the thesaurus as SKOS', () => {
  it('comes back as it went', () => {
    const terms = builtInTerms();
    const back = importSkos(exportSkos(terms));
    expect(back).toHaveLength(terms.length);
    const bySynonyms = (label: string): string => label.toLowerCase();
    back.forEach((term, at) => {
      const before = terms[at];
      expect({ ...term, broader: [], related: [], successor: null, synonyms: [] }).toEqual({
        ...before,
        broader: [],
        related: [],
        successor: null,
        synonyms: [],
      });
      // Names of other terms come back as the preferred one.
      expect(term.broader).toHaveLength(before?.broader.length ?? -1);
      expect(labelsOf(term).map(bySynonyms).sort()).toEqual(
        labelsOf(before ?? term)
          .map(bySynonyms)
          .sort(),
      );
    });
    expect(importSkos(exportSkos(back))).toEqual(back);
  });
  it('reads what other programs write: full names, languages, one concept', () => {
    const skos = 'http://www.w3.org/2004/02/skos/core#';
    const text = JSON.stringify([
      {
        '@id': 'http://voorbeeld.nl/1',
        '@type': [`${skos}Concept`],
        [`${skos}prefLabel`]: [
          { '@value': 'truancy', '@language': 'en' },
          { '@value': 'verzuim', '@language': 'nl' },
        ],
        [`${skos}altLabel`]: [{ '@value': 'spijbelen', '@language': 'nl' }],
        [`${skos}broader`]: [{ '@id': 'http://voorbeeld.nl/2' }],
      },
      { '@id': 'http://voorbeeld.nl/2', '@type': [`${skos}Concept`], [`${skos}prefLabel`]: { nl: 'school' } },
    ]);
    expect(importSkos(text)).toEqual([
      thesaurusTermSchema.parse({ preferred: 'verzuim', synonyms: ['spijbelen'], broader: ['school'] }),
      thesaurusTermSchema.parse({ preferred: 'school' }),
    ]);
  });
  it.each(['geen json', '{}', '[]', '{"@graph": []}'])('refuses %s', (text) =>
    expect(() => importSkos(text)).toThrow(expect.objectContaining({ code: 'skos-invalid' }) as Error),
  );
});
