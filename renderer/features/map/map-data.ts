import type { ItemId } from '../../../shared/base/ids';
import type { MapLink, MapNode, OverlapMap } from '../../../shared/model/insight';
import { transitions as listedTransitions } from '../../../shared/vocabulary/lists';

export interface NetworkChoice {
  readonly region: string;
  readonly transition: string;
  readonly limit: number;
  readonly withKnown: boolean;
  /** What has ended before this year is left out; null leaves nothing out. */
  readonly runningIn: number | null;
}

/** Enough links for the strongest of a thousand projects; the picture itself shows fewer. */
export const mapAsked = { limit: 500 } as const;

/** All pairs that are proposed or were judged to touch. */
export const wholeNetwork: NetworkChoice = {
  region: '',
  transition: '',
  limit: mapAsked.limit,
  withKnown: false,
  runningIn: null,
};

export interface Network {
  readonly nodes: readonly (MapNode & { readonly degree: number })[];
  readonly links: readonly MapLink[];
}

/** The strongest pairs of which at least one fits the choice, and what they tie. What was judged not to touch is not there. */
export function networkOf(map: OverlapMap, choice: NetworkChoice): Network {
  const nodes = new Map(
    map.nodes.filter((node) => runs(node, choice.runningIn)).map((node) => [node.id, node] as const),
  );
  const fits = (id: ItemId): boolean => {
    const node = nodes.get(id);
    return (
      node !== undefined &&
      (choice.region === '' || node.regions.includes(choice.region)) &&
      (choice.transition === '' || node.transitions.includes(choice.transition))
    );
  };
  const links = map.links
    .filter(({ a, b }) => nodes.has(a) && nodes.has(b) && (fits(a) || fits(b)))
    .filter(({ verdict, known }) => verdict !== 'no' && (verdict !== null || known === null || choice.withKnown))
    .slice(0, choice.limit);
  const degrees = new Map<ItemId, number>();
  for (const { a, b } of links) for (const id of [a, b]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  return {
    nodes: [...degrees].flatMap(([id, degree]) => {
      const node = nodes.get(id);
      return node === undefined ? [] : [{ ...node, degree }];
    }),
    links,
  };
}

export interface MatrixChoice {
  readonly columns: 'lines' | 'regions';
  /** A line when regions are beside each other, a region when lines are; empty for all. */
  readonly only: string;
  readonly runningIn: number | null;
}

export interface Matrix {
  readonly columns: readonly { readonly key: string; readonly title: string }[];
  readonly rows: readonly {
    readonly transition: string;
    readonly cells: readonly (readonly MapNode[])[];
    /** Each item once, however many columns it stands in. */
    readonly total: number;
  }[];
  /** Boxes in which nothing is, of those of a transition and a real column. */
  readonly empty: number;
  readonly all: number;
}

/** Stands for `outside all of them` as a column. */
export const outside = '';

/** What happens at which transition in which line or region: all transitions of the list, and all others that are used. */
export function matrixOf(map: OverlapMap, { columns, only, runningIn }: MatrixChoice): Matrix {
  const keysOf = (node: MapNode, of: MatrixChoice['columns']): readonly string[] => node[of];
  const other = columns === 'lines' ? 'regions' : 'lines';
  const shown = map.nodes.filter(
    (node) => runs(node, runningIn) && (only === '' || keysOf(node, other).includes(only)),
  );
  const used = new Set(shown.flatMap((node) => [...keysOf(node, columns)]));
  const named =
    columns === 'lines'
      ? map.lines.map(({ id, title }) => ({ key: id as string, title }))
      : [...used].sort((a, b) => a.localeCompare(b, 'nl')).map((region) => ({ key: region, title: region }));
  const hasOutside = shown.some((node) => node.transitions.length > 0 && keysOf(node, columns).length === 0);
  const all = [...named, ...(hasOutside ? [{ key: outside, title: '' }] : [])];
  const extra = [...new Set(shown.flatMap(({ transitions }) => [...transitions]))]
    .filter((transition) => !(listedTransitions as readonly string[]).includes(transition))
    .sort();
  const rows = [...listedTransitions, ...extra].map((transition) => {
    const here = shown.filter((node) => node.transitions.includes(transition));
    const cells = all.map(({ key }) =>
      here.filter((node) =>
        key === outside ? keysOf(node, columns).length === 0 : keysOf(node, columns).includes(key),
      ),
    );
    return { transition, cells, total: here.length };
  });
  const real = rows.flatMap(({ cells }) => cells.slice(0, named.length));
  return { columns: all, rows, empty: real.filter(({ length }) => length === 0).length, all: real.length };
}

/** Regions and lines to choose from, by name. */
export function regionsIn(map: OverlapMap): readonly string[] {
  return [...new Set(map.nodes.flatMap(({ regions }) => [...regions]))].sort((a, b) => a.localeCompare(b, 'nl'));
}

export function transitionsIn(map: OverlapMap): readonly string[] {
  return [...new Set(map.nodes.flatMap(({ transitions }) => [...transitions]))].sort();
}

function runs({ ended }: MapNode, year: number | null): boolean {
  return year === null || ended === null || ended >= year;
}
