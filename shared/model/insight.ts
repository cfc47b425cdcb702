import { z } from 'zod';
import type { ItemId } from '../base/ids';
import type { JsonValue } from '../base/json';
import type { judgementAspects, verdicts } from '../vocabulary/lists';
import type { RelationKind } from './relation';

export type Verdict = (typeof verdicts)[number];
export type JudgementAspect = (typeof judgementAspects)[number];

/** What somebody decided about a pair. */
export interface Judgement {
  readonly id: ItemId;
  readonly aspect: JudgementAspect;
  readonly pair: readonly [ItemId, ItemId];
  readonly verdict: Verdict;
  readonly note: string;
  /** ISO 8601. */
  readonly at: string;
  /** People judged it differently at the same time; `verdict` is shown until somebody settles it. */
  readonly disputed: boolean;
}

/** Types whose items are compared: what people do, and what is written about it. */
export const comparedTypes: readonly string[] = ['project', 'measure', 'programmeLine', 'study', 'draft'];

/** Types that have a beginning and an end, and may be continued. */
export const lineageTypes: readonly string[] = ['programme', 'programmeLine', 'measure', 'project', 'policyPlan'];

/** What two items can have in common. */
export const facets = [
  'concept',
  'text',
  'transition',
  'targetGroup',
  'instrument',
  'cause',
  'line',
  'party',
  'region',
] as const;
export type Facet = (typeof facets)[number];

/** One thing two items have in common; `share` of what they share, 0 to 1. */
export interface OverlapReason {
  /** `lineage`: one of the two continues something that touches the other. */
  readonly facet: Facet | 'lineage';
  /** Values of a list (a transition, a region), or names: of concepts, lines and what is continued. */
  readonly values: readonly string[];
  readonly share: number;
}

export interface Overlap {
  readonly a: ItemId;
  readonly b: ItemId;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly OverlapReason[];
  /** They know each other already: a relation between them, or the same programme. */
  readonly known: 'related' | 'sameProgramme' | null;
  readonly judgement: Judgement | null;
}

export type DuplicateKind = 'exact' | 'near' | 'version';

/** Why two items may be the same thing; `share` is how alike they are in it, 0 to 1. */
export interface DuplicateReason {
  readonly kind: 'file' | 'doi' | 'isbn' | 'title' | 'authors' | 'text' | 'versionMark' | 'years';
  readonly share: number;
}

export interface DuplicatePair {
  readonly a: ItemId;
  readonly b: ItemId;
  readonly kind: DuplicateKind;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
  /** For a version: the later of the two, when that can be told. */
  readonly newer: ItemId | null;
  readonly judgement: Judgement | null;
}

const share = z.number().min(0).max(1);

/** Which kinds of likeness are looked for, and how much is enough; set by coordinators. */
export const duplicateRulesSchema = z.object({
  identifiers: z.boolean(),
  titles: z.boolean(),
  texts: z.boolean(),
  versions: z.boolean(),
  /** The share of the shorter text that must be in the longer one, 0 to 1. */
  leastText: share,
  leastTitle: share,
});
export type DuplicateRules = Readonly<z.infer<typeof duplicateRulesSchema>>;

export const defaultDuplicateRules: DuplicateRules = {
  identifiers: true,
  titles: true,
  texts: true,
  versions: true,
  leastText: 0.42,
  leastTitle: 0.86,
};

/** One field in which two items differ, and what the merged item would get. */
export interface FieldMerge {
  readonly key: string;
  readonly winner: JsonValue;
  readonly loser: JsonValue;
  readonly suggestion: MergeChoice;
  /** Both can stand one after the other: texts and lists. */
  readonly canKeepBoth: boolean;
}
export type MergeChoice = 'winner' | 'loser' | 'both';

/** What became of a measure or programme. */
export type Fate =
  'running' | 'followed' | 'continued' | 'widened' | 'developed' | 'embedded' | 'stopped' | 'idea' | 'unknown';

export interface LineageNode {
  readonly id: ItemId;
  readonly type: string;
  readonly title: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly regions: readonly string[];
  readonly fate: Fate;
}

/** A chain on a timeline: `earlier` was continued by `later`, or `later` is part of it. */
export interface LineageLink {
  readonly earlier: ItemId;
  readonly later: ItemId;
  readonly kind: 'follows' | 'newVersionOf' | 'replaces' | 'basedOn' | 'partOf';
}

export interface Lineage {
  readonly nodes: readonly LineageNode[];
  readonly links: readonly LineageLink[];
}

