import type { Text } from './text';

export interface FieldLabel extends Text {
  /** One short sentence under the field in the form, where the name alone leaves doubt. */
  readonly hint?: Text;
}
