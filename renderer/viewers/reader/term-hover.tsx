import { Portal } from '@mantine/core';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { GlossaryTerm, TermFinder } from '../../../shared/search/glossary';
import { TermText } from './term-text';
import classes from './terms.module.css';

interface Pointed {
  readonly term: GlossaryTerm;
  readonly place: DOMRect;
}

/** A rest of the pointer, and a way from the word to its card. */
const restMs = 250;
const leaveMs = 250;
/** More text than this around the pointer is no term. */
const around = 120;
const cardSize = { width: 320, height: 220 };

/**
 * Explains the term under the pointer, in the text of any reader, the text layer of a PDF too. The document itself is only looked at. The card stays
 * while the pointer is on it and goes with Escape (WCAG 1.4.13).
 */
export function TermHover({
  area,
  find,
}: {
  readonly area: RefObject<HTMLElement | null>;
  readonly find: TermFinder;
}): React.JSX.Element | null {
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = (ms: number, act: () => void): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(act, ms);
  };

  useEffect(() => {
    const element = area.current;
    if (element === null) return;
    const move = ({ clientX, clientY, buttons }: PointerEvent): void => {
      clearTimeout(timer.current);
      if (buttons !== 0) return;
      timer.current = setTimeout(() => setPointed(termAt(clientX, clientY, find)), restMs);
    };
    const leave = (): void => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setPointed(null), leaveMs);
    };
    const hide = (): void => {
      clearTimeout(timer.current);
      setPointed(null);
    };
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('pointerdown', hide);
    element.addEventListener('scroll', hide, true);
    return () => {
      hide();
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('pointerdown', hide);
      element.removeEventListener('scroll', hide, true);
    };
  }, [area, find]);

  useEffect(() => {
    if (pointed === null) return;
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      setPointed(null);
    };
    window.addEventListener('keydown', escape, true);
    return () => window.removeEventListener('keydown', escape, true);
  }, [pointed]);

  if (pointed === null) return null;
  return (
    <Portal>
      <div
        role="tooltip"
        className={classes['card']}
        style={placed(pointed.place)}
        onPointerEnter={() => clearTimeout(timer.current)}
        onPointerLeave={() => later(leaveMs, () => setPointed(null))}
      >
        <strong>{pointed.term.preferred}</strong>
        <TermText term={pointed.term} />
      </div>
    </Portal>
  );
}

function placed({ left, top, bottom }: DOMRect): { left: number; top?: number; bottom?: number } {
  const x = Math.max(8, Math.min(left, window.innerWidth - cardSize.width - 8));
  return bottom + cardSize.height < window.innerHeight
    ? { left: x, top: bottom + 4 }
    : { left: x, bottom: window.innerHeight - top + 4 };
}

function termAt(x: number, y: number, find: TermFinder): Pointed | null {
  const caret = document.caretRangeFromPoint(x, y);
  const node = caret?.startContainer;
  if (caret == null || !(node instanceof Text)) return null;
  const from = Math.max(0, caret.startOffset - around);
  const text = node.data.slice(from, caret.startOffset + around);
  for (const { term, start, end } of find(text)) {
    const range = document.createRange();
    range.setStart(node, from + start);
    range.setEnd(node, from + end);
    const place = [...range.getClientRects()].find((box) => isIn(box, x, y));
    if (place !== undefined) return { term, place };
  }
  return null;
}

const isIn = ({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean =>
  x >= left - 1 && x <= right + 1 && y >= top - 2 && y <= bottom + 2;
