import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { findQuote } from '../../shared/annotations/find-quote';
import { describeQuote } from '../../shared/annotations/quote';
import { plainText } from '../../shared/annotations/plain-text';
import { readWebAnnotations } from '../../shared/annotations/web-annotation';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import type { CallInput } from '../../shared/contract';
import type { Anchor, Annotation } from '../../shared/model/annotation';
import { readPdfAnnotations } from '../../electron/documents/pdf-annotations-read';
import type { Service } from '../../electron/service/open-service';
import { builtFolderWith } from '../support/document-worker';
import { temporaryFolder } from '../support/library-folders';
import { must } from '../support/must';
import { openTestService } from '../support/service-folders';
import { brokenRules } from '../support/web-annotation-rules';

const pdf = resolve(import.meta.dirname, '../fixtures/documents/rapport.pdf');
const query = {
  filters: {},
  group: null,
  collection: null,
  view: 'all',
  sort: 'title',
  descending: false,
  offset: 0,
  limit: 50,
} as const;

/** As much of a collection as is looked at here. */
interface WebCollection extends Readonly<Record<string, unknown>> {
  readonly total: number;
  readonly first: {
    readonly items: readonly {
      readonly target: {
        readonly source: string;
        readonly selector?: readonly { readonly type: string; readonly refinedBy?: { readonly type: string } }[];
      };
    }[];
  };
}

const nowhere: Anchor = { hash: null, page: null, quote: null, position: null, rects: [] };

const builtFolder = builtFolderWith('electron/service/extract-worker.ts');

let service: Service;
let base: string;
let item: ItemId;
let hash: string;

beforeEach(async () => {
  base = temporaryFolder();
  ({ service } = await openTestService(base, 'Noor de Wit', { builtFolder: builtFolder() }));
  const report = await service.call('import.paths', { job: 'j', paths: [pdf] });
  expect(report.failed).toEqual([]);
  item = must(report.imported[0]).id;
  hash = must((await service.call('items.get', { id: item })).file).hash;
});

function anchorAt(page: number, top: number, words = 'een warme overdracht'): Anchor {
  const { quote, position } = must(describeQuote(`Voor ${words} na.`, 5, 5 + words.length));
  return { hash, page, quote, position, rects: [[0.1, top, 0.4, 0.02]] };
}
type Draft = Partial<CallInput<'annotations.create'>>;
const create = (draft: Draft = {}): Promise<Annotation> =>
  service.call('annotations.create', { item, kind: 'highlight', colour: 'green', anchor: anchorAt(0, 0.3), ...draft });
const listed = (): Promise<readonly Annotation[]> => service.call('annotations.of', { item });
const listedOf = (id: ItemId): Promise<readonly Annotation[]> => service.call('annotations.of', { item: id });
const found = async (text: string): Promise<readonly string[]> =>
  (await service.call('items.query', { query: { ...query, text, withoutExpansions: [] }, mode: 'full' })).rows.map(
    ({ title }) => title,
  );

