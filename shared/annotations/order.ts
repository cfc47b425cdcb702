import type { Anchor, Annotation } from '../model/annotation';

/** Page, height and left edge on it, place in the text: what an annotation does not have comes first. */
function placeOf({ page, rects, position }: Anchor): readonly number[] {
  const [left, top] = rects[0] ?? [-1, -1];
  return [page ?? -1, top, left, position?.start ?? -1];
}

/**
 * The order of the document, then that of their making, then that of their ids: a total order over what is shared, so that it is the same
 * on every replica.
 */
export function byPlace(a: Annotation, b: Annotation): number {
  const [left, right] = [placeOf(a.anchor), placeOf(b.anchor)];
  for (const [index, value] of left.entries()) {
    const difference = value - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return byMaking(a, b);
}

export function byMaking(a: Annotation, b: Annotation): number {
  const [left, right] = [`${a.createdAt} ${a.id}`, `${b.createdAt} ${b.id}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** An annotation with its replies, oldest first; replies to replies stand in one row with them. */
export interface Thread {
  readonly annotation: Annotation;
  readonly replies: readonly Annotation[];
}

/** Threads in the order of the annotations that begin them. A reply to what is not here begins one of its own: nothing is hidden. */
export function threadsOf(annotations: readonly Annotation[]): readonly Thread[] {
  const byId = new Map(annotations.map((each) => [each.id, each] as const));
  const rootOf = (annotation: Annotation): Annotation => {
    const seen = new Set([annotation.id]);
    let root = annotation;
    for (;;) {
      const parent = root.replyTo === null ? undefined : byId.get(root.replyTo);
      if (parent === undefined || seen.has(parent.id)) return root;
      seen.add(parent.id);
      root = parent;
    }
  };
  const replies = new Map<string, Annotation[]>();
  const roots: Annotation[] = [];
  for (const annotation of annotations) {
    const root = rootOf(annotation);
    if (root === annotation) roots.push(annotation);
    else replies.set(root.id, [...(replies.get(root.id) ?? []), annotation]);
  }
  return roots.map((annotation) => ({ annotation, replies: (replies.get(annotation.id) ?? []).sort(byMaking) }));
}
