import type { RelatedItem } from '../../../../shared/model/views';
import { relationKinds, type RelationKind } from '../../../../shared/model/relation';

export interface RelationGroup {
  readonly kind: RelationKind;
  readonly direction: 'out' | 'in';
  readonly items: readonly RelatedItem[];
}

export function isSymmetric(kind: RelationKind): boolean {
  return (relationKinds as Readonly<Record<RelationKind, { symmetric?: boolean }>>)[kind].symmetric === true;
}

/** Relations by how they read from this item; a symmetric kind is one group whichever item keeps it. */
export function relationGroups(related: readonly RelatedItem[]): readonly RelationGroup[] {
  const groups = new Map<string, RelationGroup>();
  for (const item of related) {
    const direction = isSymmetric(item.kind) ? 'out' : item.direction;
    const key = `${item.kind}:${direction}`;
    groups.set(key, { kind: item.kind, direction, items: [...(groups.get(key)?.items ?? []), item] });
  }
  return [...groups.values()];
}
