import type { JsonValue } from '../../shared/base/json';
import { canonicalJson } from '../../shared/base/json';
import type { GuardedDocument, GuardHit } from '../../shared/model/guard';
import type { ItemState } from '../../shared/revision/item-state';
import type { RevisionBody } from '../../shared/revision/revision';

/** An item as a change would leave it, as far as its words go. */
export function changedBy(state: ItemState, { set = {}, add = {}, remove = {} }: RevisionBody): ItemState {
  const sets: Record<string, readonly JsonValue[]> = { ...state.sets };
  for (const field of new Set([...Object.keys(add), ...Object.keys(remove)])) {
    const gone = new Set((remove[field] ?? []).map(canonicalJson));
    const kept = (sets[field] ?? []).filter((value) => !gone.has(canonicalJson(value)));
    sets[field] = [...kept, ...(add[field] ?? [])];
  }
  return { ...state, fields: { ...state.fields, ...set }, sets };
}

/**
 * What is in an item now and was not before: whoever shared a finding for a reason is not asked again each time they type on. A finding is known by its words, because a
 * line further down is no other finding.
 */
export function newIn(after: GuardedDocument, before: GuardedDocument): GuardedDocument {
  const known = new Set(before.hits.map(wordsOf));
  const hits = after.hits.filter((hit) => !known.has(wordsOf(hit)));
  const stops = hits.filter(({ notice }) => !notice);
  return { ...after, hits, more: 0, stops: stops.length, final: stops.some(({ overridable }) => !overridable) };
}

const wordsOf = ({ kind, reason, match }: GuardHit): string => `${kind} ${reason} ${match}`;
