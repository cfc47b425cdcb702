import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { release } from 'node:os';
import { join } from 'node:path';
import { app, nativeTheme, type BrowserWindow, type Dialog, type Shell } from 'electron';
import { AppError } from '../../shared/base/errors';
import type { WorkingCopy } from '../../shared/model/draft';
import type { LibraryStatus } from '../../shared/model/views';
import { moveLibraryFolder } from '../library/move-library';
import { defaultLibraryFolder } from '../library/library-folder';
import { defaultSettings, serviceSettings, type Settings } from '../../shared/model/settings';
import type { SettingsFile } from '../library/settings';
import type { ShellHandlers } from './answer-call';
import type { AppLock } from './app-lock';
import { configFolder } from './config-folder';
import type { LibraryClient } from './library-client';
import { setMenu } from './menu';
import { openCopy } from './open-copy';
import { openLink } from './open-link';
import { printOnPaper, printToPdf, type PrintedPage } from './print-to-pdf';
import { tellWindow } from './tell-window';

interface Parts {
  readonly settings: SettingsFile;
  readonly library: LibraryClient;
  readonly lock: AppLock;
  readonly window: BrowserWindow;
  /** Closes the window for good. */
  readonly close: () => void;
  readonly dialog: Dialog;
  readonly shell: Shell;
}

const maxReadingPositions = 2_000;

/** What the shell itself answers: settings, dialogs, links, the library's folder. */
export function shellHandlers({ settings, library, lock, window, close, dialog, shell }: Parts): ShellHandlers {
  const libraryFolder = (): string =>
    process.env['RAAKVLAK_LIBRARY'] ?? settings.get().libraryFolder ?? defaultLibraryFolder();
  return {
    'app.info': () => ({
      version: app.getVersion(),
      platform: process.platform as 'win32' | 'darwin' | 'linux',
      electron: process.versions.electron ?? release(),
      chrome: process.versions['chrome'] ?? '',
      folders: { config: configFolder(), library: libraryFolder() },
      damagedSettings: settings.damagedCopy,
    }),
    // Asking may wake the system's secret store, so only who asks loads it.
    'app.passwordsKept': async () => ((await import('./secrets')).hasSecretStore() ? 'system' : 'file'),
    'settings.get': () => (lock.isLocked ? withoutTraces(settings.get()) : settings.get()),
    'settings.change': async (change) => {
      const next = await settings.change(withoutUndefined(change));
      if (change.theme !== undefined) nativeTheme.themeSource = change.theme;
      if (change.language !== undefined)
        setMenu(change.language, (command) => tellWindow(window, 'menu.command', { command }));
      library.changeSettings(serviceSettings(next));
      tellWindow(window, 'settings.changed', next);
      return next;
    },
    'settings.setReadingPosition': async ({ item, position }) => {
      const { [item]: _old, ...others } = settings.get().readingPositions;
      const kept = Object.entries(others).slice(-maxReadingPositions + 1);
      await settings.change({ readingPositions: { ...Object.fromEntries(kept), [item]: position } });
      return position;
    },
    'dialog.chooseFiles': async () =>
      (await dialog.showOpenDialog(window, { properties: ['openFile', 'multiSelections'] })).filePaths,
    'dialog.chooseFolder': async () =>
      (await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] })).filePaths[0] ?? null,
    'dialog.saveAs': async ({ suggestedName }) =>
      (await dialog.showSaveDialog(window, { defaultPath: suggestedName })).filePath ?? null,
    ...draftHandlers(library, shell),
    ...recoveryHandlers(library),
    ...lockHandlers(lock, library),
    'links.open': ({ url }) => openLink(url, { window, language: settings.get().language, dialog, shell }),
    'library.move': async ({ folder }) => {
      await library.stop();
      try {
        await moveLibraryFolder(libraryFolder(), folder);
        await settings.change({ libraryFolder: folder });
      } finally {
        await library.restart({ folder: libraryFolder() });
      }
      return library.call<LibraryStatus>('library.status', undefined);
    },
    'window.close': () => close(),
    'library.openSite': async ({ folder }) => {
      const page = join(folder, 'index.html');
      // Nothing but a site of ours is opened: what lies beside it was made by somebody else.
      if (!existsSync(join(folder, 'raakvlak-site.json')) || (await shell.openPath(page)) !== '')
        throw new AppError('site-missing', { folder });
    },
    'library.showFolder': async () => {
      await shell.openPath(libraryFolder());
    },
  };
}

/** What of writing only the shell can do: other programs, and printing. */
function draftHandlers(library: LibraryClient, shell: Shell): ShellHandlers {
  return {
    'copies.open': async ({ id }) => {
      const copy = await library.call<WorkingCopy>('internal.openCopy', { item: id });
      await openCopy(copy, shell);
      return copy;
    },
    'copies.show': async ({ id }) =>
      shell.showItemInFolder((await library.call<WorkingCopy>('internal.openCopy', { item: id })).path),
    'drafts.exportPdf': async ({ id, path, language }) => {
      if (await library.call<boolean>('internal.stampPdf', { item: id, language, path })) return { path };
      await writeFile(
        path,
        await printToPdf(await library.call<PrintedPage>('internal.draftPage', { item: id, language })),
      );
      return { path };
    },
  };
}

function lockHandlers(lock: AppLock, library: LibraryClient): ShellHandlers {
  return {
    'lock.status': () => lock.status(),
    'lock.open': ({ passphrase }) => lock.open(passphrase),
    'lock.close': () => lock.close(),
    'lock.change': async ({ current, next }) => {
      const isNew = await lock.change(current, next);
      // Opening seals with the new key what lies open.
      if (isNew) await library.restart({});
      return lock.status();
    },
  };
}

/** What the locked window needs to look as it should, and nothing that tells what somebody reads or looks for. */
function withoutTraces(settings: Settings): Settings {
  const { version, firstRunDone, language, theme, textSize } = settings;
  return { ...defaultSettings, version, firstRunDone, language, theme, textSize };
}

/** The recovery sheet goes from the library to paper; its page is never in the window. */
function recoveryHandlers(library: LibraryClient): ShellHandlers {
  const page = (language: 'nl' | 'en'): Promise<PrintedPage> =>
    library.call<PrintedPage>('internal.recoveryPage', { language });
  return {
    'recovery.print': async ({ language }) => printOnPaper(await page(language)),
    'recovery.savePdf': async ({ path, language }) => {
      await writeFile(path, await printToPdf(await page(language)), { mode: 0o600 });
      return { path };
    },
  };
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
