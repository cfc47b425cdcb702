import type { JsonValue } from '../../shared/base/json';
import type { ItemState } from '../../shared/revision/item-state';
import { relationSchema } from '../../shared/model/relation-schema';
import { thesaurusTermSchema, type ThesaurusTerm } from '../../shared/search/thesaurus';

/** A term item as the thesaurus takes it. */
export interface OwnTerm {
  readonly term: ThesaurusTerm;
  /** Terms that it replaces by a relation. */
  readonly replaces: readonly string[];
}

const lineFields = [
  'abbreviation',
  'longForm',
  'definition',
  'note',
  'source',
  'validFrom',
  'validTo',
  'successor',
  'successorFrom',
] as const;
const setFields = {
  variants: 'variants',
  synonyms: 'synonyms',
  broader: 'broaderTerms',
  related: 'relatedTerms',
} as const;

const line = (value: JsonValue | undefined): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

/** What a term item says; null when it has no name yet. A field of an unexpected shape is left out. */
export function ownTermOf({ fields, sets }: ItemState): OwnTerm | null {
  const lines = Object.fromEntries(lineFields.map((key) => [key, line(fields[key])]));
  const lists = Object.fromEntries(
    Object.entries(setFields).map(([key, field]) => [
      key,
      (sets[field] ?? []).flatMap((value) => line(value) ?? []).slice(0, 200),
    ]),
  );
  const read = thesaurusTermSchema.safeParse({ preferred: line(fields['title']), ...lines, ...lists });
  if (!read.success) return null;
  const relations = (sets['relations'] ?? []).flatMap((value) => relationSchema.safeParse(value).data ?? []);
  return { term: read.data, replaces: relations.flatMap(({ kind, target }) => (kind === 'replaces' ? [target] : [])) };
}
