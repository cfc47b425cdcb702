import type { ItemId } from '../base/ids';
import type { JsonValue } from '../base/json';

/** A piece of text around the hits. `marks` are [start, end) offsets in `text`; `page` counts from 1, null for a field or a text without pages. */
export interface Snippet {
  readonly text: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
  readonly page: number | null;
}

/** `none`: no file. `text`: searchable. The others say why the file's text is not found. */
export type IndexState = 'none' | 'text' | 'pending' | 'scan' | 'empty' | 'failed';

/** One row of the list. */
export interface ItemRow {
  readonly id: ItemId;
  readonly type: string;
  readonly title: string;
  /** The few fields that a row shows: `period`, `year`, `regions`, `status`, `phase`, `organisation` … */
  readonly meta: Readonly<Record<string, JsonValue>>;
  readonly tags: readonly string[];
  readonly snippet?: Snippet;
  /** [start, end) in `title`. */
  readonly titleMarks?: readonly (readonly [start: number, end: number])[];
  readonly hasFile: boolean;
  /** `MediaKind` of the file; null without a file or while it is unknown. */
  readonly fileKind: string | null;
  readonly pages: number | null;
  /** ISO 8601 UTC. */
  readonly changedAt: string;
  /** Number of fields with more than one value. */
  readonly conflicts: number;
  readonly deleted: boolean;
  readonly indexState: IndexState;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
  readonly selected: boolean;
}

/** Values most frequent first; a selected value is always among them. */
export interface Facet {
  readonly field: string;
  readonly values: readonly FacetValue[];
}

export interface SearchableSummary {
  /** Items with a file whose text can be searched, of all items with a file. */
  readonly done: number;
  readonly total: number;
  /** Why the others cannot: `pending`, `scan`, `empty`, or the error code of a failed extraction. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
}

export interface SearchSummary {
  readonly total: number;
  readonly searchable: SearchableSummary;
  /** What was searched for besides what was typed. */
  readonly expansions: readonly { readonly from: string; readonly to: readonly string[] }[];
}

export interface SearchPage {
  readonly rows: readonly ItemRow[];
  readonly summary: SearchSummary;
  /** Null when not counted: the quick stage of a query with very many hits. */
  readonly facets: readonly Facet[] | null;
  /** False while `summary.total` is only a lower bound and later rows may still come higher. */
  readonly exact: boolean;
}

/** For the sidebar; nothing in the bin is counted but `bin` itself. */
export interface LibraryCounts {
  readonly all: number;
  readonly bin: number;
  readonly byType: Readonly<Record<string, number>>;
  readonly byGroup: Readonly<Record<string, number>>;
  readonly byCollection: Readonly<Record<string, number>>;
}

/** A suggestion of the command palette. `marks` are [start, end) offsets in `label`, which is the title or another name of the item. */
export interface PaletteHit {
  readonly id: ItemId;
  readonly type: string;
  readonly title: string;
  readonly label: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
  /** 0 is a perfect match, 1 none. */
  readonly score: number;
}
