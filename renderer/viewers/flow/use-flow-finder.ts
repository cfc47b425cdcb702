import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { findSearched, findTyped } from '../../../shared/search/hit-terms';
import { bringIntoView } from '../reader/bring-into-view';
import type { Finder, Wanted } from '../reader/find';
import { createMarks } from './marks';
import { indexText, type TextIndex } from './text-index';

/** More marks than this help nobody and slow the page down. */
const maxMatches = 5_000;

interface Found {
  readonly ranges: readonly Range[];
  readonly current: number;
}
const nothing: Found = { ranges: [], current: -1 };

/** Finds in the text of an article that is on the page as a whole. `content` changes when that text does. */
export function useFlowFinder(
  article: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  content: unknown,
): Finder {
  const marks = useMemo(createMarks, []);
  const index = useRef<TextIndex | null>(null);
  const [found, setFound] = useState<Found>(nothing);
  const latest = useRef(found);

  const show = useCallback(
    (next: Found) => {
      latest.current = next;
      setFound(next);
      const range = next.ranges[next.current] ?? null;
      marks.showCurrent(range);
      if (range !== null && scroller.current !== null) bringIntoView(range.getBoundingClientRect(), scroller.current);
    },
    [marks, scroller],
  );

  const look = useCallback(
    (wanted: Wanted) => {
      if (article.current === null) return;
      index.current ??= indexText(article.current);
      const ranges = rangesOf(index.current, wanted);
      marks.show(ranges);
      const from =
        wanted.page == null
          ? (scroller.current?.getBoundingClientRect().top ?? 0)
          : topOfPage(article.current, wanted.page);
      show(ranges.length === 0 ? nothing : { ranges, current: firstBelow(ranges, from) });
    },
    [article, scroller, marks, show],
  );

  const step = useCallback(
    (direction: 1 | -1) => {
      const { ranges, current } = latest.current;
      if (ranges.length > 0) show({ ranges, current: (current + direction + ranges.length) % ranges.length });
    },
    [show],
  );

  useEffect(() => {
    index.current = null;
    return () => {
      marks.show([]);
      marks.showCurrent(null);
    };
  }, [marks, content]);

  return { current: found.current + 1, total: found.ranges.length, busy: false, look, step };
}

function rangesOf(index: TextIndex, { text, searched }: Wanted): Range[] {
  const hits = searched ? findSearched(index.text, text) : findTyped(index.text, text);
  return hits.slice(0, maxMatches).map(([start, end]) => index.rangeOf(start, end));
}

/** The first of the ranges, which follow the text, that begins at or under `top`; the very first when none does. */
function firstBelow(ranges: readonly Range[], top: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.getBoundingClientRect().top ?? 0) >= top) high = middle;
    else low = middle + 1;
  }
  return low === ranges.length ? 0 : low;
}

/** Where the part of the article begins that stands for a page of the document. */
function topOfPage(article: HTMLElement, page: number): number {
  const part = article.querySelector(`[data-page="${page}"]`);
  return (part ?? article).getBoundingClientRect().top;
}
