import { AppError } from '../../../shared/base/errors';
import type { ItemId } from '../../../shared/base/ids';
import type { CurationPage, CurationReason, ItemBrief, Judgement } from '../../../shared/model/insight';
import type { ItemState } from '../../../shared/revision/item-state';
import { planBulkEdit, type BulkEdit } from '../../insight/bulk-edit';
import { curationQueue } from '../../insight/curation';
import { texts, titleOf, typeOf, yearsOf } from '../../insight/item-fields';
import { judgementOf, newJudgement, spaceOfJudgement } from '../../insight/judgement';
import { lineageOf, openFates } from '../../insight/lineage';
import { hasLeftovers, mergeFields, mergePlan } from '../../insight/merge';
import { overlapMap } from '../../insight/overlap-map';
import { qualityNotes } from '../../insight/quality';
import { relationGraph } from '../../insight/relation-graph';
import { compareYears, newYear } from '../../insight/yearly-plan';
import type { Library, NewItem } from '../../library/library-types';
import type { LibraryHandlers, Parts } from '../service';
import { mergedInto } from '../merged-into';
import { existing } from './items';

type PairNames =
  | 'overlaps.of'
  | 'overlaps.proposals'
  | 'overlaps.judge'
  | 'overlaps.map'
  | 'relations.around'
  | 'duplicates.list'
  | 'duplicates.of'
  | 'duplicates.fields'
  | 'duplicates.merge'
  | 'duplicates.resolve';
type CuratingNames = 'curating.queue' | 'curating.lineage' | 'curating.previewBulk' | 'curating.applyBulk';
type PlanNames = 'plans.compare' | 'plans.newYear' | 'terms.listValues';

/** What touches what, what is here twice, and what wants a coordinator's eye. */
export function insightHandlers(parts: Parts): Pick<LibraryHandlers, PairNames | CuratingNames | PlanNames> {
  return { ...pairHandlers(parts), ...curatingHandlers(parts), ...planHandlers(parts) };
}

function pairHandlers(parts: Parts): Pick<LibraryHandlers, PairNames> {
  const { library, search, insight, settings } = parts;
  const overlaps = () => insight.overlaps(library);
  const duplicates = () => insight.duplicates(library, search, () => settings().duplicateRules);
  const lines = <Pair extends { a: ItemId; b: ItemId }>(
    pairs: readonly Pair[],
  ): (Pair & { first: ItemBrief; second: ItemBrief })[] =>
    pairs.map((pair) => ({
      ...pair,
      first: briefOf(existing(library, pair.a)),
      second: briefOf(existing(library, pair.b)),
    }));
  return {
    'overlaps.of': async ({ id, limit }) => lines((await overlaps()).of(id, { limit })),
    'overlaps.proposals': async ({ limit }) => lines(await (await overlaps()).proposals(limit)),
    'overlaps.judge': ({ a, b, aspect, verdict }) => judge(parts, newJudgementOf(parts, aspect, a, b, verdict)),
    'overlaps.map': async ({ limit }) => overlapMap(library.items(), await (await overlaps()).strongest(limit)),
    'relations.around': ({ id }) =>
      relationGraph(id, {
        get: (other) => library.get(other),
        relationsTo: (other) => library.relationsTo(other),
        leadsTo: (other) => mergedInto(library, other),
      }),
    'duplicates.list': async ({ limit }) => lines((await duplicates()).all().slice(0, limit)),
    'duplicates.of': async ({ id }) => lines((await duplicates()).of(id)),
    'duplicates.fields': ({ winner, loser }) => mergeFields(existing(library, winner), existing(library, loser)),
    'duplicates.merge': async ({ winner, loser, choices }) => {
      const [ours, theirs] = [existing(library, winner), existing(library, loser)];
      if (winner === loser || ours.space !== theirs.space) throw new AppError('merge-not-possible');
      const plan = mergePlan(ours, theirs, library.relationsTo(loser), choices);
      const options = { label: 'merge:2', group: `merge:${loser}` };
      await library.changeMany(plan.changes, options);
      await library.bin([loser], options);
      return { id: winner };
    },
    'duplicates.resolve': ({ id }) => ({ id: mergedInto(library, id) }),
  };
}

