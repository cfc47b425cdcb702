import { describe, expect, it } from 'vitest';
import { everyItem } from '../../shared/contract/first-questions';
import type { Service } from '../../electron/service/open-service';
import type { ItemId } from '../../shared/base/ids';
import { defaultSettings, serviceSettings } from '../../shared/model/settings';
import { temporaryFolder } from '../support/library-folders';
import { openTestService } from '../support/service-folders';

/** An empty library, and a short way to make items in it. */
async function opened(): Promise<{
  service: Service;
  make: (type: string, set: object, add?: object) => Promise<ItemId>;
}> {
  const { service } = await openTestService(temporaryFolder(), 'een');
  const make = async (type: string, set: object, add: object = {}): Promise<ItemId> => {
    const { state } = await service.call('items.create', { type, change: { set: { ...set }, add: { ...add } } });
    return state.id;
  };
  return { service, make };
}

const zomer = { title: 'Zomerschool voor rekenen', aim: 'Rekenen bijspijkeren in augustus' };

describe('raakvlakken over the contract', () => {
  it('proposes a pair, follows what changes, and never asks again what was judged', async () => {
    const { service, make } = await opened();
    for (const subject of ['koken', 'muziek', 'sport']) await make('project', { title: `Les in ${subject}` });
    const a = await make('project', zomer, { transitions: ['vo-mbo'] });
    const b = await make('project', { ...zomer, title: 'Rekenen in de zomerschool' }, { transitions: ['vo-mbo'] });
    const [line] = await service.call('overlaps.proposals', { limit: 10 });
    expect([line?.first.id, line?.second.id].sort()).toEqual([a, b].sort());
    expect(line?.reasons.map(({ facet }) => facet)).toContain('transition');

    const c = await make('project', zomer);
    expect((await service.call('overlaps.of', { id: c, limit: 10 })).map((each) => each.b).sort()).toEqual(
      [a, b].sort(),
    );

    const judged = await service.call('overlaps.judge', { a: b, b: a, aspect: 'overlap', verdict: 'no' });
    expect(judged).toMatchObject({ verdict: 'no', disputed: false });
    const left = await service.call('overlaps.proposals', { limit: 10 });
    expect(left.every((each) => [each.a, each.b].includes(c))).toBe(true);
    const again = await service.call('overlaps.judge', { a, b, aspect: 'overlap', verdict: 'touches' });
    expect(again.id).toBe(judged.id);
    expect(
      (await service.call('overlaps.of', { id: a, limit: 10 })).find((each) => each.b === b)?.judgement?.verdict,
    ).toBe('touches');
  });

  it('keeps judgements out of every list, and takes them back with undo', async () => {
    const { service, make } = await opened();
    const [a, b] = [await make('project', zomer), await make('project', zomer)];
    await service.call('overlaps.judge', { a, b, aspect: 'overlap', verdict: 'same' });
    const query = { ...everyItem, withoutExpansions: [], offset: 0, limit: 50 };
    const page = await service.call('items.query', { query, mode: 'full' });
    expect(page.total).toBe(2);
    await service.call('edits.undo', undefined);
    expect(await service.call('overlaps.proposals', { limit: 10 })).toHaveLength(1);
  });
});

describe('duplicates over the contract', () => {
  it('finds, shows what differs, merges, leads the old id on, and undoes in one step', async () => {
    const { service, make } = await opened();
    const a = await make('study', { title: 'Thuiszitters in beeld', authors: ['Peters, J.'], abstract: 'Kort.' });
    const b = await make('study', { title: 'Thuiszitters in Beeld', authors: ['Peters, J.'], doi: '10.1234/x' });
    const [pair] = await service.call('duplicates.list', { limit: 10 });
    expect(pair?.kind).toBe('near');
    const fields = await service.call('duplicates.fields', { winner: a, loser: b });
    expect(fields.map(({ key }) => key)).toEqual(['title', 'doi']);
    await service.call('duplicates.merge', { winner: a, loser: b, choices: { title: 'loser' } });
    expect((await service.call('items.get', { id: a })).state.fields).toMatchObject({
      title: 'Thuiszitters in Beeld',
      doi: '10.1234/x',
      abstract: 'Kort.',
    });
    expect(await service.call('duplicates.resolve', { id: b })).toEqual({ id: a });
    expect(await service.call('duplicates.list', { limit: 10 })).toEqual([]);
    await service.call('edits.undo', undefined);
    expect((await service.call('items.get', { id: b })).state.deleted).toBe(false);
    expect(await service.call('duplicates.list', { limit: 10 })).toHaveLength(1);
  });

  it('does not merge an item with itself', async () => {
    const { service, make } = await opened();
    const a = await make('study', { title: 'A' });
    await expect(service.call('duplicates.merge', { winner: a, loser: a, choices: {} })).rejects.toThrow(
      'merge-not-possible',
    );
  });
});

