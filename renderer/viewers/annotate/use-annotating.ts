import { useCallback, useEffect, useRef, type RefObject } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import { annotateTexts } from '../../../shared/messages/ui/annotate';
import { useText } from '../../components/use-text';
import type { Place } from '../../state/view';
import type { CardsHandle } from './card-list';
import { marksAt } from './mark-layer';
import { useReadingCursor, type ReadingCursor } from './reading-cursor';
import type { Surface } from './surface';
import { useAnnotationKeys, useGoToMark } from './use-annotation-keys';
import type { Annotator } from './use-annotator';

/** What the reader needs to let somebody annotate: keys, clicks on marks, and the way to a place that was asked for. */
export interface Annotating {
  readonly cursor: ReadingCursor;
  readonly toolbar: RefObject<HTMLDivElement | null>;
  readonly pane: RefObject<CardsHandle | null>;
  /** True when the key was for annotations. */
  readonly press: (event: React.KeyboardEvent) => boolean;
  readonly click: (event: React.MouseEvent<HTMLElement>) => void;
}

const longestSpoken = 200;

export function useAnnotating(annotator: Annotator, surface: Surface, place: Place | null): Annotating {
  const t = useText(annotateTexts);
  const cursor = useReadingCursor(surface);
  const toolbar = useRef<HTMLDivElement>(null);
  const pane = useRef<CardsHandle>(null);
  const goToMark = useGoToMark(annotator, surface);
  const { activate, setOpen, say } = annotator;

  const goToCard = useCallback(
    (id: ItemId) => {
      activate(id);
      setOpen(true);
      // The pane is there after this render.
      requestAnimationFrame(() => requestAnimationFrame(() => pane.current?.goTo(id)));
    },
    [activate, setOpen],
  );
  const press = useAnnotationKeys({ annotator, surface, cursor, toolbar, goToCard });

  const click = useCallback(
    (event: React.MouseEvent<HTMLElement>) => {
      if (window.getSelection()?.isCollapsed === false) return;
      const [first] = marksAt(event.currentTarget, event.clientX, event.clientY);
      if (first !== undefined) activate(first as ItemId);
    },
    [activate],
  );

  // What the cursor is on is said, as a screen reader says it of a caret.
  useEffect(() => {
    if (!cursor.isOn) return;
    const speak = (): void => {
      const text = window.getSelection()?.toString().replace(/\s+/g, ' ').slice(0, longestSpoken) ?? '';
      if (text !== '') say(t('chosen', { text }));
    };
    document.addEventListener('selectionchange', speak);
    return () => document.removeEventListener('selectionchange', speak);
  }, [cursor.isOn, say, t]);

  const opened = useRef<Place | null>(null);
  useEffect(() => {
    if (place?.annotation === undefined || opened.current === place) return;
    const mark = surface.placed?.find(({ annotation }) => annotation.id === place.annotation);
    if (mark === undefined) return;
    opened.current = place;
    setOpen(true);
    goToMark(mark);
  }, [place, surface.placed, setOpen, goToMark]);

  return { cursor, toolbar, pane, press, click };
}
