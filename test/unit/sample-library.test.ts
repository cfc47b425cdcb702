import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractDocument } from '../../electron/documents/extract';
import type { JsonValue } from '../../shared/base/json';
import { readSampleLibrary, type SampleRecord } from '../../shared/model/sample-record';
import { itemTypes } from '../../shared/model/types';
import { causes, targetGroups, transitions } from '../../shared/vocabulary/lists';

const sample = join(__dirname, '../../resources/sample');
const seeds = join(__dirname, '../../../shared/seeds');
const json: unknown[] = ['records', 'catalogue'].flatMap(
  (name) => JSON.parse(readFileSync(join(sample, `${name}.json`), 'utf8')) as unknown[],
);
const records = readSampleLibrary(json);
const fileNames = readdirSync(join(sample, 'files'));

const sorted = (names: readonly string[]) => [...names].sort();
const ofType = (type: string) => records.filter((record) => record.type === type);
const filled = (value: JsonValue | undefined) =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** Everything people can read in the sample library and the help, by where it stands. */
const texts = new Map<string, string>([
  ...records.map((record): [string, string] => [record.key, JSON.stringify([record.fields, record.sets])]),
  ...readdirSync(join(sample, 'sources')).map((name): [string, string] => [
    name,
    readFileSync(join(sample, 'sources', name), 'utf8'),
  ]),
  ['help', readFileSync(join(sample, '../help/nl.md'), 'utf8')],
]);

/**
 * The words of the running text, in lower case, those broken over lines joined again. Figures are facts and so are the
 * names of the rows of a table of figures: both may be the same as elsewhere.
 */
const words = (text: string) =>
  text
    .replaceAll('\\n', '\n')
    .replace(/^\|.*$/gm, '')
    .replace(/(\p{L})-\s*\n\s*(\p{L})/gu, '$1$2')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [];

const runLength = 8;
const runs = (text: string) => {
  const all = words(text);
  return all.slice(runLength - 1).map((_, i) => all.slice(i, i + runLength).join(' '));
};

describe('the records', () => {
  it('hold at least 60 items, of every type', () => {
    expect(records.length).toBeGreaterThanOrEqual(60);
    expect(itemTypes.map((type) => type.name).filter((type) => ofType(type).length === 0)).toEqual([]);
  });

  it('cover at least three regions, each with projects', () => {
    const regions = new Set(ofType('project').flatMap((project) => project.sets['regions'] ?? []));
    expect([...regions]).toEqual(expect.arrayContaining(['Arnhem e.o.', 'IJssel-Vecht', 'Regio Waterrand']));
  });

  it('show on every project its aim, target group, transition, parties, period, phase and source', () => {
    const lacking = (project: SampleRecord) => [
      ...['aim', 'period', 'phase', 'source'].filter((key) => !filled(project.fields[key])),
      ...['targetGroups', 'transitions', 'parties', 'regions'].filter((key) => !filled(project.sets[key])),
    ];
    expect(ofType('project').flatMap((project) => lacking(project).map((key) => `${project.key}: ${key}`))).toEqual([]);
  });

  it('tell that every study is an example', () => {
    expect(ofType('study').filter((study) => !String(study.fields['source']).startsWith('Voorbeeldonderzoek'))).toEqual(
      [],
    );
  });

  it('name invented people only, and say so', () => {
    const authors = ofType('study').flatMap((study) => study.fields['authors'] as string[]);
    const people = ofType('person').map((person) => person.fields['title'] as string);
    expect([...authors, ...people].filter((name) => !name.endsWith('(voorbeeld)'))).toEqual([]);
  });

  it('hold the nine measures of IJssel-Vecht and the chain of programmes before Arnhem 2021-2024', () => {
    const targets = (key: string, kind: string) =>
      records
        .find((record) => record.key === key)
        ?.relations.filter((relation) => relation.kind === kind)
        .map((relation) => relation.target);
    const parts = records.filter(
      (record) => record.type === 'measure' && targets(record.key, 'partOf')?.includes('programma-ijv-2016-2020'),
    );
    expect(parts).toHaveLength(9);
    expect(targets('programma-arnhem-2021-2024', 'follows')).toEqual(['programma-arnhem-2017-2020']);
    expect(targets('programma-arnhem-2017-2020', 'follows')).toEqual(['programma-convenant-2012-2016']);
  });

  it('hold the lists of the field as records of their own, with their values', () => {
    const codes = (type: string) => sorted(ofType(type).map((record) => String(record.fields['code'])));
    expect(codes('transition')).toEqual(sorted(transitions));
    expect(codes('targetGroup')).toEqual(sorted(targetGroups));
    expect(codes('cause')).toEqual(sorted(causes));
  });

  it('hold the eight focus points in order, and three lines with ISK across them', () => {
    const points = ofType('focusPoint').filter(({ relations }) =>
      relations.some(({ target }) => target === 'programma-ijv-speerpunten'),
    );
    expect(points.map(({ fields }) => fields['order'])).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const lines = ofType('programmeLine').map(({ key }) => key);
    expect(sorted(lines)).toEqual(['lijn-isk', 'lijn-overbelasten', 'lijn-overstap', 'lijn-verzuim']);
    const isk = ofType('programmeLine').find(({ key }) => key === 'lijn-isk');
    expect(
      lines.filter((key) => key !== 'lijn-isk').every((key) => isk?.relations.some(({ target }) => target === key)),
    ).toBe(true);
  });

  it('give every figure its year, region, kind and source', () => {
    const lacking = ofType('observation').filter(
      ({ fields, sets }) =>
        ['indicator', 'value', 'unit', 'schoolYear', 'observationKind', 'source'].some((key) => !filled(fields[key])) ||
        !filled(sets['regions']),
    );
    expect(lacking.map(({ key }) => key)).toEqual([]);
  });

  it('mark every instrument that holds data of pupils', () => {
    const marked = ofType('instrument').filter(({ fields }) => fields['holdsPersonalData'] === true);
    expect(marked.length).toBeGreaterThanOrEqual(7);
    expect(
      marked.filter(
        ({ key, sets }) => key !== 'term-meelopenmbo' && !sets['tags']?.includes('persoonsgegevens - niet in Raakvlak'),
      ),
    ).toEqual([]);
  });

  it('say of every system with data of pupils that those stay outside', () => {
    const keys = ['term-intergrip', 'term-paspoort', 'term-overstapdossier', 'term-sluitende-keten'];
    const unmarked = records.filter(
      (record) => keys.includes(record.key) && !record.sets['tags']?.includes('persoonsgegevens - niet in Raakvlak'),
    );
    expect(unmarked).toEqual([]);
  });
});

