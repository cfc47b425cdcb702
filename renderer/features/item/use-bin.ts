import { useCallback } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import { itemTexts } from '../../../shared/messages/ui/item';
import { ask } from '../../bridge/client';
import { useUndo } from '../../components/use-undo';
import { useText } from '../../components/use-text';
import { stopEditing } from '../../state/editing';

/** Moves an item to the bin at once and offers the way back, which asks less of people than a question beforehand. */
export function useBin(id: ItemId, title: string): () => void {
  const t = useText(itemTexts);
  const { done, failed } = useUndo();
  return useCallback(() => {
    stopEditing();
    ask('items.bin', { ids: [id] }).then(() => done(t('binned', { title })), failed);
  }, [id, title, t, done, failed]);
}
