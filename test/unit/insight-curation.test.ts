import { describe, expect, it } from 'vitest';
import { planBulkEdit } from '../../electron/insight/bulk-edit';
import { curationQueue, isStale } from '../../electron/insight/curation';
import { lineageOf, openFates } from '../../electron/insight/lineage';
import { qualityNotes } from '../../electron/insight/quality';
import { newYear, yearDifference } from '../../electron/insight/yearly-plan';
import type { ItemId } from '../../shared/base/ids';
import { completeness, importantFields, missingFields } from '../../shared/model/completeness';
import { inSections } from '../../shared/model/sections';
import { fieldOf, fieldsOf, itemTypes } from '../../shared/model/types';
import { item, sampleItems } from '../support/insight-items';

const id = (name: string): ItemId => name as ItemId;
const now = new Date('2026-06-15T12:00:00Z');

describe('completeness', () => {
  it('asks of each type only fields it has', () => {
    for (const { name } of itemTypes)
      expect(
        importantFields[name].filter((key) => fieldOf(name, key) === undefined),
        name,
      ).toEqual([]);
  });

  it('names what is missing in the order of the form', () => {
    const measure = item('m', 'measure', { goal: 'Minder verzuim', source: '' }, { parties: ['School'] });
    expect(missingFields('measure', measure).map(({ key }) => key)).toEqual([
      'measureStatus',
      'targetGroups',
      'source',
    ]);
    expect(completeness('measure', measure)).toBeCloseTo(0.4);
    expect(completeness('collection', item('c', 'collection', { summary: 'x' }))).toBe(1);
  });

  it('puts every field of every form in exactly one part', () => {
    for (const { name } of itemTypes) {
      const parts = inSections(fieldsOf(name)).flatMap(({ fields }) => fields.map(({ key }) => key));
      expect([...parts].sort(), name).toEqual(
        fieldsOf(name)
          .map(({ key }) => key)
          .sort(),
      );
    }
  });
});

describe('the queue', () => {
  const whole = { summary: 's', organisationKind: 'school', place: 'p' };
  const queue = (...items: Parameters<typeof item>[]): readonly { item: string; reasons: readonly string[] }[] =>
    curationQueue({
      items: items.map((each) => item(...each)),
      now,
      leftovers: new Set([id('left')]),
      proposals: new Map([[id('twin'), 2]]),
      notes: [],
    });
  const sets = { regions: ['Noord'] };

  it('says why each record is there, most urgent first, and leaves out what is in order', () => {
    const old = { createdAt: '2020-01-01T00:00:00.000Z' };
    const entries = queue(
      ['fine', 'organisation', { ...whole, lastConfirmed: '2026-01-10' }, sets, old],
      ['stale', 'organisation', { ...whole, lastConfirmed: '2025-05-01' }, sets, old],
      ['bare', 'organisation', {}, {}, old],
      ['new', 'organisation', whole, sets, { createdAt: '2026-06-10T00:00:00.000Z' }],
      ['left', 'organisation', { ...whole, lastConfirmed: '2026-01-10' }, sets, old],
      ['twin', 'organisation', { ...whole, lastConfirmed: '2026-01-10' }, sets, old],
      ['gone', 'organisation', {}, {}, { ...old, deleted: true }],
      ['folder', 'collection', {}, {}, old],
    );
    expect(entries.map(({ item: name, reasons }) => [name, ...reasons])).toEqual([
      ['left', 'leftover'],
      ['bare', 'incomplete', 'stale'],
      ['new', 'new'],
      ['twin', 'proposed'],
      ['stale', 'stale'],
    ]);
  });

  it('counts twelve months from the end of what a date says', () => {
    expect(['2025-06-14', '2025-06-16', '2025', '2024', '2025-04'].map((date) => isStale(date, now))).toEqual([
      true,
      false,
      false,
      true,
      true,
    ]);
  });

  it('never calls stale what nobody has to confirm', () => {
    const old = { createdAt: '2010-01-01T00:00:00.000Z' };
    expect(queue(['t', 'term', { definition: 'd', source: 's' }, {}, old])).toEqual([]);
  });
});

describe('data quality', () => {
  it('shows that a measure announces more parts than it names', () => {
    const lob = qualityNotes(sampleItems()).filter((note) => note.kind === 'partsMissing');
    expect(lob).toEqual([{ kind: 'partsMissing', item: 'maatregel-lob', announced: 4, found: 3 }]);
  });

  it('shows two figures for one thing, and keeps both', () => {
    const figure = (name: string, value: number, more: object = {}): ReturnType<typeof item> =>
      item(
        name,
        'observation',
        { indicator: 'vsv-percentage', schoolYear: '2017-2018', value, unit: '%', source: name, ...more },
        { regions: ['Arnhem e.o.'] },
      );
    expect(
      qualityNotes([figure('a', 2.08), figure('b', 2.09), figure('c', 2.03, { schoolYear: '2018-2019' })]),
    ).toEqual([
      {
        kind: 'twoFigures',
        items: ['a', 'b'],
        indicator: 'vsv-percentage',
        schoolYear: '2017-2018',
        values: [
          { value: 2.08, unit: '%', source: 'a' },
          { value: 2.09, unit: '%', source: 'b' },
        ],
      },
    ]);
    expect(qualityNotes([figure('a', 2.08), figure('b', 2.08)])).toEqual([]);
  });

  it('finds in the sample library the two figures of 2017-2018 and no other contradiction', () => {
    const two = qualityNotes(sampleItems()).filter((note) => note.kind === 'twoFigures');
    expect(two).toMatchObject([{ schoolYear: '2017-2018', values: [{ value: 2.08 }, { value: 2.09 }] }]);
  });
});

