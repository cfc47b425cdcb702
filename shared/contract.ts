import type { ErrorCode, ErrorParams } from './base/errors';
import type { ItemId } from './base/ids';
import { accessCalls } from './contract/access-calls';
import type { Call } from './contract/call';
import { catalogueCalls } from './contract/catalogue-calls';
import { libraryCalls } from './contract/library-calls';
import { lockCalls } from './contract/lock-calls';
import { recoveryCalls } from './contract/recovery-calls';
import { sharingCalls } from './contract/sharing-calls';
import { writingCalls } from './contract/writing-calls';
import type * as draft from './model/draft';
import type { Settings } from './model/settings';
import type { SpaceStatus, SyncAttention } from './model/sync';
import type { JobProgress, LibraryStatus } from './model/views';
import type { z } from 'zod';

/** The requests that the window may make, by name. */
export const contract = {
  ...libraryCalls,
  ...sharingCalls,
  ...accessCalls,
  ...recoveryCalls,
  ...lockCalls,
  ...catalogueCalls,
  ...writingCalls,
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type CallInput<Name extends CallName> = z.input<Contract[Name]['input']>;
export type CheckedInput<Name extends CallName> = z.output<Contract[Name]['input']>;
export type CallOutput<Name extends CallName> = Contract[Name] extends Call<z.ZodType, infer Output> ? Output : never;

/** What the trusted side tells the window unasked. */
export interface Events {
  /** Items were made or changed; null: too many to name. */
  'items.changed': { readonly ids: readonly ItemId[] | null };
  /** Texts became searchable or failed to. */
  'documents.indexed': { readonly count: number };
  /** All spaces, whenever the status of one of them changed; at most four times a second. */
  'spaces.changed': readonly SpaceStatus[];
  /** Something happened that a person should know of; the shell shows it when the window does not have the focus. */
  'sync.attention': SyncAttention;
  'job.progress': JobProgress;
  'copies.changed': readonly draft.WorkingCopy[];
  'library.status': LibraryStatus;
  'settings.changed': Settings;
  /** The window is about to close; it answers with `window.close`. */
  'window.closing': Record<string, never>;
  /** The app is about to be locked; the window writes what was being typed and answers with `lock.close`. */
  'lock.asked': Record<string, never>;
  /** A menu entry was chosen. */
  'menu.command': { readonly command: MenuCommand };
}
export type EventName = keyof Events;
export type MenuCommand =
  | 'add-files'
  | 'add-folder'
  | 'new-item'
  | 'search'
  | 'palette'
  | 'undo'
  | 'redo'
  | 'settings'
  | 'lock'
  | 'shortcuts'
  | 'help'
  | 'print'
  | 'close-tab';

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ErrorCode; readonly params: ErrorParams };
