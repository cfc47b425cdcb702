import type { FirstHandlers } from '../handlers';
import type { LibraryHandlers, Parts } from '../service';
import { accessHandlers } from './access';
import { annotationHandlers } from './annotations';
import { backupHandlers } from './backups';
import { collectionHandlers } from './collections';
import { documentHandlers } from './documents';
import { draftHandlers } from './drafts';
import { guardHandlers } from './guard';
import { importHandlers } from './import';
import { insightHandlers } from './insight';
import { libraryHandlersOf } from './library';
import { packageHandlers } from './packages';
import { recoveryHandlers } from './recovery';
import { spaceHandlers } from './spaces';
import { syncHandlers } from './sync';

export type LaterHandlers = Omit<LibraryHandlers, keyof FirstHandlers>;

/** All but what the first screen asks. */
export function laterHandlers(parts: Parts): LaterHandlers {
  return {
    ...importHandlers(parts),
    ...documentHandlers(parts),
    ...draftHandlers(parts),
    ...libraryHandlersOf(parts),
    ...spaceHandlers(parts),
    ...accessHandlers(parts),
    ...recoveryHandlers(parts),
    ...collectionHandlers(parts),
    ...guardHandlers(parts),
    ...packageHandlers(parts),
    ...syncHandlers(parts),
    ...backupHandlers(parts),
    ...insightHandlers(parts),
    ...annotationHandlers(parts),
  };
}
