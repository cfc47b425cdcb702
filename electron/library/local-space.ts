import type { BlobHash, DeviceId, ItemId, SpaceId } from '../../shared/base/ids';
import type { DeviceKeys } from './device';
import type { Head } from './head';
import type { KeyHolder } from './space-keys';
import type { Marker } from './marker';

/** A head as it lies in the local copy of a space. */
export interface LocalHead {
  readonly head: Head;
  /** As its owner signed it. */
  readonly bytes: Uint8Array;
  /** Of the bytes. */
  readonly hash: string;
  /** This device's own. */
  readonly own: boolean;
  /** `heads/<device>.json`, or the name that the second head of a forked log has (F13). */
  readonly path: string;
}

/** A file of a space: `path` is inside the space's folder, with `/`, as FORMAT.md names it. */
export interface SpaceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Incoming {
  /** A head that somebody else wrote. */
  readonly head: Uint8Array;
  /** The list and packs it names that were not here yet, as far as they could be had. */
  readonly files: readonly SpaceFile[];
}

export type RefusalCode =
  'foreign-space' | 'bad-signature' | 'damaged' | 'newer-format' | 'erased-content' | 'contradicts-log';

export interface Received {
  /** Items whose state changed. */
  readonly items: readonly ItemId[];
  /** Revisions that are new here. */
  readonly revisions: number;
  /** What was refused, file by file; the rest was kept. Of a newer format: kept too, unread. */
  readonly refused: readonly { readonly path: string; readonly code: RefusalCode }[];
  /** Files that the head names, also as strays, and that are neither here nor in `files`. */
  readonly missing: readonly string[];
}

/** A file that items name and that is not here. */
export interface MissingBlob {
  readonly hash: BlobHash;
  readonly sizeBytes: number;
  readonly items: readonly ItemId[];
}

/** In order of hash, those after one: all at once are too many to wait for. */
export interface BlobPage {
  readonly after: BlobHash | '';
  readonly most: number;
}

/** A file on its way to the folder of a closed space. */
export interface SealedBlob {
  readonly sizeBytes: number;
  /** The same each time. */
  readonly chunks: () => AsyncIterable<Uint8Array>;
  /** The same in memory. Error: `read-failed`. */
  readonly whole: () => Promise<Uint8Array>;
}

/** What only this device adds to its head. */
export interface HeadNotes {
  readonly seen: Readonly<Record<DeviceId, number>>;
  readonly missing: readonly string[];
  readonly strays: readonly string[];
}

/**
 * One space of an open library, as sync sees it: files that can be asked for and brought, and what they turn out to mean. Everything that comes in is verified here,
 * whoever brings it. Errors: AppError `disk-full`, `write-failed`, `space-not-found` once the space has been left.
 */
export interface LocalSpace {
  readonly id: SpaceId;
  readonly marker: Marker;
  markerBytes(): Promise<Uint8Array>;
  /** All that are here, of each device one, then those of branches. Reads from memory when nothing changed. */
  heads(): Promise<readonly LocalHead[]>;
  /**
   * Files that a head names (list and packs), in the order in which they are to be put. What a list names is known once the list has been received.
   * Packs with words that have been erased here are left out: they are neither asked for nor passed on.
   */
  filesOf(head: Head): readonly { readonly path: string; readonly sizeBytes: number }[];
  has(path: string): boolean;
  /** Paths where the folder may have a file, the one that a writer uses first: in a closed space names that tell nothing. None as long as it has no key here. */
  blobPaths(hash: BlobHash): readonly string[];
  /** Which files paths of the folder are, as far as something here names them. */
  blobsAt(paths: Iterable<string>): ReadonlyMap<string, BlobHash>;
  /** What a file of this size takes in the folder. */
  blobSize(sizeBytes: number): number;
  /** A file that is here as the folder has it at this path; null where that is as it is. */
  sealedBlob(hash: BlobHash, path: string, sizeBytes: number): SealedBlob | null;
  /** Paths of the key files that are here, for whomever. */
  keyPaths(): Promise<readonly string[]>;
  /** The number and the recipient of the newest key that is here; null without one. */
  newestKey(): { readonly epoch: number; readonly recipient: string } | null;
  /** Something is here that no key opens, or there is no key at all. */
  needsKeys(): boolean;
  /** Where keys that this device can read would be in the folder of this epoch, as far as they are not here: its own, and that of whoever lends it keys. */
  keyPathsIn(epoch: string): readonly string[];
  /** Takes in a key that was given to this device or its lender, and reads what it opens. It is kept, and written with, when the giver can be told to coordinate. False when it brings nothing. */
  receiveKey(path: string, bytes: Uint8Array): Promise<boolean>;
  /** Drops the keys that a lender was given by nobody who may give one, now that the membership can be read. What is left may be passed on. */
  dropKeysOf(lender: DeviceKeys): Promise<void>;
  /** Gives another device every key that is here. Errors: `space-locked`, `field-invalid` (recipient). */
  shareKeys(holder: KeyHolder): Promise<void>;
  /** From now on a new key, for these devices and this one. Errors: `space-locked`, `field-invalid` (recipient). */
  renewKey(holders: readonly KeyHolder[]): Promise<void>;
  /** Where a file of this space is on this disk, or would be. */
  pathOf(path: string): string;
  /**
   * Takes in one device's news: verifies, keeps, indexes, computes states, carries out erasures, tells who listens. Idempotent. A head that goes back
   * is ignored. One of our own device that says more than we wrote means that somebody else writes as us: this library gets a new device.
   */
  receive(incoming: Incoming): Promise<Received>;
  /** Moves a downloaded file to its place when it is what its name says; `damaged` leaves nothing behind, `erased` neither. */
  receiveBlob(hash: BlobHash, temporaryPath: string): Promise<'kept' | 'damaged' | 'erased'>;
  /** The same for files that fit in memory, `bytes` together some megabytes at most: one outcome for each, and those who listen are told once. */
  receiveBlobs(
    files: readonly { readonly hash: BlobHash; readonly bytes: Uint8Array }[],
  ): Promise<readonly ('kept' | 'damaged' | 'erased')[]>;
  /** Where a download of this file is collected; what is there already is the first part of it. */
  partialPath(path: string): string;
  /** Files that revisions `from` to `to` of a log name and that have not been erased. */
  blobsNamedBy(device: DeviceId, from: number, to: number): readonly BlobHash[];
  /** Files that some revision here names and that are not here. */
  missingBlobs(page?: BlobPage): readonly MissingBlob[];
  missingBlob(hash: BlobHash): MissingBlob | null;
  missingBlobCount(): number;
  /** Paths of packs of other devices that lie here and that no head of theirs names (F17). */
  strays(): Promise<readonly string[]>;
  /** Writes this device's head with these notes when they differ from the ones in it; makes the head when there is none yet. */
  noteInHead(notes: HeadNotes): Promise<void>;
  /** Called after this device wrote into the space. Gives the way to stop. */
  onWritten(listener: () => void): () => void;
}
