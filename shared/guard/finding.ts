/** What the guard looks for, most telling first. */
export const findingKinds = [
  'bsn',
  'education-number',
  'person-table',
  'birth-date',
  'health',
  'private-contact',
  'small-cells',
  'professional-contact',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Why something was found; each has its text in `shared/messages/ui/guard.ts`. */
export type FindingReason =
  | 'bsn-labelled'
  | 'bsn-mistyped'
  | 'bsn-near-pupil'
  | 'education-number-labelled'
  | 'birth-date-near-name'
  | 'address-near-name'
  | 'phone-near-name'
  | 'mail-private'
  | 'mail-at-work'
  | 'health-near-name'
  | 'table-names'
  | 'table-numbers'
  | 'table-traits'
  | 'table-lines'
  | 'cell-under-five';

export interface Span {
  /** Offsets in the text of the page, the end not included. */
  readonly start: number;
  readonly end: number;
}

export interface FindingPlace extends Span {
  /** Index in the pages that were given. */
  readonly page: number;
  /** From 1. */
  readonly line: number;
  /** In a table, from 1, the row of the header included; null in running text. */
  readonly cell: { readonly row: number; readonly column: number } | null;
}

export interface Finding {
  readonly kind: FindingKind;
  readonly reason: FindingReason;
  readonly sure: 'certain' | 'likely' | 'possible';
  readonly place: FindingPlace;
  /** What a redacted copy leaves out. */
  readonly hide: readonly Span[];
}

/** A finding that only informs: business contacts may be shared. */
export function isNotice({ kind }: Pick<Finding, 'kind'>): boolean {
  return kind === 'professional-contact';
}

/** A person may decide otherwise, with a reason. A table with a row per person has no business here, whoever says so. */
export function isOverridable({ kind }: Pick<Finding, 'kind'>): boolean {
  return kind !== 'person-table';
}
