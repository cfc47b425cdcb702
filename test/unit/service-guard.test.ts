import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Service } from '../../electron/service/open-service';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import { numbersFrom } from '../support/guard-snippets';
import { openTestService } from '../support/service-folders';
import { pair } from '../support/shared-pair';

let base: string;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'raakvlak-guard-'));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const numbers = numbersFrom(3);
const clean = 'Wat werkt bij de overstap naar het mbo.';
const withBsn = `Het BSN van de student is ${numbers.bsn()}.`;
const withTable = 'Naam;Geboortedatum;Klas\nWessel Hoekstra;28-02-2008;3B\nAmira Haddad;11-11-2007;3B';
let count = 0;

async function library(): Promise<{ service: Service; space: SpaceId }> {
  const { service } = await openTestService(base, `Anna${(count += 1)}`);
  const { id } = await service.call('spaces.create', { name: 'Regio Noord', place: null });
  return { service, space: id };
}

async function study(service: Service, abstract: string): Promise<ItemId> {
  const change = { set: { title: 'Een studie', abstract } };
  return (await service.call('items.create', { type: 'study', change })).state.id;
}

const itemsIn = async (service: Service, space: SpaceId): Promise<number> =>
  (await service.call('library.state', undefined)).find(({ id }) => id === space)?.items ?? 0;

describe('publishing', () => {
  it('goes on with what is clean, and keeps nothing about it', async () => {
    const { service, space } = await library();
    const id = await study(service, clean);
    expect(await service.call('spaces.publish', { ids: [id], space, move: false })).toHaveLength(1);
    expect(await service.call('guard.overrides', undefined)).toEqual([]);
  });

  it.each([false, true])(
    'stops at a BSN until somebody says why (moving: %s), and that is kept with name and reason',
    async (move) => {
      const { service, space } = await library();
      const id = await study(service, withBsn);
      const before = await itemsIn(service, space);
      await expect(service.call('spaces.publish', { ids: [id], space, move })).rejects.toMatchObject({
        code: 'guard-stopped',
        params: { count: 1 },
      });
      expect(await itemsIn(service, space)).toBe(before);
      expect((await service.call('items.get', { id })).state.deleted).toBe(false);
      await service.call('spaces.publish', { ids: [id], space, move, despite: 'verzonnen voorbeeld' });
      expect(await itemsIn(service, space)).toBe(before + 1);
      expect(await service.call('guard.overrides', undefined)).toMatchObject([
        { action: 'publish', reason: 'verzonnen voorbeeld', titles: ['Een studie'], counts: { bsn: 1 } },
      ]);
      expect((await service.call('guard.overrides', undefined))[0]?.by).toMatch(/^Anna\d+, Organisatie van Anna/);
    },
  );

  it('never lets a table of persons through, and does let its redacted copy', async () => {
    const { service, space } = await library();
    const id = await study(service, withTable);
    for (const despite of [undefined, 'het moet'])
      await expect(
        service.call('spaces.publish', {
          ids: [id],
          space,
          move: false,
          ...(despite === undefined ? {} : { despite }),
        }),
      ).rejects.toMatchObject({ code: 'guard-person-table' });
    const [made] = await service.call('guard.redact', { ids: [id] });
    if (made === undefined) throw new Error('nothing was made');
    const { state } = await service.call('items.get', { id: made.to });
    expect(state.fields['title']).toBe('Een studie (afgeschermd)');
    expect(state.fields['abstract']).toBe('Naam;Geboortedatum;Klas\n███ ███;███;███\n███ ███;███;███');
    expect((await service.call('items.get', { id })).state.fields['abstract']).toBe(withTable);
    expect(await service.call('spaces.publish', { ids: [made.to], space, move: false })).toHaveLength(1);
  });
});

