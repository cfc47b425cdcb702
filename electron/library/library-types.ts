import type { Readable } from 'node:stream';
import type { AppError } from '../../shared/base/errors';
import type { BlobHash, DeviceId, ItemId, RevisionId, SpaceId } from '../../shared/base/ids';
import type { KeyedDevice } from '../../shared/access/change';
import type { JsonValue } from '../../shared/base/json';
import type { Relation } from '../../shared/model/relation-schema';
import type { HistoryStep } from '../../shared/revision/history';
import type { ItemState } from '../../shared/revision/item-state';
import type { RevisionBody } from '../../shared/revision/revision';
import type { Database } from './database';
import type { DeviceKeys } from './device';
import type { ItemIndexFactory } from './item-index';
import type { LocalSpace } from './local-space';
import type { Problem } from './problem';
import type { Publishing } from './publish';
import type { SecretBox } from './secret-box';
import type { SpaceAccess } from './space-access';

export interface LibraryOptions {
  /** Holds everything: spaces, keys, index.sqlite. Made when it does not exist. */
  readonly folder: string;
  /** Outside the library, in this user's own configuration: remembers how far this device's log went. */
  readonly witnessFolder: string;
  readonly clock: () => Date;
  /** That many bytes from a cryptographic source. */
  readonly random: (sizeBytes: number) => Uint8Array;
  readonly index?: ItemIndexFactory;
  /** What guards the keys of this device; nothing but the file's mode when left out. */
  readonly secretBox?: () => Promise<SecretBox>;
  /** What tells this computer from another; read from the system when left out. */
  readonly machine?: string;
  readonly onChange?: (change: LibraryChange) => void;
  readonly onProgress?: (progress: LibraryProgress) => void;
  readonly onProblem?: (problem: Problem) => void;
  /** Words or files were erased for good here: what others keep of them beside the library is to go too. */
  readonly onErased?: () => void;
}

export interface LibraryChange {
  readonly items: readonly ItemId[];
  /** `others`: it came in from elsewhere. */
  readonly by: 'self' | 'others';
  /** Where those items are. */
  readonly spaces: readonly SpaceId[];
  readonly undo: UndoStatus;
}

export interface LibraryProgress {
  readonly phase: 'rebuild' | 'verify' | 'erase';
  readonly done: number;
  readonly total: number;
}

export interface SpaceInfo {
  readonly id: SpaceId;
  readonly name: string;
  readonly kind: 'private' | 'open' | 'closed';
}

export interface NewSpace {
  readonly name: string;
  readonly closed?: boolean | undefined;
  /** Whom to ask for access to a closed space. */
  readonly owner?: string | undefined;
}

/** A device that takes part in a space, with the name it gives itself. */
export interface Participant {
  readonly device: DeviceId;
  readonly name: string;
  readonly organisation: string;
  readonly self: boolean;
}

export interface ItemConflicts {
  readonly id: ItemId;
  readonly fields: readonly string[];
}

export interface NewItem {
  readonly type: string;
  readonly set: Readonly<Record<string, JsonValue>>;
  readonly add?: Readonly<Record<string, readonly JsonValue[]>>;
  /** An id from `newItemId`, when something must refer to the item before it exists. */
  readonly id?: ItemId;
  /** The private space when left out. */
  readonly space?: SpaceId;
}

export interface ItemChange {
  readonly id: ItemId;
  readonly change: RevisionBody;
}

export interface ActionOptions {
  /** What the undo menu calls this; an action without a label cannot be undone (imports, work in the background). */
  readonly label?: string;
  /** An action with the same group as the one before it joins it: one undo for a paragraph typed, not one for each autosave. */
  readonly group?: string;
}

export interface PublishOptions extends ActionOptions, Publishing {}

export interface PublishStep {
  readonly source: ItemState;
  readonly isUpdate: boolean;
  /** All that the copy holds, its origin among it. */
  readonly body: RevisionBody;
}

export interface UndoStatus {
  readonly undo: string | null;
  readonly redo: string | null;
}

export interface UndoResult {
  readonly label: string;
  readonly items: readonly ItemId[];
}

export interface IncomingRelation {
  readonly from: ItemId;
  readonly relation: Relation;
}

/** A path is copied, never moved. */
export type BlobSource =
  | { readonly path: string }
  /** `hash`: of these bytes, when it is known. */
  | { readonly bytes: Uint8Array; readonly hash?: BlobHash }
  | { readonly stream: Readable };

export interface BlobInfo {
  readonly hash: BlobHash;
  readonly sizeBytes: number;
}

export interface EraseRequest {
  readonly revisions?: readonly RevisionId[];
  readonly blobs?: readonly BlobHash[];
  /** All revisions of these items, and the files that no other item names. */
  readonly items?: readonly ItemId[];
}

export interface ErasureStatus {
  readonly id: ItemId;
  /** It reaches no further. */
  readonly space: SpaceId;
  /** Carried out here. */
  readonly done: boolean;
  readonly revisions: readonly RevisionId[];
  readonly blobs: readonly BlobHash[];
  readonly confirmedBy: readonly DeviceId[];
}

export interface VerifyReport {
  readonly packs: number;
  readonly revisions: number;
  readonly items: number;
  readonly blobs: number;
  readonly problems: readonly Problem[];
}

/**
 * A library on disk. What a method that writes promises to have done is on the disk, fsync included, when its promise resolves.
 * Errors: AppError `item-not-found`, `field-invalid` (field), `change-too-large`, `write-failed`.
 */
