import { app, session } from 'electron';
import { devServer, isOwnPage } from './own-pages';

/**
 * Keeps Chromium from fetching word lists for its spelling checker from the network, which it does for each session that is made, also when no window checks spelling.
 * Must run before the app is ready.
 */
export function keepWordListsAway(): void {
  app.on('session-created', (created) => created.setSpellCheckerLanguages([]));
}

/** Denies by default: permissions, navigation away, new windows, webviews, requests to elsewhere. Links go through the `links.open` command. */
export function lockDown(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setDevicePermissionHandler(() => false);
  session.defaultSession.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isOurs(details.url) }));
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

function isOurs(url: string): boolean {
  const server = devServer();
  const socket = server !== null && url.startsWith(server.replace(/^http/, 'ws'));
  return isOwnPage(url) || socket || /^(devtools|data|blob|chrome-extension):/.test(url);
}
