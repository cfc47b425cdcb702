import { useEffect, useMemo, useRef } from 'react';
import { view } from '../../state/view';
import { dragItems } from './drag';
import type { RowActions } from './row';
import type { ListCommands } from './use-list-keys';
import type { Listing } from './use-listing';
import { openRow, type Selection } from './use-selection';

interface Parts {
  readonly listing: Listing;
  readonly selection: Selection;
  readonly commands: ListCommands;
}

/** What the mouse does on rows. The same object for the life of the list, so that rows need not be drawn again. */
export function useRowActions(parts: Parts): RowActions {
  const latest = useRef(parts);
  useEffect(() => {
    latest.current = parts;
  });
  return useMemo<RowActions>(
    () => ({
      click: (event, index) => {
        const { selection } = latest.current;
        if (event.ctrlKey || event.metaKey) selection.toggle(index);
        else selection.move(index, event.shiftKey ? 'extend' : 'choose');
      },
      doubleClick: (index) => {
        const row = latest.current.listing.rowAt(index);
        if (row !== undefined) openRow(row, true);
      },
      menu: (event, index) => {
        event.preventDefault();
        const { listing, selection, commands } = latest.current;
        const row = listing.rowAt(index);
        if (row !== undefined && !selection.chosen.has(row.id)) selection.move(index, 'choose');
        commands.menu(event.clientX, event.clientY);
      },
      dragStart: (event, index) => {
        const id = latest.current.listing.rowAt(index)?.id;
        if (id === undefined) return;
        const { selected } = view.get();
        dragItems(event.dataTransfer, selected.includes(id) ? selected : [id]);
      },
    }),
    [],
  );
}
