import type { ItemExportFormat } from '../../../shared/model/export';

/** The options that a command may have; those of every command are not among them. */
export const commandOptions = {
  limit: { type: 'string' },
  as: { type: 'string' },
  set: { type: 'string', multiple: true },
  remove: { type: 'string', multiple: true },
  space: { type: 'string' },
  at: { type: 'string' },
  user: { type: 'string' },
  closed: { type: 'boolean' },
  owner: { type: 'string' },
  role: { type: 'string' },
  until: { type: 'string' },
  reason: { type: 'string' },
  invitation: { type: 'string' },
  move: { type: 'boolean' },
  once: { type: 'boolean' },
  watch: { type: 'boolean' },
  take: { type: 'string' },
  value: { type: 'string' },
  all: { type: 'boolean' },
  despite: { type: 'string' },
  format: { type: 'string' },
  sheet: { type: 'string' },
  map: { type: 'string', multiple: true },
  partial: { type: 'boolean' },
  for: { type: 'string' },
  'password-file': { type: 'string' },
  out: { type: 'string' },
  'text-only': { type: 'boolean' },
} as const;

export type OptionName = keyof typeof commandOptions;

/** What was given, checked. */
export interface Options {
  readonly limit: number;
  /** The type that imported files get. */
  readonly as: string | null;
  readonly set: readonly FieldText[];
  readonly remove: readonly FieldText[];
  readonly space: string | null;
  readonly at: string | null;
  readonly user: string | null;
  readonly closed: boolean;
  readonly owner: string | null;
  readonly role: string | null;
  /** The last day, `2025-03-31`. */
  readonly until: string | null;
  readonly reason: string | null;
  /** The link of one. */
  readonly invitation: string | null;
  readonly move: boolean;
  readonly watch: boolean;
  /** 1 is the first version. */
  readonly take: number | null;
  readonly value: string | null;
  readonly all: boolean;
  /** Why something is shared although the guard found data of persons in it. */
  readonly despite: string | null;
  readonly format: ItemExportFormat | null;
  readonly sheet: string | null;
  /** `field` is a column of the table, `text` the field it fills. */
  readonly map: readonly FieldText[];
  readonly partial: boolean;
  /** Whom a reading package is for. */
  readonly for: string | null;
  readonly passwordFile: string | null;
  readonly out: string | null;
  readonly textOnly: boolean;
}

export interface FieldText {
  readonly field: string;
  readonly text: string;
}