describe('annotations as items', () => {
  test('are listed with their document, say who made them, and come in the order of the page', async () => {
    await create({ anchor: anchorAt(1, 0.1) });
    await create({ anchor: anchorAt(0, 0.5), kind: 'note', comment: 'Klopt dit?' });
    const [first, second] = await listed();
    expect([first?.anchor.page, second?.anchor.page]).toEqual([0, 1]);
    expect(first).toMatchObject({ author: 'Noor de Wit', mine: true, comment: 'Klopt dit?', kind: 'note', item });
  });

  test('stand in no list or count, and are found when their type is asked for, in Dutch too', async () => {
    const before = await service.call('items.counts', undefined);
    await create({ comment: 'Vergelijk met het **jaarverslag**' });
    expect((await service.call('items.counts', undefined)).all).toBe(before.all);
    expect(await found('')).not.toContain('een warme overdracht');
    expect(await found('jaarverslag')).toEqual([]);
    for (const asked of [
      'type:annotation',
      'soort:aantekening',
      'soort:aantekeningen jaarverslag',
      'type:annotation "warme overdracht"',
    ])
      expect(await found(asked), asked).toEqual(['een warme overdracht']);
  });

  test('do not crowd the relations of their document, nor the palette', async () => {
    await create();
    expect((await service.call('items.get', { id: item })).related).toEqual([]);
    expect(await service.call('palette.find', { text: 'warme overdracht', limit: 10 })).toEqual([]);
  });

  test('are undone in one step', async () => {
    await create();
    await service.call('edits.undo', undefined);
    expect(await listed()).toEqual([]);
    await service.call('edits.redo', undefined);
    expect(await listed()).toHaveLength(1);
  });

  test('refuse a space that is not that of their document', async () => {
    const other = await service.call('spaces.create', { name: 'Kring', place: null });
    await expect(create({ space: other.id as SpaceId })).rejects.toMatchObject({ code: 'space-not-found' });
  });

  test('belong to the document: those of the original stand by the published copy too', async () => {
    const space = await service.call('spaces.create', { name: 'Kring', place: null });
    const mine = await create();
    const [copy] = await service.call('spaces.publish', { ids: [item], space: space.id as SpaceId, move: false });
    const shared = await create({ item: must(copy).to, space: space.id as SpaceId, anchor: anchorAt(0, 0.6) });
    const there = await service.call('annotations.of', { item: must(copy).to });
    expect(there.map(({ id, space: { kind } }) => [id, kind])).toEqual([
      [mine.id, 'private'],
      [shared.id, 'open'],
    ]);
  });

  test('lead somewhere: a project shows what was noted about it anywhere', async () => {
    const noted = await create();
    const project = await service.call('items.create', { type: 'project', change: { set: { title: 'Zomerbrug' } } });
    await service.call('items.change', {
      id: noted.id,
      change: { add: { relations: [{ kind: 'about', target: project.state.id }] } },
      label: 'annotate',
    });
    const about = await service.call('annotations.about', { item: project.state.id });
    expect(about.map(({ annotation, document }) => [annotation.id, document.id])).toEqual([[noted.id, item]]);
    expect((await listed())[0]?.links).toEqual([{ id: project.state.id, type: 'project', title: 'Zomerbrug' }]);
  });
});

