import type { BrowserWindow } from 'electron';
import type { EventName, Events } from '../../shared/contract';

export function tellWindow<Name extends EventName>(window: BrowserWindow, name: Name, payload: Events[Name]): void {
  if (!window.isDestroyed()) window.webContents.send('raakvlak-event', name, payload);
}
