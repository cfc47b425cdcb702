import type { ItemId } from '../../../../shared/base/ids';
import type { Lineage, LineageNode } from '../../../../shared/model/insight';

export interface TimelineRow {
  readonly node: LineageNode;
  /** How many wholes it is part of that stand above it. */
  readonly depth: number;
}

/** A whole with its parts under it, by when they began; what has no years comes last among its own. */
export function timelineRows({ nodes, links }: Lineage): readonly TimelineRow[] {
  const parts = new Map<ItemId, ItemId[]>();
  const isPart = new Set<ItemId>();
  for (const { kind, earlier, later } of links) {
    if (kind !== 'partOf' || isPart.has(later)) continue;
    isPart.add(later);
    parts.set(earlier, [...(parts.get(earlier) ?? []), later]);
  }
  const byId = new Map(nodes.map((node) => [node.id, node] as const));
  const rows: TimelineRow[] = [];
  const seen = new Set<ItemId>();
  const add = (node: LineageNode, depth: number): void => {
    if (seen.has(node.id)) return;
    seen.add(node.id);
    rows.push({ node, depth });
    const own = (parts.get(node.id) ?? []).flatMap((id) => byId.get(id) ?? []);
    for (const part of own.sort(byStart)) add(part, depth + 1);
  };
  for (const node of nodes.filter(({ id }) => !isPart.has(id)).sort(byStart)) add(node, 0);
  // Two that are each part of the other.
  for (const node of nodes) add(node, 0);
  return rows;
}

function byStart(a: LineageNode, b: LineageNode): number {
  return (a.from ?? a.to ?? 9999) - (b.from ?? b.to ?? 9999) || (a.title < b.title ? -1 : 1);
}

/** The first and the last year of the drawing: all that is known, and the present one. */
export function yearRange(rows: readonly TimelineRow[], now: number): { readonly from: number; readonly to: number } {
  const years = rows.flatMap(({ node: { from, to } }) => [from, to]).filter((year) => year !== null);
  return { from: Math.min(now, ...years), to: Math.max(now, ...years) };
}

export function yearsText({ from, to }: LineageNode, unknown: string): string {
  if (from === null && to === null) return unknown;
  return from === to ? String(from) : `${from ?? '…'}–${to ?? ''}`;
}