describe('W3C JSON-LD', () => {
  test('goes out and comes back without loss', async () => {
    const parent = await create({ comment: 'Eerste zin.\n\n- punt', kind: 'underline', colour: 'purple' });
    await service.call('items.change', {
      id: parent.id,
      change: { set: { resolved: true }, add: { tags: ['kans', 'v.s.v.'] } },
      label: 'annotate',
    });
    await create({ kind: 'area', anchor: { ...anchorAt(2, 0.2), quote: null, position: null } });
    await create({ kind: 'page', anchor: { hash, page: 1, quote: null, position: null, rects: [] }, comment: 'Blad' });
    await create({ kind: 'note', anchor: { ...anchorAt(0, 0), page: null, rects: [] } });
    await create({
      kind: 'reply',
      replyTo: parent.id,
      comment: 'Ja',
      anchor: { hash, page: null, quote: null, position: null, rects: [] },
    });
    const before = await listed();
    const path = join(base, 'uit.jsonld');
    await service.call('annotations.export', { item, format: 'jsonld', path });

    const again = await service.call('annotations.import', { item, path });
    expect(again).toEqual({ added: 0, known: 5 });

    const { service: other } = await openTestService(base, 'Bo Kerk', { builtFolder: builtFolder() });
    const report = await other.call('import.paths', { job: 'j', paths: [pdf] });
    expect(await other.call('annotations.import', { item: must(report.imported[0]).id, path })).toEqual({
      added: 5,
      known: 0,
    });
    const after = await other.call('annotations.of', { item: must(report.imported[0]).id });
    const content = ({ id, kind, colour, anchor, comment, tags, resolved, replyTo, author }: Annotation): unknown => ({
      id,
      kind,
      colour,
      anchor,
      comment,
      tags,
      resolved,
      replyTo,
      author,
    });
    const byId = (a: Annotation, b: Annotation): number => (a.id < b.id ? -1 : 1);
    expect([...after].sort(byId).map(content)).toEqual([...before].sort(byId).map(content));
  });

  test('keeps every rule of the model, and a rule that is broken is seen', async () => {
    const parent = await create({ comment: 'Zie ook' });
    await create({ kind: 'area', anchor: { ...anchorAt(2, 0.2), quote: null, position: null } });
    await create({ kind: 'page', anchor: { hash, page: 1, quote: null, position: null, rects: [] }, comment: 'Blad' });
    await create({ kind: 'reply', replyTo: parent.id, comment: 'Ja', anchor: nowhere });
    const path = join(base, 'uit.jsonld');
    const read = async (): Promise<WebCollection> => {
      await service.call('annotations.export', { item, format: 'jsonld', path });
      return JSON.parse(readFileSync(path, 'utf8')) as WebCollection;
    };
    const collection = await read();
    expect(collection.total).toBe(4);
    expect(brokenRules(collection)).toEqual([]);
    const [annotation] = collection.first.items;
    expect(
      brokenRules({ ...collection, first: { ...collection.first, items: [{ ...annotation, id: 'geen iri' }] } }),
    ).toEqual(['3.1 an annotation has one IRI']);
    expect(brokenRules({ ...collection, id: undefined, first: undefined })).toEqual([
      '5.1 a collection has one IRI',
      '5.1 one first page',
    ]);
    const target = collection.first.items.flatMap((each) => each.target).find(({ selector }) => selector?.length === 3);
    expect(target?.source).toMatch(/^ni:\/\/\/sha-256;[\w-]{43}$/);
    expect(target?.selector?.map(({ type, refinedBy }) => [type, refinedBy?.type])).toEqual([
      ['TextQuoteSelector', undefined],
      ['FragmentSelector', 'TextPositionSelector'],
      ['FragmentSelector', 'SvgSelector'],
    ]);
    for (const { id } of await listed()) await service.call('items.bin', { ids: [id] });
    expect(brokenRules(await read())).toEqual([]);
  });

  test('counts characters, of which an emoji is one', () => {
    const text = 'Eerst 👩‍🏫 en 🎓, dan een warme overdracht.';
    const at = text.indexOf('een warme');
    const anchor = must(describeQuote(text, at, at + 20));
    expect(anchor.position?.start).toBe([...text.slice(0, at)].length);
    expect(findQuote(text, anchor)).toEqual({ start: at, end: at + 20, certainty: 'sure' });
  });

  test('of another maker is read, and what is no annotation is refused', async () => {
    const foreign = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'http://voorbeeld.nl/anno/1',
      type: 'Annotation',
      body: { type: 'TextualBody', value: 'Let op' },
      creator: { type: 'Person', name: 'S. Bakker' },
      target: { source: 'http://voorbeeld.nl/doc', selector: { type: 'TextQuoteSelector', exact: 'warme overdracht' } },
    };
    expect(readWebAnnotations(foreign)).toEqual([
      expect.objectContaining({ kind: 'note', colour: 'yellow', comment: 'Let op', author: 'S. Bakker' }),
    ]);
    const path = join(base, 'geen.json');
    writeFileSync(path, '{"a":1}');
    await expect(service.call('annotations.import', { item, path })).rejects.toMatchObject({
      code: 'annotations-unreadable',
    });
  });
});

