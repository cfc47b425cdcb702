import type { ItemId, SpaceId } from '../base/ids';
import { canonicalJson, type JsonValue } from '../base/json';
import { ancestryOf, type Ancestry } from './ancestry';
import { fieldValue, frontierOf } from './field-value';
import type { FieldConflict, ItemState } from './item-state';
import type { Revision, RevisionBody } from './revision';
import { setField, sortElements, type SetField } from './set-value';

/** The field that says an item is in the bin. An ordinary field but for R10. */
export const deletedField = 'deleted';

export interface MergePolicy {
  /** True for long text that is merged three ways; decided by the item's type. */
  mergesText(type: string, field: string): boolean;
}

export interface ItemKey {
  readonly id: ItemId;
  readonly space: SpaceId;
}

/**
 * What the revisions of one item add up to, after the rules in RULES.md: the same for the same set of revisions, in any
 * order and any number of copies. null when none of them can be used yet.
 */
export function itemState(key: ItemKey, revisions: Iterable<Revision>, policy: MergePolicy): ItemState | null {
  return stateOf(key, ancestryOf(revisions), policy);
}

export function stateOf(key: ItemKey, ancestry: Ancestry, policy: MergePolicy): ItemState | null {
  if (ancestry.order.length === 0) return null;
  const { writers, sets } = collect(ancestry);
  const type = valueOf('type', false)?.value;
  const fields: [string, JsonValue][] = [];
  const conflicts: FieldConflict[] = [];
  for (const field of [...writers.keys()].filter((name) => name !== deletedField).sort()) {
    const found = valueOf(field, typeof type === 'string' && policy.mergesText(type, field));
    if (found === null) continue;
    if (found.value !== null) fields.push([field, found.value]);
    if (found.versions.length > 0) conflicts.push({ field, versions: found.versions });
  }
  const times = ancestry.order.map(({ header }) => header.at);
  const rootTimes = ancestry.order.filter(({ header }) => header.parents.length === 0).map(({ header }) => header.at);
  return {
    ...key,
    fields: Object.fromEntries(fields),
    sets: Object.fromEntries(
      [...sets].map(([field, set]) => [field, set.values()] as const).filter(([, values]) => values.length > 0),
    ),
    conflicts,
    ...deletion(ancestry, writers.get(deletedField) ?? []),
    heads: ancestry.heads,
    createdAt: rootTimes.reduce((a, b) => (a < b ? a : b)),
    changedAt: times.reduce((a, b) => (a > b ? a : b)),
  };

  function valueOf(field: string, mergeable: boolean): ReturnType<typeof fieldValue> | null {
    const list = writers.get(field);
    return list === undefined ? null : fieldValue(ancestry, field, list, mergeable);
  }
}

function collect(ancestry: Ancestry): { writers: Map<string, number[]>; sets: Map<string, SetField> } {
  const writers = new Map<string, number[]>();
  const sets = new Map<string, SetField>();
  const setOf = (field: string): SetField => {
    const set = sets.get(field) ?? setField(ancestry);
    sets.set(field, set);
    return set;
  };
  ancestry.order.forEach(({ body }, i) => {
    for (const field of Object.keys(body?.set ?? {})) {
      const list = writers.get(field);
      if (list === undefined) writers.set(field, [i]);
      else list.push(i);
    }
    for (const [field, values] of Object.entries(body?.remove ?? {}))
      for (const value of values) setOf(field).remove(i, value);
    for (const [field, values] of Object.entries(body?.add ?? {}))
      for (const value of values) setOf(field).add(i, value);
  });
  return { writers, sets };
}

/** R9 to R11: binned while a standing deletion is not opposed by an edit that neither saw it nor was seen by any other. */
function deletion(ancestry: Ancestry, writers: readonly number[]): { deleted: boolean; revived: boolean } {
  const bodyAt = (i: number): RevisionBody | null => ancestry.order[i]?.body ?? null;
  const frontier = frontierOf(ancestry, writers);
  const deletions = frontier.filter((i) => bodyAt(i)?.set?.[deletedField] === true);
  if (deletions.length === 0) return { deleted: false, revived: false };
  const apart = (i: number): boolean =>
    deletions.every((d) => d !== i && !ancestry.descends(d, i) && !ancestry.descends(i, d));
  const revived = ancestry.order.some(({ body }, i) => body !== null && isEdit(body) && apart(i));
  return { deleted: !revived, revived };
}

function isEdit(body: RevisionBody): boolean {
  const set = body.set ?? {};
  return (
    set[deletedField] === false ||
    Object.keys(set).some((field) => field !== deletedField) ||
    body.add !== undefined ||
    body.remove !== undefined
  );
}

/**
 * The state after one more revision, when that revision descends from everything in `state`; null when it does not. Equal to
 * `itemState` over all revisions (R17), as long as none of the item's revisions is held aside, for it could be the one waited
 * for. The cost does not grow with the history: autosave and import lean on it.
 */
export function extendState(state: ItemState, revision: Revision): ItemState | null {
  const { header, body } = revision;
  if (header.parents.length !== state.heads.length || !header.parents.every((id, i) => id === state.heads[i]))
    return null;
  const changedAt = header.at > state.changedAt ? header.at : state.changedAt;
  const next = { ...state, heads: [header.id], changedAt };
  if (body === null) return next;
  const { [deletedField]: deleted, ...set } = body.set ?? {};
  const fields = { ...state.fields, ...set };
  for (const [field, value] of Object.entries(set)) if (value === null) Reflect.deleteProperty(fields, field);
  return {
    ...next,
    fields,
    sets: extendSets(state.sets, body),
    conflicts: state.conflicts.filter(({ field }) => !Object.hasOwn(set, field)),
    ...(deleted === undefined ? {} : { deleted: deleted === true, revived: false }),
  };
}

function extendSets(sets: ItemState['sets'], { add = {}, remove = {} }: RevisionBody): ItemState['sets'] {
  const next: Record<string, readonly JsonValue[]> = { ...sets };
  for (const field of new Set([...Object.keys(remove), ...Object.keys(add)])) {
    const removed = new Set((remove[field] ?? []).map(canonicalJson));
    const kept = (sets[field] ?? []).filter((value) => !removed.has(canonicalJson(value)));
    const values = sortElements([...kept, ...(add[field] ?? [])]);
    if (values.length > 0) next[field] = values;
    else Reflect.deleteProperty(next, field);
  }
  return next;
}
