import type { FieldSpec } from './field';

/** A kind of item: which fields its form has, in the order they are shown. Texts come from `shared/messages`. */
export interface ItemType {
  readonly name: string;
  /** Where it stands in the sidebar. */
  readonly group: 'projects' | 'studies' | 'drafts' | 'documents' | 'programmes' | 'people' | 'terms' | 'collections';
  readonly fields: readonly FieldSpec[];
  /** Can hold a file. */
  readonly hasFile: boolean;
}

/** Every item has these besides the fields of its type. `file` is a `FileRef`, set only where the type has files. */
export const commonFields = [
  { key: 'title', kind: 'line', required: true },
  { key: 'tags', kind: 'set', facet: true },
] as const satisfies readonly FieldSpec[];