describe('what else is shared', () => {
  it('is looked at when it is made in a shared space', async () => {
    const { service, space } = await library();
    const make = (despite?: string): Promise<unknown> =>
      service.call('items.create', {
        type: 'study',
        change: { set: { title: 'Een studie', abstract: withBsn } },
        space,
        ...(despite === undefined ? {} : { despite }),
      });
    await expect(make()).rejects.toMatchObject({ code: 'guard-stopped' });
    await make('verzonnen');
    expect(await service.call('guard.overrides', undefined)).toMatchObject([{ action: 'create' }]);
  });

  it('is looked at when a space goes to a folder or into a bundle, its bin included', async () => {
    const { service, space } = await library();
    const change = { set: { title: 'Een studie', abstract: clean } };
    const { state } = await service.call('items.create', { type: 'study', change, space });
    const bad = { set: { abstract: withBsn } };
    await service.call('items.change', { id: state.id, change: bad, label: 'change', despite: 'nog niet gedeeld' });
    await service.call('items.bin', { ids: [state.id] });
    const place = { kind: 'folder', path: join(base, `gedeeld-${count}`) } as const;
    await expect(service.call('spaces.share', { id: space, place })).rejects.toMatchObject({ code: 'guard-stopped' });
    const bundle = { id: space, path: join(base, `pakket-${count}.zip`), all: true };
    await expect(service.call('bundle.make', bundle)).rejects.toMatchObject({ code: 'guard-stopped' });
    const made = await service.call('bundle.make', { ...bundle, despite: 'verzonnen voorbeeld' });
    expect(made.files).toBeGreaterThan(0);
    const actions = (await service.call('guard.overrides', undefined)).map(({ action }) => action);
    expect(actions.sort()).toEqual(['bundle', 'change']);
  });
});

