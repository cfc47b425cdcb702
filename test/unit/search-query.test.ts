import { describe, expect, it } from 'vitest';
import { openTestLibrary, type TestLibrary } from '../support/search-library';
import { testHash, testItemId, testQuery } from '../support/search-items';

function sample(): TestLibrary {
  const library = openTestLibrary(':memory:', { knowledge: null });
  library.put(
    {
      n: 1,
      fields: { type: 'document', title: 'Jaarplan leerplicht' },
      file: 1,
      sets: { regions: ['Arnhem'], tags: ['verzuim', 'Café'] },
    },
    {
      n: 2,
      fields: {
        type: 'study',
        title: 'Verzuim onder mbo-studenten',
        year: 2019,
        authors: ['Nadia Bakkali', 'Piet de Vries'],
      },
      file: 2,
      sets: { regions: ['IJssel-Vecht'] },
    },
    {
      n: 3,
      fields: {
        type: 'project',
        title: 'Overstap vo-mbo',
        period: { from: 2016, to: 2020 },
        summary: 'Een sluitend vangnet voor elke leerling.',
      },
    },
    {
      n: 4,
      fields: {
        type: 'project',
        title: 'Startkwalificaties na de praktijkschool',
        period: { from: 2021, to: null },
        approach: "Hulp voor de vsv'er van 18+ in de Ĳsselstreek.",
      },
    },
    { n: 5, fields: { type: 'term', title: 'Voortijdig schoolverlaten', abbreviation: 'vsv' } },
    { n: 6, fields: { type: 'document', title: 'Weggegooid verzuim' }, deleted: true },
    {
      n: 7,
      fields: { type: 'document', title: 'Losse aantekening' },
      file: 3,
      conflict: 'title',
      sets: { relations: [{ kind: 'inCollection', target: testItemId(8) }] },
    },
    { n: 8, fields: { type: 'collection', title: 'Mijn map' } },
  );
  library.putText(
    1,
    [
      'Eerste bladzijde over geld.',
      'Tweede bladzijde: wie verzuimd heeft, krijgt binnen een jaar een gesprek. Het vangnet is niet sluitend.',
    ],
    ['Aanpak thuiszitters'],
  );
  library.putText(2, ['In vele jaren werd verzuim gemeten. Het verzuim daalde.']);
  return library;
}

describe('finding', () => {
  const library = sample();
  it.each([
    ['verzuimd ', ['Verzuim onder mbo-studenten', 'Jaarplan leerplicht']],
    ['jaar ', ['Jaarplan leerplicht', 'Verzuim onder mbo-studenten']],
    ['startkwalificatie ', ['Startkwalificaties na de praktijkschool']],
    ['STARTKWAL', ['Startkwalificaties na de praktijkschool']],
    ['ijsselstreek ', ['Startkwalificaties na de praktijkschool']],
    ['Ĳsselstreek ', ['Startkwalificaties na de praktijkschool']],
    ['cafe ', ['Jaarplan leerplicht']],
    ['vo-mbo ', ['Overstap vo-mbo']],
    ['vombo ', ['Overstap vo-mbo']],
    ['vo-m', ['Overstap vo-mbo']],
    ['18+ ', ['Startkwalificaties na de praktijkschool']],
    ['vsver ', ['Startkwalificaties na de praktijkschool']],
    ['vsv ', ['Voortijdig schoolverlaten', 'Startkwalificaties na de praktijkschool']],
    ['bestand-3.md ', ['Losse aantekening']],
    ['thuiszitter ', ['Jaarplan leerplicht']],
    ['niks ', []],
  ])('%s', (text, titles) => expect([...library.titles(text)].sort()).toEqual([...titles].sort()));

  it('takes quotes exactly: these words, in this order, as written', () => {
    expect(library.titles('sluitend vangnet ')).toHaveLength(2);
    expect(library.titles('"sluitend vangnet"')).toEqual(['Overstap vo-mbo']);
    expect(library.titles('"verzuimen"')).toEqual([]);
    expect(library.titles('"bakkali piet"')).toEqual([]);
  });
  it('leaves out what has a minus', () => {
    expect(library.titles('verzuim -gemeten ')).toEqual(['Jaarplan leerplicht']);
    expect(library.titles('verzuim -"het verzuim" ')).toEqual(['Jaarplan leerplicht']);
    expect(library.titles('verzuim -type:study ')).toEqual(['Jaarplan leerplicht']);
    expect(library.titles('-type:document -type:project ').sort()).toEqual([
      'Mijn map',
      'Verzuim onder mbo-studenten',
      'Voortijdig schoolverlaten',
    ]);
  });
  it('joins with OR, across text and fields', () => {
    expect(library.titles('startkwalificatie OR thuiszitters ').sort()).toEqual([
      'Jaarplan leerplicht',
      'Startkwalificaties na de praktijkschool',
    ]);
    expect(library.titles('thuiszitters OR type:term ').sort()).toEqual([
      'Jaarplan leerplicht',
      'Voortijdig schoolverlaten',
    ]);
  });
  it('knows fields in both languages', () => {
    expect(library.titles('type:study jaar')).toEqual(['Verzuim onder mbo-studenten']);
    expect(library.titles('soort:onderzoeken jaar ')).toEqual(['Verzuim onder mbo-studenten']);
    expect(library.titles('title:verzuim ')).toEqual(['Verzuim onder mbo-studenten']);
    expect(library.titles('titel:jaarp')).toEqual(['Jaarplan leerplicht']);
    expect(library.titles('tag:café ')).toEqual(['Jaarplan leerplicht']);
    expect(library.titles('regio:vecht ')).toEqual(['Verzuim onder mbo-studenten']);
    expect(library.titles('auteur:vries ')).toEqual(['Verzuim onder mbo-studenten']);
    expect(library.titles('region:"vecht" ')).toEqual([]);
  });
  it('takes a period for each of its years, one without end for all that follow', () => {
    expect(library.titles('jaar:2018 ')).toEqual(['Overstap vo-mbo']);
    expect(library.titles('jaar:2019 ').sort()).toEqual(['Overstap vo-mbo', 'Verzuim onder mbo-studenten']);
    expect(library.titles('jaar:>2025 ')).toEqual(['Startkwalificaties na de praktijkschool']);
  });
});

