import { z } from 'zod';
import { filePath } from './file-path';
import type { ErrorCode, ErrorParams } from '../base/errors';
import type { ItemId, SpaceId } from '../base/ids';

/** Where the shared folder of a space is. A password goes to the secret store and never comes back. */
export const placeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('folder'), path: filePath }),
  z.object({
    kind: z.literal('webdav'),
    url: z.url({ protocol: /^https?$/ }).max(4_000),
    user: z.string().max(200).optional(),
    password: z.string().max(1_000).optional(),
  }),
]);
export type Place = z.infer<typeof placeSchema>;

/** What somebody finds at a place before anything is made or opened there. */
export type Inspection =
  | { readonly kind: 'empty' }
  /** There is no such folder yet; making a space there makes it. */
  | { readonly kind: 'no-folder' }
  | { readonly kind: 'other-files'; readonly count: number }
  | {
      readonly kind: 'space';
      readonly id: SpaceId;
      readonly name: string;
      readonly closed: boolean;
      /** Of a closed space, when its founder said whom to ask for access. */
      readonly owner?: string;
      readonly participants: number;
      /** It is in this library already. */
      readonly known: boolean;
    }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly params: ErrorParams };

export interface Fault {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

/** Why sync of a space stands still until somebody chooses. */
export interface Brake {
  readonly reason: 'marker-missing' | 'wrong-space' | 'files-gone';
  readonly gone: number;
  readonly of: number;
}

export interface SyncProgress {
  readonly phase: 'looking' | 'receiving' | 'sending' | 'files-in' | 'files-out';
  readonly done: number;
  readonly total: number;
}

export interface SpaceStatus {
  readonly id: SpaceId;
  readonly name: string;
  readonly kind: 'private' | 'open' | 'closed';
  /** The shared folder as people know it; null when the space is only here. */
  readonly place: string | null;
  /** `local`: only here; `offline`: the place cannot be reached now and will be tried again; `braked`: waits for a choice. */
  readonly state: 'local' | 'idle' | 'syncing' | 'paused' | 'offline' | 'braked';
  readonly progress: SyncProgress | null;
  /** When everything was last seen to be in step, ISO 8601. */
  readonly syncedAt: string | null;
  /** Changes and files of ours that the shared folder has not been seen to hold. */
  readonly toSend: { readonly changes: number; readonly files: number };
  /** Files that are in the shared folder, or should be, and not here; and changes that wait for what is before them. */
  readonly toReceive: { readonly files: number; readonly held: number };
  readonly brake: Brake | null;
  readonly quarantined: number;
  readonly fault: Fault | null;
  readonly conflicts: number;
  /** All files are kept here, or only those that were opened. */
  readonly keepOffline: boolean;
  readonly participants: number;
}

export interface QuarantinedFile {
  readonly space: SpaceId;
  /** Inside the shared folder. */
  readonly path: string;
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly since: string;
}

export interface SyncLogLine {
  readonly at: string;
  readonly space: SpaceId | null;
  readonly level: 'info' | 'warning' | 'error';
  readonly code: string;
  readonly params: ErrorParams;
}

export interface Participant {
  readonly device: string;
  readonly name: string;
  readonly organisation: string;
  readonly self: boolean;
}

/** What others changed since the last visit, newest first, one line for each item. */
export interface NewsLine {
  readonly item: ItemId;
  readonly type: string;
  readonly title: string;
  readonly space: SpaceId;
  readonly kind: 'new' | 'changed' | 'binned';
  readonly by: readonly string[];
  readonly at: string;
  readonly fields: readonly string[];
}

export interface ConflictLine {
  readonly item: ItemId;
  readonly type: string;
  readonly title: string;
  readonly space: SpaceId;
  readonly fields: readonly string[];
}

/** Of a collection, wherever its items are shared. */
export interface CollectionFiles {
  /** Kept on this computer, also where a space leaves its files in the shared folder. */
  readonly keep: boolean;
  readonly files: number;
  readonly here: number;
}

export interface OfflineProof {
  /** Files that the items of the space or the collection name. */
  readonly files: number;
  /** Of those: here, read, and what their name says. */
  readonly here: number;
  readonly verifiedAt: string;
}

/** An item and its copy in another space. */
export interface Published {
  readonly from: ItemId;
  readonly to: ItemId;
}

export interface BundleMade {
  readonly path: string;
  readonly files: number;
  readonly sizeBytes: number;
}

export interface BundleOpened {
  readonly space: SpaceId;
  readonly name: string;
  /** What was new here. */
  readonly changes: number;
  readonly files: number;
  readonly refused: readonly Fault[];
}

/** With what the guard says of it. */
export interface BundleTakenIn extends BundleOpened {
  /** Items that came in with data of persons; then sharing of the space was paused. */
  readonly personal: number;
}

/** Something that a person should know of while looking elsewhere. */
export interface SyncAttention {
  readonly kind: 'news' | 'conflict' | 'braked' | 'fault' | 'request';
  readonly space: SpaceId;
  readonly name: string;
  readonly count: number;
}
