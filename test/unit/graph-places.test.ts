import { describe, expect, it } from 'vitest';
import { brokenText, placeLabels } from '../../shared/graph/place-labels';
import { placeNodes } from '../../shared/graph/place-nodes';

const paper = { width: 600, height: 400, margin: 20 };
const ring = (size: number): { ids: string[]; springs: { from: string; to: string; weight: number }[] } => {
  const ids = Array.from({ length: size }, (_, i) => `n${i}`);
  return { ids, springs: ids.map((from, i) => ({ from, to: ids[(i + 1) % size] ?? '', weight: 0.5 })) };
};

describe('the places of a drawing', () => {
  it('are on the paper, apart from each other, and the same every time', () => {
    const { ids, springs } = ring(40);
    const places = placeNodes(ids, springs, paper);
    expect([...placeNodes(ids, springs, paper)]).toEqual([...places]);
    const points = [...places.values()];
    for (const { x, y } of points) {
      expect(x).toBeGreaterThanOrEqual(19.9);
      expect(x).toBeLessThanOrEqual(580.1);
      expect(y).toBeGreaterThanOrEqual(19.9);
      expect(y).toBeLessThanOrEqual(380.1);
    }
    const nearest = points.map((a, i) =>
      Math.min(...points.filter((_, j) => j !== i).map((b) => Math.hypot(a.x - b.x, a.y - b.y))),
    );
    expect(Math.min(...nearest)).toBeGreaterThan(12);
  });

  it('bring together what is tied', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const group = (...of: string[]): { from: string; to: string; weight: number }[] =>
      of.flatMap((from) => of.filter((to) => to > from).map((to) => ({ from, to, weight: 1 })));
    const places = placeNodes(ids, [...group('a', 'b', 'c'), ...group('d', 'e', 'f')], paper);
    const apart = (from: string, to: string): number => {
      const [a, b] = [places.get(from), places.get(to)];
      return Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0));
    };
    expect(Math.max(apart('a', 'b'), apart('d', 'e'))).toBeLessThan(Math.min(apart('a', 'd'), apart('c', 'f')));
  });

  it('keep the centre in the middle, and take one node or none', () => {
    const { ids, springs } = ring(7);
    expect(placeNodes(ids, springs, { ...paper, centre: 'n0' }).get('n0')).toEqual({ x: 300, y: 200 });
    expect(placeNodes(['a'], [], paper).get('a')).toEqual({ x: 300, y: 200 });
    expect(placeNodes([], [], paper).size).toBe(0);
  });
});

describe('the names in a drawing', () => {
  const type = { letter: 6, line: 14, width: 600, height: 400, most: 20 };
  it('cover neither each other nor a node, and leave out what has no room', () => {
    const nodes = Array.from({ length: 30 }, (_, i) => ({
      id: `n${i}`,
      text: 'Een naam van een project',
      x: 300 + (i % 6) * 12,
      y: 200 + Math.floor(i / 6) * 12,
      radius: 5,
    }));
    const labels = placeLabels(nodes, new Set(['n17']), type);
    expect(labels.map(({ id }) => id)).toContain('n17');
    expect(labels.length).toBeLessThan(nodes.length);
    const free = labels.filter(({ id }) => id !== 'n17');
    for (const a of free)
      for (const b of free) if (a.id < b.id) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(14);
  });

  it('are broken between words, in two lines at most', () => {
    expect(brokenText('Kort', 20)).toEqual(['Kort']);
    expect(brokenText('Warme overstap en intake', 14)).toEqual(['Warme overstap', 'en intake']);
    expect(brokenText('Een heel lange naam van een project in de regio', 14)).toEqual([
      'Een heel lange',
      'naam van een…',
    ]);
    expect(brokenText('Arbeidsmarktregioprogramma', 14)).toEqual(['Arbeidsmarktre', 'gioprogramma']);
  });
});
