import { describe, expect, it } from 'vitest';
import { openTestLibrary } from '../support/search-library';

function sample() {
  const library = openTestLibrary();
  library.put(
    { n: 1, fields: { title: 'Startkwalificatie voor thuiszitters' } },
    { n: 2, fields: { type: 'person', title: 'Nadia El Bakkali' } },
    {
      n: 3,
      fields: {
        type: 'term',
        title: 'Voortijdig schoolverlaten',
        abbreviation: 'vsv',
        longForm: 'voortijdig schoolverlaten',
      },
      sets: { synonyms: ['uitval'] },
    },
    { n: 4, fields: { title: 'Coördinatie in de regio' } },
    { n: 5, fields: { title: 'Startkwalificatie, oud' }, deleted: true },
    { n: 6, fields: { title: 'Jaarverslag' } },
  );
  return library;
}

describe('the palette', () => {
  const { search } = sample();
  const first = (text: string): string | undefined => search.palette(text, 5)[0]?.title;
  it.each([
    ['startkwalificatie', 'Startkwalificatie voor thuiszitters'],
    ['startkwalifcatie', 'Startkwalificatie voor thuiszitters'],
    ['thuiszittrs', 'Startkwalificatie voor thuiszitters'],
    ['bakali', 'Nadia El Bakkali'],
    ['coordinatie', 'Coördinatie in de regio'],
    ['coördinatei', 'Coördinatie in de regio'],
    ['vsv', 'Voortijdig schoolverlaten'],
    ['uitval', 'Voortijdig schoolverlaten'],
    ['jaarverlsag', 'Jaarverslag'],
  ])('finds %s', (text, title) => expect(first(text)).toBe(title));
  it('marks where it matched, offers each item once and nothing from the bin', () => {
    const [hit] = search.palette('jaarverslag', 5);
    expect(hit?.marks).toEqual([[0, 11]]);
    expect(search.palette('schoolverlaten', 5).map((found) => found.title)).toEqual(['Voortijdig schoolverlaten']);
    expect(search.palette('oud', 5).map((found) => found.title)).not.toContain('Startkwalificatie, oud');
    expect(search.palette('  ', 5)).toEqual([]);
  });
});