export interface Library {
  readonly folder: string;
  /** The connection that the item index shares; for queries, never for writing outside `ItemIndex`. */
  readonly database: Database;
  /** Who signs here. A new one appears at the first write after a restored backup or a copy. */
  device(): DeviceId | null;
  spaces(): readonly SpaceInfo[];
  problems(): readonly Problem[];
  newItemId(): ItemId;

  /** A space as sync sees it. Error: `space-not-found`. */
  space(id: SpaceId): LocalSpace;
  /** Who may do what in a closed space. Errors: `space-not-found`, `space-not-closed`. */
  access(id: SpaceId): SpaceAccess;
  /**
   * A space, only here until somebody shares it. Of a closed one everybody who has its folder can read the name, and the owner when there is one.
   * Error: `field-invalid` (name).
   */
  createSpace(options: NewSpace): Promise<SpaceInfo>;
  /** Joins a space that somebody else made, or takes a newer marker of one that is here. Idempotent. Errors: `space-damaged`, `space-newer`. */
  adoptSpace(marker: Uint8Array): Promise<SpaceInfo>;
  /** The founder's name for a space is everybody's; anybody else's stays here. Errors: `space-not-found`, `field-invalid` (name). */
  renameSpace(id: SpaceId, name: string): Promise<void>;
  /** Leaves: the copy that is here is moved out of the library to `set-aside/`, never deleted. Errors: `space-not-found`, `space-private`. */
  removeSpace(id: SpaceId): Promise<void>;
  /**
   * Copies items with their current values and files to a space, each with a field `origin` that says where it came from; one that was published there
   * before is brought up to date. Errors: `item-not-found`, `space-not-found`, `blob-missing` (file).
   */
  publish(ids: readonly ItemId[], space: SpaceId, options?: PublishOptions): Promise<readonly ItemState[]>;
  /** What `publish` would write of each item; nothing is written, and its files need not be here yet. Errors: `item-not-found`, `space-not-found`. */
  publishPreview(ids: readonly ItemId[], space: SpaceId): readonly PublishStep[];
  /** Publishes, then bins the originals with a field `movedTo`. Undone in one step. Errors as `publish`. */
  moveToSpace(ids: readonly ItemId[], space: SpaceId, options?: PublishOptions): Promise<readonly ItemState[]>;
  /** The key of this device is guarded and nothing here opens it: all can be read and nothing written, but as another device. */
  isShut(): boolean;
  /** Another device from now on, in all spaces; what was written before stays as another device's. */
  renewDevice(): Promise<DeviceId>;
  /** This device with its two keys; a new one when the last may not write any more. */
  ownDevice(): Promise<KeyedDevice>;
  /** Also reads what is encrypted to these keys, until null: those of a recovery sheet, while it is used. They are kept nowhere. */
  borrowKeys(lender: DeviceKeys | null): void;
  /** Tells the others who uses this device; writes only when it says something new. Error: `space-not-found`. */
  introduce(space: SpaceId, names: Pick<Participant, 'name' | 'organisation'>): Promise<void>;
  participants(space: SpaceId): readonly Participant[];
  /** SHA-256 over the states of all items of a space: equal where the same revisions are. */
  stateHash(space: SpaceId): string;
  /** Items outside the bin in which people have to choose; of one space or all. */
  conflicts(space?: SpaceId): readonly ItemConflicts[];

  createItem(item: NewItem, options?: ActionOptions): Promise<ItemState>;
  /** One pack for all: batches of some hundreds are quick. */
  createItems(items: readonly NewItem[], options?: ActionOptions): Promise<readonly ItemState[]>;
  change(id: ItemId, change: RevisionBody, options?: ActionOptions): Promise<ItemState>;
  /** All or nothing. */
  changeMany(changes: readonly ItemChange[], options?: ActionOptions): Promise<readonly ItemState[]>;
  bin(ids: readonly ItemId[], options?: ActionOptions): Promise<readonly ItemState[]>;
  restoreFromBin(ids: readonly ItemId[], options?: ActionOptions): Promise<readonly ItemState[]>;
  resolveConflict(id: ItemId, field: string, value: JsonValue, options?: ActionOptions): Promise<ItemState>;
  restoreTo(id: ItemId, revision: RevisionId, options?: ActionOptions): Promise<ItemState>;
  undo(): Promise<UndoResult | null>;
  redo(): Promise<UndoResult | null>;
  undoStatus(): UndoStatus;

  get(id: ItemId): ItemState | null;
  /** All items, those in the bin too, without holding them in memory. */
  items(): IterableIterator<ItemState>;
  /** From items that are not in the bin. */
  relationsTo(id: ItemId): readonly IncomingRelation[];
  history(id: ItemId): readonly HistoryStep[];
  stateAt(id: ItemId, revision: RevisionId): ItemState | null;

  putBlob(source: BlobSource): Promise<BlobInfo>;
  /** For each its own outcome: one unreadable file stops only itself. */
  putBlobs(sources: readonly BlobSource[]): Promise<readonly (BlobInfo | AppError)[]>;
  blobPath(hash: BlobHash): string;
  hasBlob(hash: BlobHash): boolean;

  erase(request: EraseRequest): Promise<ErasureStatus>;
  erasures(): readonly ErasureStatus[];
  /** Reads every byte and checks every hash and signature; mends what another copy here can mend. */
  verify(): Promise<VerifyReport>;
  /** Throws index.sqlite's content away and makes it again from the replicas. */
  rebuild(): Promise<void>;
  /** Every revision as one line of JSON, each device's log in order. */
  exportRevisions(): IterableIterator<string>;
  /** Does `work` while nothing is written: files and index stay as they are, and belong together. Reading goes on. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
