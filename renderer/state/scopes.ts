import { itemTypes } from '../../shared/model/types';
import type { Scope } from './view';

const groupOrder = ['projects', 'studies', 'drafts', 'documents', 'programmes', 'people', 'terms'] as const;
export type SidebarGroup = (typeof groupOrder)[number];

/** The parts of a library in the order of the sidebar; Alt+1 to Alt+8 go to them, Alt+9 to the bin. */
export const libraryScopes: readonly Scope[] = [
  { kind: 'all' },
  ...groupOrder.map((group): Scope => ({ kind: 'group', group })),
  { kind: 'bin' },
];

export function sameScope(a: Scope, b: Scope): boolean {
  if (a.kind === 'group') return b.kind === 'group' && a.group === b.group;
  if (a.kind === 'collection') return b.kind === 'collection' && a.id === b.id;
  if (a.kind === 'space') return b.kind === 'space' && a.id === b.id;
  return a.kind === b.kind;
}

/** The type that a new item of this part gets; null where the person has to choose. */
export function newTypeOf(scope: Scope): string | null {
  if (scope.kind !== 'group') return null;
  const types = itemTypes.filter(({ group }) => group === scope.group);
  return types.length === 1 ? (types[0]?.name ?? null) : null;
}
