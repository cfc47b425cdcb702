import { useMemo } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import { paletteTexts } from '../../../shared/messages/ui/palette';
import type { ItemQuery, PaletteHit } from '../../../shared/search/item-query';
import { useAsk } from '../../bridge/queries';
import { useText } from '../../components/use-text';
import { setSearchText } from '../../state/search';
import { openItem, showScope } from '../../state/view';
import { isMeant, usePaletteCommands } from './use-palette-commands';
import { firstOfAll } from '../../state/first-of-all';

export interface PaletteOption {
  readonly id: string;
  readonly kind: 'item' | 'command' | 'search';
  /** Type of an item; null for a command. */
  readonly type: string | null;
  readonly title: string;
  readonly marks: PaletteHit['marks'];
  readonly run: () => void;
}

const maxItems = 8;
const maxCommands = 6;

/** What the palette offers for a text: items, commands, and searching for it in all texts. */
export function usePaletteOptions(text: string): {
  readonly options: readonly PaletteOption[];
  readonly settled: boolean;
} {
  const t = useText(paletteTexts);
  const empty = text.trim() === '';
  const found = useAsk('palette.find', { text, limit: maxItems }, { keepLast: true, enabled: !empty });
  const recent = useRecent(empty);
  const commands = usePaletteCommands(text, maxCommands);
  const hits = empty ? recent : found.data;
  const options = useMemo(() => {
    const items = (hits ?? []).map((hit): PaletteOption => ({
      ...hit,
      kind: 'item',
      run: () => openItem(hit.id, { keep: true }),
    }));
    const others = commands.map(({ id, name, run }): PaletteOption => ({
      id,
      kind: 'command',
      type: null,
      title: name,
      marks: [],
      run,
    }));
    const search: PaletteOption[] = empty
      ? []
      : [
          {
            id: 'search',
            kind: 'search',
            type: null,
            title: t('searchFor', { text: text.trim() }),
            marks: [],
            run: () => searchAll(text),
          },
        ];
    return isMeant(commands[0], text) ? [...others, ...items, ...search] : [...items, ...others, ...search];
  }, [hits, commands, empty, text, t]);
  return { options, settled: empty || !found.isFetching };
}

function searchAll(text: string): void {
  showScope({ kind: 'all' });
  setSearchText(text.trim());
}

const recentQuery: ItemQuery = { ...firstOfAll, view: 'recent', limit: maxItems };

/** What was opened last on this computer; before anything was opened, what was changed last. */
function useRecent(wanted: boolean): readonly PaletteHit[] | undefined {
  const ids = (useAsk('settings.get', undefined).data?.recent ?? []).slice(0, maxItems) as ItemId[];
  const opened = useAsk('items.titles', { ids }, { enabled: wanted && ids.length > 0 }).data;
  const changed = useAsk('items.query', { query: recentQuery, mode: 'full' }, { enabled: wanted && ids.length === 0 })
    .data?.rows;
  return useMemo(
    () => (opened ?? changed)?.map(({ id, type, title }) => ({ id, type, title, marks: [] })),
    [opened, changed],
  );
}
