import { useMemo } from 'react';
import type { Settings } from '../../shared/model/settings';
import { ask } from '../bridge/client';
import { chooseAndAdd, pasteAndAdd } from '../state/adding';
import { newTypeOf } from '../state/scopes';
import { openDialog, view } from '../state/view';
import { lockApp } from './lock-app';
import { useUndo } from './use-undo';

/** What the window can be told to do from a menu, a key or the palette. */
export interface Commands {
  palette(): void;
  settings(): void;
  shortcuts(): void;
  help(): void;
  /** Without a type: that of the part of the library in view, or the person chooses. */
  newItem(type?: string): void;
  addFiles(): void;
  addFolder(): void;
  addPaste(): void;
  undo(): void;
  redo(): void;
  syncNow(): void;
  rebuild(): void;
  /** With a passphrase; without one it tells where to choose it. */
  lock(): void;
  showFolder(): void;
  changeSettings(change: Partial<Pick<Settings, 'theme' | 'textSize'>>): void;
}

export function useCommands(): Commands {
  const { undo, redo, failed } = useUndo();
  return useMemo(() => {
    const run = (work: Promise<unknown>): void => void work.catch(failed);
    return {
      palette: () => openDialog({ kind: 'palette' }),
      settings: () => openDialog({ kind: 'settings' }),
      shortcuts: () => openDialog({ kind: 'shortcuts' }),
      help: () => openDialog({ kind: 'help' }),
      newItem: (type) => openDialog({ kind: 'new-item', type: type ?? newTypeOf(view.get().scope) }),
      addFiles: () => run(chooseAndAdd('files')),
      addFolder: () => run(chooseAndAdd('folder')),
      addPaste: () => pasteAndAdd(),
      undo: () => void undo(),
      redo: () => void redo(),
      syncNow: () => run(ask('sync.now', { id: null })),
      lock: () => run(lockApp()),
      rebuild: () => run(ask('library.rebuild')),
      showFolder: () => run(ask('library.showFolder')),
      changeSettings: (change) => run(ask('settings.change', change)),
    };
  }, [undo, redo, failed]);
}
