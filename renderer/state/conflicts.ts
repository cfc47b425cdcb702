import type { ItemId } from '../../shared/base/ids';
import { ask } from '../bridge/client';
import { openItem, view } from './view';

/** Opens the versions of an item, in the right pane. */
export function openVersions(id: ItemId): void {
  openItem(id, { tab: 'versions' });
}

/** Opens the next or previous item with two versions; from elsewhere the first or the last. Nothing happens when there is none. */
export async function stepConflict(by: 1 | -1): Promise<void> {
  const lines = await ask('conflicts.list', { space: null });
  const { active } = view.get();
  const here = lines.findIndex(({ item }) => item === active);
  const next = here < 0 ? (by === 1 ? 0 : lines.length - 1) : (here + by + lines.length) % lines.length;
  const line = lines[next];
  if (line !== undefined) openVersions(line.item);
}
