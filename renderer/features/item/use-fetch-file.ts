import { useQueryClient } from '@tanstack/react-query';
import type { BlobHash, ItemId } from '../../../shared/base/ids';
import { useCommand } from '../../bridge/queries';

/** Brings the file of an item here from the shared folder, or that version of it. */
export function useFetchFile(
  id: ItemId,
  version?: BlobHash,
): {
  readonly fetch: () => void;
  readonly isPending: boolean;
  readonly error: Error | null;
} {
  const client = useQueryClient();
  const asked = version === undefined ? { id } : { id, version };
  const command = useCommand('files.fetch');
  return {
    fetch: () =>
      command.mutate(asked, {
        onSuccess: (detail) =>
          client.setQueryData([version === undefined ? 'items.get' : 'files.version', asked], detail),
      }),
    isPending: command.isPending,
    error: command.error,
  };
}