describe('ranking', () => {
  it('puts the title first, then headings, then short fields, then running text', () => {
    const library = openTestLibrary();
    library.put(
      { n: 1, fields: { title: 'Kop' }, file: 1 },
      { n: 2, fields: { title: 'Titel thuiszitters' }, file: 2 },
      { n: 3, fields: { title: 'Tekst' }, file: 3 },
      { n: 4, fields: { title: 'Veld', summary: 'Over thuiszitters en anderen.' } },
    );
    library.putText(1, ['Niets hier.'], ['Thuiszitters']);
    library.putText(2, ['Niets hier.']);
    library.putText(3, ['thuiszitters thuiszitters thuiszitters']);
    expect(library.titles('thuiszitter ')).toEqual(['Titel thuiszitters', 'Kop', 'Veld', 'Tekst']);
    const scores = library.search.query(testQuery('thuiszitter '), 'full').rows.map((row) => row.score ?? 0);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });
});

describe('very many hits', () => {
  it('ranks the newest first while typing, says that it did, and loses none in the full ranking', () => {
    const library = openTestLibrary();
    library.put(
      ...Array.from({ length: 5_200 }, (_, n) => ({
        n,
        fields: { title: `Verzuim ${n}` },
        sets: { tags: [n < 3 ? 'oud' : 'nieuw'] },
      })),
    );
    for (const text of ['v', 've', 'verz', 'verzuim ']) {
      const quick = library.search.query(testQuery(text, { limit: 20 }), 'quick');
      const full = library.search.query(testQuery(text, { limit: 20 }), 'full');
      expect([quick.totalIsExact, full.totalIsExact, full.total]).toEqual([false, true, 5_200]);
      expect(quick.rows.map((row) => row.id)).toEqual(full.rows.map((row) => row.id));
      expect(library.search.query(testQuery(text, { filters: { tags: ['oud'] } }), 'quick').total).toBe(3);
    }
  });
});

