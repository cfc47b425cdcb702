import type { DeviceId, ItemId, RevisionId } from '../base/ids';
import type { JsonValue } from '../base/json';

/** A change to one item. `set` replaces fields, `add` and `remove` change set-valued fields. */
export interface RevisionBody {
  readonly set?: Readonly<Record<string, JsonValue>>;
  readonly add?: Readonly<Record<string, readonly JsonValue[]>>;
  readonly remove?: Readonly<Record<string, readonly JsonValue[]>>;
}

/** The signed part of a revision. It holds the hash of the body, so that a body can be erased and the chain still verifies. */
export interface RevisionHeader {
  readonly id: RevisionId;
  readonly item: ItemId;
  /** The revisions of this item that the author had seen and that nothing else seen descended from. Sorted. */
  readonly parents: readonly RevisionId[];
  readonly device: DeviceId;
  /** 1 for a device's first revision in a space, then one more each time. */
  readonly n: number;
  /** The device's revision `n - 1` in this space, or null for the first. */
  readonly prev: RevisionId | null;
  /** ISO 8601 UTC. Shown to people; decides nothing. */
  readonly at: string;
  /** SHA-256, hex, of the body's canonical JSON. */
  readonly body: string;
  /** Ed25519 over the canonical JSON of the header without `id` and `sig`; base64url. */
  readonly sig: string;
  /** Closed spaces: the membership revisions that the author had seen and no other seen one descends from (shared/access/RULES.md). Not checked: read it with `underOf`. */
  readonly under?: readonly RevisionId[];
}

export interface Revision {
  readonly header: RevisionHeader;
  /** null once erased for good. */
  readonly body: RevisionBody | null;
}
