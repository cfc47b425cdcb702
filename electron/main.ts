import { join } from 'node:path';
import { app, nativeTheme, utilityProcess } from 'electron';
import { openSettings, type SettingsFile } from './library/settings';
import { configFolder } from './shell/config-folder';
import { LibraryClient } from './shell/library-client';
import { registerScheme, serveApp } from './shell/protocol';
import { lockDown } from './shell/security';
import { openWindow } from './shell/window';
import { defaultLibraryFolder } from './library/library-folder';
import { serviceSettings } from '../shared/model/settings';

/**
 * Texts pass through the library process and do not stay: a small young heap, and an old one that is collected before it has grown by half, take no more
 * time and 180 MB less while importing.
 */
const libraryHeap = '--max-semi-space-size=4 --heap-growing-percent=40';

app.setName('Raakvlak');
if (process.env['RAAKVLAK_CONFIG'] !== undefined) app.setPath('userData', process.env['RAAKVLAK_CONFIG']);
registerScheme();

if (app.requestSingleInstanceLock()) {
  // Read while Electron itself starts.
  const settings = openSettings(configFolder(), () => new Date());
  void app.whenReady().then(async () => run(await settings));
} else {
  app.quit();
}

function run(settings: SettingsFile): void {
  const folder = process.env['RAAKVLAK_LIBRARY'] ?? settings.get().libraryFolder ?? defaultLibraryFolder();
  const library = new LibraryClient(
    (env) => {
      const options = { serviceName: 'Raakvlak library', env, execArgv: [`--js-flags=${libraryHeap}`] };
      return utilityProcess.fork(join(__dirname, 'library-process.js'), [], options);
    },
    {
      folder,
      configFolder: configFolder(),
      resources: join(app.getAppPath(), 'resources'),
      settings: serviceSettings(settings.get()),
    },
    { secretKey: async () => (await import('./shell/secrets')).systemSecretKey(configFolder()) },
  );
  library.start();
  lockDown();
  serveApp(
    join(__dirname, '../renderer'),
    (item, hash) => library.call('internal.locateFile', { item, hash }),
    (draft, hash) => library.call('internal.locateImage', { draft, hash }),
  );
  const window = openWindow(settings.get(), join(__dirname, '../preload/preload.js'));
  // Loaded while the window's process starts, and at once: no message can come in between.
  void import('./shell/serve-window').then(({ serveWindow }) => serveWindow(window, settings, library));
  nativeTheme.on('updated', () => window.setBackgroundColor(nativeTheme.shouldUseDarkColors ? '#14191f' : '#ffffff'));
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => void library.stop().finally(() => app.quit()));
}
