import builtIn from '../../resources/thesaurus/nl.json';
import {
  createThesaurus,
  mergeTerms,
  thesaurusTermSchema,
  type LabelKey,
  type Thesaurus,
  type ThesaurusTerm,
} from '../../shared/search/thesaurus';
import type { Database } from '../library/database';
import type { Analyser } from './dutch/analyse';
import { tokenize } from './dutch/tokenize';
import type { OwnTerm } from './own-term';

/** The terms that come with the app, for a library that has none of its own yet. */
export function builtInTerms(): readonly ThesaurusTerm[] {
  return (builtIn as readonly unknown[]).map((term) => thesaurusTermSchema.parse(term));
}

/** Words that say the same, told apart from those that do not: pieces of a word stay together, so `vo-mbo` is not `vo mbo`. */
export function labelKeys(analyser: Analyser): LabelKey {
  return (text) => {
    const tokens = tokenize(text);
    const sign = (token: (typeof tokens)[number]): string => token.sign ?? '';
    return {
      exact: tokens.map((token) => token.parts.join('-') + sign(token)).join(' '),
      stemmed: tokens.map((token) => token.parts.map(analyser.stem).join('-') + sign(token)).join(' '),
    };
  };
}

/** The thesaurus of a library: its own terms before those of the app. Read again when a term changed, and only then. */
export interface LibraryThesaurus {
  /** Never inside a transaction that may be rolled back. */
  current(): Thesaurus;
}

interface StoredTerm {
  readonly id: string;
  readonly card: string;
}

function readOwn(database: Database): ThesaurusTerm[] {
  const stored = database
    .prepare(
      `SELECT id, card FROM search_item INDEXED BY search_item_term WHERE type = 'term' AND deleted = 0 ORDER BY id`,
    )
    .all<StoredTerm>()
    .flatMap(({ id, card }) => {
      const { term } = JSON.parse(card) as { term?: OwnTerm };
      return term === undefined ? [] : [{ id, ...term }];
    });
  const replacedBy = new Map(stored.flatMap(({ term, replaces }) => replaces.map((id) => [id, term] as const)));
  return stored.map(({ id, term }) => {
    const successor = replacedBy.get(id);
    return successor === undefined || term.successor !== null
      ? term
      : { ...term, successor: successor.preferred, successorFrom: term.successorFrom ?? successor.validFrom };
  });
}

export function createLibraryThesaurus(
  database: Database,
  analyser: Analyser,
  terms: readonly ThesaurusTerm[] = builtInTerms(),
): LibraryThesaurus {
  const keyOf = labelKeys(analyser);
  let read: { stamp: string; thesaurus: Thesaurus } | null = null;
  return {
    current() {
      const { last, count } = database
        .prepare(
          `SELECT max(version) AS last, count(*) AS count FROM search_item INDEXED BY search_item_term WHERE type = 'term'`,
        )
        .get<{ last: number | null; count: number }>() ?? { last: 0, count: 0 };
      const stamp = `${last}.${count}`;
      if (read?.stamp !== stamp)
        read = { stamp, thesaurus: createThesaurus(mergeTerms(terms, readOwn(database), keyOf), keyOf) };
      return read.thesaurus;
    },
  };
}
