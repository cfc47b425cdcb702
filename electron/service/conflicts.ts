import type { SpaceId } from '../../shared/base/ids';
import type { ConflictLine } from '../../shared/model/sync';
import type { Library } from '../library/library-types';

/** Items outside the bin that hold two versions of something, by title. */
export function conflictLines(library: Library, space: SpaceId | null): readonly ConflictLine[] {
  const found = library.conflicts(space ?? undefined).flatMap(({ id, fields }): ConflictLine[] => {
    const state = library.get(id);
    if (state === null || state.deleted) return [];
    const { type, title } = state.fields;
    return [{ item: id, type: String(type ?? ''), title: String(title ?? ''), space: state.space, fields }];
  });
  return found.sort((a, b) => a.title.localeCompare(b.title));
}
