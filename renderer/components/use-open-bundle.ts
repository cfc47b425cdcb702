import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { guardTexts } from '../../shared/messages/ui/guard';
import type { BundleTakenIn } from '../../shared/model/sync';
import { ask } from '../bridge/client';
import { useCommand } from '../bridge/queries';
import { useFormat } from './format';
import { useText } from './use-text';
import { useUndo } from './use-undo';

/** Lets somebody choose a bundle file and takes it in; a failure is said. `onOpened` is called with what came of it. */
export function useOpenBundle(onOpened: (opened: BundleTakenIn) => void): {
  readonly choose: () => void;
  readonly isPending: boolean;
} {
  const client = useQueryClient();
  const t = useText(guardTexts);
  const format = useFormat();
  const { failed } = useUndo();
  const open = useCommand('bundle.open');
  const run = (path: string): void =>
    open.mutate(
      { path },
      {
        onSuccess: (opened) => {
          if (opened.personal > 0)
            notifications.show({
              color: 'orange',
              autoClose: false,
              title: t('name'),
              message: t(opened.personal === 1 ? 'bundleOne' : 'bundleMany', { n: format.number(opened.personal) }),
            });
          onOpened(opened);
        },
        onError: failed,
        onSettled: () => void client.invalidateQueries({ queryKey: ['spaces.list'] }),
      },
    );
  return {
    choose: () => void ask('dialog.chooseFiles').then(([path]) => path !== undefined && run(path), failed),
    isPending: open.isPending,
  };
}
