import { useElementSize } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { placeLabels } from '../../../shared/graph/place-labels';
import { placeNodes, type Point } from '../../../shared/graph/place-nodes';
import classes from './graph.module.css';
import { NodeShape } from './node-shape';

export interface GraphNode {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  /** What is said of it to who does not see the drawing. */
  readonly spoken: string;
  /** 0 to 1: how large. */
  readonly weight: number;
}

export interface GraphLink {
  readonly from: string;
  readonly to: string;
  /** 0 to 1: how close they are drawn, and how thick the line. */
  readonly weight: number;
  /** `sure`: somebody said so; `maybe`: proposed; `quiet`: known already, or further away. */
  readonly look: 'sure' | 'maybe' | 'quiet';
}

interface Props {
  readonly name: string;
  readonly nodes: readonly GraphNode[];
  readonly links: readonly GraphLink[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  /** A second time on what is selected. */
  readonly onOpen: (id: string) => void;
  /** Stands in the middle. */
  readonly centre?: string;
  readonly heightPx: number;
  /** Takes the focus when somebody comes to the pane by keyboard. */
  readonly takesFocus?: boolean;
}

/** Of an average letter of a name, bold as it is when it is looked at. */
const letterPx = 7;
const linePx = 14;

/** Things and what ties them, drawn so that what belongs together stands together. Arrow keys walk from one to the next. */
export function Graph({
  name,
  nodes,
  links,
  selected,
  onSelect,
  onOpen,
  centre,
  heightPx,
  takesFocus,
}: Props): React.JSX.Element {
  const { ref, width } = useElementSize();
  const [looked, setLooked] = useState<string | null>(null);
  const paper = useMemo(() => ({ width: Math.max(240, Math.floor(width)), height: heightPx }), [width, heightPx]);
  const places = useMemo(
    () =>
      placeNodes(
        nodes.map(({ id }) => id),
        links,
        { ...paper, margin: 34, ...(centre === undefined ? {} : { centre }) },
      ),
    [nodes, links, paper, centre],
  );
  const shown = looked ?? selected;
  const near = useMemo(() => nearTo(links, shown), [links, shown]);
  const labels = useMemo(
    () => (width === 0 ? [] : labelsOf(nodes, places, paper, near)),
    [nodes, places, paper, near, width],
  );
  const entry = nodes.some(({ id }) => id === selected) ? selected : nodes[0]?.id;
  const walk = (event: React.KeyboardEvent<SVGElement>, id: string): void => {
    if (event.key === 'Enter' || event.key === ' ') choose(id);
    else {
      const next = neighbour(places, id, event.key);
      if (next === null) return;
      event.currentTarget.ownerSVGElement?.querySelector<SVGElement>(`[data-node="${next}"]`)?.focus();
    }
    event.preventDefault();
  };
  const choose = (id: string): void => (id === selected ? onOpen(id) : onSelect(id));
  return (
    <div ref={ref} className={classes['frame']}>
      <svg
        width={paper.width}
        height={paper.height}
        viewBox={`0 0 ${paper.width} ${paper.height}`}
        role="group"
        aria-label={name}
        className={classes['graph']}
        data-looked={shown !== null || undefined}
      >
        {links.map((link) => (
          <Line
            key={`${link.from} ${link.to}`}
            link={link}
            places={places}
            near={shown !== null && isOf(link, shown)}
          />
        ))}
        {nodes.map((node) => (
          <g
            key={node.id}
            className={classes['node']}
            transform={placed(places.get(node.id))}
            role="button"
            tabIndex={node.id === entry ? 0 : -1}
            aria-label={node.spoken}
            aria-pressed={node.id === selected}
            data-node={node.id}
            data-near={near.has(node.id) || undefined}
            data-centre={node.id === centre || undefined}
            data-pane-focus={(takesFocus === true && node.id === entry) || undefined}
            onClick={() => choose(node.id)}
            onKeyDown={(event) => walk(event, node.id)}
            onFocus={() => setLooked(node.id)}
            onBlur={() => setLooked(null)}
            onMouseEnter={() => setLooked(node.id)}
            onMouseLeave={() => setLooked(null)}
          >
            <circle r={Math.max(12, radiusOf(node) + 3)} className={classes['ground']} />
            <NodeShape type={node.type} radius={radiusOf(node)} />
          </g>
        ))}
        <g className={classes['labels']} aria-hidden>
          {labels.map(({ id, lines, x, y }) => (
            <text key={id} x={x} y={y} data-near={near.has(id) || undefined}>
              {lines.map((line, index) => (
                <tspan key={line} x={x} dy={index === 0 ? 0 : linePx}>
                  {line}
                </tspan>
              ))}
            </text>
          ))}
        </g>
      </svg>
    </div>
  );
}

function Line({
  link: { from, to, weight, look },
  places,
  near,
}: {
  readonly link: GraphLink;
  readonly places: ReadonlyMap<string, Point>;
  readonly near: boolean;
}): React.JSX.Element | null {
  const [a, b] = [places.get(from), places.get(to)];
  if (a === undefined || b === undefined) return null;
  return (
    <line
      {...{ x1: a.x, y1: a.y, x2: b.x, y2: b.y }}
      className={classes['link']}
      data-look={look}
      data-near={near || undefined}
      strokeWidth={look === 'quiet' ? 1 : 1 + 2.5 * weight}
    />
  );
}

function radiusOf({ weight }: GraphNode): number {
  return 5.5 + 6.5 * weight;
}

function placed(place: Point | undefined): string {
  return `translate(${place?.x ?? 0} ${place?.y ?? 0})`;
}

function isOf({ from, to }: GraphLink, id: string): boolean {
  return from === id || to === id;
}

/** What is looked at and what it is tied to. */
function nearTo(links: readonly GraphLink[], id: string | null): ReadonlySet<string> {
  return id === null
    ? new Set()
    : new Set([id, ...links.filter((link) => isOf(link, id)).flatMap(({ from, to }) => [from, to])]);
}

/** Those that are looked at get their name whatever is in the way, then the largest. */
function labelsOf(
  nodes: readonly GraphNode[],
  places: ReadonlyMap<string, Point>,
  paper: { width: number; height: number },
  near: ReadonlySet<string>,
): ReturnType<typeof placeLabels> {
  const inOrder = [...nodes].sort(
    (a, b) => Number(near.has(b.id)) - Number(near.has(a.id)) || b.weight - a.weight || (a.id < b.id ? -1 : 1),
  );
  return placeLabels(
    inOrder.map((node) => ({
      id: node.id,
      text: node.title,
      radius: radiusOf(node),
      ...(places.get(node.id) ?? { x: 0, y: 0 }),
    })),
    near,
    { letter: letterPx, line: linePx, most: 22, ...paper },
  );
}

const ways: Readonly<Record<string, Point>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
};

/** The nearest node in the direction of an arrow key; far off to the side counts as further away. */
function neighbour(places: ReadonlyMap<string, Point>, id: string, key: string): string | null {
  const [way, from] = [ways[key], places.get(id)];
  if (way === undefined || from === undefined) return null;
  let best: { id: string; distance: number } | null = null;
  for (const [other, { x, y }] of places) {
    const [dx, dy] = [x - from.x, y - from.y];
    const ahead = dx * way.x + dy * way.y;
    if (other === id || ahead <= 1) continue;
    const distance = ahead + 2.5 * Math.abs(dx * way.y - dy * way.x);
    if (best === null || distance < best.distance) best = { id: other, distance };
  }
  return best?.id ?? null;
}
