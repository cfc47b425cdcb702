import type { BlobHash, DeviceId, RevisionId } from '../base/ids';
import type { ItemState } from './item-state';
import type { RevisionBody } from './revision';

/** An erasure is an item of this type: signed, kept and shared like any other, but not one of the library's own subjects. */
export const erasureType = 'erasure';

export interface Erasure {
  readonly revisions: readonly RevisionId[];
  readonly blobs: readonly BlobHash[];
  /** Devices that say they have dropped the words and bytes. */
  readonly confirmedBy: readonly DeviceId[];
}

/** The first revision of an erasure: what every replica must drop. */
export function erasureBody(revisions: readonly RevisionId[], blobs: readonly BlobHash[]): RevisionBody {
  return { set: { type: erasureType }, add: { revisions: [...revisions].sort(), blobs: [...blobs].sort() } };
}

export function confirmationBody(device: DeviceId): RevisionBody {
  return { add: { confirmedBy: [device] } };
}

/** null when the item is no erasure. */
export function erasureOf(state: ItemState): Erasure | null {
  if (state.fields['type'] !== erasureType) return null;
  const strings = (field: string): string[] => (state.sets[field] ?? []).filter((value) => typeof value === 'string');
  return {
    revisions: strings('revisions') as RevisionId[],
    blobs: strings('blobs') as BlobHash[],
    confirmedBy: strings('confirmedBy') as DeviceId[],
  };
}
