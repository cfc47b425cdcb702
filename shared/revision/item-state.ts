import type { DeviceId, ItemId, RevisionId, SpaceId } from '../base/ids';
import type { JsonValue } from '../base/json';

export interface FieldVersion {
  readonly value: JsonValue;
  readonly revision: RevisionId;
  readonly device: DeviceId;
  readonly at: string;
}

/** A field that people changed at the same time to different values; `versions[0]` is the one shown meanwhile. */
export interface FieldConflict {
  readonly field: string;
  readonly versions: readonly FieldVersion[];
}

/** What an item's revisions add up to. Every replica with the same revisions computes the same state. */
export interface ItemState {
  readonly id: ItemId;
  readonly space: SpaceId;
  /** Single-valued fields, `type` and `title` among them. */
  readonly fields: Readonly<Record<string, JsonValue>>;
  /** Set-valued fields, each sorted by canonical JSON: `tags`, `relations`, `targetGroups` … */
  readonly sets: Readonly<Record<string, readonly JsonValue[]>>;
  readonly conflicts: readonly FieldConflict[];
  readonly deleted: boolean;
  /** True when somebody binned the item while somebody else edited it: the edit won. */
  readonly revived: boolean;
  /** Revisions that no other revision of the item descends from. Sorted. */
  readonly heads: readonly RevisionId[];
  readonly createdAt: string;
  readonly changedAt: string;
}
