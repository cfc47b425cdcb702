import { useQueryClient } from '@tanstack/react-query';
import type { ItemId } from '../../../shared/base/ids';
import { useCommand } from '../../bridge/queries';

/** Brings the file of an item here from the shared folder. */
export function useFetchFile(id: ItemId): {
  readonly fetch: () => void;
  readonly isPending: boolean;
  readonly error: Error | null;
} {
  const client = useQueryClient();
  const command = useCommand('files.fetch');
  return {
    fetch: () => command.mutate({ id }, { onSuccess: (detail) => client.setQueryData(['items.get', { id }], detail) }),
    isPending: command.isPending,
    error: command.error,
  };
}
