import { dialog, shell, type BrowserWindow } from 'electron';
import type { Events } from '../../shared/contract';
import type { SettingsFile } from '../library/settings';
import type { AppLock } from './app-lock';
import { answerWindow } from './bridge';
import { shellHandlers } from './handlers';
import type { LibraryClient } from './library-client';
import { setMenu } from './menu';
import { lockWhenIdle } from './lock-when-idle';
import { notify } from './notify';
import { tellWindow } from './tell-window';
import { closeWhenWritten } from './window';

/** All that goes between the window and the trusted side: its questions, the library's events, the menu's commands, its end. */
export function serveWindow(
  window: BrowserWindow,
  settings: SettingsFile,
  library: LibraryClient,
  lock: AppLock,
): void {
  library.events.on('event', (name: keyof Events, payload: Events[keyof Events]) => {
    if (!lock.isLocked) tellWindow(window, name, payload);
  });
  library.events.on('event', (name: keyof Events, payload: Events[keyof Events]) => {
    const { notifications, language } = settings.get();
    if (name === 'sync.attention' && notifications && !lock.isLocked)
      notify(window, language, payload as Events['sync.attention']);
  });
  const close = closeWhenWritten(window, settings);
  answerWindow(
    shellHandlers({ settings, library, lock, window, close, dialog, shell }),
    (name, input) => library.request(name, input),
    () => lock.isLocked,
  );
  lockWhenIdle(window, settings, lock);
  setMenu(settings.get().language, (command) => tellWindow(window, 'menu.command', { command }));
}