describe('rows', () => {
  const library = sample();
  const rowOf = (text: string, title: string) =>
    library.search.query(testQuery(text), 'full').rows.find((row) => row.title === title);
  it('marks the hit and names its page', () => {
    const snippet = rowOf('verzuim ', 'Jaarplan leerplicht')?.snippet;
    expect(snippet?.page).toBe(1);
    expect(snippet?.marks.map(([start, end]) => snippet.text.slice(start, end))).toEqual(['verzuimd']);
  });
  it('marks phrases whole, and words with accents, hyphens and apostrophes', () => {
    const marked = (text: string, title: string): string[] => {
      const snippet = rowOf(text, title)?.snippet;
      return snippet?.marks.map(([start, end]) => snippet.text.slice(start, end)) ?? [];
    };
    expect(marked('"sluitend vangnet"', 'Overstap vo-mbo')).toEqual(['sluitend vangnet']);
    expect(marked('ijsselstr', 'Startkwalificaties na de praktijkschool')).toEqual(['Ĳsselstreek']);
    expect(marked('vsv hulp ', 'Startkwalificaties na de praktijkschool')).toEqual(['Hulp', "vsv'er"]);
    expect(rowOf('vo-mbo ', 'Overstap vo-mbo')?.titleMarks).toEqual([[9, 15]]);
  });
  it('tells what a row shows', () => {
    const row = rowOf('', 'Verzuim onder mbo-studenten');
    expect(row).toMatchObject({
      type: 'study',
      meta: { year: '2019', regions: ['IJssel-Vecht'] },
      fileKind: 'markdown',
      pages: 1,
      textState: 'searchable',
      snippet: null,
      score: null,
    });
    expect(rowOf('', 'Losse aantekening')).toMatchObject({ textState: 'pending', conflicts: 1 });
    expect(rowOf('', 'Overstap vo-mbo')).toMatchObject({ textState: 'none', meta: { period: '2016–2020' } });
  });
  it('does not mark a word that only begins like a hit', () => {
    library.putText(1, ['Een jas en een jaloezie voor vele jaren, en één járig kind.']);
    const snippet = rowOf('jaar ', 'Jaarplan leerplicht')?.snippet;
    expect(snippet?.marks.map(([start, end]) => snippet.text.slice(start, end))).toEqual(['jaren']);
  });
  it.each([
    ['at once', 'Hulp bij de overstap na verzuim. ', 'overstap na verzuim'],
    ['far down, where both stand together', 'Het verzuim daalt. ', 'verzuim voor de overstap'],
  ])('shows of a long page what has most of it: %s', (_, first, shown) => {
    const library = openTestLibrary(':memory:', { knowledge: null });
    library.put({ n: 1, fields: { type: 'document', title: 'Lang stuk' }, file: 1 });
    library.putText(1, [
      `${first}${'Een zin zonder wat gezocht wordt. '.repeat(300)}Minder verzuim voor de overstap. ${'Nog een zin. '.repeat(50)}`,
    ]);
    const [row] = library.search.query(testQuery('verzuim overstap '), 'full').rows;
    expect(row?.snippet?.text).toContain(shown);
    expect(row?.snippet?.marks).toHaveLength(2);
  });
  it('cuts a long text around the hits', () => {
    library.putText(3, [`${'woorden '.repeat(400)}naald ${'woorden '.repeat(400)}`]);
    const snippet = rowOf('naald ', 'Losse aantekening')?.snippet;
    expect(snippet?.text.length).toBeLessThan(260);
    expect(snippet?.text).toMatch(/^….*naald.*…$/);
  });
});