/** Something in the data that a source left open or contradicts; shown, never mended silently. */
export type QualityNote =
  | { readonly kind: 'note'; readonly item: ItemId; readonly text: string }
  | { readonly kind: 'partsMissing'; readonly item: ItemId; readonly announced: number; readonly found: number }
  | {
      readonly kind: 'twoFigures';
      readonly items: readonly ItemId[];
      readonly indicator: string;
      readonly schoolYear: string;
      readonly values: readonly { readonly value: number; readonly unit: string; readonly source: string }[];
    }
  | { readonly kind: 'noSource'; readonly item: ItemId }
  | { readonly kind: 'wrongOrder'; readonly item: ItemId; readonly other: ItemId };

export type CurationReason = 'leftover' | 'new' | 'incomplete' | 'stale' | 'proposed' | 'quality';

/** One record that wants a coordinator's eye. */
export interface CurationEntry {
  readonly item: ItemId;
  readonly type: string;
  readonly title: string;
  readonly reasons: readonly CurationReason[];
  /** 0 to 1. */
  readonly completeness: number;
  readonly missing: readonly string[];
  /** Since when nobody has said that it still holds, ISO 8601; null for what need not be confirmed. */
  readonly confirmedAt: string | null;
  /** Raakvlakken and duplicates that nobody has judged. */
  readonly proposals: number;
}

/** What a change to many items would do to one of them. */
export interface BulkPreview {
  readonly item: ItemId;
  readonly title: string;
  readonly before: JsonValue;
  readonly after: JsonValue;
  /** Nothing would change, or the value does not fit this type. */
  readonly skipped: 'same' | 'noSuchField' | 'invalid' | null;
}

/** An item as a line about it needs it. */
export interface ItemBrief {
  readonly id: ItemId;
  readonly type: string;
  readonly title: string;
  readonly regions: readonly string[];
  /** The year it ended, or null while it runs or when it is not known. */
  readonly ended: number | null;
}

export interface OverlapLine extends Overlap {
  readonly first: ItemBrief;
  readonly second: ItemBrief;
}

export interface DuplicateLine extends DuplicatePair {
  readonly first: ItemBrief;
  readonly second: ItemBrief;
}

export interface CurationPage {
  readonly entries: readonly CurationEntry[];
  readonly total: number;
  /** How many records want an eye for each reason. */
  readonly counts: Readonly<Record<CurationReason, number>>;
  readonly notes: readonly QualityNote[];
  /** Measures and projects that have ended and of which nobody has said what became of them. */
  readonly openFates: readonly LineageNode[];
}

/** An item that is compared, with where it belongs. */
export interface MapNode {
  readonly id: ItemId;
  readonly type: string;
  readonly title: string;
  readonly transitions: readonly string[];
  readonly regions: readonly string[];
  /** Programme lines it is part of, also through what it is part of. */
  readonly lines: readonly ItemId[];
  readonly ended: number | null;
}

export interface MapLine {
  readonly id: ItemId;
  readonly title: string;
}

export interface MapLink {
  readonly a: ItemId;
  readonly b: ItemId;
  /** 0 to 1. */
  readonly score: number;
  readonly known: Overlap['known'];
  readonly verdict: Verdict | null;
  /** What they have in common that says most. */
  readonly facet: OverlapReason['facet'] | null;
}

/** What touches what over the whole library: every compared item, and the strongest pairs. */
export interface OverlapMap {
  readonly nodes: readonly MapNode[];
  readonly lines: readonly MapLine[];
  readonly links: readonly MapLink[];
}

export interface RelationLink {
  readonly kind: RelationKind;
  readonly from: ItemId;
  readonly to: ItemId;
}

/** What is tied to an item, one and two steps away; the item itself is the node of 0 steps. */
export interface RelationGraph {
  readonly nodes: readonly {
    readonly id: ItemId;
    readonly type: string;
    readonly title: string;
    readonly steps: number;
  }[];
  readonly links: readonly RelationLink[];
  /** So many at one step are not drawn. */
  readonly more: number;
}

/** One yearly action as a comparison shows it. */
export interface PlannedAction {
  readonly id: ItemId;
  readonly title: string;
  readonly owner: string;
  readonly status: string;
  readonly summary: string;
}

/** The actions of two years side by side; `before` and `after` are there when the one carries the other on. */
export interface YearLine {
  readonly before: PlannedAction | null;
  readonly after: PlannedAction | null;
  readonly state: 'same' | 'changed' | 'added' | 'dropped' | 'done';
  /** Keys of the fields that differ. */
  readonly fields: readonly string[];
}

export interface YearComparison {
  readonly years: readonly number[];
  readonly lines: readonly YearLine[];
  /** Open actions of `from` that nothing carries on yet: what a new year begins with. */
  readonly open: readonly PlannedAction[];
}
