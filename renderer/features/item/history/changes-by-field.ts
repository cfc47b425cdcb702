import type { FieldChange } from '../../../../shared/model/views';

export interface FieldChanges {
  readonly field: string;
  /** One for a field with one value; one for each element that came or went for a set. */
  readonly changes: readonly FieldChange[];
}

/** The changes of a step, those of one field together, in the order in which the fields first come. */
export function byField(changes: readonly FieldChange[]): readonly FieldChanges[] {
  const fields = new Map<string, FieldChange[]>();
  for (const change of changes) fields.set(change.field, [...(fields.get(change.field) ?? []), change]);
  return [...fields].map(([field, ofField]) => ({ field, changes: ofField }));
}
