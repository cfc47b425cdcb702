import { useDebouncedValue } from '@mantine/hooks';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import type { CallInput } from '../../../shared/contract';
import { pageRows } from '../../../shared/contract/first-questions';
import type { ItemPage, ItemRow } from '../../../shared/search/item-query';
import { ask } from '../../bridge/client';
import { useAsk } from '../../bridge/queries';
import type { ListQuery } from './list-query';

/** As somebody types, only what can be seen: each row costs its excerpts to be looked up, and the next key replaces it. */
const quickRows = 30;
/** How long a person must pause before the full ranking is asked; until then each key asks the quick one. */
const pauseMs = 200;
const pageCacheMs = 60_000;

export interface Listing {
  /** The first page and what belongs to the whole; undefined until the first answer ever. */
  readonly head: ItemPage | undefined;
  readonly error: unknown;
  /** The text that `head` is an answer to; undefined while the last answer still stands. */
  readonly answered: string | undefined;
  /** The person paused and the full answer to what is in the search field is here. */
  readonly settled: boolean;
  rowAt(index: number): ItemRow | undefined;
  indexOf(id: ItemId): number;
  /** The row at a place that may not have been asked yet. */
  load(index: number): Promise<ItemRow | undefined>;
  /** Ids from one place to another, both included, in the order of the list. */
  idsBetween(from: number, to: number): Promise<readonly ItemId[]>;
  /** Says which rows can be seen, so that their pages are asked. */
  see(first: number, last: number): void;
  retry(): void;
}

/** The rows of a list, asked page by page as they come into sight. The last answer stays until the next one is here. */
export function useListing(query: ListQuery): Listing {
  const [pausedText] = useDebouncedValue(query.text, pauseMs);
  const mode = pausedText === query.text || query.text === '' ? 'full' : 'quick';
  const first = useAsk('items.query', pageInput(query, 0, mode), { keepLast: true });
  const [seen, setSeen] = useState<readonly number[]>([]);
  const { data: head, error, isPlaceholderData, refetch } = first;
  const current = !isPlaceholderData && mode === 'full';
  const answered = isPlaceholderData || head === undefined ? undefined : query.text;
  const total = head?.total ?? 0;
  const wanted = useMemo(
    () => (current ? seen.filter((page) => page > 0 && page * pageRows < total) : []),
    [current, seen, total],
  );
  const later = useQueries({
    queries: wanted.map((page) => pageQuery(query, page)),
    combine: useCallback(
      (answers: { data: ItemPage | undefined }[]) => new Map(wanted.map((page, i) => [page, answers[i]?.data])),
      [wanted],
    ),
  });
  const pages = useMemo(() => new Map(later).set(0, head), [later, head]);
  const client = useQueryClient();

  const see = useCallback((from: number, to: number) => {
    const next = [...new Set([Math.floor(Math.max(0, from) / pageRows), Math.floor(Math.max(0, to) / pageRows)])];
    setSeen((old) => (old.join() === next.join() ? old : next));
  }, []);

  return useMemo<Listing>(() => {
    const rowAt = (index: number): ItemRow | undefined =>
      pages.get(Math.floor(index / pageRows))?.rows[index % pageRows];
    return {
      head,
      error,
      answered,
      settled: current,
      rowAt,
      indexOf: (id) => {
        for (const [page, answer] of pages) {
          const place = answer?.rows.findIndex((row) => row.id === id) ?? -1;
          if (place >= 0) return page * pageRows + place;
        }
        return -1;
      },
      load: async (index) =>
        rowAt(index) ??
        (await client.fetchQuery(pageQuery(query, Math.floor(index / pageRows)))).rows[index % pageRows],
      idsBetween: async (from, to) => {
        const here = Array.from({ length: to - from + 1 }, (_, i) => rowAt(from + i)?.id);
        if (here.every((id) => id !== undefined)) return here;
        return ask('items.ids', { query: { ...query, offset: 0, limit: 1 }, from, to });
      },
      see,
      retry: () => void refetch(),
    };
  }, [pages, head, error, answered, current, client, query, see, refetch]);
}

/** The first question that the list asks of a query. */
export function firstPageOf(query: ListQuery): CallInput<'items.query'> {
  return pageInput(query, 0, 'full');
}

function pageInput(query: ListQuery, page: number, mode: 'quick' | 'full'): CallInput<'items.query'> {
  return { query: { ...query, offset: page * pageRows, limit: mode === 'quick' ? quickRows : pageRows }, mode };
}

function pageQuery(
  query: ListQuery,
  page: number,
): { queryKey: readonly unknown[]; queryFn: () => Promise<ItemPage>; gcTime: number } {
  const input = pageInput(query, page, 'full');
  return { queryKey: ['items.query', input], queryFn: () => ask('items.query', input), gcTime: pageCacheMs };
}
