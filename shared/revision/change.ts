import { canonicalJson, sameJson, type JsonValue } from '../base/json';
import type { ItemState } from './item-state';
import type { RevisionBody } from './revision';
import { deletedField } from './state';

type Elements = Record<string, readonly JsonValue[]>;

/** The value of a single-valued field, `deleted` included; null when empty. */
function valueOf(state: ItemState, field: string): JsonValue {
  if (field === deletedField) return state.deleted;
  return Object.hasOwn(state.fields, field) ? (state.fields[field] ?? null) : null;
}

function has(state: ItemState, field: string, value: JsonValue): boolean {
  const key = canonicalJson(value);
  return (state.sets[field] ?? []).some((element) => canonicalJson(element) === key);
}

function isOpen(state: ItemState, field: string): boolean {
  return field === deletedField ? state.revived : state.conflicts.some((conflict) => conflict.field === field);
}

function bodyOf(set: Readonly<Record<string, JsonValue>>, add: Elements, remove: Elements): RevisionBody {
  const filled = (elements: Elements): Elements =>
    Object.fromEntries(Object.entries(elements).filter(([, values]) => values.length > 0));
  const [added, removed] = [filled(add), filled(remove)];
  return {
    ...(Object.keys(set).length > 0 ? { set } : {}),
    ...(Object.keys(added).length > 0 ? { add: added } : {}),
    ...(Object.keys(removed).length > 0 ? { remove: removed } : {}),
  };
}

function choose(elements: Elements | undefined, keep: (field: string, value: JsonValue) => boolean): Elements {
  return Object.fromEntries(
    Object.entries(elements ?? {}).map(([field, values]) => [field, values.filter((value) => keep(field, value))]),
  );
}

export function isEmptyChange(change: RevisionBody): boolean {
  return change.set === undefined && change.add === undefined && change.remove === undefined;
}

/** What of `change` would change anything; writing the shown value of a field in conflict does, because it settles it. */
export function effectiveChange(state: ItemState, change: RevisionBody): RevisionBody {
  const set = Object.entries(change.set ?? {}).filter(
    ([field, value]) => isOpen(state, field) || !sameJson(valueOf(state, field), value),
  );
  return bodyOf(
    Object.fromEntries(set),
    choose(change.add, (field, value) => !has(state, field, value)),
    choose(change.remove, (field, value) => has(state, field, value)),
  );
}

/** The change that takes back `change`, made on an item as it was in `before`. */
export function inverseChange(before: ItemState, change: RevisionBody): RevisionBody {
  const effective = effectiveChange(before, change);
  const set = Object.keys(effective.set ?? {}).map((field) => [field, valueOf(before, field)] as const);
  return bodyOf(Object.fromEntries(set), { ...effective.remove }, { ...effective.add });
}

/** What of `inverse` may still be done: nothing that somebody has written since `done` is overwritten (R20). */
export function stillUndoable(now: ItemState, done: RevisionBody, inverse: RevisionBody): RevisionBody {
  const set = Object.entries(inverse.set ?? {}).filter(([field]) =>
    sameJson(valueOf(now, field), done.set?.[field] ?? null),
  );
  return effectiveChange(now, { ...inverse, set: Object.fromEntries(set) });
}

/** The change that makes an item that is now `from` equal to `to`, bin included. */
export function changeBetween(from: ItemState, to: ItemState): RevisionBody {
  const fields = [...new Set([...Object.keys(from.fields), ...Object.keys(to.fields), deletedField])];
  const set = Object.fromEntries(fields.map((field) => [field, valueOf(to, field)]));
  return effectiveChange(from, {
    set,
    add: { ...to.sets },
    remove: choose({ ...from.sets }, (field, value) => !has(to, field, value)),
  });
}
