import { z } from 'zod';
import { shell } from './call';
import { nothing } from './inputs';

const passphrase = z.string().min(1).max(500);

export interface LockStatus {
  /** A passphrase guards this app. */
  readonly isSet: boolean;
  /** It is asked now, and nothing else is answered. */
  readonly isLocked: boolean;
}

/** The lock of the app: while it is locked, only these and a few harmless calls are answered (`callsWhileLocked`). */
export const lockCalls = {
  'lock.status': shell<LockStatus>()(() => nothing),
  /** Error: `passphrase-wrong`. The window is loaded anew when it is open. */
  'lock.open': shell<void>()(() => z.object({ passphrase })),
  /** The window has written what was being typed. It is loaded anew, with nothing of the library in it. Error: `passphrase-missing`. */
  'lock.close': shell<void>()(() => nothing),
  /** Another passphrase, or none (null). Errors: `passphrase-wrong` (`current`), `passphrase-short`. */
  'lock.change': shell<LockStatus>()(() =>
    z.object({ current: z.string().max(500).nullable(), next: z.string().max(500).nullable() }),
  ),
} as const;

/** What the window may ask while it is locked. */
export const callsWhileLocked: readonly string[] = ['lock.status', 'lock.open', 'settings.get', 'window.close'];
