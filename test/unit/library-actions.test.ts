import { describe, expect, test } from 'vitest';
import type { ItemId, RevisionId } from '../../shared/base/ids';
import type { IndexEntry, ItemIndexFactory } from '../../electron/library/item-index';
import type { Library, LibraryChange } from '../../electron/library/library';
import { openTestLibrary, temporaryFolder, testClock } from '../support/library-folders';

const project = { type: 'project', set: { title: 'Sluitend vangnet' } };
const code = (wanted: string): object => expect.objectContaining({ code: wanted }) as object;

async function open(more = {}): Promise<Library> {
  return openTestLibrary(temporaryFolder(), more);
}

test('a new library has one private space', async () => {
  const library = await open();
  expect(library.spaces()).toMatchObject([{ name: 'Mijn bibliotheek', kind: 'private' }]);
  expect(library.problems()).toEqual([]);
});

describe('items', () => {
  test('an item is what was put in, also after closing and opening', async () => {
    const base = temporaryFolder();
    const library = await openTestLibrary(base);
    const made = await library.createItem({ ...project, add: { tags: ['vsv', 'mbo'] } });
    await library.change(made.id, { set: { summary: 'Kort' }, remove: { tags: ['mbo'] } });
    await library.close();
    const again = await openTestLibrary(base);
    expect(again.get(made.id)).toMatchObject({
      fields: { type: 'project', title: 'Sluitend vangnet', summary: 'Kort' },
      sets: { tags: ['vsv'] },
      conflicts: [],
    });
    expect([...again.items()]).toHaveLength(1);
    expect(again.device()).toBe(library.device());
  });

  test('many at once go into one pack', async () => {
    const library = await open();
    const made = await library.createItems(
      Array.from({ length: 300 }, (_, i) => ({ type: 'document', set: { title: `Stuk ${i}` } })),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(300);
    expect(await library.verify()).toMatchObject({ packs: 1, revisions: 300, items: 300, problems: [] });
  });

  test('one item changed twice in one batch keeps both changes', async () => {
    const library = await open();
    const { id } = await library.createItem(project);
    await library.changeMany([
      { id, change: { set: { summary: 'Eén' } } },
      { id, change: { set: { aim: 'Twee' } } },
    ]);
    expect(library.get(id)?.fields).toMatchObject({ summary: 'Eén', aim: 'Twee' });
    expect(library.history(id)).toHaveLength(3);
  });

  test('a change that changes nothing leaves no trace', async () => {
    const library = await open();
    const { id } = await library.createItem(project);
    await library.change(id, { set: { title: 'Sluitend vangnet', summary: '' } });
    expect(library.history(id)).toHaveLength(1);
  });

  test('the bin and back', async () => {
    const library = await open();
    const { id } = await library.createItem(project);
    await library.bin([id]);
    expect(library.get(id)?.deleted).toBe(true);
    await library.restoreFromBin([id]);
    expect(library.get(id)).toMatchObject({ deleted: false, fields: { title: 'Sluitend vangnet' } });
  });

  test('relations are found from the other side, and not from the bin', async () => {
    const library = await open();
    const organisation = await library.createItem({ type: 'organisation', set: { title: 'Gemeente' } });
    const { id } = await library.createItem({
      ...project,
      add: { relations: [{ kind: 'carriedOutBy', target: organisation.id }] },
    });
    expect(library.relationsTo(organisation.id)).toEqual([
      { from: id, relation: { kind: 'carriedOutBy', target: organisation.id } },
    ]);
    await library.bin([id]);
    expect(library.relationsTo(organisation.id)).toEqual([]);
    await library.restoreFromBin([id]);
    await library.change(id, { remove: { relations: [{ kind: 'carriedOutBy', target: organisation.id }] } });
    expect(library.relationsTo(organisation.id)).toEqual([]);
  });

  test('history tells each change, and an older version comes back as a new one', async () => {
    const clock = testClock();
    const library = await open({ clock });
    const { id } = await library.createItem(project);
    clock.forward(5);
    await library.change(id, { set: { title: 'Anders' }, add: { tags: ['x'] } });
    const steps = library.history(id);
    expect(steps.map(({ at }) => at)).toEqual(['2024-03-01T09:00:00.000Z', '2024-03-01T09:05:00.000Z']);
    expect(steps[1]?.changes[0]).toEqual({ field: 'title', kind: 'set', before: 'Sluitend vangnet', after: 'Anders' });
    await library.restoreTo(id, steps[0]?.revision as RevisionId);
    expect(library.get(id)).toMatchObject({ fields: { title: 'Sluitend vangnet' }, sets: {} });
    expect(library.history(id)).toHaveLength(3);
    await expect(library.restoreTo(id, 'f'.repeat(64) as RevisionId)).rejects.toEqual(code('revision-not-found'));
  });
});

describe('the door', () => {
  test.each([
    ['an unknown type', { type: 'pupil', set: { title: 'x' } }, 'type'],
    ['no title', { type: 'project', set: {} }, 'title'],
    ['an empty title', { type: 'project', set: { title: '' } }, 'title'],
    ['a year that is no year', { type: 'study', set: { title: 'x', year: 12 } }, 'year'],
    ['a field of another type', { type: 'person', set: { title: 'x', doi: '10.1' } }, 'doi'],
    [
      'a file on an organisation',
      {
        type: 'organisation',
        set: { title: 'x', file: { hash: 'a'.repeat(64), name: 'x', mediaType: '', sizeBytes: 1 } },
      },
      'file',
    ],
    ['a choice that is none', { type: 'project', set: { title: 'x', phase: 'later' } }, 'phase'],
    ['a set written as a field', { type: 'project', set: { title: 'x', tags: ['a'] } }, 'tags'],
    ['a tag that is no text', { type: 'project', set: { title: 'x' }, add: { tags: [1] } }, 'tags'],
    [
      'an unknown relation',
      { type: 'project', set: { title: 'x' }, add: { relations: [{ kind: 'likes', target: 'a' }] } },
      'relations',
    ],
    ['deleted by hand', { type: 'project', set: { title: 'x', deleted: true } }, 'deleted'],
  ])('refuses %s', async (_name, item, field) => {
    const library = await open();
    await expect(library.createItem(item)).rejects.toMatchObject({ code: 'field-invalid', params: { field } });
    expect([...library.items()]).toEqual([]);
  });

  test('refuses an id that is taken or is none', async () => {
    const library = await open();
    const { id } = await library.createItem(project);
    await expect(library.createItem({ ...project, id })).rejects.toMatchObject({ params: { field: 'id' } });
    await expect(library.createItem({ ...project, id: 'mine' as ItemId })).rejects.toMatchObject({
      params: { field: 'id' },
    });
    const own = library.newItemId();
    expect((await library.createItem({ ...project, id: own })).id).toBe(own);
  });

  test('a batch with one bad change changes nothing', async () => {
    const library = await open();
    const { id } = await library.createItem(project);
    const bad = library.changeMany([
      { id, change: { set: { summary: 'goed' } } },
      { id, change: { set: { title: null } } },
    ]);
    await expect(bad).rejects.toEqual(code('field-invalid'));
    expect(library.get(id)?.fields['summary']).toBeUndefined();
  });

  test('refuses an item that is not there and a text that is too large', async () => {
    const library = await open();
    await expect(library.change('nowhere' as ItemId, { set: { title: 'x' } })).rejects.toEqual(code('item-not-found'));
    const { id } = await library.createItem({ type: 'draft', set: { title: 'x' } });
    await expect(library.change(id, { set: { body: '€'.repeat(1_900_000) } })).rejects.toEqual(
      code('change-too-large'),
    );
    expect((await library.change(id, { set: { body: 'é'.repeat(1_500_000) } })).fields['body']).toHaveLength(1_500_000);
  });
});

describe('undo', () => {
  test('takes back and does again, with the labels', async () => {
    const library = await open();
    const { id } = await library.createItem(project, { label: 'Toevoegen' });
    await library.change(id, { set: { title: 'Anders' }, add: { tags: ['x'] } }, { label: 'Wijzigen' });
    expect(library.undoStatus()).toEqual({ undo: 'Wijzigen', redo: null });
    expect(await library.undo()).toEqual({ label: 'Wijzigen', items: [id] });
    expect(library.get(id)).toMatchObject({ fields: { title: 'Sluitend vangnet' }, sets: {} });
    await library.undo();
    expect(library.get(id)?.deleted).toBe(true);
    expect(library.undoStatus()).toEqual({ undo: null, redo: 'Toevoegen' });
    await library.redo();
    await library.redo();
    expect(library.get(id)).toMatchObject({ deleted: false, fields: { title: 'Anders' }, sets: { tags: ['x'] } });
    await library.undo();
    expect(library.get(id)?.fields['title']).toBe('Sluitend vangnet');
    expect(await library.redo()).toMatchObject({ label: 'Wijzigen' });
    expect(await library.redo()).toBeNull();
  });

  test('a paragraph typed is one undo', async () => {
    const library = await open();
    const { id } = await library.createItem(project);
    for (const summary of ['D', 'De', 'Dez', 'Deze'])
      await library.change(id, { set: { summary } }, { label: 'Typen', group: 'summary' });
    await library.undo();
    expect(library.get(id)?.fields['summary']).toBeUndefined();
    await library.redo();
    expect(library.get(id)?.fields['summary']).toBe('Deze');
  });

  test('leaves alone what came after without a label', async () => {
    const library = await open();
    const { id } = await library.createItem(project);
    await library.change(id, { set: { title: 'Mijn titel', summary: 'Mijn tekst' } }, { label: 'Wijzigen' });
    await library.change(id, { set: { title: 'Van een ander' } });
    await library.undo();
    expect(library.get(id)?.fields).toEqual({ type: 'project', title: 'Van een ander' });
  });

  test('a new action ends what could be done again', async () => {
    const library = await open();
    const { id } = await library.createItem(project);
    await library.change(id, { set: { title: 'A' } }, { label: 'A' });
    await library.undo();
    await library.change(id, { set: { title: 'B' } }, { label: 'B' });
    expect(library.undoStatus()).toEqual({ undo: 'B', redo: null });
  });
});

describe('who listens', () => {
  function recordingIndex(): ItemIndexFactory & { readonly log: string[] } {
    const log: string[] = [];
    return {
      log,
      schema: 7,
      open: () => ({
        put: (entries: readonly IndexEntry[]) =>
          log.push(...entries.map(({ state, rowHint }) => `put ${String(state.fields['title'])} ${rowHint}`)),
        remove: (ids) => log.push(`remove ${ids.length}`),
        clear: () => log.push('clear'),
      }),
    };
  }

  test('the item index gets every new state and a row that stays', async () => {
    const index = recordingIndex();
    const library = await open({ index });
    const { id } = await library.createItem(project);
    await library.createItem({ type: 'term', set: { title: 'RMC' } });
    await library.change(id, { set: { title: 'Anders' } });
    await library.rebuild();
    expect(index.log).toEqual([
      'put Sluitend vangnet 1',
      'put RMC 2',
      'put Anders 1',
      'clear',
      'put Anders 1',
      'put RMC 2',
    ]);
  });

  test('changes are told once each, with what can be undone', async () => {
    const changes: LibraryChange[] = [];
    const library = await open({ onChange: (change: LibraryChange) => changes.push(change) });
    const { id } = await library.createItem(project, { label: 'Nieuw' });
    await library.change(id, { set: { title: 'Sluitend vangnet' } });
    expect(changes).toMatchObject([{ items: [id], by: 'self', undo: { undo: 'Nieuw', redo: null } }]);
  });
});

test('the export holds every revision, each device in order', async () => {
  const library = await open();
  const { id } = await library.createItem(project);
  await library.change(id, { set: { title: 'Anders' } });
  const lines = [...library.exportRevisions()].map(
    (line) => JSON.parse(line) as { header: { n: number; item: string }; body: object },
  );
  expect(lines.map(({ header }) => header.n)).toEqual([1, 2]);
  expect(lines[1]).toMatchObject({ header: { item: id }, body: { set: { title: 'Anders' } } });
});
