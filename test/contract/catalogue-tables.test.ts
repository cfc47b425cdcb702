import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, describe } from 'vitest';
import { plainXlsx } from '../../electron/guard/plain-xlsx';
import type { Service } from '../../electron/service/open-service';
import type { ItemId } from '../../shared/base/ids';
import { temporaryFolder } from '../support/library-folders';
import { openTestService } from '../support/service-folders';

const columns = ['Titel', 'Regio', 'Looptijd', 'Fase', 'Overstappen', 'Website'];
/** One in a hundred is bad. Of the workbook fewer: what differs is how it is read. */
const rowCounts = { csv: 5_000, xlsx: 1_000 };

/** Rows of a catalogue, of which every hundredth has one thing that does not fit: each kind of wrong in turn. */
function catalogueRows(rowCount: number): readonly (readonly string[])[] {
  return Array.from({ length: rowCount }, (_, i) => {
    const good = [`Project ${i + 1}`, 'Regio Waterrand', '2021-2024', 'afgerond', 'vo → mbo', 'https://example.org'];
    if (i % 100 !== 7) return good;
    const wrong: readonly (readonly [number, string])[] = [
      [0, ''],
      [2, '2024-2021'],
      [3, 'bijna klaar'],
      [5, 'geen adres'],
      [2, 'vorig jaar'],
    ];
    const [column, text] = wrong[Math.floor(i / 100) % wrong.length] as readonly [number, string];
    return good.map((cell, at) => (at === column ? text : cell));
  });
}

async function opened(): Promise<{ service: Service; folder: string }> {
  const folder = temporaryFolder();
  const { service } = await openTestService(join(folder, 'library'), 'een');
  return { service, folder };
}

async function itemCount(service: Service): Promise<number> {
  return (await service.call('library.state', undefined)).reduce((sum, { items }) => sum + items, 0);
}

const all = {
  text: '',
  filters: {},
  group: null,
  collection: null,
  view: 'all',
  sort: 'title',
  descending: false,
  withoutExpansions: [],
  offset: 0,
  limit: 500,
} as const;

describe('a table of which one row in a hundred is bad', () => {
  for (const kind of ['csv', 'xlsx'] as const)
    it(`of ${rowCounts[kind]} rows comes in as ${kind} but for those, each named by row, column and reason, and goes in one step`, async () => {
      const rowCount = rowCounts[kind];
      const badCount = rowCount / 100;
      const { service, folder } = await opened();
      const rows = [columns, ...catalogueRows(rowCount)];
      const path = join(folder, `catalogus.${kind}`);
      await writeFile(
        path,
        kind === 'xlsx'
          ? plainXlsx([{ name: 'Catalogus', rows }])
          : rows.map((cells) => cells.map((cell) => `"${cell}"`).join(';')).join('\r\n'),
      );
      const { mapping, totalRows, sheets } = await service.call('import.csvPreview', { path, type: 'project' });
      expect([totalRows, sheets]).toEqual([rowCount, kind === 'xlsx' ? ['Catalogus'] : []]);
      const { imported, failed } = await service.call('import.csv', { path, type: 'project', mapping });
      expect(imported).toHaveLength(rowCount - badCount);
      expect(failed).toHaveLength(badCount);
      expect(failed.slice(0, 5).map(({ code, params }) => [params['row'], params['column'], code])).toEqual([
        [9, 'Titel', 'row-without-title'],
        [109, 'Looptijd', 'cell-invalid'],
        [209, 'Fase', 'cell-invalid'],
        [309, 'Website', 'cell-invalid'],
        [409, 'Looptijd', 'cell-invalid'],
      ]);
      const { state } = await service.call('items.get', { id: imported[0]?.id as ItemId });
      expect(state).toMatchObject({ fields: { phase: 'afgerond' }, sets: { transitions: ['vo-mbo'] } });
      expect(await itemCount(service)).toBeGreaterThanOrEqual(rowCount - badCount);
      await service.call('edits.undo', undefined);
      expect((await service.call('items.query', { query: all as never, mode: 'full' })).total).toBe(0);
      expect((await service.call('edits.state', undefined)).undo).toBeNull();
    }, 60_000);
});

