/** A draft leaves a closed space for an open one: what was chosen is in the open folder, and nothing else of the closed space. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import { itemHref } from '../../shared/model/own-links';
import { leftBehind } from '../../shared/model/publishing';
import type { Service } from '../../electron/service/open-service';
import { textsFoundIn } from '../support/byte-scan';
import { builtFolderWith } from '../support/document-worker';
import { filesIn, temporaryFolder } from '../support/library-folders';
import { must } from '../support/must';
import { openTestService } from '../support/service-folders';

const chosen = [
  'Notitie overstap voor iedereen',
  'Deze slotzin mag naar buiten',
  'zomerschool-overstap',
  'eindversie.txt',
];
const earlier = ['Vroege zin over de wethouder', 'Tweede ruwe formulering'];
const others = [
  'Begroting die niemand mag zien',
  'Kanttekening van een collega',
  'Bram Bedacht',
  'Nooit gedeeld stuk',
  'Mijlpaal voor de stuurgroep',
];
const oldFile = 'Oude bijlage met ruwe cijfers. ';

const builtFolder = builtFolderWith('electron/service/extract-worker.ts');

interface Closed {
  readonly service: Service;
  readonly base: string;
  readonly space: SpaceId;
  readonly draft: ItemId;
  /** Ids of items, revisions and the space itself: none of them may be outside. */
  readonly names: readonly string[];
}

/** A working day in a closed space: a draft with versions, a file that was replaced, an annotation, and other items it points at. */
async function workingDay(): Promise<Closed> {
  const base = temporaryFolder();
  const { service, clock } = await openTestService(base, 'Anna', { builtFolder: builtFolder() });
  const place = { kind: 'folder' as const, path: join(base, 'gesloten map') };
  const { id: space } = await service.call('spaces.create', { name: 'Besloten concepten', place, closed: true });
  const create = async (type: string, set: Record<string, string>): Promise<ItemId> =>
    (await service.call('items.create', { type, space, change: { set } })).state.id;
  const budget = await create('document', { title: others[0] as string });
  const never = await create('draft', { title: others[3] as string });
  const draft = await create('draft', { title: chosen[0] as string, body: earlier[0] as string, owner: 'Anna' });
  const write = async (text: string): Promise<void> => {
    clock.forward(60);
    await service.call('items.change', { id: draft, change: { set: { body: text } }, label: 'change' });
  };
  await write(earlier[1] as string);
  const [version] = await service.call('drafts.versions', { id: draft });
  await service.call('drafts.nameVersion', { id: draft, revision: must(version).revision, name: others[4] as string });
  await write(`${chosen[1] as string}. Zie [het andere stuk](${itemHref(budget)}) en ${itemHref(never)}.`);
  for (const [name, text] of [
    ['ruw.txt', oldFile.repeat(99)],
    ['eindversie.txt', 'Openbare bijlage. '],
  ] as const) {
    const path = join(base, name);
    writeFileSync(path, text);
    await service.call('drafts.replaceFile', { id: draft, path });
  }
  const relations = [{ kind: 'related', target: budget }];
  const change = { add: { relations, tags: [chosen[2] as string], reviewers: [others[2] as string] } };
  await service.call('items.change', { id: draft, change, label: 'change' });
  await service.call('annotations.create', {
    ...{ item: draft, space, kind: 'page', colour: 'yellow', comment: others[1] as string },
    anchor: { hash: null, page: null, quote: null, position: null, rects: [] },
  });
  const history = await service.call('items.history', { id: draft });
  return {
    service,
    base,
    space,
    draft,
    names: [space, budget, never, draft, ...history.map(({ revision }) => revision)],
  };
}

async function openFolder(
  { service, base }: Closed,
  name: string,
): Promise<{ readonly id: SpaceId; readonly path: string }> {
  const path = join(base, name);
  return { id: (await service.call('spaces.create', { name, place: { kind: 'folder', path } })).id, path };
}

function foundIn(folder: string, texts: readonly string[]): readonly string[] {
  const found = filesIn(folder).flatMap((path) => [
    ...textsFoundIn(Buffer.from(path), texts),
    ...textsFoundIn(readFileSync(join(folder, path)), texts),
  ]);
  return [...new Set(found)].sort();
}

