import { useCallback, useEffect } from 'react';
import type { Events, MenuCommand } from '../../shared/contract';
import { useEvent } from '../bridge/queries';
import { useCommands, type Commands } from '../components/use-commands';
import { libraryScopes } from '../state/scopes';
import { stepConflict } from '../state/conflicts';
import { focusPane } from '../state/search';
import { combination, shortcutOf, type ShortcutId } from '../state/shortcuts';
import { closeItem, openItem, showScope, view } from '../state/view';
import { searchFieldId } from './search-field';

/** Keys that a text field needs for itself. */
const fieldKeys: readonly (ShortcutId | null)[] = ['undo', 'redo'];
const panes = ['sidebar', 'list', 'detail'] as const;

/** Listens to the keys of the whole window and to the application menu. What a control used itself never comes here. */
export function useShortcuts(): void {
  const commands = useCommands();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || dialogIsOpen()) return;
      const act = actionOf(event, commands);
      if (act === null) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [commands]);
  const obey = useCallback(({ command }: Events['menu.command']) => menuActions(commands)[command](), [commands]);
  useEvent('menu.command', obey);
}

function actionOf(event: KeyboardEvent, commands: Commands): (() => void) | null {
  const inField = isTextField(event.target);
  const scope = scopeOf(event);
  if (scope !== undefined) return () => showScope(scope);
  const id = shortcutOf(event, ['everywhere', 'panes']);
  if (id === null || (inField && (fieldKeys.includes(id) || isTyping(event)))) return null;
  // What opened at a button closes, and the button has the focus again.
  if (
    id === 'escape' &&
    event.target instanceof Element &&
    event.target.closest('[role="menu"], [role="dialog"]') !== null
  )
    return null;
  return keyActions(commands)[id] ?? null;
}

function keyActions(commands: Commands): Partial<Record<ShortcutId, () => void>> {
  return {
    palette: commands.palette,
    search: focusSearch,
    newItem: () => commands.newItem(),
    addFiles: commands.addFiles,
    addFolder: commands.addFolder,
    undo: commands.undo,
    redo: commands.redo,
    settings: commands.settings,
    lock: commands.lock,
    shortcuts: commands.shortcuts,
    help: commands.help,
    escape: () => void focusPane('list'),
    closeTab,
    nextTab: () => stepTab(1),
    previousTab: () => stepTab(-1),
    nextPane: () => stepPane(1),
    previousPane: () => stepPane(-1),
    nextConflict: () => void stepConflict(1),
    previousConflict: () => void stepConflict(-1),
  };
}

function menuActions(commands: Commands): Record<MenuCommand, () => void> {
  return {
    'add-files': commands.addFiles,
    'add-folder': commands.addFolder,
    'new-item': () => commands.newItem(),
    search: focusSearch,
    palette: commands.palette,
    // In a text field the menu takes back typing, as the keys do there.
    undo: () => (isTextField(document.activeElement) ? void document.execCommand('undo') : commands.undo()),
    redo: () => (isTextField(document.activeElement) ? void document.execCommand('redo') : commands.redo()),
    settings: commands.settings,
    lock: commands.lock,
    shortcuts: commands.shortcuts,
    help: commands.help,
    print: () => window.print(),
    'close-tab': closeTab,
  };
}

function focusSearch(): void {
  const field = document.getElementById(searchFieldId);
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}

function closeTab(): void {
  const { active } = view.get();
  if (active !== null) closeItem(active);
}

function stepTab(by: 1 | -1): void {
  const { open, active } = view.get();
  const next = open[(open.findIndex(({ id }) => id === active) + by + open.length) % open.length];
  if (next !== undefined) openItem(next.id, { tab: next.tab, place: next.place });
}

/** Goes round the panes; one that cannot take the focus is passed by. */
function stepPane(by: 1 | -1): void {
  const here = panes.findIndex(
    (name) => document.querySelector(`[data-pane="${name}"]`)?.contains(document.activeElement) === true,
  );
  const start = here < 0 ? (by === 1 ? -1 : 0) : here;
  for (let step = 1; step <= panes.length; step += 1) {
    const name = panes[(start + by * step + panes.length * step) % panes.length];
    if (name !== undefined && focusPane(name)) return;
  }
}

function scopeOf(event: KeyboardEvent): (typeof libraryScopes)[number] | undefined {
  const digit = /^Alt\+([1-9])$/.exec(combination(event))?.[1];
  return digit === undefined ? undefined : libraryScopes[Number(digit) - 1];
}

/** A key without Ctrl, Alt or Cmd that writes a character or moves in the text. */
function isTyping(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.metaKey && !event.altKey && (event.key.length === 1 || event.key === 'Escape');
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select'))
  );
}

function dialogIsOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}
