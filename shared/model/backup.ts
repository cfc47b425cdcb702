import type { ItemId } from '../base/ids';
import type { Fault } from './sync';

/** A snapshot of the library as it was at one moment. */
export interface Backup {
  readonly name: string;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly files: number;
  readonly sizeBytes: number;
  /** Files that were damaged in the library already, and are not in the snapshot. */
  readonly damaged: number;
}

/** What came of restoring a snapshot and reading all of it. */
export interface BackupProof {
  readonly name: string;
  readonly madeAt: string;
  readonly provedAt: string;
  readonly items: number;
  readonly revisions: number;
  readonly files: number;
  /** Every hash and signature held, and each space came out with the state it had when the snapshot was made. */
  readonly sound: boolean;
  readonly problems: readonly Fault[];
}

export interface ExpiredBin {
  /** Null: items stay in the bin until somebody erases them. */
  readonly termDays: number | null;
  readonly ids: readonly ItemId[];
}
