import { app, session } from 'electron';
import { appOrigin } from './protocol';

/** Denies by default: permissions, navigation away, new windows, webviews. Links go through the `links.open` command. */
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
  const devServer = process.env['ELECTRON_RENDERER_URL'];
  if (devServer !== undefined && !app.isPackaged) {
    return (
      url.startsWith(devServer) ||
      url.startsWith(devServer.replace(/^http/, 'ws')) ||
      url.startsWith(appOrigin) ||
      isInternal(url)
    );
  }
  return url.startsWith(`${appOrigin}/`) || isInternal(url);
}

function isInternal(url: string): boolean {
  return /^(devtools|data|blob|chrome-extension):/.test(url);
}
