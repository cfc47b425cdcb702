import type { LibraryHandlers, Parts } from '../service';

type Names = 'items.query' | 'items.facets' | 'items.counts' | 'palette.find';

/** Listing, finding and counting. */
export function searchHandlers({ search }: Parts): Pick<LibraryHandlers, Names> {
  return {
    'items.query': ({ query, mode }) => search.query(query, mode),
    'items.facets': ({ query }) => search.facets(query),
    'items.counts': () => search.counts(),
    'palette.find': ({ text, limit }) => search.palette(text, limit),
  };
}
