import { z } from 'zod';
import type { ErrorCode } from '../base/errors';
import type { ItemId, SpaceId } from '../base/ids';

/** What a list asks for: a search, a plain listing, or both. An empty `text` lists. */
export const itemQuerySchema = z.object({
  text: z.string().max(1_000),
  /** Facet field to chosen values; values of one field are alternatives, fields narrow each other. */
  filters: z.record(z.string(), z.array(z.string().max(300)).max(200)),
  group: z.string().nullable(),
  collection: z.string().nullable(),
  view: z.enum(['all', 'recent', 'bin']),
  sort: z.enum(['relevance', 'title', 'changed', 'created', 'year']),
  descending: z.boolean(),
  /** Expansions that the person switched off, as `id` of `SearchSummary.expansions`. */
  withoutExpansions: z.array(z.string().max(300)).max(200).default([]),
  offset: z.number().int().min(0).max(10_000_000),
  limit: z.number().int().min(1).max(500),
});
export type ItemQuery = z.infer<typeof itemQuerySchema>;

export interface Snippet {
  readonly text: string;
  /** Pairs of start and end in `text`, in UTF-16 units, end exclusive, sorted. */
  readonly marks: readonly (readonly [number, number])[];
  /** Index of the page in the document, null when the hit is in a field of the record. */
  readonly page: number | null;
}

export interface ItemRow {
  readonly id: ItemId;
  readonly type: string;
  readonly title: string;
  /** Marks in the title, as in `Snippet`. */
  readonly titleMarks: readonly (readonly [number, number])[];
  /** What a row shows under the title: year, period, regions, status, phase, organisation, place, authors. */
  readonly meta: Readonly<Record<string, string | readonly string[]>>;
  readonly tags: readonly string[];
  readonly snippet: Snippet | null;
  readonly fileKind: string | null;
  readonly pages: number;
  readonly conflicts: number;
  readonly deleted: boolean;
  readonly changedAt: string;
  /** Of a search: higher is better. Null in a plain listing. */
  readonly score: number | null;
  readonly textState: 'none' | 'searchable' | 'pending' | 'elsewhere' | 'scan' | 'empty' | 'failed';
}

export interface SearchSummary {
  readonly searchable: {
    readonly done: number;
    readonly total: number;
    readonly reasons: readonly {
      readonly reason: ErrorCode | 'scan' | 'empty' | 'pending' | 'elsewhere';
      readonly count: number;
    }[];
  };
  /** What was searched for besides what was typed, and what would have been if it were not switched off. */
  readonly expansions: readonly Expansion[];
}

/**
 * Why something else is searched for: a short or long form, another word, a word that took its place, a narrower term, the same family
 * (`thuiszitten`, `thuiszitters`), `to` as a part of compounds, or `to` as what the typed compound is a kind of (`head`) or about (`front`).
 */
export type ExpansionKind =
  'abbreviation' | 'synonym' | 'succession' | 'narrower' | 'family' | 'compound' | 'head' | 'front';

export interface Expansion {
  readonly id: string;
  /** What was typed. */
  readonly from: string;
  readonly to: string;
  readonly kind: ExpansionKind;
  readonly on: boolean;
}

/** Why an item is among the results: for each thing asked, where it was found. */
export interface HitReason {
  readonly asked: string;
  /** Null where it was found as typed or inflected. */
  readonly expansion: Expansion | null;
  /** Key of a field of the record, `headings` or `page`. */
  readonly field: string;
  /** Index of the first page, null in a field. */
  readonly page: number | null;
  /** As written, each spelling once. */
  readonly words: readonly string[];
  readonly count: number;
}

export interface ItemPage {
  readonly total: number;
  /** False when a quick answer stopped counting; the full ranking follows. */
  readonly totalIsExact: boolean;
  readonly rows: readonly ItemRow[];
  readonly summary: SearchSummary;
}

export interface Facet {
  readonly field: string;
  readonly values: readonly { readonly value: string; readonly count: number; readonly selected: boolean }[];
}

export interface SidebarCounts {
  readonly all: number;
  readonly bin: number;
  readonly conflicts: number;
  readonly groups: Readonly<Record<string, number>>;
  /** Items outside the bin, by space; asked for with `filters.space`. */
  readonly spaces: Readonly<Record<SpaceId, number>>;
  readonly collections: readonly { readonly id: ItemId; readonly title: string; readonly count: number }[];
}

export interface PaletteHit {
  readonly id: ItemId;
  readonly type: string;
  readonly title: string;
  readonly marks: readonly (readonly [number, number])[];
}
