import { join } from 'node:path';
import { app, dialog, nativeTheme, shell } from 'electron';
import { openSettings } from './library/settings';
import { answerWindow, tellWindow } from './shell/bridge';
import { configFolder } from './shell/config-folder';
import { LibraryClient } from './shell/library-client';
import { setMenu } from './shell/menu';
import { registerScheme, serveApp } from './shell/protocol';
import { lockDown } from './shell/security';
import { shellHandlers } from './shell/handlers';
import { closeWhenWritten, openWindow } from './shell/window';
import { defaultLibraryFolder } from './library/library-folder';
import type { Events } from '../shared/contract';

app.setName('Raakvlak');
if (process.env['RAAKVLAK_CONFIG'] !== undefined) app.setPath('userData', process.env['RAAKVLAK_CONFIG']);
registerScheme();

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(run);
} else {
  app.quit();
}

async function run(): Promise<void> {
  const settings = await openSettings(configFolder(), () => new Date());
  const folder = process.env['RAAKVLAK_LIBRARY'] ?? settings.get().libraryFolder ?? defaultLibraryFolder();
  const library = new LibraryClient(join(__dirname, 'library-process.js'), {
    folder,
    configFolder: configFolder(),
    resources: join(app.getAppPath(), 'resources'),
  });
  library.start();
  lockDown();
  serveApp(join(__dirname, '../renderer'), (item) => library.call('internal.locateFile', { item }));
  const window = openWindow(settings.get(), join(__dirname, '../preload/preload.js'));
  library.events.on('event', (name: keyof Events, payload: Events[keyof Events]) => tellWindow(window, name, payload));
  const close = closeWhenWritten(window, settings);
  answerWindow(shellHandlers({ settings, library, window, close, dialog, shell }), (name, input) =>
    library.request(name, input),
  );
  setMenu(settings.get().language, (command) => tellWindow(window, 'menu.command', { command }));
  nativeTheme.on('updated', () => window.setBackgroundColor(nativeTheme.shouldUseDarkColors ? '#14191f' : '#ffffff'));
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => void library.stop().finally(() => app.quit()));
}
