import { useQueryClient } from '@tanstack/react-query';
import type { CallInput, CallName, CallOutput } from '../../../../shared/contract';
import { useCommand } from '../../../bridge/queries';
import { useUndo } from '../../../components/use-undo';

/** A command about a space: afterwards the spaces are asked again, and a failure is said. */
export function useSpaceCommand<Name extends CallName>(
  name: Name,
): {
  readonly run: (input: CallInput<Name>, onSuccess?: (answer: CallOutput<Name>) => void) => void;
  readonly isPending: boolean;
} {
  const client = useQueryClient();
  const { failed } = useUndo();
  const command = useCommand(name);
  return {
    isPending: command.isPending,
    run: (input, onSuccess) =>
      command.mutate(input, {
        onSuccess: (answer) => onSuccess?.(answer),
        onError: failed,
        onSettled: () => void client.invalidateQueries({ queryKey: ['spaces.list'] }),
      }),
  };
}
