import type { ErrorCode, ErrorParams } from '../base/errors';
import type { ItemId, SpaceId } from '../base/ids';
import type { Finding, FindingKind } from '../guard/finding';

/** A finding as people see it: where it stands, with the words around it. */
export interface GuardHit extends Pick<Finding, 'kind' | 'reason' | 'sure'> {
  readonly overridable: boolean;
  /** Only informs; stops nothing. */
  readonly notice: boolean;
  /** The field it stands in, or null for the item's file. */
  readonly field: string | null;
  /** In a comment, a header, a footer or tracked deletions: not where one reads. */
  readonly aside: boolean;
  /** Both from 1; the page is null in a field. */
  readonly page: number | null;
  readonly line: number;
  readonly cell: { readonly row: number; readonly column: number } | null;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

export interface GuardedDocument {
  /** Null for a file that is not in the library. */
  readonly item: ItemId | null;
  readonly space: SpaceId | null;
  readonly type: string;
  readonly title: string;
  /** The name of its file, or null. */
  readonly file: string | null;
  /** The first ones; `more` says how many there are besides. */
  readonly hits: readonly GuardHit[];
  readonly more: number;
  /** How many stop a share, of all. */
  readonly stops: number;
  /** Among them a table of persons, for which nobody can make an exception. */
  readonly final: boolean;
  /** Why its file could not be looked into, or null. */
  readonly unread: { readonly code: ErrorCode | 'scan'; readonly params: ErrorParams } | null;
}

export interface GuardReport {
  /** Those with something to say about, in the order they were asked for. */
  readonly documents: readonly GuardedDocument[];
  readonly checked: number;
  /** Findings that stop a share, in all documents. */
  readonly stops: number;
  readonly final: boolean;
}

/** Somebody shared something all the same. */
export interface GuardOverride {
  readonly id: ItemId;
  readonly at: string;
  readonly by: string;
  readonly action: GuardedAction;
  readonly reason: string;
  readonly titles: readonly string[];
  readonly counts: Readonly<Partial<Record<FindingKind, number>>>;
}

export const guardedActions = ['publish', 'share', 'create', 'change', 'bundle', 'package'] as const;
export type GuardedAction = (typeof guardedActions)[number];
