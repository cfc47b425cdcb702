import type { ItemChange } from '../../../../shared/model/views';

/** A change of an item that could not be saved, to be sent again. */
export interface FailedChange<Label> {
  readonly change: ItemChange;
  readonly label: Label;
}

/** Adds one that failed; an earlier one of the same fields is out of date. */
export function withFailed<Label>(
  failed: readonly FailedChange<Label>[],
  latest: FailedChange<Label>,
): readonly FailedChange<Label>[] {
  return [...withoutSaved(failed, latest.change), latest];
}

/** What still has to be sent now that `saved` is: fields that it set are not set back by an older value. */
export function withoutSaved<Label>(
  failed: readonly FailedChange<Label>[],
  saved: ItemChange,
): readonly FailedChange<Label>[] {
  const fields = Object.keys(saved.set ?? {});
  return failed.flatMap(({ change, label }) => {
    if (change === saved) return [];
    const left = Object.entries(change.set ?? {}).filter(([field]) => !fields.includes(field));
    const { set: _set, ...sets } = change;
    if (left.length === 0 && change.set !== undefined && Object.keys(sets).length === 0) return [];
    return [{ change: left.length === 0 ? sets : { ...sets, set: Object.fromEntries(left) }, label }];
  });
}
