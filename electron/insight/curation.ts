import type { ItemId } from '../../shared/base/ids';
import { completeness, missingFields } from '../../shared/model/completeness';
import type { CurationEntry, CurationReason, QualityNote } from '../../shared/model/insight';
import { fieldOf, isAppType } from '../../shared/model/types';
import type { ItemState } from '../../shared/revision/item-state';
import { text, titleOf, typeOf } from './item-fields';

export interface CurationInput {
  readonly items: Iterable<ItemState>;
  readonly now: Date;
  /** Items that were merged and yet are there again. */
  readonly leftovers: ReadonlySet<ItemId>;
  /** How many unjudged raakvlakken and duplicates each item has. */
  readonly proposals: ReadonlyMap<ItemId, number>;
  readonly notes: readonly QualityNote[];
}

const newDays = 30;
const staleMonths = 12;
const leastComplete = 1;
/** What wants an eye first comes first. */
const weights: Readonly<Record<CurationReason, number>> = {
  leftover: 8,
  quality: 2,
  proposed: 2,
  new: 3,
  incomplete: 2,
  stale: 1,
};

/** The records that want a coordinator's eye, those with most reasons first. What nobody has to keep up to date is never stale. */
export function curationQueue(input: CurationInput): readonly CurationEntry[] {
  const noted = new Set(input.notes.flatMap((note) => ('items' in note ? note.items : [note.item])));
  return [...input.items]
    .filter((state) => !state.deleted && !isAppType(typeOf(state)) && typeOf(state) !== 'collection')
    .map((state) => entryOf(state, input, noted))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => urgency(b) - urgency(a) || a.completeness - b.completeness || (a.item < b.item ? -1 : 1));
}

function entryOf(
  state: ItemState,
  { now, leftovers, proposals }: CurationInput,
  noted: ReadonlySet<ItemId>,
): CurationEntry {
  const type = typeOf(state);
  const complete = completeness(type, state);
  const confirmedAt =
    fieldOf(type, 'lastConfirmed') === undefined ? null : text(state, 'lastConfirmed') || state.createdAt;
  const count = proposals.get(state.id) ?? 0;
  const is: Readonly<Record<CurationReason, boolean>> = {
    leftover: leftovers.has(state.id),
    quality: noted.has(state.id),
    proposed: count > 0,
    new: isNew(state, now),
    incomplete: complete < leastComplete,
    stale: confirmedAt !== null && isStale(confirmedAt, now),
  };
  return {
    item: state.id,
    type,
    title: titleOf(state),
    reasons: (Object.keys(is) as CurationReason[]).filter((reason) => is[reason]),
    completeness: complete,
    missing: missingFields(type, state).map(({ key }) => key),
    confirmedAt,
    proposals: count,
  };
}

function urgency({ reasons }: CurationEntry): number {
  return reasons.reduce((sum, reason) => sum + weights[reason], 0);
}

/** Came in lately, and nobody has said yet that it is right. */
function isNew(state: ItemState, now: Date): boolean {
  const ageMs = now.getTime() - Date.parse(state.createdAt);
  return ageMs < newDays * 86_400_000 && text(state, 'lastConfirmed') === '';
}

/** A date may be a year or a month: it holds until the end of it. */
export function isStale(confirmed: string, now: Date): boolean {
  const [year = 0, month = 12, day = 31] = confirmed.slice(0, 10).split('-').map(Number);
  const limit = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - staleMonths, now.getUTCDate()));
  return Date.UTC(year, month - 1, day) < limit.getTime();
}
