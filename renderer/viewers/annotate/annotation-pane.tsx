import { ActionIcon, Button, Loader } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import { annotateTexts } from '../../../shared/messages/ui/annotate';
import type { Annotation } from '../../../shared/model/annotation';
import { useText } from '../../components/use-text';
import { AnnotationCard, useCardWords } from './annotation-card';
import classes from './annotation-pane.module.css';
import { ExchangeMenu } from './exchange-menu';
import { filteredThreads, noFilter } from './filter';
import { Orphans } from './orphans';
import { PaneFilters } from './pane-filters';
import type { PlacedAnnotation, Surface } from './surface';
import type { Annotator } from './use-annotator';
import { useGoToMark } from './use-annotation-keys';
import { VisibleTo } from './visible-to';

export interface PaneHandle {
  /** Brings the card of an annotation in sight and gives it the focus. */
  goTo(id: ItemId): void;
}

interface Props {
  readonly annotator: Annotator;
  readonly surface: Surface;
  readonly handle: Ref<PaneHandle>;
}

/** Height of a card before it is drawn and measured, in pixels. */
const cardPx = 96;

/** All annotations of a document beside it. Only the cards in sight exist. */
export function AnnotationPane({ annotator, surface, handle }: Props): React.JSX.Element {
  const t = useText(annotateTexts);
  const [filter, setFilter] = useState(noFilter);
  const scroller = useRef<HTMLDivElement>(null);
  const { annotations, active } = annotator;
  const threads = useMemo(() => filteredThreads(annotations, filter), [annotations, filter]);
  const placed = useMemo(
    () => new Map((surface.placed ?? []).map((mark) => [mark.annotation.id, mark] as const)),
    [surface.placed],
  );
  const total = useMemo(() => filteredThreads(annotations, noFilter).length, [annotations]);
  const inPlace = useMemo(
    () => threads.filter(({ annotation }) => placed.get(annotation.id)?.certainty !== 'orphan'),
    [threads, placed],
  );
  const orphans = useMemo(() => [...placed.values()].filter(({ certainty }) => certainty === 'orphan'), [placed]);
  const goToMark = useGoToMark(annotator, surface);
  const words = useCardWords();
  const cards = useVirtualizer({
    count: inPlace.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardPx,
    overscan: 6,
    getItemKey: useCallback((index: number) => inPlace[index]?.annotation.id ?? index, [inPlace]),
  });
  const focusCard = useCallback(
    (index: number) => {
      const id = inPlace[index]?.annotation.id;
      if (id === undefined) return;
      cards.scrollToIndex(index, { align: 'auto' });
      // The card exists once the list has scrolled to it.
      requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(cardId(id))?.focus()));
    },
    [inPlace, cards],
  );
  useImperativeHandle(
    handle,
    () => ({ goTo: (id) => focusCard(inPlace.findIndex(({ annotation }) => annotation.id === id)) }),
    [inPlace, focusCard],
  );
  const activeIndex = inPlace.findIndex(({ annotation }) => annotation.id === active);
  useEffect(() => {
    if (activeIndex >= 0) cards.scrollToIndex(activeIndex, { align: 'auto' });
    // Only when another one becomes active: a list that is filtered stays where it is.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [active]);

  const toDocument = (): void => surface.scroller.current?.focus({ preventScroll: true });
  const close = (): void => {
    annotator.setOpen(false);
    toDocument();
  };
  const place = (annotation: Annotation): void => {
    annotator.setPlacing(annotation);
    toDocument();
  };
  return (
    <aside
      className={classes['pane']}
      aria-label={t('pane')}
      data-annotation-pane
      data-placing={annotator.placing !== null || undefined}
    >
      <header className={classes['head']}>
        <h2>{t('pane')}</h2>
        <span className={classes['count']} role="status">
          {t('count', { n: threads.length, total })}
        </span>
        <ExchangeMenu annotator={annotator} />
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('close')} onClick={close}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </header>
      <PaneFilters annotator={annotator} filter={filter} onChange={setFilter} />
      <VisibleTo annotator={annotator} />
      {annotator.placing !== null && (
        <div className={classes['placing']} role="status">
          <p>{t('placing')}</p>
          <Button size="compact-sm" variant="default" onClick={() => annotator.setPlacing(null)}>
            {t('cancel')}
          </Button>
        </div>
      )}
      <div ref={scroller} className={classes['scroller']} tabIndex={-1}>
        {orphans.length > 0 && <Orphans annotator={annotator} orphans={orphans} onPlace={place} />}
        {annotator.isLoading && <Loader size="sm" aria-label={t('loading')} />}
        {!annotator.isLoading && inPlace.length === 0 && orphans.length === 0 && (
          <p className={classes['empty']}>{t(total === 0 ? 'none' : 'noneFound')}</p>
        )}
        <div className={classes['all']} role="list" style={{ height: cards.getTotalSize() }}>
          {cards.getVirtualItems().map(({ index, key, start }) => {
            const thread = inPlace[index];
            return thread === undefined ? null : (
              <div
                key={key}
                ref={cards.measureElement}
                data-index={index}
                role="listitem"
                aria-setsize={inPlace.length}
                aria-posinset={index + 1}
                className={classes['row']}
                style={{ transform: `translateY(${start}px)` }}
              >
                <AnnotationCard
                  id={cardId(thread.annotation.id)}
                  annotator={annotator}
                  thread={thread}
                  mark={placed.get(thread.annotation.id) ?? unplaced(thread.annotation)}
                  words={words}
                  index={index}
                  onGo={goToMark}
                  onStep={focusCard}
                />
              </div>
            );
          })}
        </div>
      </div>
    </aside>
  );
}

function cardId(id: ItemId): string {
  return `annotation-${id}`;
}

/** Until its place is known an annotation is shown as it was made. */
function unplaced(annotation: PlacedAnnotation['annotation']): PlacedAnnotation {
  return { annotation, certainty: 'sure', anchor: annotation.anchor };
}
