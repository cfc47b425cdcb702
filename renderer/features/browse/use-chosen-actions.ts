import { useMemo } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import { useRoleIn, useWhyNot } from '../../components/use-rights';
import { openDialog, openItem, view } from '../../state/view';
import { useItemActions } from './use-item-actions';

/** The actions for the chosen rows; the same behind the menu, the bar above the list and the keys. */
export interface ChosenActions {
  readonly inBin: boolean;
  /** Why nothing in view may be changed; null where it may. */
  readonly whyNot: string | null;
  open(): void;
  quickLook(): void;
  tags(): void;
  collect(collection: { id: ItemId; title: string }): void;
  collectNew(): void;
  /** Null outside a collection. */
  readonly uncollect: (() => void) | null;
  share(): void;
  change(): void;
  exportAs(): void;
  pack(): void;
  bin(): void;
  restore(): void;
}

interface Dialogs {
  quickLook(): void;
  tags(ids: readonly ItemId[]): void;
  newCollection(ids: readonly ItemId[]): void;
}

/** More open tabs at once than this would only be in the way. */
const maxOpened = 10;

export function useChosenActions({ quickLook, tags, newCollection }: Dialogs): ChosenActions {
  const scope = view.use((state) => state.scope);
  const items = useItemActions();
  const roleIn = useRoleIn();
  const whyNotOf = useWhyNot();
  const whyNot = scope.kind === 'space' ? whyNotOf(roleIn(scope.id)) : null;
  return useMemo(() => {
    const chosen = (): readonly ItemId[] => {
      const { selected, cursor } = view.get();
      return selected.length > 0 ? selected : cursor === null ? [] : [cursor];
    };
    const withChosen = (act: (ids: readonly ItemId[]) => void) => () => {
      const ids = chosen();
      if (ids.length > 0) act(ids);
    };
    const inBin = scope.kind === 'bin';
    // What left the list is not chosen any more; the cursor stays where it was.
    const leave = (work: Promise<void>): void => void work.then(() => view.set({ selected: [] }));
    return {
      inBin,
      whyNot,
      open: withChosen((ids) => ids.slice(0, maxOpened).forEach((id) => openItem(id, { keep: true }))),
      quickLook,
      tags: withChosen(tags),
      collect: (collection) => withChosen((ids) => void items.collect(ids, collection))(),
      collectNew: withChosen(newCollection),
      uncollect: scope.kind === 'collection' ? withChosen((ids) => leave(items.uncollect(ids, scope.id))) : null,
      share: withChosen((ids) => openDialog({ kind: 'share', ids })),
      change: withChosen((ids) => openDialog({ kind: 'bulk-edit', ids })),
      exportAs: withChosen((ids) => openDialog({ kind: 'export', ids })),
      pack: withChosen((ids) => openDialog({ kind: 'package', ids })),
      bin: inBin ? () => undefined : withChosen((ids) => leave(items.bin(ids))),
      restore: withChosen((ids) => leave(items.restore(ids))),
    };
  }, [scope, items, whyNot, quickLook, tags, newCollection]);
}