describe('lineage', () => {
  it('draws the covenant, Start and Go and Team Overstap in order', () => {
    const { nodes, links } = lineageOf(id('project-start-and-go'), sampleItems(), 2026);
    const chain = ['thema-overstap-2012', 'project-start-and-go', 'lijn-overstap'];
    expect(nodes.map(({ id: node }) => node).filter((node) => chain.includes(node))).toEqual(chain);
    expect(links).toContainEqual({ earlier: 'project-start-and-go', later: 'lijn-overstap', kind: 'follows' });
  });

  it('says what became of each', () => {
    const states = [
      item('p1', 'programme', { period: { from: 2016, to: 2020 } }),
      item('p2', 'programme', { period: { from: 2021, to: 2024 } }, { relations: [{ kind: 'follows', target: 'p1' }] }),
      ...(['verbreed', 'geborgd', 'gestopt', 'nieuw'] as const).map((measureStatus) =>
        item(
          measureStatus,
          'measure',
          { measureStatus, period: { from: 2016, to: 2020 } },
          { relations: [{ kind: 'partOf', target: 'p1' }] },
        ),
      ),
    ];
    const fates = Object.fromEntries(lineageOf(id('p2'), states, 2026).nodes.map(({ id: node, fate }) => [node, fate]));
    expect(fates).toEqual({
      p1: 'followed',
      p2: 'unknown',
      verbreed: 'widened',
      geborgd: 'embedded',
      gestopt: 'stopped',
      nieuw: 'unknown',
    });
    expect(openFates(states, 2026).map(({ id: node }) => node)).toEqual(['nieuw']);
  });

  it('knows of Intergrip and LOB that they went on', () => {
    const fates = Object.fromEntries(
      lineageOf(id('programma-ijv-2016-2020'), sampleItems(), 2026).nodes.map(({ id: node, fate }) => [node, fate]),
    );
    expect(fates).toMatchObject({ 'maatregel-intergrip': 'widened', 'maatregel-lob': 'embedded' });
  });
});

describe('a bulk edit', () => {
  const states = [
    item('a', 'project', { phase: 'werk' }, { regions: ['Arnhem eo'] }),
    item('b', 'project', { phase: 'afgerond' }, { regions: ['Arnhem e.o.', 'Arnhem eo'] }),
    item('c', 'term', {}),
  ];

  it('shows what it would do before it does it', () => {
    const { preview, changes } = planBulkEdit(states, {
      kind: 'replace',
      field: 'regions',
      value: 'Arnhem eo',
      by: 'Arnhem e.o.',
    });
    expect(preview).toMatchObject([
      { item: 'a', before: ['Arnhem eo'], after: ['Arnhem e.o.'], skipped: null },
      { item: 'b', before: ['Arnhem e.o.', 'Arnhem eo'], after: ['Arnhem e.o.'], skipped: null },
      { item: 'c', skipped: 'noSuchField' },
    ]);
    expect(changes).toEqual([
      { id: 'a', change: { add: { regions: ['Arnhem e.o.'] }, remove: { regions: ['Arnhem eo'] } } },
      { id: 'b', change: { remove: { regions: ['Arnhem eo'] } } },
    ]);
  });

  it('skips what is so already and what does not fit', () => {
    const reasons = (edit: Parameters<typeof planBulkEdit>[1]): unknown[] =>
      planBulkEdit(states, edit).preview.map(({ skipped }) => skipped);
    expect(reasons({ kind: 'set', field: 'phase', value: 'werk' })).toEqual(['same', null, 'noSuchField']);
    expect(reasons({ kind: 'set', field: 'phase', value: 'later' })).toEqual(['invalid', 'invalid', 'noSuchField']);
    expect(reasons({ kind: 'fill', field: 'phase', value: 'onderzoek' })).toEqual(['same', 'same', 'noSuchField']);
    expect(reasons({ kind: 'add', field: 'phase', value: 'werk' })).toEqual([
      'noSuchField',
      'noSuchField',
      'noSuchField',
    ]);
  });
});

describe('a new year', () => {
  const action = (
    name: string,
    year: number,
    actionStatus: string,
    more: object = {},
    follows?: string,
  ): ReturnType<typeof item> =>
    item(
      name,
      'yearlyAction',
      { title: name, year, actionStatus, ...more },
      {
        relations: [
          { kind: 'partOf', target: 'focus' },
          ...(follows === undefined ? [] : [{ kind: 'follows', target: follows }]),
        ],
      },
    );
  const actions = [action('open', 2025, 'loopt'), action('done', 2025, 'gedaan'), action('dropped', 2025, 'vervallen')];

  it('takes along what is open, marked, and only once', () => {
    const made = newYear(actions, 2026);
    expect(made).toMatchObject([
      { type: 'yearlyAction', set: { title: 'open', year: 2026, actionStatus: 'gepland', carriedOver: true } },
    ]);
    expect(made[0]?.add?.['relations']).toEqual([
      { kind: 'partOf', target: 'focus' },
      { kind: 'follows', target: 'open' },
    ]);
    expect(newYear([...actions, action('open-2026', 2026, 'gepland', {}, 'open')], 2026)).toEqual([]);
  });

  it('lists what was added, dropped and changed', () => {
    const after = [
      action('open-2026', 2026, 'gepland', { title: 'open', owner: 'RMC' }, 'open'),
      action('extra', 2026, 'gepland'),
    ];
    expect(yearDifference(actions, after)).toEqual({
      added: ['extra'],
      dropped: ['dropped'],
      changed: [{ before: 'open', after: 'open-2026', fields: ['owner'] }],
    });
  });
});
