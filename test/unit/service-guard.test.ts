import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Service } from '../../electron/service/open-service';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import { numbersFrom } from '../support/guard-snippets';
import { openTestService } from '../support/service-folders';

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
    await service.call('items.change', { id: state.id, change: { set: { abstract: withBsn } }, label: 'change' });
    await service.call('items.bin', { ids: [state.id] });
    const place = { kind: 'folder', path: join(base, `gedeeld-${count}`) } as const;
    await expect(service.call('spaces.share', { id: space, place })).rejects.toMatchObject({ code: 'guard-stopped' });
    const bundle = { id: space, path: join(base, `pakket-${count}.zip`), all: true };
    await expect(service.call('bundle.make', bundle)).rejects.toMatchObject({ code: 'guard-stopped' });
    const made = await service.call('bundle.make', { ...bundle, despite: 'verzonnen voorbeeld' });
    expect(made.files).toBeGreaterThan(0);
    expect(await service.call('guard.overrides', undefined)).toMatchObject([{ action: 'bundle' }]);
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
