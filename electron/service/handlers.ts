import type { LibraryHandlers, Parts } from './service';
import { accessHandlers } from './handlers/access';
import { annotationHandlers } from './handlers/annotations';
import { backupHandlers } from './handlers/backups';
import { collectionHandlers } from './handlers/collections';
import { documentHandlers } from './handlers/documents';
import { draftHandlers } from './handlers/drafts';
import { guardHandlers } from './handlers/guard';
import { importHandlers } from './handlers/import';
import { insightHandlers } from './handlers/insight';
import { itemHandlers } from './handlers/items';
import { libraryHandlersOf } from './handlers/library';
import { searchHandlers } from './handlers/search';
import { spaceHandlers } from './handlers/spaces';
import { syncHandlers } from './handlers/sync';

/** One answer for each call of the contract that the library side gives. */
export function libraryHandlers(parts: Parts): LibraryHandlers {
  return {
    ...itemHandlers(parts),
    ...searchHandlers(parts),
    ...importHandlers(parts),
    ...documentHandlers(parts),
    ...draftHandlers(parts),
    ...libraryHandlersOf(parts),
    ...spaceHandlers(parts),
    ...accessHandlers(parts),
    ...collectionHandlers(parts),
    ...guardHandlers(parts),
    ...syncHandlers(parts),
    ...backupHandlers(parts),
    ...insightHandlers(parts),
    ...annotationHandlers(parts),
  };
}