describe('reading a sample library', () => {
  const [first] = json as [Record<string, unknown>];
  it.each([
    ['an unknown field', { ...first, fields: { title: 'x', colour: 'red' } }, 'colour'],
    ['a set written as a field', { ...first, fields: { title: 'x', tags: 'a' } }, 'tags'],
    [
      'a value outside its list',
      { ...first, type: 'project', fields: { title: 'x', phase: 'later' }, sets: {} },
      'phase',
    ],
    [
      'a period that ends before it begins',
      { ...first, fields: { title: 'x', period: { from: 2020, to: 2019 } } },
      'period',
    ],
    ['a relation to nothing', { ...first, relations: [{ kind: 'about', target: 'nowhere' }] }, 'nowhere'],
    ['a file on a term', { ...first, type: 'term', fields: { title: 'x' }, sets: {}, file: 'a.pdf' }, 'file'],
  ])('refuses %s', (_, record, named) => {
    expect(() =>
      readSampleLibrary([{ relations: [], ...record, ...(named === 'nowhere' ? {} : { relations: [] }) }]),
    ).toThrow(named);
  });

  it('refuses a key that is used twice', () => {
    const plain = { ...first, relations: [] };
    expect(() => readSampleLibrary([plain, plain])).toThrow('twice');
  });
});

describe('the files', () => {
  it('are there, each on one record, small together', () => {
    const named = records.flatMap((record) => record.file ?? []);
    expect(sorted(named)).toEqual(sorted(fileNames));
    expect(new Set(named).size).toBe(named.length);
    const sizeBytes = fileNames.reduce((sum, name) => sum + statSync(join(sample, 'files', name)).size, 0);
    expect(sizeBytes).toBeLessThan(1_500_000);
  });

  it('are of the kinds that people use', () => {
    const count = (extension: string) => fileNames.filter((name) => name.endsWith(extension)).length;
    expect(Object.fromEntries(['.pdf', '.docx', '.md', '.odt'].map((kind) => [kind, count(kind)]))).toEqual({
      '.pdf': 4,
      '.docx': 3,
      '.md': 2,
      '.odt': 1,
    });
  });

  const extract = (name: string) => extractDocument(new Uint8Array(readFileSync(join(sample, 'files', name))), name);

  it.each(fileNames)('%s reads as Dutch text with headings', async (name) => {
    const { language, headings, pages } = await extract(name);
    expect({ language, hasText: pages.join(' ').length > 400 }).toEqual({ language: 'nl', hasText: true });
    expect(headings.length).toBeGreaterThan(2);
  });

  it('hold a report of at least twelve pages and words broken over lines', async () => {
    expect((await extract('wie-heeft-de-bal-evaluatie-overdracht.pdf')).pages.length).toBeGreaterThanOrEqual(12);
    expect((await extract('handreiking-verzuim-18plus.pdf')).pages.join(' ')).toContain('kwalificatieplicht');
  });

  it('each have their source', () => {
    const outputs = [...texts.values()].flatMap((text) => /^---\noutput: (.+)$/m.exec(text)?.[1] ?? []);
    expect(sorted(outputs)).toEqual(sorted(fileNames));
  });
});

describe.skipIf(!existsSync(seeds))('beside the seeds', () => {
  // A skipped group is still collected, so nothing may be read before it runs.
  const seedTexts = (existsSync(seeds) ? readdirSync(seeds) : []).map((name) =>
    readFileSync(join(seeds, name), 'utf8'),
  );

  it(`has no ${runLength} words in a row in common with them`, () => {
    const taken = new Set(seedTexts.flatMap(runs));
    expect(taken.size).toBeGreaterThan(5_000);
    expect(
      [...texts].flatMap(([where, text]) =>
        runs(text)
          .filter((run) => taken.has(run))
          .map((run) => `${where}: ${run}`),
      ),
    ).toEqual([]);
  });

  it('names nobody who is named as a contact there', () => {
    const contacts = seedTexts.flatMap((text) => /Contactpersoon:\s*(.+?)\s*\(/.exec(text)?.[1]?.split(/\s+/) ?? []);
    expect(contacts).toHaveLength(2);
    const everything = [...texts.values()].join('\n').toLowerCase();
    expect(contacts.filter((name) => everything.includes(name.toLowerCase()))).toEqual([]);
  });
});
