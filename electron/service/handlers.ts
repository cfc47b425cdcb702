import type { LibraryHandlers, Parts } from './service';
import { documentHandlers } from './handlers/documents';
import { importHandlers } from './handlers/import';
import { itemHandlers } from './handlers/items';
import { libraryHandlersOf } from './handlers/library';
import { searchHandlers } from './handlers/search';

/** One answer for each call of the contract that the library side gives. */
export function libraryHandlers(parts: Parts): LibraryHandlers {
  return {
    ...itemHandlers(parts),
    ...searchHandlers(parts),
    ...importHandlers(parts),
    ...documentHandlers(parts),
    ...libraryHandlersOf(parts),
  };
}
