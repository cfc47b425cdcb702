import { useCallback, type RefObject } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import { signId } from './mark-layer';
import type { ReadingCursor } from './reading-cursor';
import type { PlacedAnnotation, Surface } from './surface';
import type { Annotator } from './use-annotator';

interface Options {
  readonly annotator: Annotator;
  readonly surface: Surface;
  readonly cursor: ReadingCursor;
  readonly toolbar: RefObject<HTMLDivElement | null>;
  /** Where the cards of the pane are. */
  readonly goToCard: (id: ItemId) => void;
}

/** Goes to a mark: brings it in sight, and then the focus to its sign, which says what it is. */
export function useGoToMark(annotator: Annotator, surface: Surface): (mark: PlacedAnnotation) => void {
  return useCallback(
    ({ annotation, anchor }) => {
      annotator.activate(annotation.id);
      void surface.goTo(anchor).then(() => {
        // The sign is there after the render that made it active.
        requestAnimationFrame(() => document.getElementById(signId(annotation.id))?.focus({ preventScroll: true }));
      });
    },
    [annotator, surface],
  );
}

/** The keys for annotations while the document has the focus. True when a key was one of them. */
export function useAnnotationKeys(options: Options): (event: React.KeyboardEvent) => boolean {
  const { annotator, surface, cursor, toolbar, goToCard } = options;
  const goToMark = useGoToMark(annotator, surface);
  return useCallback(
    (event) => {
      if (isTyping(event.target) || inToolbar(event.target)) return false;
      const command = event.ctrlKey || event.metaKey;
      if (command && event.shiftKey && event.key.toLowerCase() === 'a')
        return taken(() => annotator.setOpen(!annotator.isOpen));
      if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp'))
        return taken(() => stepMark(annotator, surface, event.key === 'ArrowDown' ? 1 : -1, goToMark));
      const sign = signOf(event.target);
      if (sign !== null && (event.key === 'Enter' || event.key === ' ')) return taken(() => goToCard(sign));
      if (sign !== null && event.key === 'Delete') return taken(() => void removeMark(annotator, surface, sign));
      if (command || event.altKey) return false;
      if (cursor.press(event)) return true;
      if (event.key.toLowerCase() === 'm') return taken(cursor.toggle);
      if (event.key === 'Escape' && cursor.isOn) return taken(cursor.stop);
      const chosen = surface.chosen();
      if (chosen === null || sign !== null) return false;
      if (event.key === 'Enter') return taken(() => toolbar.current?.querySelector('button')?.focus());
      if (event.key.toLowerCase() === 'h' && annotator.placing === null)
        return taken(() => {
          void annotator.create('highlight', chosen.anchor, { more: chosen.more });
          window.getSelection()?.removeAllRanges();
          cursor.stop();
        });
      return false;
    },
    [annotator, surface, cursor, toolbar, goToCard, goToMark],
  );
}

function taken(act: () => void): true {
  act();
  return true;
}

function stepMark(
  { active }: Annotator,
  { placed, page }: Surface,
  by: 1 | -1,
  go: (mark: PlacedAnnotation) => void,
): void {
  const marks = (placed ?? []).filter(({ certainty }) => certainty !== 'orphan');
  const here = marks.findIndex(({ annotation }) => annotation.id === active);
  const first = by === 1 ? marks.findIndex(({ anchor }) => (anchor.page ?? 0) >= (page ?? 0)) : marks.length - 1;
  const next = marks[here < 0 ? Math.max(0, first) : (here + by + marks.length) % marks.length];
  if (next !== undefined) go(next);
}

async function removeMark(annotator: Annotator, surface: Surface, id: ItemId): Promise<void> {
  surface.scroller.current?.focus({ preventScroll: true });
  await annotator.remove([id, ...annotator.annotations.filter(({ replyTo }) => replyTo === id).map((each) => each.id)]);
}

function signOf(target: EventTarget): ItemId | null {
  const id = target instanceof HTMLElement ? target.id : '';
  return id.startsWith(signId('')) ? (id.slice(signId('').length) as ItemId) : null;
}

function inToolbar(target: EventTarget): boolean {
  return (
    target instanceof Element &&
    target.closest('[role="toolbar"], [role="application"], [data-annotation-pane]') !== null
  );
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable);
}
