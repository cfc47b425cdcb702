import { contextBridge, ipcRenderer, webUtils } from 'electron';

/** All that the window gets: one way to ask, one way to listen, and the path of a file that a person dropped on it. */
contextBridge.exposeInMainWorld('raakvlak', {
  request: (name: string, input: unknown) => ipcRenderer.invoke('raakvlak', name, input),
  listen: (receive: (name: string, payload: unknown) => void) => {
    ipcRenderer.on('raakvlak-event', (_event, name: string, payload: unknown) => receive(name, payload));
  },
  // Electron 29 and later give the path through webUtils, earlier ones on the file itself.
  pathOfFile: (file: File): string => webUtils?.getPathForFile(file) ?? (file as File & { path?: string }).path ?? '',
});
