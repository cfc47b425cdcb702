/**
 * How a field is written, shown and checked.
 * `line` one line; `text` plain lines; `markdown` long text, merged three ways; `choice` one of `choices`;
 * `set` a set of short texts, merged element by element; `list` an ordered list of short texts (authors).
 */
export type FieldKind =
  | 'line'
  | 'text'
  | 'markdown'
  | 'choice'
  | 'set'
  | 'list'
  | 'year'
  | 'date'
  | 'period'
  | 'number'
  | 'url'
  | 'email'
  | 'flag';

export interface FieldSpec {
  readonly key: string;
  readonly kind: FieldKind;
  readonly required?: boolean;
  /** Offered as a filter beside the list. */
  readonly facet?: boolean;
  /** Values of a `choice`, or the suggested ones of a `set`; the interface has a text for each. */
  readonly choices?: readonly string[];
  /** A `choice` that coordinators extend: other values than `choices` are taken too. */
  readonly open?: boolean;
}
