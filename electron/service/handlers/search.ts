import type { ItemId } from '../../../shared/base/ids';
import { fieldTexts } from '../../search/field-texts';
import { glossaryOf } from '../../../shared/search/glossary';
import type { LibraryHandlers, Parts } from '../service';
import { fileOf } from './items';

type Names =
  'items.query' | 'items.ids' | 'items.facets' | 'items.counts' | 'items.why' | 'palette.find' | 'terms.glossary';

/** Listing, finding and counting. */
export function searchHandlers({ library, search, fullSearch }: Parts): Pick<LibraryHandlers, Names> {
  return {
    'items.query': ({ query, mode }) => (mode === 'quick' ? search.query(query, mode) : fullSearch.query(query)),
    'items.ids': ({ query, from, to }) => fullSearch.ids({ ...query, offset: from, limit: to - from + 1 }),
    'items.facets': ({ query }) => fullSearch.facets(query),
    'items.counts': () => search.counts(),
    'items.why': ({ id, query }) => {
      const state = library.get(id as ItemId);
      return state === null ? [] : search.why(query, fieldTexts(state), fileOf(state)?.hash ?? null);
    },
    'palette.find': ({ text, limit }) => search.palette(text, limit),
    'terms.glossary': () => glossaryOf(search.thesaurus()),
  };
}
