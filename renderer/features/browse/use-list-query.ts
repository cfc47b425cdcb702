import { useMemo, useState } from 'react';
import type { Facet } from '../../../shared/search/item-query';
import { useAsk } from '../../bridge/queries';
import { view } from '../../state/view';
import { listQuery, type ListQuery } from './list-query';

const none: readonly never[] = [];

/** The question that the window's state asks. What is switched off stays off until the search field is empty. */
export function useListQuery(): {
  query: ListQuery;
  without: readonly string[];
  setWithout: (expansions: readonly string[]) => void;
} {
  const scope = view.use((state) => state.scope);
  const text = view.use((state) => state.text);
  const filters = view.use((state) => state.filters);
  const sort = view.use((state) => state.sort);
  const descending = view.use((state) => state.descending);
  const [chosen, setWithout] = useState<readonly string[]>(none);
  const without = text.trim() === '' ? none : chosen;
  const query = useMemo(
    () => listQuery({ scope, text, filters, sort, descending }, without),
    [scope, text, filters, sort, descending, without],
  );
  return { query, without, setWithout };
}

/** Facets do not depend on order or place, and are asked when the person pauses. */
export function useFacets(query: ListQuery, settled: boolean): readonly Facet[] {
  const input = { query: { ...query, sort: 'title' as const, descending: false, offset: 0, limit: 1 } };
  return useAsk('items.facets', input, { keepLast: true, enabled: settled }).data ?? none;
}
