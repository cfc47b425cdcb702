import { useMemo } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import { actionTexts } from '../../../shared/messages/ui/browse';
import { ask } from '../../bridge/client';
import { useFormat } from '../../components/format';
import { useUndo } from '../../components/use-undo';
import { useText } from '../../components/use-text';

export interface ItemActions {
  bin(ids: readonly ItemId[]): Promise<void>;
  restore(ids: readonly ItemId[]): Promise<void>;
  tag(ids: readonly ItemId[], tag: string): Promise<void>;
  untag(ids: readonly ItemId[], tag: string): Promise<void>;
  collect(ids: readonly ItemId[], collection: { id: ItemId; title: string }): Promise<void>;
  uncollect(ids: readonly ItemId[], collection: ItemId): Promise<void>;
  /** Makes a collection and puts the items in it; null when that failed. */
  newCollection(title: string, ids: readonly ItemId[]): Promise<ItemId | null>;
}

/** What can be done with items from the list and the sidebar. Each says what it did, with the way back. */
export function useItemActions(): ItemActions {
  const t = useText(actionTexts);
  const format = useFormat();
  const { done, failed } = useUndo();
  return useMemo(() => {
    const count = (n: number): string => (n === 1 ? t('oneItem') : t('manyItems', { n: format.number(n) }));
    const run = async (work: () => Promise<{ changed: number }>, message: (n: string) => string): Promise<void> => {
      try {
        const { changed } = await work();
        done(message(count(changed)));
      } catch (error) {
        failed(error);
      }
    };
    const collect: ItemActions['collect'] = (ids, { id, title }) =>
      run(
        () =>
          ask('items.changeMany', {
            ids: [...ids],
            change: { add: { relations: [{ kind: 'inCollection', target: id }] } },
            label: 'collect',
          }),
        (n) => t('collected', { n, name: title }),
      );
    return {
      bin: (ids) =>
        run(
          () => ask('items.bin', { ids: [...ids] }),
          (n) => t('binned', { n }),
        ),
      restore: (ids) =>
        run(
          () => ask('items.restore', { ids: [...ids] }),
          (n) => t('restored', { n }),
        ),
      tag: (ids, tag) =>
        run(
          () => ask('items.changeMany', { ids: [...ids], change: { add: { tags: [tag] } }, label: 'tag' }),
          (n) => t('tagged', { n, tag }),
        ),
      untag: (ids, tag) =>
        run(
          () => ask('items.changeMany', { ids: [...ids], change: { remove: { tags: [tag] } }, label: 'tag' }),
          (n) => t('untagged', { n, tag }),
        ),
      collect,
      uncollect: (ids, collection) =>
        run(
          () =>
            ask('items.changeMany', {
              ids: [...ids],
              change: { remove: { relations: [{ kind: 'inCollection', target: collection }] } },
              label: 'collect',
            }),
          (n) => t('uncollected', { n }),
        ),
      newCollection: async (title, ids) => {
        try {
          const { state } = await ask('items.create', { type: 'collection', change: { set: { title } } });
          if (ids.length > 0) await collect(ids, { id: state.id, title });
          return state.id;
        } catch (error) {
          failed(error);
          return null;
        }
      },
    };
  }, [t, format, done, failed]);
}