describe('PDF', () => {
  test('gets the annotations in a copy, which poppler and pdf.js list; the original stays as it was', async () => {
    const original = readFileSync(pdf);
    const marked = await create({ comment: 'Élan & “nadruk”', colour: 'pink' });
    await create({ kind: 'underline', anchor: anchorAt(0, 0.4) });
    await create({ kind: 'strike', anchor: anchorAt(0, 0.45) });
    await create({ kind: 'note', anchor: anchorAt(0, 0.5), comment: 'Kanttekening' });
    await create({ kind: 'area', anchor: { ...anchorAt(0, 0.6), quote: null, position: null } });
    await create({
      kind: 'page',
      anchor: { hash, page: 1, quote: null, position: null, rects: [] },
      comment: 'Bladnotitie',
    });
    await create({
      kind: 'reply',
      replyTo: marked.id,
      comment: 'Eens',
      anchor: { hash, page: null, quote: null, position: null, rects: [] },
    });
    const path = join(base, 'uit.pdf');
    expect(await service.call('annotations.export', { item, format: 'pdf', path })).toMatchObject({ count: 7 });
    expect(readFileSync(pdf).equals(original)).toBe(true);
    const location = must(service.locateFile(item));
    expect(readFileSync(location.path).equals(original)).toBe(true);

    const read = await readPdfAnnotations(readFileSync(path), 'uit.pdf');
    expect(read.map(({ shape, page }) => `${shape} ${page}`).sort()).toEqual(
      ['highlight 0', 'underline 0', 'strike 0', 'squiggle 0', 'area 0', 'note 1', 'reply 0'].sort(),
    );
    const highlight = must(read.find(({ shape }) => shape === 'highlight'));
    expect(highlight).toMatchObject({ text: 'Élan & “nadruk”', author: 'Noor de Wit', rgb: [250, 140, 170] });
    must(highlight.rects[0]).forEach((share, index) =>
      expect(share).toBeCloseTo(must([0.1, 0.3, 0.4, 0.02][index]), 3),
    );
    expect(must(read.find(({ shape }) => shape === 'reply')).replyTo).toBe(highlight.id);
    listedByPoppler(path);
  });

  /** Poppler draws them, and its library, asked by Python, lists them all with what is said in them. */
  function listedByPoppler(path: string): void {
    if (spawnSync('pdftocairo', ['-v']).error !== undefined) return;
    const picture = (file: string): Buffer =>
      execFileSync('pdftocairo', ['-png', '-f', '1', '-l', '1', '-singlefile', '-r', '40', file, '-']);
    expect(picture(path).equals(picture(pdf))).toBe(false);
    const script = [
      'import gi; gi.require_version("Poppler", "0.18")',
      'from gi.repository import Poppler, Gio; import sys',
      'd = Poppler.Document.new_from_gfile(Gio.File.new_for_path(sys.argv[1]), None, None)',
      'a = [m.annot for i in range(d.get_n_pages()) for m in d.get_page(i).get_annot_mapping()]',
      'print("\\n".join(sorted(x.get_annot_type().value_nick + ": " + (x.get_contents() or "") for x in a)))',
    ].join('\n');
    // The system's own Python has its packages; another that comes first may not.
    const listing = ['/usr/bin/python3', 'python3']
      .map((python) => spawnSync(python, ['-c', script, path], { encoding: 'utf8' }))
      .find(({ status }) => status === 0);
    if (listing === undefined)
      return console.warn(
        'Left out: annotations as poppler lists them. To run it: sudo apt-get install -y gir1.2-poppler-0.18 python3-gi',
      );
    expect(listing.stdout.trim().split('\n')).toEqual([
      'highlight: Élan & “nadruk”',
      'square: ',
      'squiggly: Kanttekening',
      'strike-out: een warme overdracht',
      'text: Bladnotitie',
      'text: Eens',
      'underline: een warme overdracht',
    ]);
  }

  test('of another program comes in as annotations to edit, with the words they lie on, once', async () => {
    await create({ comment: 'Van elders' });
    const path = join(base, 'rapport met aantekeningen.pdf');
    await service.call('annotations.export', { item, format: 'pdf', path });
    const { imported } = await service.call('import.paths', { job: 'k', paths: [path] });
    const other = must(imported[0]).id;
    expect(await service.call('annotations.import', { item: other, path: null })).toEqual({ added: 1, known: 0 });
    expect(await service.call('annotations.import', { item: other, path: null })).toEqual({ added: 0, known: 1 });
    const [taken] = await service.call('annotations.of', { item: other });
    expect(taken).toMatchObject({ kind: 'highlight', colour: 'green', comment: 'Van elders', author: 'Noor de Wit' });
    const source = { item: other, hash: must(must(taken).anchor.hash) };
    const ids = (await readPdfAnnotations(readFileSync(path), 'x.pdf')).map(({ id }) => id);
    expect(await service.call('annotations.taken', source)).toEqual(ids);
    // Deleted or not, it was taken over, until taking over itself is undone.
    await service.call('items.bin', { ids: [must(taken).id] });
    expect(await service.call('annotations.taken', source)).toEqual(ids);
    await service.call('edits.undo', undefined);
    await service.call('edits.undo', undefined);
    expect(await listedOf(other)).toEqual([]);
    expect(await service.call('annotations.taken', source)).toEqual([]);
    await service.call('edits.redo', undefined);
    expect(await service.call('annotations.taken', source)).toEqual(ids);
    const page = must((await service.call('document.text', { id: other })).pages[0]);
    const { quote } = must(taken).anchor;
    if (quote !== null) expect(plainText(page).text).toContain(quote.exact.slice(0, 12));
  });

  test('is shown without what was taken over; a drawing stays in sight until it is deleted', async () => {
    const path = resolve(import.meta.dirname, '../fixtures/documents/aantekeningen.pdf');
    const { imported } = await service.call('import.paths', { job: 'k', paths: [path] });
    const other = must(imported[0]).id;
    await service.call('annotations.import', { item: other, path: null });
    const all = await listedOf(other);
    const areas = all.filter(({ kind }) => kind === 'area');
    const source = { item: other, hash: must(must(all[0]).anchor.hash) };
    expect([all.length, areas.length]).toEqual([9, 3]);
    expect(await service.call('annotations.taken', source)).toHaveLength(6);
    await service.call('items.bin', { ids: [must(areas[0]).id] });
    expect(await service.call('annotations.taken', source)).toHaveLength(7);
    // Taken over anew, the drawing is there again.
    expect(await service.call('annotations.import', { item: other, path: null })).toEqual({ added: 1, known: 8 });
    expect(await service.call('annotations.taken', source)).toHaveLength(6);
    expect(await service.call('annotations.taken', { ...source, hash })).toEqual([]);
  });

  test('is asked for in vain from an item without one', async () => {
    const note = await service.call('items.create', { type: 'draft', change: { set: { title: 'Stuk' } } });
    const path = join(base, 'x.pdf');
    await expect(
      service.call('annotations.export', { item: note.state.id, format: 'pdf', path }),
    ).rejects.toMatchObject({ code: 'annotations-no-pdf' });
  });
});

