import type { DeviceId, ItemId, RevisionId, SpaceId } from '../../shared/base/ids';
import type { ItemState } from '../../shared/revision/item-state';
import type { Revision, RevisionBody } from '../../shared/revision/revision';
import { itemState, type MergePolicy } from '../../shared/revision/state';

export const key = { id: 'item' as ItemId, space: 'space' as SpaceId };
export const policy: MergePolicy = { mergesText: (type, field) => type === 'draft' && field === 'body' };

/** An unsigned revision with a readable id: the rules look at ids, parents and bodies only. */
export function revision(
  id: string,
  parents: readonly string[],
  body: RevisionBody | null,
  more: { device?: string; at?: string } = {},
): Revision {
  return {
    header: {
      id: id as RevisionId,
      item: key.id,
      parents: [...parents].sort() as RevisionId[],
      device: (more.device ?? 'device') as DeviceId,
      n: 1,
      prev: null,
      at: more.at ?? '2024-01-01T00:00:00.000Z',
      body: '',
      sig: '',
    },
    body,
  };
}

export function stateFrom(revisions: readonly Revision[]): ItemState {
  const state = itemState(key, revisions, policy);
  if (state === null) throw new Error('no state');
  return state;
}
