import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { app, nativeTheme, utilityProcess } from 'electron';
import { openKeyLock } from '../access/key-lock';
import { openSettings, type SettingsFile } from '../library/settings';
import { AppLock } from './app-lock';
import { loadAnswers } from './bridge';
import { configFolder } from './config-folder';
import { LibraryClient } from './library-client';
import { registerScheme, serveApp } from './protocol';
import { keepWordListsAway, lockDown } from './security';
import { openWindow } from './window';
import { defaultLibraryFolder } from '../library/library-folder';
import { serviceSettings } from '../../shared/model/settings';
import libraryHeap from '../library-heap.json';

/** Starts the app, before Electron is ready. `builtFolder`: where the main process was built. */
export function start(builtFolder: string): void {
  app.setName('Raakvlak');
  if (process.env['RAAKVLAK_CONFIG'] !== undefined) app.setPath('userData', process.env['RAAKVLAK_CONFIG']);
  registerScheme();
  keepWordListsAway();
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const settings = openSettings(configFolder(), () => new Date());
  void app.whenReady().then(() => run(builtFolder, settings));
}

function run(builtFolder: string, settings: SettingsFile): void {
  const keys = openKeyLock({
    configFolder: configFolder(),
    // Asking may wake the system's secret store, so only who asks loads it.
    store: async () => (await import('./secrets')).systemSeal(),
    random: (sizeBytes) => randomBytes(sizeBytes),
  });
  // Loaded anew, the window holds nothing of what it held.
  const lock = new AppLock(keys, () => window.webContents.reload());
  const folder = process.env['RAAKVLAK_LIBRARY'] ?? settings.get().libraryFolder ?? defaultLibraryFolder();
  const library = new LibraryClient(
    (env) => {
      // Texts pass through and do not stay: a small young heap, and an old one that is collected before it has grown by half, take no more time and 180 MB less while importing.
      // Neither grows from nothing: that would be ten collections while the program is being read.
      const options = { serviceName: 'Raakvlak library', env, execArgv: [`--js-flags=${libraryHeap.join(' ')}`] };
      return utilityProcess.fork(join(builtFolder, 'library-process.js'), [], options);
    },
    {
      folder,
      configFolder: configFolder(),
      resources: join(app.getAppPath(), 'resources'),
      settings: serviceSettings(settings.get()),
    },
    { secretKey: () => lock.secretKey() },
  );
  lockDown();
  serveApp(
    join(builtFolder, '../renderer'),
    async (item, hash) => (lock.isLocked ? null : library.call('internal.locateFile', { item, hash })),
    async (draft, hash) => (lock.isLocked ? null : library.call('internal.locateImage', { draft, hash })),
    () => void loadAnswers(),
  );
  const window = openWindow(settings.get(), join(builtFolder, '../preload/preload.js'));
  // After the window, which is the last to be ready.
  library.start();
  // Loaded while the window's process starts, and at once: no message can come in between.
  void import('./serve-window').then(({ serveWindow }) => serveWindow(window, settings, library, lock));
  nativeTheme.on('updated', () => window.setBackgroundColor(nativeTheme.shouldUseDarkColors ? '#14191f' : '#ffffff'));
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => {
    // What waits for its key has nothing to finish.
    if (lock.isHoldingUp) app.quit();
    else void library.stop().finally(() => app.quit());
  });
}
