import type { ItemId } from '../../shared/base/ids';
import { AppError } from '../../shared/base/errors';
import { fileRefSchema, type FileRef } from '../../shared/model/file-ref';
import type { ItemState } from '../../shared/revision/item-state';
import type { Library } from '../library/library-types';

/** A file that an item has or had: its own, one that stands beside it in a conflict, or an earlier one. Null for any other hash. */
export function fileVersion(library: Library, state: ItemState, hash: string): FileRef | null {
  const inState = [state.fields['file'], ...conflictingFiles(state)];
  return find(inState, hash) ?? find(earlierFiles(library, state.id), hash);
}

/** The same; error: `file-missing` when the item never had it. */
export function knownVersion(library: Library, state: ItemState, hash: string): FileRef {
  const file = fileVersion(library, state, hash);
  if (file === null) throw new AppError('file-missing', { path: hash });
  return file;
}

/** The files that stand beside each other in an item, the shown one first; empty when there is no choice to make. */
function conflictingFiles({ conflicts }: ItemState): readonly unknown[] {
  return conflicts.find(({ field }) => field === 'file')?.versions.map(({ value }) => value) ?? [];
}

function earlierFiles(library: Library, id: ItemId): readonly unknown[] {
  return library
    .history(id)
    .flatMap(({ changes }) => changes.filter(({ field }) => field === 'file').map(({ after }) => after));
}

function find(values: readonly unknown[], hash: string): FileRef | null {
  for (const value of values) {
    const file = fileRefSchema.safeParse(value);
    if (file.success && file.data.hash === hash) return file.data;
  }
  return null;
}
