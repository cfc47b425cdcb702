import { describe, expect, it } from 'vitest';
import type { ItemId } from '../../shared/base/ids';
import type { MapLink, MapNode, OverlapMap } from '../../shared/model/insight';
import { matrixOf, networkOf, type NetworkChoice } from '../../renderer/features/map/map-data';

const node = (id: string, more: Partial<MapNode> = {}): MapNode => ({
  id: id as ItemId,
  type: 'project',
  title: id,
  transitions: [],
  regions: [],
  lines: [],
  ended: null,
  ...more,
});
const link = (a: string, b: string, score: number, more: Partial<MapLink> = {}): MapLink => ({
  a: a as ItemId,
  b: b as ItemId,
  score,
  known: null,
  verdict: null,
  facet: 'text',
  ...more,
});
const all: NetworkChoice = { region: '', transition: '', limit: 10, withKnown: false, runningIn: null };
const map: OverlapMap = {
  nodes: [
    node('a', { regions: ['Noord'], transitions: ['vo-mbo'], lines: ['overstap' as ItemId] }),
    node('b', { regions: ['Zuid'], transitions: ['vo-mbo', 'isk-mbo'] }),
    node('c', { regions: ['Noord'], ended: 2020, transitions: ['zij-instroom'] }),
    node('d', { regions: ['Zuid'], transitions: ['isk-mbo'], lines: ['verzuim' as ItemId, 'overstap' as ItemId] }),
  ],
  lines: [
    { id: 'overstap' as ItemId, title: 'Team Overstap' },
    { id: 'verzuim' as ItemId, title: 'Team Verzuim' },
  ],
  links: [
    link('a', 'b', 0.9, { verdict: 'no' }),
    link('a', 'c', 0.8),
    link('b', 'd', 0.7, { known: 'related' }),
    link('a', 'd', 0.5, { known: 'related', verdict: 'touches' }),
    link('b', 'c', 0.2),
  ],
};
const pairs = (choice: Partial<NetworkChoice>): string[] =>
  networkOf(map, { ...all, ...choice }).links.map(({ a, b }) => `${a}${b}`);

describe('the network', () => {
  it('shows the strongest that were not judged away; known pairs on request, judged ones always', () => {
    expect(pairs({})).toEqual(['ac', 'ad', 'bc']);
    expect(pairs({ withKnown: true })).toEqual(['ac', 'bd', 'ad', 'bc']);
    expect(pairs({ limit: 1 })).toEqual(['ac']);
  });

  it('keeps a pair of which one fits, leaves out what has ended, and counts ties', () => {
    expect(pairs({ region: 'Zuid' })).toEqual(['ad', 'bc']);
    expect(pairs({ transition: 'vo-mbo', runningIn: 2026 })).toEqual(['ad']);
    expect(networkOf(map, all).nodes.map(({ id, degree }) => `${id}${degree}`)).toEqual(['a2', 'c2', 'd1', 'b1']);
  });
});

describe('the matrix', () => {
  it('has a row for every transition, also those of no list, and counts an item once in its row', () => {
    const { rows, columns } = matrixOf(map, { columns: 'lines', only: '', runningIn: null });
    expect(columns.map(({ key }) => key)).toEqual(['overstap', 'verzuim', '']);
    const row = (transition: string): number[] =>
      rows.find((each) => each.transition === transition)?.cells.map(({ length }) => length) ?? [];
    expect(row('isk-mbo')).toEqual([1, 1, 1]);
    expect(row('vo-mbo')).toEqual([1, 0, 1]);
    expect(row('zij-instroom')).toEqual([0, 0, 1]);
    expect(rows.find(({ transition }) => transition === 'isk-mbo')?.total).toBe(2);
    expect(rows).toHaveLength(14);
  });

  it('counts white spots in real columns only, and narrows to a region or a line', () => {
    const lines = matrixOf(map, { columns: 'lines', only: '', runningIn: null });
    expect([lines.all, lines.empty]).toEqual([28, 25]);
    const regions = matrixOf(map, { columns: 'regions', only: 'overstap', runningIn: null });
    expect(regions.columns.map(({ title }) => title)).toEqual(['Noord', 'Zuid']);
    expect(regions.rows.flatMap(({ cells }) => cells.flat()).map(({ id }) => id)).toEqual(['a', 'd']);
  });
});
