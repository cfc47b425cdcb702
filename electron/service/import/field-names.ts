import { fieldLabels, type FieldKey } from '../../../shared/messages/fields';

/** How a column for this field may be named, in either language. */
export function fieldNames(key: string): readonly string[] {
  const label = fieldLabels[key as FieldKey] as (typeof fieldLabels)[FieldKey] | undefined;
  return label === undefined ? [key] : [key, label.nl, label.en];
}
