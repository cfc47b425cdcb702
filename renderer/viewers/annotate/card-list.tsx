import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useImperativeHandle, useRef, useState, type Ref, type RefObject } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import type { Thread } from '../../../shared/annotations/order';
import { AnnotationCard, useCardWords } from './annotation-card';
import classes from './annotation-pane.module.css';
import type { PlacedAnnotation, Surface } from './surface';
import type { Annotator } from './use-annotator';
import { useGoToMark } from './use-annotation-keys';

export interface CardsHandle {
  /** Brings the card of an annotation in sight and gives it the focus. */
  goTo(id: ItemId): void;
}

interface Props {
  readonly annotator: Annotator;
  readonly surface: Surface;
  readonly threads: readonly Thread[];
  readonly placed: ReadonlyMap<string, PlacedAnnotation>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly handle: Ref<CardsHandle>;
}

/** Height of a card before it is drawn and measured, in pixels. */
const cardPx = 96;

/** The cards of annotations, of which only those in sight exist. Apart from what is around it: a list that scrolls is drawn in every frame. */
export const CardList = memo(function CardList(props: Props): React.JSX.Element {
  const { annotator, surface, threads, placed, scroller, handle } = props;
  const list = useRef<HTMLDivElement>(null);
  const above = useHeightAbove(list);
  const goToMark = useGoToMark(annotator, surface);
  const words = useCardWords();
  const cards = useVirtualizer({
    count: threads.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardPx,
    overscan: 4,
    scrollMargin: above,
    useFlushSync: false,
    getItemKey: useCallback((index: number) => threads[index]?.annotation.id ?? index, [threads]),
  });
  const focusCard = useCallback(
    (index: number) => {
      const id = threads[index]?.annotation.id;
      if (id === undefined) return;
      cards.scrollToIndex(index, { align: 'auto' });
      // The card exists once the list has scrolled to it.
      requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(cardId(id))?.focus()));
    },
    [threads, cards],
  );
  useImperativeHandle(
    handle,
    () => ({ goTo: (id) => focusCard(threads.findIndex(({ annotation }) => annotation.id === id)) }),
    [threads, focusCard],
  );
  const { active } = annotator;
  const activeIndex = threads.findIndex(({ annotation }) => annotation.id === active);
  useEffect(() => {
    if (activeIndex >= 0) cards.scrollToIndex(activeIndex, { align: 'auto' });
    // Only when another one becomes active: a list that is filtered stays where it is.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [active]);
  return (
    <div ref={list} className={classes['all']} role="list" style={{ height: cards.getTotalSize() }}>
      {cards.getVirtualItems().map(({ index, key, start }) => {
        const thread = threads[index];
        return thread === undefined ? null : (
          <div
            key={key}
            ref={cards.measureElement}
            data-index={index}
            role="listitem"
            aria-setsize={threads.length}
            aria-posinset={index + 1}
            className={classes['row']}
            style={{ transform: `translateY(${start - above}px)` }}
          >
            <AnnotationCard
              id={cardId(thread.annotation.id)}
              annotator={annotator}
              thread={thread}
              mark={placed.get(thread.annotation.id) ?? null}
              words={words}
              index={index}
              onGo={goToMark}
              onStep={focusCard}
            />
          </div>
        );
      })}
    </div>
  );
});

function cardId(id: ItemId): string {
  return `annotation-${id}`;
}

/** What stands above the list in the same scroller: orphans come and go. */
function useHeightAbove(list: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const scroller = list.current?.parentElement;
    if (scroller == null) return;
    const measure = (): void => setHeight(list.current?.offsetTop ?? 0);
    const resized = new ResizeObserver(measure);
    const follow = (): void =>
      [...scroller.children].forEach((child) => child !== list.current && resized.observe(child));
    const changed = new MutationObserver(() => {
      follow();
      measure();
    });
    follow();
    measure();
    changed.observe(scroller, { childList: true });
    return () => {
      resized.disconnect();
      changed.disconnect();
    };
  }, [list]);
  return height;
}
