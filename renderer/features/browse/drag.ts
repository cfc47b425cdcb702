import type { ItemId } from '../../../shared/base/ids';

const mediaType = 'application/x-raakvlak-items';

export function dragItems(transfer: DataTransfer, ids: readonly ItemId[]): void {
  transfer.effectAllowed = 'copyMove';
  transfer.setData(mediaType, JSON.stringify(ids));
}

export function holdsItems(transfer: DataTransfer): boolean {
  return transfer.types.includes(mediaType);
}

/** The items that are being dropped; what another program drops under our name is checked where it arrives. */
export function droppedItems(transfer: DataTransfer): readonly ItemId[] {
  return JSON.parse(transfer.getData(mediaType) || '[]') as ItemId[];
}