describe('a draft that leaves a closed space', { timeout: 60_000 }, () => {
  test('takes along what it is now, and not a byte of its history, annotations, readers or neighbours', async () => {
    const closed = await workingDay();
    const { service, draft, names } = closed;
    const { id, path } = await openFolder(closed, 'Open catalogus');
    const preview = await service.call('spaces.publishPreview', { ids: [draft], space: id });
    expect(preview).toMatchObject({
      readers: [],
      leaves: [{ name: 'Besloten concepten', mayShare: true }],
      items: [
        {
          ...{ title: chosen[0], file: { name: 'eindversie.txt' }, pictures: 0, relations: 0, isUpdate: false },
          stays: { annotations: 1, relations: 1 },
        },
      ],
    });
    const [shown] = preview.items;
    expect(must(shown).fields).toEqual(['title', 'tags', 'body', 'owner', 'reviewers']);
    expect(must(shown).stays.versions).toBeGreaterThanOrEqual(3);

    const [made] = await service.call('spaces.publish', {
      ids: [draft],
      space: id,
      move: false,
    });
    await service.call('sync.now', { id });
    expect(foundIn(path, chosen)).toEqual([...chosen].sort());
    expect(foundIn(path, [...earlier, ...others, oldFile.trim(), ...names])).toEqual([]);
    const copy = await service.call('items.get', { id: must(made).to });
    expect(copy.state.fields['body']).toBe(`${chosen[1] as string}. Zie het andere stuk en raakvlak:.`);
    expect(Object.keys(copy.state.fields['origin'] as object)).toEqual(['item']);
    expect(await service.call('items.history', { id: must(made).to })).toHaveLength(1);

    const log = await service.call('access.log', { id: closed.space });
    expect(log[0]).toMatchObject({
      change: { kind: 'share', what: 'publication', title: chosen[0], to: 'Open catalogus' },
      fault: null,
    });
  });

  test('is brought up to date in its copy when it is published again', async () => {
    const closed = await workingDay();
    const { service, draft } = closed;
    const { id } = await openFolder(closed, 'Open catalogus');
    const publish = () => service.call('spaces.publish', { ids: [draft], space: id, move: false, leaveOut: [] });
    const [first] = await publish();
    await service.call('items.change', { id: draft, change: { set: { title: 'Nieuwe titel' } }, label: 'change' });
    expect((await service.call('spaces.publishPreview', { ids: [draft], space: id })).items).toMatchObject([
      { isUpdate: true },
    ]);
    expect(await publish()).toEqual([first]);
    // Nothing was left behind, because that was chosen.
    expect((await service.call('items.get', { id: must(first).to })).state.sets['reviewers']).toEqual([others[2]]);
    expect((await service.call('items.get', { id: must(first).to })).state.fields['title']).toBe('Nieuwe titel');
  });

  test('takes its earlier versions along when somebody chooses so, and still nothing of others', async () => {
    const closed = await workingDay();
    const { service, draft, names } = closed;
    const { id, path } = await openFolder(closed, 'Met geschiedenis');
    const input = { ids: [draft], space: id, move: false, leaveOut: [...leftBehind], history: true };
    const [made] = await service.call('spaces.publish', input);
    await service.call('sync.now', { id });
    const all = [...chosen, ...earlier, oldFile.trim()].sort();
    expect(foundIn(path, all)).toEqual(all);
    expect(foundIn(path, [...others, ...names])).toEqual([]);
    const versions = await service.call('drafts.versions', { id: must(made).to });
    expect(versions[0]?.content).toMatchObject({ file: { name: 'eindversie.txt' } });
  });

  test('is not let go by a member who is no coordinator, and nothing is written', async () => {
    const closed = await workingDay();
    const { service, space, draft } = closed;
    const { id, path } = await openFolder(closed, 'Open catalogus');
    const [self] = await service.call('access.members', { id: space });
    // Somebody else coordinates, so that this one may do so no longer.
    await service.call('sync.now', { id: space });
    const other = await openTestService(closed.base, 'Bram');
    await other.service.call('spaces.open', { place: { kind: 'folder', path: join(closed.base, 'gesloten map') } });
    await other.service.call('access.ask', { id: space, role: 'coordinate', reason: 'samen' });
    await other.service.call('sync.now', { id: space });
    await service.call('sync.now', { id: space });
    const [request] = await service.call('access.requests', { id: space });
    await service.call('access.grant', {
      id: space,
      device: must(request).device,
      role: 'coordinate',
      until: null,
      reason: '',
    });
    await service.call('access.change', { id: space, member: must(self).id, role: 'edit', until: null, reason: '' });
    expect((await service.call('spaces.publishPreview', { ids: [draft], space: id })).leaves).toMatchObject([
      { mayShare: false },
    ]);
    for (const move of [false, true])
      await expect(service.call('spaces.publish', { ids: [draft], space: id, move })).rejects.toMatchObject({
        code: 'access-denied',
      });
    await service.call('sync.now', { id });
    expect(foundIn(path, chosen)).toEqual([]);
    const file = {
      path: join(closed.base, 'pakket.html'),
      madeFor: 'Iemand',
      until: '2100-01-01',
      files: true,
    } as const;
    await expect(
      service.call('package.make', {
        ids: [draft],
        ...file,
        password: 'aap-kaas-lift-molen-orgel-zon-tulp',
        language: 'nl',
      }),
    ).rejects.toMatchObject({ code: 'access-denied' });
    expect(filesIn(closed.base)).not.toContain('pakket.html');
  });
});
