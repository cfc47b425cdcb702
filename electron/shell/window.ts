import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme } from 'electron';
import type { Settings } from '../../shared/model/settings';
import type { SettingsFile } from '../library/settings';
import { startPage } from './own-pages';
import { tellWindow } from './tell-window';

/**
 * The main window, shown in its own background when its page has been read. It does not paint before: waiting for the graphics
 * process would hold up the page.
 */
export function openWindow(settings: Settings, preload: string): BrowserWindow {
  nativeTheme.themeSource = settings.theme;
  const window = new BrowserWindow({
    title: 'Raakvlak',
    width: settings.window?.width ?? 1440,
    height: settings.window?.height ?? 900,
    minWidth: 800,
    minHeight: 560,
    show: false,
    paintWhenInitiallyHidden: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14191f' : '#ffffff',
    // No larger than a task bar shows: it is read and handed over before the window is there.
    icon: join(app.getAppPath(), 'resources', 'icons', 'raakvlak.png'),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      // Elsewhere Chromium fetches its word lists from the network.
      spellcheck: process.platform === 'darwin',
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  });
  if (settings.window?.maximized === true) window.maximize();
  window.webContents.once('dom-ready', () => window.show());
  void window.loadURL(startPage());
  return window;
}

/** A window that does not answer in this time has hung; what it was typing cannot be had any more. */
const closingLimitMs = 3_000;

/**
 * Lets the window write what is being typed before it closes, and keeps its size for the next time. Gives the function
 * that closes it for good.
 */
export function closeWhenWritten(window: BrowserWindow, settings: SettingsFile): () => void {
  let written = false;
  const close = (): void => {
    written = true;
    if (!window.isDestroyed()) window.close();
  };
  window.on('close', (event) => {
    if (written) return;
    event.preventDefault();
    const { width, height } = window.getNormalBounds();
    void settings.change({ window: { width, height, maximized: window.isMaximized() } });
    tellWindow(window, 'window.closing', {});
    setTimeout(close, closingLimitMs).unref();
  });
  return close;
}
