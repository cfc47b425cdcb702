import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import type { ItemRow } from '../../../shared/search/item-query';
import { searchOfMarks } from '../../../shared/search/hit-terms';
import { openItem, view } from '../../state/view';
import type { Listing } from './use-listing';

/** Holding an arrow key walks through rows faster than documents open: the right pane waits until it stops. */
const openAfterMs = 140;

export interface Selection {
  /** Place of the row that the keyboard is on; -1 for none. */
  readonly cursor: number;
  readonly chosen: ReadonlySet<ItemId>;
  /** Puts the keyboard on a row: choosing only that, everything up to it, or nothing new. */
  move(index: number, how: Move): void;
  toggle(index: number): void;
  chooseAll(): Promise<void>;
  clear(): void;
}
export type Move = 'choose' | 'extend' | 'walk';

/** Which rows are chosen, as file managers do it: a cursor, an anchor from which a range grows, and the chosen ids. */
export function useSelection(listing: Listing, scrollTo: (index: number) => void): Selection {
  const selected = view.use((state) => state.selected);
  const cursorId = view.use((state) => state.cursor);
  const [spot, setSpot] = useState({ cursor: -1, anchor: -1 });
  const openLater = useOpenLater();
  const ticket = useRef(0);
  const total = listing.head?.total ?? 0;
  const chosen = useMemo(() => new Set(selected), [selected]);
  const cursor = cursorPlace(listing, cursorId, spot.cursor);

  // The row under the cursor left the list: the one that took its place gets the cursor.
  const successor =
    cursorId === null || !listing.settled || listing.indexOf(cursorId) >= 0 ? undefined : listing.rowAt(cursor)?.id;
  useEffect(() => {
    if (successor !== undefined) view.set({ cursor: successor });
  }, [successor]);

  const move = useCallback(
    (target: number, how: Move) => {
      const index = Math.min(Math.max(target, 0), total - 1);
      if (index < 0) return;
      const mine = ++ticket.current;
      const anchor =
        how === 'extend'
          ? spot.anchor < 0
            ? Math.max(cursor, 0)
            : spot.anchor
          : how === 'choose'
            ? index
            : spot.anchor;
      setSpot({ cursor: index, anchor });
      scrollTo(index);
      const settle = (row: ItemRow | undefined, ids: readonly ItemId[] | null): void => {
        if (row === undefined || mine !== ticket.current) return;
        view.set({ cursor: row.id, ...(ids === null ? {} : { selected: ids }) });
        if (how === 'choose') openLater(row);
      };
      const row = listing.rowAt(index);
      if (how !== 'extend' && row !== undefined) return settle(row, how === 'choose' ? [row.id] : null);
      void Promise.all([
        listing.load(index),
        how === 'extend' ? listing.idsBetween(Math.min(anchor, index), Math.max(anchor, index)) : null,
      ]).then(
        ([found, range]) => settle(found, how === 'walk' ? null : (range ?? (found === undefined ? [] : [found.id]))),
        () => undefined,
      );
    },
    [listing, total, spot.anchor, cursor, scrollTo, openLater],
  );

  const toggle = useCallback(
    (index: number) => {
      const row = listing.rowAt(index);
      if (row === undefined) return;
      ticket.current += 1;
      setSpot({ cursor: index, anchor: index });
      view.set((state) => ({
        cursor: row.id,
        selected: state.selected.includes(row.id)
          ? state.selected.filter((id) => id !== row.id)
          : [...state.selected, row.id],
      }));
    },
    [listing],
  );

  const chooseAll = useCallback(async () => {
    const mine = ++ticket.current;
    if (total === 0) return;
    const ids = await listing.idsBetween(0, total - 1);
    if (mine === ticket.current) view.set({ selected: ids });
  }, [listing, total]);

  const clear = useCallback(() => {
    ticket.current += 1;
    view.set((state) => ({ selected: state.cursor === null ? [] : [state.cursor] }));
  }, []);

  return useMemo(
    () => ({ cursor, chosen, move, toggle, chooseAll, clear }),
    [cursor, chosen, move, toggle, chooseAll, clear],
  );
}

/** The row of the cursor may have moved, gone, or be out of sight: then its last place is the best guess. */
function cursorPlace(listing: Listing, id: ItemId | null, last: number): number {
  if (id === null) return -1;
  if (listing.rowAt(last)?.id === id) return last;
  const found = listing.indexOf(id);
  return found >= 0 ? found : Math.min(last, (listing.head?.total ?? 0) - 1);
}

function useOpenLater(): (row: ItemRow) => void {
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return useCallback((row: ItemRow) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => openRow(row, false), openAfterMs);
  }, []);
}

/** Opens a row: a hit in a document on its page with the words marked, anything else as an overview. */
export function openRow(row: ItemRow, keep: boolean): void {
  const { snippet } = row;
  if (snippet === null || snippet.page === null) return openItem(row.id, { keep });
  openItem(row.id, {
    keep,
    tab: 'document',
    place: { page: snippet.page, find: searchOfMarks(snippet.text, snippet.marks) || null },
  });
}
