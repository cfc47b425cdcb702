import type { Point } from './place-nodes';

export interface Label extends Point {
  readonly id: string;
  readonly lines: readonly string[];
}

interface Labelled extends Point {
  readonly id: string;
  readonly text: string;
  readonly radius: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Type {
  /** Of an average letter and of a line, in the units of the drawing. */
  readonly letter: number;
  readonly line: number;
  readonly width: number;
  readonly height: number;
  /** Letters in a line; two lines at most. */
  readonly most: number;
}

/**
 * Where names can stand without covering each other or a node: under, above, right or left of their node. Who comes first is placed first;
 * what has no room is left out, unless it is in `always`. Places are the middle of the first line.
 */
export function placeLabels(nodes: readonly Labelled[], always: ReadonlySet<string>, type: Type): readonly Label[] {
  const taken: Box[] = nodes.map(({ x, y, radius }) => box(x, y, 2 * radius, 2 * radius));
  const labels: Label[] = [];
  for (const node of nodes) {
    const lines = brokenText(node.text, type.most);
    const width = Math.max(...lines.map(({ length }) => length)) * type.letter;
    const height = lines.length * type.line;
    const beside = node.radius + 4 + width / 2;
    const places: Point[] = [
      { x: node.x, y: node.y + node.radius + 3 + height / 2 },
      { x: node.x, y: node.y - node.radius - 3 - height / 2 },
      { x: node.x + beside, y: node.y },
      { x: node.x - beside, y: node.y },
    ].map(({ x, y }) => ({ x: clamped(x, width / 2, type.width), y: clamped(y, height / 2, type.height) }));
    const free = places.find((place) => {
      const own = box(place.x, place.y, width, height);
      return !taken.some((other) => overlap(own, other));
    });
    const place = free ?? (always.has(node.id) ? places[0] : undefined);
    if (place === undefined) continue;
    taken.push(box(place.x, place.y, width, height));
    labels.push({ id: node.id, lines, x: place.x, y: place.y - height / 2 + type.line * 0.78 });
  }
  return labels;
}

function box(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function clamped(value: number, half: number, size: number): number {
  return Math.min(Math.max(value, half), Math.max(half, size - half));
}

/** In one line or two, cut off with an ellipsis. */
export function brokenText(text: string, most: number): readonly string[] {
  const whole = text.trim();
  if (whole.length <= most) return [whole];
  const space = whole.lastIndexOf(' ', most);
  const first = space < most / 3 ? whole.slice(0, most) : whole.slice(0, space);
  const rest = whole.slice(first.length).trim();
  return [first, rest.length <= most ? rest : `${rest.slice(0, most - 1).trimEnd()}…`];
}
