import type { ItemQuery } from '../../shared/search/item-query';
import { createCorpus } from '../support/corpus';

export const pageSize = 20;

export interface TypedQuery {
  readonly kind: 'one word' | 'two words' | 'prefix of 2' | 'prefix of 3' | 'prefix of 5' | 'word and prefix';
  /** Its number among those of its kind. */
  readonly order: number;
  readonly query: ItemQuery;
}

/** What people type, with words as frequent as in the documents: the same 360 on every run. */
export function typedQueries(ofKind = 60): TypedQuery[] {
  const corpus = createCorpus(99);
  const long = (): string => {
    for (;;) {
      const word = corpus.word();
      if (word.length >= 5) return word;
    }
  };
  return Array.from({ length: ofKind }, (_, order) => {
    const [one, other, started] = [corpus.word(), corpus.word(), long()];
    const texts: Record<TypedQuery['kind'], string> = {
      'one word': `${one} `,
      'two words': `${one} ${other} `,
      'prefix of 2': started.slice(0, 2),
      'prefix of 3': started.slice(0, 3),
      'prefix of 5': started.slice(0, 5),
      'word and prefix': `${one} ${started.slice(0, 3)}`,
    };
    return (Object.keys(texts) as TypedQuery['kind'][]).map((kind) => ({ kind, order, query: queryOf(texts[kind]) }));
  }).flat();
}

export function queryOf(text: string): ItemQuery {
  return {
    text,
    filters: {},
    group: null,
    collection: null,
    view: 'all',
    sort: 'relevance',
    descending: true,
    withoutExpansions: [],
    offset: 0,
    limit: pageSize,
  };
}
