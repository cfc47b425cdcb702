import { useQueryClient } from '@tanstack/react-query';
import type { ItemId } from '../../../../shared/base/ids';
import type { JsonValue } from '../../../../shared/base/json';
import { versionTexts } from '../../../../shared/messages/ui/conflicts';
import { useCommand } from '../../../bridge/queries';
import { useText } from '../../../components/use-text';
import { useUndo } from '../../../components/use-undo';

/** Makes one value of a field's versions, as a revision that can be undone. */
export function useResolve(
  id: ItemId,
  field: string,
  label: string,
): { readonly keep: (value: JsonValue) => void; readonly isPending: boolean } {
  const t = useText(versionTexts);
  const client = useQueryClient();
  const { done, failed } = useUndo();
  const resolve = useCommand('items.resolve');
  return {
    isPending: resolve.isPending,
    keep: (value) =>
      resolve.mutate(
        { id, field, value },
        {
          onSuccess: (detail) => {
            client.setQueryData(['items.get', { id }], detail);
            done(t('resolved', { field: label }));
          },
          onError: failed,
        },
      ),
  };
}
