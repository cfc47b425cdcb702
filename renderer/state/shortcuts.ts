import type { Text } from '../../shared/messages/text';
import { shortcutTexts, type shortcutGroupTexts } from '../../shared/messages/ui/shortcuts';

export type ShortcutId = keyof typeof shortcutTexts;
export type ShortcutGroup = keyof typeof shortcutGroupTexts;

export interface Shortcut {
  readonly id: ShortcutId;
  readonly group: ShortcutGroup;
  /** Combinations that do the same, as `Ctrl+Shift+Z`; `Ctrl` is the command key on a Mac. */
  readonly keys: readonly string[];
  readonly label: Text;
}

const shortcut = (id: ShortcutId, group: ShortcutGroup, ...keys: string[]): Shortcut => ({
  id,
  group,
  keys,
  label: shortcutTexts[id],
});

/** Every key of the window: what the list of shortcuts shows and what `useShortcuts` and the list of items listen to. */
export const shortcuts: readonly Shortcut[] = [
  shortcut('palette', 'everywhere', 'Ctrl+K'),
  shortcut('search', 'everywhere', 'Ctrl+F', '/'),
  shortcut('newItem', 'everywhere', 'Ctrl+N'),
  shortcut('addFiles', 'everywhere', 'Ctrl+O'),
  shortcut('addFolder', 'everywhere', 'Ctrl+Shift+O'),
  shortcut('undo', 'everywhere', 'Ctrl+Z'),
  shortcut('redo', 'everywhere', 'Ctrl+Shift+Z', 'Ctrl+Y'),
  shortcut('settings', 'everywhere', 'Ctrl+,'),
  shortcut('lock', 'everywhere', 'Ctrl+Shift+L'),
  shortcut('shortcuts', 'everywhere', 'Ctrl+/'),
  shortcut('help', 'everywhere', 'F1'),
  shortcut('escape', 'everywhere', 'Escape'),
  shortcut('closeTab', 'panes', 'Ctrl+W'),
  shortcut('nextTab', 'panes', 'Ctrl+Tab'),
  shortcut('previousTab', 'panes', 'Ctrl+Shift+Tab'),
  shortcut('nextPane', 'panes', 'F6'),
  shortcut('previousPane', 'panes', 'Shift+F6'),
  shortcut('nextConflict', 'panes', 'F8'),
  shortcut('previousConflict', 'panes', 'Shift+F8'),
  shortcut('scope', 'panes', 'Alt+1', 'Alt+9'),
  shortcut('move', 'list', 'ArrowUp', 'ArrowDown'),
  shortcut('moveFar', 'list', 'PageUp', 'PageDown', 'Home', 'End'),
  shortcut('extend', 'list', 'Shift+ArrowUp', 'Shift+ArrowDown'),
  shortcut('toggle', 'list', 'Ctrl+Space'),
  shortcut('selectAll', 'list', 'Ctrl+A'),
  shortcut('open', 'list', 'Enter'),
  shortcut('quickLook', 'list', 'Space'),
  shortcut('why', 'list', 'Ctrl+I'),
  shortcut('bin', 'list', 'Delete'),
  shortcut('rowMenu', 'list', 'Shift+F10'),
  shortcut('readingCursor', 'reader', 'M'),
  shortcut('markChosen', 'reader', 'H'),
  shortcut('nextMark', 'reader', 'Alt+ArrowDown'),
  shortcut('previousMark', 'reader', 'Alt+ArrowUp'),
  shortcut('annotationPane', 'reader', 'Ctrl+Shift+A'),
];

/** The combination of a key press, spelled as in `shortcuts`. */
export function combination(event: KeyboardEvent): string {
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  const key =
    event.altKey && digit !== undefined
      ? digit
      : event.key === ' '
        ? 'Space'
        : event.key.length === 1
          ? event.key.toUpperCase()
          : event.key;
  // A sign such as / or , may need Shift on some keyboards: there Shift is part of the sign.
  const withShift = event.shiftKey && (event.key.length > 1 || /^\p{L}$/u.test(event.key) || event.key === ' ');
  return [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', withShift ? 'Shift' : '', key]
    .filter((part) => part !== '')
    .join('+');
}

/** The shortcut of one of `groups` that a key press stands for. */
export function shortcutOf(event: KeyboardEvent, groups: readonly ShortcutGroup[]): ShortcutId | null {
  const pressed = combination(event);
  return shortcuts.find(({ group, keys }) => groups.includes(group) && keys.includes(pressed))?.id ?? null;
}