describe('curating over the contract', () => {
  it('lists what wants an eye, counts it, and edits many at once as shown before', async () => {
    const { service, make } = await opened();
    const ids = [
      await make('project', { title: 'Een' }, { regions: ['Arnhem eo'] }),
      await make('project', { title: 'Twee' }),
    ];
    const page = await service.call('curating.queue', { reason: 'incomplete', offset: 0, limit: 1 });
    expect(page).toMatchObject({ total: 2, counts: { incomplete: 2 } });
    expect(page.entries).toHaveLength(1);
    const edit = { kind: 'replace', field: 'regions', value: 'Arnhem eo', by: 'Arnhem e.o.' } as const;
    const preview = await service.call('curating.previewBulk', { ids, edit });
    expect(preview.map(({ skipped }) => skipped)).toEqual([null, 'same']);
    expect(await service.call('curating.applyBulk', { ids, edit })).toEqual({ changed: 1 });
    expect((await service.call('items.get', { id: ids[0] as ItemId })).state.sets['regions']).toEqual(['Arnhem e.o.']);
  });

  it('draws a lineage', async () => {
    const { service, make } = await opened();
    const old = await make('programme', { title: 'Oud', period: { from: 2016, to: 2020 } });
    const next = await make(
      'programme',
      { title: 'Nieuw', period: { from: 2021, to: 2024 } },
      { relations: [{ kind: 'follows', target: old }] },
    );
    expect(await service.call('curating.lineage', { id: next })).toMatchObject({
      nodes: [{ id: old, fate: 'followed' }, { id: next }],
      links: [{ earlier: old, later: next, kind: 'follows' }],
    });
  });
});

describe('merged items over the contract', () => {
  it('leads the old id on, and shows relations that still point at it on what it went into', async () => {
    const { service, make } = await opened();
    const a = await make('study', { title: 'Thuiszitters in beeld' });
    const b = await make('study', { title: 'Thuiszitters in beeld', year: 2020 });
    await service.call('duplicates.merge', { winner: a, loser: b, choices: {} });
    // As somebody writes who did not know of the merge.
    const late = await make('project', zomer, { relations: [{ kind: 'basedOn', target: b }] });
    expect((await service.call('items.get', { id: b })).mergedInto).toBe(a);
    expect((await service.call('items.get', { id: a })).mergedInto).toBeNull();
    expect((await service.call('items.get', { id: late })).related).toMatchObject([{ id: a, kind: 'basedOn' }]);
    expect((await service.call('items.get', { id: a })).related).toContainEqual(
      expect.objectContaining({ id: late, direction: 'in' }),
    );
    const around = await service.call('relations.around', { id: late });
    expect(around.nodes.map(({ id, steps }) => [id, steps])).toEqual([
      [late, 0],
      [a, 1],
    ]);
  });
});

describe('the map and the plans over the contract', () => {
  it('draws everything that is compared, with its lines, and the strongest pairs with what was said of them', async () => {
    const { service, make } = await opened();
    const line = await make('programmeLine', { title: 'Team Overstap' });
    const measure = await make('measure', { title: 'Zomerlijn' }, { relations: [{ kind: 'partOf', target: line }] });
    const a = await make('project', zomer, {
      transitions: ['vo-mbo'],
      relations: [{ kind: 'partOf', target: measure }],
    });
    const b = await make('project', zomer, { transitions: ['vo-mbo'], regions: ['Noord'] });
    await service.call('overlaps.judge', { a, b, aspect: 'overlap', verdict: 'touches' });
    const map = await service.call('overlaps.map', { limit: 10 });
    expect(map.lines).toEqual([{ id: line, title: 'Team Overstap' }]);
    expect(map.nodes.find(({ id }) => id === a)).toMatchObject({ lines: [line], transitions: ['vo-mbo'] });
    expect(map.links.find((link) => [link.a, link.b].includes(b))).toMatchObject({ verdict: 'touches', known: null });
  });

  it('carries chosen open actions into a new year, in one step, and tells what differs', async () => {
    const { service, make } = await opened();
    const action = (title: string, actionStatus: string): Promise<ItemId> =>
      make('yearlyAction', { title, year: 2026, actionStatus }, { regions: ['Noord'] });
    const [intake, rooster, klaar] = [
      await action('Intake', 'loopt'),
      await action('Rooster', 'gepland'),
      await action('Klaar', 'gedaan'),
    ];
    const ask = (year: number) => service.call('plans.compare', { year, region: 'Noord' });
    expect((await ask(2027)).open.map(({ id }) => id).sort()).toEqual([intake, rooster].sort());
    expect(await service.call('plans.newYear', { year: 2027, ids: [intake, klaar] })).toEqual({ made: 1 });
    const { lines, years } = await ask(2027);
    expect(years).toEqual([2026, 2027]);
    const states = new Map(lines.map(({ before, state }) => [before?.id, state]));
    expect([states.get(intake), states.get(rooster), states.get(klaar)]).toEqual(['same', 'dropped', 'done']);
    await service.call('edits.undo', undefined);
    expect((await ask(2027)).years).toEqual([2026]);
  });

  it('offers the values that coordinators added to a list', async () => {
    const { service, make } = await opened();
    await make('listValue', { title: 'outreachende coach', list: 'roles' });
    expect(await service.call('terms.listValues', undefined)).toEqual({ roles: ['outreachende coach'] });
  });
});

describe('rules for duplicates', () => {
  it('hold from the moment they are set', async () => {
    const { service, make } = await opened();
    for (const title of ['Thuiszitters in beeld', 'Thuiszitters in Beeld'])
      await make('study', { title, authors: ['Peters, J.'] });
    expect(await service.call('duplicates.list', { limit: 10 })).toHaveLength(1);
    const rules = { ...defaultSettings.duplicateRules, titles: false };
    service.changeSettings(serviceSettings({ ...defaultSettings, duplicateRules: rules }));
    expect(await service.call('duplicates.list', { limit: 10 })).toHaveLength(0);
  });
});
