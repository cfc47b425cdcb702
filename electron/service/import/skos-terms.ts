import type { JsonValue } from '../../../shared/base/json';
import { fold } from '../../../shared/search/fold';
import { importSkos } from '../../../shared/search/skos';
import type { ThesaurusTerm } from '../../../shared/search/thesaurus';
import type { ImportedFile } from '../../../shared/model/views';
import type { ItemId } from '../../../shared/base/ids';
import type { Library, NewItem } from '../../library/library-types';

/** A thesaurus in JSON-LD, ours or another program's. */
export function isSkos(text: string): boolean {
  return text.includes('w3.org/2004/02/skos/core#') && /^\ufeff?\s*[[{]/.test(text);
}

/** The concepts of a SKOS file as term items. Error: `skos-invalid`. */
export function termItems(text: string): readonly NewItem[] {
  return importSkos(text).map((term) => ({ type: 'term', set: fieldsOf(term), add: setsOf(term) }));
}

function fieldsOf(term: ThesaurusTerm): Record<string, JsonValue> {
  const { preferred, abbreviation, longForm, definition, note, source, validFrom, validTo, successor, successorFrom } =
    term;
  const lines = { abbreviation, longForm, definition, note, source, validFrom, validTo, successor, successorFrom };
  return { title: preferred, ...Object.fromEntries(Object.entries(lines).filter(([, value]) => value !== null)) };
}

function setsOf({ variants, synonyms, broader, related }: ThesaurusTerm): Record<string, readonly string[]> {
  const sets = { variants, synonyms, broaderTerms: broader, relatedTerms: related };
  return Object.fromEntries(Object.entries(sets).filter(([, values]) => values.length > 0));
}

/** Terms that a library has already, by name and abbreviation, apart from those it lacks: reading a thesaurus twice changes nothing. */
export function withoutKnownTerms(
  library: Library,
  items: readonly NewItem[],
  path: string,
): { readonly items: readonly NewItem[]; readonly known: readonly ImportedFile[] } {
  if (!items.some(({ type }) => type === 'term')) return { items, known: [] };
  const rows = library.database
    .prepare(`SELECT id, title FROM search_item WHERE type = 'term' AND deleted = 0`)
    .all<{ id: ItemId; title: string }>();
  const byName = new Map(
    rows.map(({ id, title }) => [nameOf(title, library.get(id)?.fields['abbreviation']), { id, title }] as const),
  );
  const knownOf = ({ type, set }: NewItem): { id: ItemId; title: string } | undefined =>
    type === 'term' ? byName.get(nameOf(set['title'], set['abbreviation'])) : undefined;
  return {
    items: items.filter((item) => knownOf(item) === undefined),
    known: items.flatMap((item) => {
      const known = knownOf(item);
      return known === undefined ? [] : [{ ...known, path }];
    }),
  };
}

function nameOf(title: unknown, abbreviation: unknown): string {
  return [title, abbreviation].map((text) => fold(typeof text === 'string' ? text.trim() : '')).join('\n');
}
