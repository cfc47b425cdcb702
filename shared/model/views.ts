import type { ErrorCode, ErrorParams } from '../base/errors';
import type { ItemId, RevisionId, SpaceId } from '../base/ids';
import type { JsonValue } from '../base/json';
import type { Role } from '../access/role';
import type { ItemState } from '../revision/item-state';
import type { FileRef } from './file-ref';
import type { RelationKind } from './relation';
import type { Participant } from './sync';

export interface RelatedItem {
  readonly kind: RelationKind;
  /** `out`: kept on this item; `in`: kept on the other. */
  readonly direction: 'out' | 'in';
  readonly id: ItemId;
  /** What the relation itself names: another than the item it leads to where that was merged since. */
  readonly target: ItemId;
  readonly type: string;
  readonly title: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** An item by its name. */
export interface ItemName {
  readonly id: ItemId;
  readonly type: string;
  readonly title: string;
}

/** Whether the text of an item's file can be found, and why not. */
export interface FileTextStatus {
  /** `elsewhere`: it is in a shared folder only. */
  readonly state: 'searchable' | 'pending' | 'elsewhere' | 'scan' | 'empty' | 'failed';
  readonly reason: ErrorCode | null;
  readonly pages: number;
  readonly kind: string | null;
}

export interface ItemDetail {
  readonly state: ItemState;
  readonly related: readonly RelatedItem[];
  readonly file: FileRef | null;
  readonly fileText: FileTextStatus | null;
  /** Its bytes are on this disk; otherwise `files.fetch` brings them. */
  readonly fileHere: boolean;
  /** The item that this one, in the bin, was merged into. */
  readonly mergedInto: ItemId | null;
  readonly space: SpaceName;
  /** What whoever works here may do in its space today. */
  readonly may: Role;
  /** Who wrote the versions that stand beside each other in a conflict, by device. */
  readonly authors: Readonly<Record<string, Participant>>;
}

export interface SpaceName {
  readonly id: SpaceId;
  readonly name: string;
  readonly kind: 'private' | 'open' | 'closed';
}

/** One readable step in an item's history, newest first. */
export interface HistoryStep {
  readonly revision: RevisionId;
  readonly at: string;
  /** `self`: made on this device. */
  readonly by: 'self' | 'other';
  readonly device: string;
  /** Who works on that device, as far as the space tells. */
  readonly who: { readonly name: string; readonly organisation: string } | null;
  readonly changes: readonly FieldChange[];
  /** The state after this step can be brought back. */
  readonly restorable: boolean;
  readonly erased: boolean;
}

export interface FieldChange {
  readonly field: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
}

/** A change to one item as a form or a command makes it; field rules are checked where it is applied. */
export interface ItemChange {
  readonly set?: Record<string, JsonValue> | undefined;
  readonly add?: Record<string, JsonValue[]> | undefined;
  readonly remove?: Record<string, JsonValue[]> | undefined;
}

export interface EditState {
  /** What undo and redo would do, as a label key with the number of items; null when there is nothing. */
  readonly undo: EditLabel | null;
  readonly redo: EditLabel | null;
}
export interface EditLabel {
  readonly key:
    | 'create'
    | 'change'
    | 'tag'
    | 'collect'
    | 'bin'
    | 'restore'
    | 'relate'
    | 'restoreVersion'
    | 'resolve'
    | 'import'
    | 'publish'
    | 'merge'
    | 'judge'
    | 'annotate'
    | 'place';
  readonly count: number;
}

export interface ImportFailure {
  readonly path: string;
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}
export interface ImportedFile {
  readonly id: ItemId;
  readonly path: string;
  readonly title: string;
}
export interface ImportReport {
  readonly imported: readonly ImportedFile[];
  /** Bytes that were here already; the item that has them. */
  readonly known: readonly ImportedFile[];
  readonly failed: readonly ImportFailure[];
  readonly cancelled: boolean;
}

export type JobKind =
  'import' | 'rebuild' | 'verify' | 'sample' | 'export' | 'bundle' | 'backup' | 'proof' | 'fetch' | 'guard' | 'publish';
/** Long work, shown with a bar; `total` 0 while it is not known. */
export interface JobProgress {
  readonly job: string;
  readonly kind: JobKind;
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly current: string | null;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
}

export interface LibraryStatus {
  readonly state: 'opening' | 'rebuilding' | 'open' | 'failed';
  readonly folder: string;
  readonly error: { readonly code: ErrorCode; readonly params: ErrorParams } | null;
  /** Damaged or foreign files that were set aside at opening. */
  readonly problems: readonly { readonly code: ErrorCode; readonly params: ErrorParams }[];
  readonly spaces: readonly SpaceName[];
}

export interface CsvPreview {
  readonly path: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly totalRows: number;
  /** Column index to field key, guessed from the header. */
  readonly mapping: Readonly<Record<string, string>>;
  /** Of a workbook: the sheet that was read, and all that have rows. Empty for a text file. */
  readonly sheet: string;
  readonly sheets: readonly string[];
}