describe('what is written in a shared space', () => {
  const edit = (service: Service, id: ItemId, set: Record<string, string>, despite?: string): Promise<unknown> =>
    service.call('items.change', {
      id,
      change: { set },
      label: 'change',
      ...(despite === undefined ? {} : { despite }),
    });
  const stopped = { code: 'guard-stopped' };

  async function shared(type = 'study'): Promise<{ service: Service; space: SpaceId; id: ItemId }> {
    const { service, space } = await library();
    const change = { set: { title: 'Een studie' } };
    return { service, space, id: (await service.call('items.create', { type, change, space })).state.id };
  }

  it('is looked at before it is kept: a form, several at once, a draft, an annotation, a replaced value', async () => {
    const { service, space, id } = await shared('draft');
    const anchor = { hash: null, page: null, quote: null, position: null, rects: [] };
    const attempts: readonly Promise<unknown>[] = [
      edit(service, id, { summary: withBsn }),
      service.call('items.changeMany', { ids: [id], change: { add: { tags: [withBsn] } }, label: 'tag' }),
      service.call('drafts.write', { id, base: '', text: withBsn }),
      service.call('annotations.create', { item: id, space, kind: 'page', colour: 'yellow', anchor, comment: withBsn }),
      service.call('curating.applyBulk', { ids: [id], edit: { kind: 'set', field: 'summary', value: withBsn } }),
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject(stopped);
    const { state } = await service.call('items.get', { id });
    expect([state.fields['summary'], state.fields['body'], state.sets['tags']]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(await service.call('annotations.of', { item: id })).toEqual([]);
  });

  it('goes on with a reason, which is kept, and is not asked for again while one types on', async () => {
    const { service, id } = await shared();
    await edit(service, id, { abstract: withBsn }, 'verzonnen voorbeeld');
    expect(await service.call('guard.overrides', undefined)).toMatchObject([
      { action: 'change', reason: 'verzonnen voorbeeld', titles: ['Een studie'], counts: { bsn: 1 } },
    ]);
    await edit(service, id, { abstract: `Eerst dit. ${withBsn} En verder.` });
    await edit(service, id, { title: 'Andere naam' });
    await expect(edit(service, id, { abstract: `${withBsn} Nog een BSN: ${numbers.bsn()}.` })).rejects.toMatchObject(
      stopped,
    );
    expect(await service.call('guard.overrides', undefined)).toHaveLength(1);
  });

  it('never takes a table of persons, whatever the reason', async () => {
    const { service, id } = await shared();
    for (const despite of [undefined, 'het moet echt'])
      await expect(edit(service, id, { abstract: withTable }, despite)).rejects.toMatchObject({
        code: 'guard-person-table',
      });
  });

  it('is nobody’s business in one’s own library, and relations bring no words', async () => {
    const { service, id } = await shared();
    const own = await study(service, clean);
    await edit(service, own, { abstract: withBsn });
    const relations = [{ kind: 'about', target: own }];
    await service.call('items.change', { id, change: { add: { relations } }, label: 'relate' });
    expect(await service.call('guard.overrides', undefined)).toEqual([]);
  });

  it('is shown as it stands there before it is kept', async () => {
    const { service, id } = await shared();
    const changes = [{ id, change: { set: { abstract: withBsn } } }];
    const report = await service.call('guard.check', { job: 'look', scope: { kind: 'changes', changes } });
    expect(report).toMatchObject({ stops: 1, final: false, documents: [{ item: id, hits: [{ field: 'abstract' }] }] });
  });
});

describe('a bundle that comes in', () => {
  it('is looked at before it goes on: with data of persons sharing waits until somebody has looked', async () => {
    const both = await pair();
    const { anna, bram, space } = both;
    const bundle = async (name: string, abstract: string): Promise<string> => {
      await anna.call('sync.pause', { id: space });
      const change = { set: { title: name, abstract } };
      await anna.call('items.create', { type: 'study', change, space, despite: 'verzonnen' });
      const path = join(both.base, `${name}.zip`);
      await anna.call('bundle.make', { id: space, path, all: true, despite: 'verzonnen' });
      return path;
    };
    const stateOf = async (): Promise<unknown> =>
      (await bram.call('spaces.list', undefined)).find(({ id }) => id === space)?.state;
    expect(await bram.call('bundle.open', { path: await bundle('schoon', clean) })).toMatchObject({ personal: 0 });
    expect(await stateOf()).not.toBe('paused');
    const path = await bundle('gegevens', withBsn);
    expect(await bram.call('bundle.open', { path })).toMatchObject({ personal: 1 });
    expect(await stateOf()).toBe('paused');
    await bram.call('sync.resume', { id: space });
    expect(await bram.call('bundle.open', { path })).toMatchObject({ changes: 0, personal: 0 });
    expect(await stateOf()).not.toBe('paused');
  });
});

describe('a look through the library', () => {
  it('names the place of each finding, says how far it is, and looks again at what changed', async () => {
    const { service, events } = await openTestService(base, 'Bram');
    const id = await study(service, `Eerste regel.\n${withBsn}`);
    await study(service, clean);
    const check = () => service.call('guard.check', { job: 'guard', scope: { kind: 'library' } });
    const report = await check();
    expect(report).toMatchObject({ checked: 2, stops: 1, final: false });
    expect(report.documents).toMatchObject([
      { item: id, title: 'Een studie', hits: [{ kind: 'bsn', field: 'abstract', line: 2, overridable: true }] },
    ]);
    const progress = events.filter(({ name }) => name === 'job.progress').map(({ payload }) => payload);
    expect(progress.at(-1)).toMatchObject({ job: 'guard', kind: 'guard', state: 'done', done: 2, total: 2 });
    await service.call('items.change', { id, change: { set: { abstract: clean } }, label: 'change' });
    expect((await check()).documents).toEqual([]);
  });
});

describe('importing', () => {
  it('refuses a table of persons before anything is made of it', async () => {
    const { service } = await library();
    const path = join(base, 'leerlingen.csv');
    writeFileSync(path, withTable);
    const refused = { code: 'table-of-persons', params: { name: 'leerlingen.csv' } };
    await expect(service.call('import.csvPreview', { path, type: 'project' })).rejects.toMatchObject(refused);
    await expect(service.call('import.csv', { path, type: 'project', mapping: { 0: 'title' } })).rejects.toMatchObject(
      refused,
    );
    const report = await service.call('import.paths', { job: 'import', paths: [path] });
    expect(report).toMatchObject({ imported: [], failed: [{ path, code: 'table-of-persons' }] });
  });
});
