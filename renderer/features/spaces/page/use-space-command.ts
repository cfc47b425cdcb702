import { useQueryClient } from '@tanstack/react-query';
import type { CallInput, CallName, CallOutput } from '../../../../shared/contract';
import { useCommand } from '../../../bridge/queries';
import { useUndo } from '../../../components/use-undo';

/** A command about a space: afterwards the spaces are asked again, and a failure is said. */
export function useSpaceCommand<Name extends CallName>(
  name: Name,
): {
  /** `onError` may take a failure upon itself by giving true. */
  readonly run: (
    input: CallInput<Name>,
    onSuccess?: (answer: CallOutput<Name>) => void,
    onError?: (error: Error) => boolean,
  ) => void;
  readonly isPending: boolean;
} {
  const client = useQueryClient();
  const { failed } = useUndo();
  const command = useCommand(name);
  return {
    isPending: command.isPending,
    run: (input, onSuccess, onError) =>
      command.mutate(input, {
        onSuccess: (answer) => onSuccess?.(answer),
        onError: (error) => {
          if (onError?.(error) !== true) failed(error);
        },
        onSettled: () => void client.invalidateQueries({ queryKey: ['spaces.list'] }),
      }),
  };
}
