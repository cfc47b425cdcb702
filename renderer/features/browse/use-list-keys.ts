import { useCallback } from 'react';
import { combination } from '../../state/shortcuts';
import type { Listing } from './use-listing';
import { openRow, type Move, type Selection } from './use-selection';

/** What rows can ask of the list around them. */
export interface ListCommands {
  bin(): void;
  quickLook(): void;
  /** Does nothing where nothing was searched for. */
  why(): void;
  /** Opens the menu of actions at a place in the window. */
  menu(x: number, y: number): void;
}

interface Parts {
  readonly listing: Listing;
  readonly selection: Selection;
  readonly commands: ListCommands;
  readonly rowsInSight: number;
}

const moves: Readonly<Record<string, Move>> = { '': 'choose', Shift: 'extend', Ctrl: 'walk', 'Ctrl+Shift': 'extend' };

/** The keys of the list; see `renderer/state/shortcuts.ts`. */
export function useListKeys(parts: Parts): (event: React.KeyboardEvent<HTMLElement>) => void {
  const { listing, selection, commands, rowsInSight } = parts;
  return useCallback(
    (event) => {
      const pressed = combination(event.nativeEvent).split('+');
      const key = pressed.at(-1) ?? '';
      const how = moves[pressed.slice(0, -1).join('+')];
      // With nothing chosen yet, the first arrow chooses the row that the cursor stands on.
      const stays = key === 'ArrowDown' && how === 'choose' && selection.chosen.size === 0 && selection.cursor >= 0;
      const target = stays ? selection.cursor : targetOf(key, selection.cursor, rowsInSight, listing.head?.total ?? 0);
      const act =
        target !== null && how !== undefined
          ? () => selection.move(target, how)
          : actionOf(pressed.join('+'), event.currentTarget, { listing, selection, commands });
      if (act === null) return;
      event.preventDefault();
      act();
    },
    [listing, selection, commands, rowsInSight],
  );
}

function actionOf(
  pressed: string,
  list: HTMLElement,
  { listing, selection, commands }: Omit<Parts, 'rowsInSight'>,
): (() => void) | null {
  const row = listing.rowAt(selection.cursor);
  switch (pressed) {
    case 'Ctrl+A':
      return () => void selection.chooseAll();
    case 'Ctrl+Space':
      return () => selection.toggle(selection.cursor);
    case 'Enter':
      return row === undefined ? null : () => openRow(row, true);
    case 'Space':
      return row === undefined ? null : commands.quickLook;
    case 'Ctrl+I':
      return row === undefined ? null : commands.why;
    case 'Delete':
      return commands.bin;
    case 'Escape':
      return selection.chosen.size > 1 ? selection.clear : null;
    case 'Shift+F10':
    case 'ContextMenu':
      return () => {
        const place = (list.querySelector('[data-current]') ?? list).getBoundingClientRect();
        commands.menu(place.left + 24, place.top + 24);
      };
    default:
      return null;
  }
}

function targetOf(key: string, cursor: number, rowsInSight: number, total: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return cursor + 1;
    case 'ArrowUp':
      return cursor < 0 ? total - 1 : cursor - 1;
    case 'PageDown':
      return cursor + rowsInSight;
    case 'PageUp':
      return cursor - rowsInSight;
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return null;
  }
}
