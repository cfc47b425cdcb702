import { itemHandlers } from './handlers/items';
import { searchHandlers } from './handlers/search';
import type { LaterHandlers } from './handlers/later';
import { statusOf } from './library-status';
import { ownRights } from './own-rights';
import type { LibraryHandlers, Parts } from './service';

/** What the first screen asks, and what goes with that. */
export type FirstHandlers = Pick<
  LibraryHandlers,
  | keyof ReturnType<typeof itemHandlers>
  | keyof ReturnType<typeof searchHandlers>
  | 'library.status'
  | 'spaces.list'
  | 'collections.kept'
  | 'access.mine'
>;

/** What answers each call of the contract that the library side gives. */
export interface HandlerTable {
  readonly first: FirstHandlers;
  /** All others, read from disk when the first of them is wanted, so that a start does not wait for them. */
  later(): Promise<LaterHandlers>;
}

export function libraryHandlers(parts: Parts): HandlerTable {
  let read: Promise<LaterHandlers> | null = null;
  return {
    first: {
      ...itemHandlers(parts),
      ...searchHandlers(parts),
      'library.status': () => statusOf(parts.library),
      'spaces.list': () => parts.sharing.statuses(),
      'collections.kept': () => parts.keptCollections.all(),
      'access.mine': () => ownRights(parts.library, parts.clock()),
    },
    later: () => (read ??= import('./handlers/later').then(({ laterHandlers }) => laterHandlers(parts))),
  };
}
