/** A place in a drawing, in its own units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Spring {
  readonly from: string;
  readonly to: string;
  /** How strongly it pulls, 0 to 1. */
  readonly weight: number;
}

interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Kept free along the edges. */
  readonly margin: number;
  /** Stands in the middle, the others around it. */
  readonly centre?: string;
}

/** Pairs that are pushed apart in all, so that a large drawing blocks a window no longer than a small one: 25 to 40 ms cold. */
const work = 430_000;
const [leastRounds, mostRounds] = [50, 220];

/**
 * A place for each node so that what is tied stands together and nothing stands on anything else: springs along the links, everything pushes
 * everything away, and all are drawn a little to the middle (Fruchterman and Reingold, 1991). The same input gives the same drawing.
 */
export function placeNodes(
  ids: readonly string[],
  springs: readonly Spring[],
  { width, height, margin, centre }: Drawing,
): ReadonlyMap<string, Point> {
  if (ids.length === 0) return new Map();
  const at = new Map(ids.map((id, index) => [id, index] as const));
  const links = springs.flatMap(({ from, to, weight }) => {
    const [a, b] = [at.get(from), at.get(to)];
    return a === undefined || b === undefined || a === b ? [] : [{ a, b, weight }];
  });
  const aspect = width / height;
  const [x, y] = [new Float64Array(ids.length), new Float64Array(ids.length)];
  // A sunflower: spread evenly, and no two in one place.
  ids.forEach((id, i) => {
    const radius = id === centre ? 0 : Math.sqrt((i + 1) / ids.length);
    x[i] = radius * Math.cos(i * 2.399963) * aspect;
    y[i] = radius * Math.sin(i * 2.399963);
  });
  const ideal = 1.3 * Math.sqrt(aspect / ids.length);
  const rounds = Math.max(leastRounds, Math.min(mostRounds, Math.floor((2 * work) / ids.length ** 2)));
  for (let round = 0; round < rounds; round += 1) settle(x, y, links, ideal, aspect, 0.12 * (1 - round / rounds));
  return fitted(ids, x, y, { width, height, margin, ...(centre === undefined ? {} : { centre }) });
}

interface Link {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** One round: every node moves by what pulls and pushes it, `furthest` at most. */
function settle(
  x: Float64Array,
  y: Float64Array,
  links: readonly Link[],
  ideal: number,
  aspect: number,
  furthest: number,
): void {
  const [dx, dy] = [new Float64Array(x.length), new Float64Array(x.length)];
  const push = (i: number, j: number, force: (distance: number) => number): void => {
    const [ax, ay] = [(x[i] as number) - (x[j] as number), (y[i] as number) - (y[j] as number)];
    // Not `Math.hypot`, which is many times slower: this runs a million times for a hundred nodes.
    const distance = Math.max(1e-3, Math.sqrt(ax * ax + ay * ay));
    const by = force(distance) / distance;
    dx[i] = (dx[i] as number) + ax * by;
    dy[i] = (dy[i] as number) + ay * by;
    dx[j] = (dx[j] as number) - ax * by;
    dy[j] = (dy[j] as number) - ay * by;
  };
  for (let i = 0; i < x.length; i += 1)
    for (let j = i + 1; j < x.length; j += 1) push(i, j, (distance) => (ideal * ideal) / distance);
  for (const { a, b, weight } of links) push(a, b, (distance) => (-distance * distance * (0.4 + 0.6 * weight)) / ideal);
  for (let i = 0; i < x.length; i += 1) {
    // To the middle, less across than down: the drawing is as wide as the paper.
    const fx = (dx[i] as number) - ((x[i] as number) * 0.9) / aspect;
    const fy = (dy[i] as number) - (y[i] as number) * 0.9 * aspect;
    const length = Math.max(1e-9, Math.hypot(fx, fy));
    x[i] = (x[i] as number) + (fx / length) * Math.min(length, furthest);
    y[i] = (y[i] as number) + (fy / length) * Math.min(length, furthest);
  }
}

/** On the paper: stretched to it in both directions, or around a centre that stays in the middle. */
function fitted(
  ids: readonly string[],
  x: Float64Array,
  y: Float64Array,
  { width, height, margin, centre }: Drawing,
): ReadonlyMap<string, Point> {
  const middle = centre === undefined ? -1 : ids.indexOf(centre);
  const scale = (values: Float64Array, size: number): ((value: number) => number) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const from = middle < 0 ? (low + high) / 2 : (values[middle] as number);
    const reach = Math.max(from - low, high - from, 1e-9);
    return (value) => size / 2 + ((value - from) / reach) * (size / 2 - margin);
  };
  const [across, down] = [scale(x, width), scale(y, height)];
  return new Map(ids.map((id, i) => [id, { x: across(x[i] as number), y: down(y[i] as number) }] as const));
}
