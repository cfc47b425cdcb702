import { useQueryClient } from '@tanstack/react-query';
import type { BundleOpened } from '../../shared/model/sync';
import { ask } from '../bridge/client';
import { useCommand } from '../bridge/queries';
import { useUndo } from './use-undo';

/** Lets somebody choose a bundle file and takes it in; a failure is said. `onOpened` is called with what came of it. */
export function useOpenBundle(onOpened: (opened: BundleOpened) => void): {
  readonly choose: () => void;
  readonly isPending: boolean;
} {
  const client = useQueryClient();
  const { failed } = useUndo();
  const open = useCommand('bundle.open');
  const run = (path: string): void =>
    open.mutate(
      { path },
      {
        onSuccess: onOpened,
        onError: failed,
        onSettled: () => void client.invalidateQueries({ queryKey: ['spaces.list'] }),
      },
    );
  return {
    choose: () => void ask('dialog.chooseFiles').then(([path]) => path !== undefined && run(path), failed),
    isPending: open.isPending,
  };
}