test('a mark that runs over two pages is made, and undone, as one', async () => {
  await create({ kind: 'note', comment: 'Loopt door', more: [anchorAt(1, 0.05)] });
  expect((await listed()).map(({ kind, comment, anchor }) => [kind, comment, anchor.page])).toEqual([
    ['note', 'Loopt door', 0],
    ['highlight', '', 1],
  ]);
  await service.call('edits.undo', undefined);
  expect(await listed()).toEqual([]);
});

test('two people annotate and answer on one page at the same time: after exchanging both see the same in the same order', async () => {
  const shared = join(base, 'gedeeld');
  mkdirSync(shared);
  const place = { kind: 'folder', path: shared } as const;
  const { service: other } = await openTestService(base, 'Bo Kerk', { builtFolder: builtFolder() });
  const space = (await service.call('spaces.create', { name: 'Kring', place })).id as SpaceId;
  const [copy] = await service.call('spaces.publish', { ids: [item], space, move: false });
  const document = must(copy).to;
  await service.call('sync.now', { id: space });
  await other.call('spaces.open', { place });
  await other.call('sync.now', { id: null });

  const make = (who: Service, draft: Draft): Promise<Annotation> =>
    who.call('annotations.create', {
      item: document,
      space,
      kind: 'highlight',
      colour: 'blue',
      anchor: anchorAt(0, 0.3),
      ...draft,
    });
  const one = await make(service, { comment: 'van Noor' });
  const two = await make(other, { comment: 'van Bo' });
  await make(service, { anchor: anchorAt(0, 0.1) });
  await make(other, { anchor: anchorAt(0, 0.1) });
  const rounds = async (): Promise<void> => {
    for (const who of [service, other, service]) await who.call('sync.now', { id: space });
  };
  await rounds();
  await make(service, { kind: 'reply', replyTo: two.id, comment: 'antwoord van Noor', anchor: nowhere });
  await make(other, { kind: 'reply', replyTo: two.id, comment: 'antwoord van Bo', anchor: nowhere });
  await make(other, { kind: 'reply', replyTo: one.id, comment: 'nog een', anchor: nowhere });
  await rounds();

  const [here, there] = [
    await service.call('annotations.of', { item: document }),
    await other.call('annotations.of', { item: document }),
  ];
  expect(here).toHaveLength(7);
  const seen = (list: readonly Annotation[]): unknown => list.map(({ id, comment, author }) => [id, comment, author]);
  expect(seen(there)).toEqual(seen(here));
  expect(here.filter(({ mine }) => mine).map(({ author }) => author)).toEqual(Array(3).fill('Noor de Wit'));
  expect(there.filter(({ mine }) => mine)).toHaveLength(4);
});