describe('views, counts and order', () => {
  const library = sample();
  it('keeps the bin apart', () => {
    expect(library.titles('', { view: 'bin' })).toEqual(['Weggegooid verzuim']);
    expect(library.titles('verzuim ', { view: 'bin' })).toEqual(['Weggegooid verzuim']);
    expect(library.titles('')).not.toContain('Weggegooid verzuim');
  });
  it('sorts by title, year and change, either way, a page at a time', () => {
    expect(library.titles('', { sort: 'title', descending: false, limit: 2 })).toEqual([
      'Jaarplan leerplicht',
      'Losse aantekening',
    ]);
    expect(library.titles('', { sort: 'title', descending: false, offset: 2, limit: 1 })).toEqual(['Mijn map']);
    expect(library.titles('', { sort: 'year' }).slice(0, 3)).toEqual([
      'Startkwalificaties na de praktijkschool',
      'Verzuim onder mbo-studenten',
      'Overstap vo-mbo',
    ]);
    expect(library.titles('', { sort: 'year' })).toHaveLength(7);
    expect(library.titles('')[0]).toBe('Mijn map');
    expect(library.titles('verzuim ', { sort: 'title', descending: false })).toEqual([
      'Jaarplan leerplicht',
      'Verzuim onder mbo-studenten',
    ]);
  });
  it('counts groups, collections and conflicts for the sidebar', () => {
    expect(library.search.counts()).toEqual({
      all: 7,
      bin: 1,
      conflicts: 1,
      groups: { documents: 2, studies: 1, projects: 2, terms: 1, collections: 1 },
      spaces: { private: 7 },
      collections: [{ id: testItemId(8), title: 'Mijn map', count: 1 }],
    });
    expect(library.titles('', { collection: testItemId(8) })).toEqual(['Losse aantekening']);
    expect(library.titles('', { group: 'terms' })).toEqual(['Voortijdig schoolverlaten']);
  });
  it('tells how many files can be searched and why not the others', () => {
    expect(library.search.query(testQuery(''), 'quick').summary.searchable).toEqual({
      done: 2,
      total: 3,
      reasons: [{ reason: 'pending', count: 1 }],
    });
  });
  it('lets a choice narrow the other facets, not its own', () => {
    const facets = library.search.facets(testQuery('', { filters: { type: ['project'] } }));
    const values = (field: string) => facets.find((facet) => facet.field === field)?.values;
    expect(values('type')).toContainEqual({ value: 'document', count: 2, selected: false });
    expect(values('type')).toContainEqual({ value: 'project', count: 2, selected: true });
    expect(values('regions')).toBeUndefined();
    expect(values('year')).toEqual([
      { value: '2021', count: 1, selected: false },
      { value: '2020', count: 1, selected: false },
      { value: '2019', count: 1, selected: false },
      { value: '2016', count: 1, selected: false },
    ]);
  });
});

describe('change', () => {
  it('follows edits, new texts, removal and a rebuild', () => {
    const library = sample();
    library.put({ n: 3, fields: { type: 'project', title: 'Nieuwe naam' } });
    expect(library.titles('overstap ')).toEqual([]);
    expect(library.titles('nieuwe ')).toEqual(['Nieuwe naam']);
    library.putText(1, ['Heel iets anders.']);
    expect(library.titles('verzuimd ')).not.toContain('nooit');
    expect(library.titles('gesprek ')).toEqual([]);
    library.database.transaction(() => library.index.remove([testItemId(3)]));
    expect(library.titles('nieuwe ')).toEqual([]);
    expect(library.search.counts().all).toBe(6);
    library.database.transaction(() => library.index.clear());
    expect(library.search.counts().all).toBe(0);
    library.put({ n: 1, fields: { title: 'Terug' }, file: 1 });
    expect(library.titles('anders ')).toEqual(['Terug']);
  });
  it('finds an item by its own long text and by its file, also after an edit', () => {
    const library = openTestLibrary();
    const project = { n: 1, fields: { type: 'project', title: 'Oud', approach: 'Eigen werkwijze.' }, file: 9 };
    library.put(project);
    library.putText(9, ['Bijlage met cijfers.']);
    library.put({ ...project, fields: { ...project.fields, title: 'Nieuw' } });
    for (const text of ['werkwijze ', 'bijlage ', 'nieuw cijfers ']) expect(library.titles(text)).toEqual(['Nieuw']);
    expect(library.titles('"werkwijze bijlage"')).toEqual([]);
  });
  it('keeps the text of a file as long as some item names it, and no longer', () => {
    const library = openTestLibrary();
    library.put({ n: 1, file: 1 }, { n: 2, file: 1 });
    library.putText(1, ['Geheim.']);
    library.database.transaction(() => library.index.remove([testItemId(1)]));
    expect(library.titles('geheim ')).toEqual(['Item 2']);
    library.put({ n: 2 });
    expect(library.titles('geheim ')).toEqual([]);
    expect(library.search.documents.text(testHash(1))).toBeNull();
  });
  it('forgets what a transaction took back', () => {
    const library = openTestLibrary();
    expect(() =>
      library.database.transaction(() => {
        library.index.put([]);
        throw new Error('terug');
      }),
    ).toThrow('terug');
    library.put({ n: 1, fields: { title: 'Blijft' }, sets: { tags: ['a'] } });
    expect(library.titles('', { filters: { tags: ['a'] } })).toEqual(['Blijft']);
  });
});
