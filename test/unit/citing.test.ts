import { describe, expect, it } from 'vitest';
import { cite, formatReference } from '../../electron/documents/bibliography';
import { parseReferences } from '../../electron/documents/references';
import { withCitations } from '../../shared/citing/cited-markdown';
import { cslOf, missingForCitation } from '../../shared/citing/csl';
import { cslName } from '../../shared/citing/person-name';
import type { ItemId } from '../../shared/base/ids';
import { citeHref, citationsIn, linkText, ownLink } from '../../shared/model/own-links';

const a = 'a'.repeat(26) as ItemId;
const b = 'b'.repeat(26) as ItemId;
const article = {
  title: 'Van vmbo naar mbo: een onderzoek naar de zomer',
  authors: ['Jan de Vries', 'Jansen, P.'],
  year: 2021,
  publication: 'Tijdschrift voor Orthopedagogiek',
  volume: '12',
  issue: '3',
  pageRange: '45-60',
  doi: '10.1000/182',
};
const report = {
  title: 'Jaarbericht doorstroom',
  authors: ['Gemeente Arnhem'],
  year: 2021,
  publisher: 'Gemeente Arnhem',
};

describe('names', () => {
  it.each([
    ['Jan de Vries', { family: 'Vries', given: 'Jan', 'non-dropping-particle': 'de' }],
    ['Vries, J. de', { family: 'Vries', given: 'J.', 'non-dropping-particle': 'de' }],
    ['De Vries, J.', { family: 'Vries', given: 'J.', 'non-dropping-particle': 'de' }],
    ['Van der Meer, A. B.', { family: 'Meer', given: 'A. B.', 'non-dropping-particle': 'van der' }],
    ['Fatima El Amrani', { family: 'Amrani', given: 'Fatima', 'non-dropping-particle': 'el' }],
    ['Piet Jansen', { family: 'Jansen', given: 'Piet' }],
    ['Gemeente Arnhem', { literal: 'Gemeente Arnhem' }],
    ['Ministerie van OCW', { literal: 'Ministerie van OCW' }],
    ['CBS', { literal: 'CBS' }],
  ])('takes %s apart', (written, name) => expect(cslName(written)).toEqual(name));
});

describe('references', () => {
  it('gives each of several that are asked for at once its own', async () => {
    const both = await Promise.all(
      [cslOf(a, article), cslOf(b, report)].map((record) => formatReference(record, 'apa', 'nl')),
    );
    expect(both[0]).toContain('Van vmbo naar mbo');
    expect(both[1]).toContain('Jaarbericht doorstroom');
  });

  it('are APA in Dutch', async () => {
    expect(await formatReference(cslOf(a, article), 'apa', 'nl')).toBe(
      'de Vries, J., & Jansen, P. (2021). Van vmbo naar mbo: een onderzoek naar de zomer. Tijdschrift voor Orthopedagogiek, 12(3), 45–60. https://doi.org/10.1000/182',
    );
  });

  it('are Vancouver without the number that a list gives', async () => {
    const text = await formatReference(cslOf(a, article), 'vancouver', 'nl');
    expect(text).toMatch(/^de Vries J, Jansen P\. Van vmbo naar mbo/);
    expect(text).toContain('2021;12(3):45');
  });

  it.each(['ris', 'bibtex', 'csl-json'] as const)('go out and in again as %s with what cites them', async (format) => {
    const text = await formatReference(cslOf(a, article), format, 'nl');
    const { items, problems } = await parseReferences(
      text,
      `x.${{ ris: 'ris', bibtex: 'bib', 'csl-json': 'json' }[format]}`,
    );
    expect(problems).toEqual([]);
    expect(items[0]?.fields).toMatchObject({ ...article, authors: ['Jan de Vries', 'P. Jansen'] });
  });

  it('name the fields they lack', () => {
    expect(missingForCitation(report)).toEqual([]);
    expect(missingForCitation({ title: 'Iets' })).toEqual(['authors', 'year', 'publisher']);
    expect(missingForCitation({ title: 'Pagina', url: 'https://voorbeeld.nl', year: 2020 })).toEqual(['authors']);
    expect(missingForCitation({ ...article, year: null })).toEqual(['year']);
  });
});

describe('citations in a text', () => {
  const text = `Zie [x](${citeHref(a, 'p. 12')}) en [y](${citeHref(b, null)}), weer [z](${citeHref(a, 'p. 12')}).`;

  it('are found, each address once', () => {
    expect(citationsIn(text)).toEqual([citeHref(a, 'p. 12'), citeHref(b, null)]);
    expect(ownLink(citeHref(a, '12-14 & 3'))).toEqual({ kind: 'cite', id: a, locator: '12-14 & 3' });
    expect(ownLink('raakvlak:cite/../../etc')).toBeNull();
    expect(ownLink(`raakvlak:image/${a}`)).toBeNull();
  });

  it('get their words and their sources by APA, told apart where author and year are the same', async () => {
    const twice = { ...report, title: 'Tweede jaarbericht' };
    const cited = await cite(
      [cslOf(a, report), cslOf(b, twice)],
      [
        { id: a, locator: '12' },
        { id: b, locator: null },
      ],
      'apa',
      'nl',
    );
    expect(cited.citations).toEqual(['(Gemeente Arnhem, 2021a, p. 12)', '(Gemeente Arnhem, 2021b)']);
    expect(cited.bibliography.map(({ id }) => id)).toEqual([a, b]);
    expect(cited.bibliography[0]?.text).toMatch(/^Gemeente Arnhem\. \(2021a\)\. \*Jaarbericht doorstroom\*/);
  });

  it('are numbered by Vancouver in the order of the text', async () => {
    const cited = await cite(
      [cslOf(a, report), cslOf(b, article)],
      [
        { id: b, locator: null },
        { id: a, locator: null },
        { id: b, locator: null },
      ],
      'vancouver',
      'nl',
    );
    expect(cited.citations).toEqual(['(1)', '(2)', '(1)']);
    expect(cited.bibliography.map(({ id }) => id)).toEqual([b, a]);
  });

  it('follow in the text, which says the same elsewhere', () => {
    const href = citeHref(a, null);
    const result = withCitations(
      `Zoals [(oud \\] woord)](${href}) zegt.`,
      {
        citations: { [href]: '(Jansen [red.], 2021)' },
        bibliography: [{ id: a, text: 'Jansen.', missing: [] }],
        unknown: [],
      },
      'Literatuur',
    );
    expect(result).toBe(`Zoals [${linkText('(Jansen [red.], 2021)')}](${href}) zegt.\n\n## Literatuur\n\nJansen.\n`);
  });
});
