import { useQueryClient } from '@tanstack/react-query';
import type { ItemId } from '../../shared/base/ids';
import { useAsk, useCommand } from '../bridge/queries';
import { useSpaces } from './use-spaces';
import { useUndo } from './use-undo';

/** Keeping the files of collections on this computer. Only something to choose when files can be elsewhere. */
export function useKeepCollection(): {
  readonly canChoose: boolean;
  readonly kept: readonly ItemId[];
  readonly isPending: boolean;
  readonly keep: (id: ItemId, keep: boolean) => void;
} {
  const client = useQueryClient();
  const { failed } = useUndo();
  const kept = useAsk('collections.kept', undefined).data ?? [];
  const isShared = useSpaces().data?.some(({ place }) => place !== null) === true;
  const command = useCommand('collections.setKeepOffline');
  return {
    canChoose: isShared,
    kept,
    isPending: command.isPending,
    keep: (id, keep) =>
      command.mutate(
        { id, keep },
        {
          onError: failed,
          onSettled: () =>
            void client.invalidateQueries({
              predicate: ({ queryKey }) => String(queryKey[0]).startsWith('collections.'),
            }),
        },
      ),
  };
}
