import type { FieldSpec } from './field';

/** A kind of item: which fields its form has, in the order they are shown. Texts come from `shared/messages`. */
export interface ItemType {
  readonly name: string;
  /** Where it stands in the sidebar. */
  readonly group: 'projects' | 'studies' | 'drafts' | 'documents' | 'programmes' | 'people' | 'terms' | 'collections';
  readonly fields: readonly FieldSpec[];
  /** Can hold a file. */
  readonly hasFile: boolean;
  /** Stands in no list until a search asks for its type. */
  readonly onRequest?: boolean;
  /** Fields that no form shows, each with a shape of its own (`structured-fields.ts`); one value as a whole wins. */
  readonly structured?: readonly string[];
}

/** Every item has these besides the fields of its type. `file` is a `FileRef`, set only where the type has files. */
export const commonFields = [
  { key: 'title', kind: 'line', required: true },
  { key: 'tags', kind: 'set', facet: true },
] as const satisfies readonly FieldSpec[];
