import { z } from 'zod';
import type { ItemId } from '../base/ids';
import type {
  BulkPreview,
  CurationPage,
  DuplicateLine,
  FieldMerge,
  Judgement,
  Lineage,
  OverlapLine,
  OverlapMap,
  RelationGraph,
  YearComparison,
} from '../model/insight';
import type { GlossaryTerm } from '../search/glossary';
import { judgementAspects, verdicts } from '../vocabulary/lists';
import { library } from './call';
import { bulkEdit, despite, itemId, itemIds, nothing, pageLimit } from './inputs';

const year = z.number().int().min(1900).max(2200);

/** What touches what, what is double, and what wants attention. */
export const catalogueCalls = {
  /** Every term of the thesaurus, those of the library and those of the app, with what it is called now. */
  'terms.glossary': library<readonly GlossaryTerm[]>()(() => nothing),
  /** What coordinators added to the lists that may grow, by field. */
  'terms.listValues': library<Readonly<Record<string, readonly string[]>>>()(() => nothing),

  /** What touches an item, best first, those that know each other and those that were judged too. */
  'overlaps.of': library<readonly OverlapLine[]>()(() => z.object({ id: itemId, limit: pageLimit })),
  /** Pairs that nobody has judged and that do not know each other, best first. */
  'overlaps.proposals': library<readonly OverlapLine[]>()(() => z.object({ limit: pageLimit })),
  /** Keeps what somebody decided about a pair; it is not asked again, on any replica. */
  'overlaps.judge': library<Judgement>()(() =>
    z.object({ a: itemId, b: itemId, aspect: z.enum(judgementAspects), verdict: z.enum(verdicts) }),
  ),
  /** Everything that is compared, and the strongest pairs among it, judged or not. */
  'overlaps.map': library<OverlapMap>()(() => z.object({ limit: pageLimit })),
  /** What is tied to an item, one and two steps away. */
  'relations.around': library<RelationGraph>()(() => z.object({ id: itemId })),
  'duplicates.list': library<readonly DuplicateLine[]>()(() => z.object({ limit: pageLimit })),
  'duplicates.of': library<readonly DuplicateLine[]>()(() => z.object({ id: itemId })),
  /** In which fields two items differ, and what the merged one would get. */
  'duplicates.fields': library<readonly FieldMerge[]>()(() => z.object({ winner: itemId, loser: itemId })),
  /** One step to undo. Error: `merge-not-possible` for items of two spaces. */
  'duplicates.merge': library<{ id: ItemId }>()(() =>
    z.object({ winner: itemId, loser: itemId, choices: z.record(z.string(), z.enum(['winner', 'loser', 'both'])) }),
  ),
  /** Where the id of a merged item leads: the item to show for it. */
  'duplicates.resolve': library<{ id: ItemId }>()(() => z.object({ id: itemId })),
  'curating.queue': library<CurationPage>()(() =>
    z.object({
      reason: z.enum(['leftover', 'new', 'incomplete', 'stale', 'proposed', 'quality']).nullable(),
      offset: z.number().int().min(0),
      limit: pageLimit,
    }),
  ),
  'curating.lineage': library<Lineage>()(() => z.object({ id: itemId })),
  'curating.previewBulk': library<readonly BulkPreview[]>()(() => z.object({ ids: itemIds, edit: bulkEdit })),
  /** Errors: those of the guard, in a shared space. */
  'curating.applyBulk': library<{ changed: number }>()(() => z.object({ ids: itemIds, edit: bulkEdit, despite })),
  /** The yearly actions of a year beside those of the year before; every year that has any is named. Of one region, or of all. */
  'plans.compare': library<YearComparison>()(() => z.object({ year, region: z.string().max(200).nullable() })),
  /** Carries these open actions of the year before on into a year, each as an action that follows the old one. One step to undo. */
  'plans.newYear': library<{ made: number }>()(() => z.object({ year, ids: itemIds })),
} as const;