function curatingHandlers({
  library,
  search,
  insight,
  settings,
  clock,
  guard,
}: Parts): Pick<LibraryHandlers, CuratingNames> {
  return {
    'curating.queue': async ({ reason, offset, limit }) => {
      const items = [...library.items()];
      const { notes, entries } = await queueOf(items);
      const page = reason === null ? entries : entries.filter(({ reasons }) => reasons.includes(reason));
      return {
        entries: page.slice(offset, offset + limit),
        total: page.length,
        counts: countsOf(entries),
        notes,
        openFates: openFates(items, clock().getFullYear()),
      };
    },
    'curating.lineage': ({ id }) => lineageOf(id, library.items(), clock().getFullYear()),
    'curating.previewBulk': ({ ids, edit }) => planBulkEdit(statesOf(ids), edit as BulkEdit).preview,
    'curating.applyBulk': async ({ ids, edit, despite }) => {
      const { changes } = planBulkEdit(statesOf(ids), edit as BulkEdit);
      await guard.allow('change', { kind: 'changes', changes }, despite);
      await library.changeMany(changes, { label: `change:${changes.length}` });
      return { changed: changes.length };
    },
  };

  function statesOf(ids: readonly ItemId[]): readonly ItemState[] {
    return ids.map((id) => existing(library, id));
  }

  async function queueOf(items: readonly ItemState[]): Promise<Pick<CurationPage, 'notes' | 'entries'>> {
    const found = await insight.duplicates(library, search, () => settings().duplicateRules);
    const proposals = new Map<ItemId, number>();
    for (const { a, b } of [...(await (await insight.overlaps(library)).proposals(mostProposals)), ...found.all()])
      for (const id of [a, b]) proposals.set(id, (proposals.get(id) ?? 0) + 1);
    const leftovers = found.redirects
      .leftovers()
      .filter(([winner, loser]) => hasLeftovers(existing(library, winner), existing(library, loser)))
      .map(([, loser]) => loser);
    const notes = qualityNotes(items);
    const entries = curationQueue({ items, now: clock(), leftovers: new Set(leftovers), proposals, notes });
    return { notes, entries };
  }
}

function planHandlers({ library }: Parts): Pick<LibraryHandlers, PlanNames> {
  return {
    'terms.listValues': () => listValues(library),
    'plans.compare': ({ year, region }) => compareYears(library.items(), year, region),
    'plans.newYear': async ({ year, ids }) => {
      const wanted = new Set(ids);
      const isWanted = ({ add }: NewItem): boolean =>
        (add?.['relations'] ?? []).some((relation) => wanted.has((relation as { target: ItemId }).target));
      const made = newYear([...library.items()], year).filter(isWanted);
      if (made.length > 0) await library.createItems(made, { label: `create:${made.length}` });
      return { made: made.length };
    },
  };
}

function listValues(library: Library): Readonly<Record<string, readonly string[]>> {
  const values = new Map<string, string[]>();
  const rows = library.database
    .prepare(`SELECT id, title FROM search_item WHERE type = 'listValue' AND deleted = 0 ORDER BY sort_title`)
    .all<{ id: ItemId; title: string }>();
  for (const { id, title } of rows) {
    const list = library.get(id)?.fields['list'];
    if (typeof list === 'string' && title !== '') values.set(list, [...(values.get(list) ?? []), title]);
  }
  return Object.fromEntries(values);
}

const mostProposals = 500;

function countsOf(entries: CurationPage['entries']): CurationPage['counts'] {
  const counts: Record<CurationReason, number> = {
    leftover: 0,
    new: 0,
    incomplete: 0,
    stale: 0,
    proposed: 0,
    quality: 0,
  };
  for (const { reasons } of entries) for (const reason of reasons) counts[reason] += 1;
  return counts;
}

function briefOf(state: ItemState): ItemBrief {
  return {
    id: state.id,
    type: typeOf(state),
    title: titleOf(state),
    regions: texts(state, 'regions'),
    ended: yearsOf(state)?.to ?? null,
  };
}

function newJudgementOf(
  { library }: Parts,
  aspect: Judgement['aspect'],
  a: ItemId,
  b: ItemId,
  verdict: Judgement['verdict'],
): NewItem {
  const spaces = library.spaces();
  const spaceOf = (id: ItemId) => spaces.find((space) => space.id === existing(library, id).space);
  const [first, second] = [spaceOf(a), spaceOf(b)];
  const own = spaces.find(({ kind }) => kind === 'private');
  if (first === undefined || second === undefined || own === undefined) throw new AppError('item-not-found');
  return newJudgement(spaceOfJudgement(first, second, own.id), aspect, a, b, verdict);
}

/** Judging again changes what was judged: the id is the pair's. */
async function judge({ library }: Parts, made: NewItem): Promise<Judgement> {
  const known = library.get(made.id as ItemId);
  const options = { label: 'judge:1' };
  const verdict = made.set['verdict'] ?? null;
  if (known === null) await library.createItem(made, options);
  else {
    if (known.deleted) await library.restoreFromBin([known.id]);
    await library.change(known.id, { set: { verdict } }, options);
  }
  const state = library.get(made.id as ItemId);
  const judgement = state === null ? null : judgementOf(state);
  if (judgement === null) throw new AppError('item-not-found');
  return judgement;
}
