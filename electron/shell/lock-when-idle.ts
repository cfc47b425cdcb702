import { powerMonitor, type BrowserWindow } from 'electron';
import type { SettingsFile } from '../library/settings';
import type { AppLock } from './app-lock';
import { tellWindow } from './tell-window';

const lookEveryMs = 10_000;
/** A window that does not answer in this time has hung; what it was typing cannot be had any more. */
const writingLimitMs = 3_000;

/** Locks the app when nobody has touched the computer for as long as the settings say, and when the computer itself is locked or put to sleep. */
export function lockWhenIdle(window: BrowserWindow, settings: SettingsFile, lock: AppLock): void {
  const mayLock = (): boolean => settings.get().lockAfterMinutes !== null && lock.status().isSet && !lock.isLocked;
  const close = (): void => {
    if (!mayLock()) return;
    // First the window writes what was being typed.
    tellWindow(window, 'lock.asked', {});
    setTimeout(() => mayLock() && lock.close(), writingLimitMs).unref();
  };
  const timer = setInterval(() => {
    const { lockAfterMinutes } = settings.get();
    if (lockAfterMinutes !== null && powerMonitor.getSystemIdleTime() >= lockAfterMinutes * 60) close();
  }, lookEveryMs);
  timer.unref();
  powerMonitor.on('lock-screen', close);
  powerMonitor.on('suspend', close);
  window.on('closed', () => clearInterval(timer));
}
