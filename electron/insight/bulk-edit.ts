import { sameJson, type JsonValue } from '../../shared/base/json';
import { fieldSchema } from '../../shared/model/field-schema';
import type { BulkPreview } from '../../shared/model/insight';
import { fieldOf } from '../../shared/model/types';
import type { ItemState } from '../../shared/revision/item-state';
import { effectiveChange, isEmptyChange } from '../../shared/revision/change';
import type { RevisionBody } from '../../shared/revision/revision';
import type { ItemChange } from '../library/library-types';
import { titleOf, typeOf } from './item-fields';

/** One change to many items. `replace` renames a value wherever it stands: an element of a set, or a whole field. */
export type BulkEdit =
  | { readonly kind: 'set'; readonly field: string; readonly value: JsonValue }
  | { readonly kind: 'fill'; readonly field: string; readonly value: JsonValue }
  | { readonly kind: 'add' | 'remove'; readonly field: string; readonly value: string }
  | { readonly kind: 'replace'; readonly field: string; readonly value: string; readonly by: string };

export interface BulkPlan {
  readonly preview: readonly BulkPreview[];
  /** Only what would change anything. */
  readonly changes: readonly ItemChange[];
}

/** What an edit would do to each item; nothing is written. Items it does not fit are named with the reason. */
export function planBulkEdit(states: readonly ItemState[], edit: BulkEdit): BulkPlan {
  const changes: ItemChange[] = [];
  const preview = states.map((state) => {
    const spec = fieldOf(typeOf(state), edit.field);
    const before = valueOf(state, edit.field);
    const shown = (after: JsonValue, skipped: BulkPreview['skipped']): BulkPreview => ({
      item: state.id,
      title: titleOf(state),
      before,
      after,
      skipped,
    });
    if (spec === undefined || (spec.kind === 'set') !== isForSets(edit, spec.kind)) return shown(before, 'noSuchField');
    const change = effectiveChange(state, changeFor(state, edit, spec.kind === 'set'));
    const written = [...Object.values(change.set ?? {}), ...Object.values(change.add ?? {}).flat()];
    if (!written.every((value) => fieldSchema(spec).safeParse(value).success)) return shown(before, 'invalid');
    if (isEmptyChange(change)) return shown(before, 'same');
    changes.push({ id: state.id, change });
    return shown(applied(before, change, edit.field), null);
  });
  return { preview, changes };
}

/** A set is changed by its elements; every other field as a whole. */
function isForSets({ kind }: BulkEdit, fieldKind: string): boolean {
  return kind === 'replace' ? fieldKind === 'set' : kind === 'add' || kind === 'remove';
}

function changeFor(state: ItemState, edit: BulkEdit, isSet: boolean): RevisionBody {
  const { field, value } = edit;
  const has = (state.sets[field] ?? []).some((element) => sameJson(element, value));
  switch (edit.kind) {
    case 'set':
      return { set: { [field]: value } };
    case 'fill':
      return state.fields[field] === undefined ? { set: { [field]: value } } : {};
    case 'add':
      return { add: { [field]: [value] } };
    case 'remove':
      return { remove: { [field]: [value] } };
    case 'replace':
      if (!isSet) return sameJson(state.fields[field] ?? null, value) ? { set: { [field]: edit.by } } : {};
      return has ? { remove: { [field]: [value] }, add: { [field]: [edit.by] } } : {};
  }
}

function valueOf(state: ItemState, field: string): JsonValue {
  return state.fields[field] ?? (state.sets[field] === undefined ? null : [...state.sets[field]]);
}

function applied(before: JsonValue, { set, add, remove }: RevisionBody, field: string): JsonValue {
  if (set !== undefined && field in set) return set[field] ?? null;
  const gone = remove?.[field] ?? [];
  const kept = (Array.isArray(before) ? before : []).filter((value) => !gone.some((each) => sameJson(each, value)));
  return [...kept, ...(add?.[field] ?? [])];
}