describe('out and in again', () => {
  async function withItems(): Promise<{ service: Service; folder: string; project: ItemId; study: ItemId }> {
    const { service, folder } = await opened();
    const make = async (type: string, set: object, add: object): Promise<ItemId> =>
      (await service.call('items.create', { type, change: { set: { ...set }, add: { ...add } } })).state.id;
    const study = await make(
      'study',
      {
        title: 'Wie blijft er weg?',
        authors: ['Peters, J.', 'de Wit, A.'],
        year: 2021,
        publisher: 'Uitgeverij',
        doi: '10.1234/x',
      },
      { tags: ['verzuim'] },
    );
    const project = await make(
      'project',
      { title: '=Som; van "alles"', phase: 'werk', period: { from: 2021, to: null }, aim: 'Regel een\nregel twee' },
      { transitions: ['vo-mbo', 'isk-mbo'], relations: [{ kind: 'supports', target: study }] },
    );
    await make('term', { title: 'Startkwalificatie', definition: 'Een diploma.' }, { synonyms: ['SK'] });
    return { service, folder, project, study };
  }

  for (const format of ['csv', 'xlsx'] as const)
    it(`as ${format}: the same fields come back, and a text that looks like a formula stays a text`, async () => {
      const { service, folder, project } = await withItems();
      const path = join(folder, `uit.${format}`);
      expect(await service.call('library.exportItems', { path, format, ids: [project], language: 'nl' })).toMatchObject(
        { items: 1 },
      );
      if (format === 'csv') expect(await readFile(path, 'utf8')).toContain(`'=Som`);
      const { mapping } = await service.call('import.csvPreview', { path, type: 'project' });
      const { imported, failed } = await service.call('import.csv', { path, type: 'project', mapping });
      expect(failed).toEqual([]);
      const [before, after] = await Promise.all(
        [project, imported[0]?.id as ItemId].map(async (id) => (await service.call('items.get', { id })).state),
      );
      expect(after?.fields).toEqual(before?.fields);
      expect([...(after?.sets['transitions'] ?? [])].sort()).toEqual(['isk-mbo', 'vo-mbo']);
    });

  for (const format of ['ris', 'bibtex', 'csl-json'] as const)
    it(`as ${format}: only sources, and they read in again`, async () => {
      const { service, folder } = await withItems();
      const path = join(folder, `uit.${{ ris: 'ris', bibtex: 'bib', 'csl-json': 'json' }[format]}`);
      expect(await service.call('library.exportItems', { path, format, ids: null, language: 'nl' })).toMatchObject({
        items: 1,
      });
      const { imported } = await service.call('import.paths', { job: 'in', paths: [path] });
      const { state } = await service.call('items.get', { id: imported[0]?.id as ItemId });
      expect(state.fields).toMatchObject({ title: 'Wie blijft er weg?', year: 2021, doi: '10.1234/x' });
      expect(state.fields['authors']).toHaveLength(2);
    });

  it('as SKOS: terms come into another library, and are known there the second time', async () => {
    const { service, folder } = await withItems();
    const path = join(folder, 'begrippen.jsonld');
    await service.call('library.exportItems', { path, format: 'skos', ids: null, language: 'nl' });
    const other = (await opened()).service;
    const first = await other.call('import.paths', { job: 'in', paths: [path] });
    expect(first.imported.map(({ title }) => title)).toEqual(['Startkwalificatie']);
    const { state } = await other.call('items.get', { id: first.imported[0]?.id as ItemId });
    expect(state).toMatchObject({ fields: { type: 'term', definition: 'Een diploma.' }, sets: { synonyms: ['SK'] } });
    const again = await other.call('import.paths', { job: 'in', paths: [path] });
    expect([again.imported.length, again.known.map(({ id }) => id)]).toEqual([0, [state.id]]);
  });

  it('as a folder of Markdown with links between the items, only where nothing is yet; nothing to write is said', async () => {
    const { service, folder } = await withItems();
    const path = join(folder, 'markdown');
    await service.call('library.exportItems', { path, format: 'markdown', ids: null, language: 'nl' });
    expect((await readdir(path)).sort()).toEqual(['README.md', 'project', 'study', 'term']);
    const [name = ''] = await readdir(join(path, 'project'));
    const text = await readFile(join(path, 'project', name), 'utf8');
    expect(text).toContain('phase: "werk"');
    expect(text).toMatch(/- .*: \[Wie blijft er weg\?\]\(\.\.\/study\/wie-blijft-er-weg\.md\)/);
    const again = service.call('library.exportItems', { path, format: 'markdown', ids: null, language: 'nl' });
    await expect(again).rejects.toMatchObject({ code: 'publish-folder-not-empty' });
    const empty = (await opened()).service;
    await expect(
      empty.call('library.exportItems', { path: join(folder, 'leeg.csv'), format: 'csv', ids: null, language: 'nl' }),
    ).rejects.toMatchObject({ code: 'export-nothing' });
  });
});
