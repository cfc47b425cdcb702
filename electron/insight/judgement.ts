import type { ItemId, SpaceId } from '../../shared/base/ids';
import { canonicalJson } from '../../shared/base/json';
import type { Judgement, JudgementAspect, Verdict } from '../../shared/model/insight';
import type { ItemState } from '../../shared/revision/item-state';
import { sha256 } from '../library/hash';
import type { NewItem } from '../library/library-types';
import { pairKey, text, texts, typeOf } from './item-fields';

interface Space {
  readonly id: SpaceId;
  readonly kind: 'private' | 'open' | 'closed';
}

/**
 * Where a judgement is kept: with the pair when both are in one space. Otherwise where the fewest can read it, so that a judgement never
 * tells outside a closed space what is in it: the closed one beside an open one, and the private space in all other cases.
 */
export function spaceOfJudgement(a: Space, b: Space, privateSpace: SpaceId): SpaceId {
  if (a.id === b.id) return a.id;
  const closed = [a, b].filter(({ kind }) => kind === 'closed');
  const open = [a, b].filter(({ kind }) => kind === 'open');
  return closed.length === 1 && open.length === 1 ? (closed[0] as Space).id : open.length === 2 ? a.id : privateSpace;
}

/**
 * The id follows from the space, what was asked and the pair: whoever judges the same pair, on whatever replica, writes the same item,
 * so a judgement is found again everywhere and two of them merge as two edits of one item do.
 */
function judgementId(space: SpaceId, aspect: JudgementAspect, a: ItemId, b: ItemId): ItemId {
  const hash = sha256(canonicalJson(['judgement', space, aspect, pairKey(a, b)]));
  // 26 characters of base 32 from 130 of the 256 bits, as ids that are drawn have them.
  const bits = [...hash].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  return Array.from({ length: 26 }, (_, i) => Number.parseInt(bits.slice(i * 5, i * 5 + 5), 2).toString(32)).join(
    '',
  ) as ItemId;
}

export function newJudgement(space: SpaceId, aspect: JudgementAspect, a: ItemId, b: ItemId, verdict: Verdict): NewItem {
  return {
    id: judgementId(space, aspect, a, b),
    type: 'judgement',
    space,
    // The title is the same for all, so that two people who judge the same pair do not disagree on it.
    set: { title: 'Oordeel', aspect, pair: a < b ? [a, b] : [b, a], verdict },
  };
}

/** Reads an item as a judgement; null when it is none, or is in the bin. */
export function judgementOf(state: ItemState): Judgement | null {
  if (typeOf(state) !== 'judgement' || state.deleted) return null;
  const [a, b] = texts(state, 'pair');
  const verdict = text(state, 'verdict');
  if (a === undefined || b === undefined || verdict === '') return null;
  return {
    id: state.id,
    aspect: text(state, 'aspect') === 'duplicate' ? 'duplicate' : 'overlap',
    pair: [a as ItemId, b as ItemId],
    verdict: verdict as Verdict,
    note: text(state, 'note'),
    at: state.changedAt,
    disputed: state.conflicts.some(({ field }) => field === 'verdict'),
  };
}
