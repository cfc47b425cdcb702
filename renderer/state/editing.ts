import type { ItemId } from '../../shared/base/ids';
import { createStore } from './store';

interface Editing {
  /** The item whose form is open instead of its read view. */
  readonly item: ItemId | null;
  /** The field to start in; null: the first. */
  readonly field: string | null;
}

export const editing = createStore<Editing>({ item: null, field: null });

/** Opens the form of an item, in a field when one is named. The item must be open in the right pane. */
export function startEditing(item: ItemId, field: string | null = null): void {
  editing.set({ item, field });
}

export function stopEditing(): void {
  editing.set({ item: null, field: null });
}
