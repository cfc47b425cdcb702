import type { LibraryHandlers, Parts } from '../service';

type Names = 'items.query' | 'items.facets' | 'items.counts' | 'palette.find';

/** Listing, finding and counting. */
export function searchHandlers({ search, fullSearch }: Parts): Pick<LibraryHandlers, Names> {
  return {
    'items.query': ({ query, mode }) => (mode === 'quick' ? search.query(query, mode) : fullSearch.query(query)),
    'items.facets': ({ query }) => fullSearch.facets(query),
    'items.counts': () => search.counts(),
    'palette.find': ({ text, limit }) => search.palette(text, limit),
  };
}
