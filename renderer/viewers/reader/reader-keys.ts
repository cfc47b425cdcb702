import type { KeyboardEvent } from 'react';
import type { Finder, Zoom } from './find';

interface ReaderActions {
  readonly openFind: () => void;
  /** Null while there is no find bar. */
  readonly closeFind: (() => void) | null;
  readonly step: Finder['step'] | null;
  readonly zoom: Zoom;
}

/** The keys of every reader. What it handles goes no further, so that Ctrl F finds here while the reader has the focus. */
export function readerKeys(actions: ReaderActions): (event: KeyboardEvent) => void {
  return (event) => {
    const action = actionOf(event, actions);
    if (action === null) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
}

function actionOf(event: KeyboardEvent, { openFind, closeFind, step, zoom }: ReaderActions): (() => void) | null {
  if (event.altKey) return null;
  if (event.key === 'Escape') return closeFind;
  if (event.key === 'F3' && step !== null) return () => step(event.shiftKey ? -1 : 1);
  const command = event.ctrlKey || event.metaKey;
  if (command && event.key.toLowerCase() === 'f' && !event.shiftKey) return openFind;
  if (command && event.key.toLowerCase() === 'g' && step !== null) return () => step(event.shiftKey ? -1 : 1);
  if (command && event.key === '0') return zoom.reset;
  if (command || !isTyping(event.target)) {
    if (event.key === '+' || event.key === '=') return () => zoom.change(1);
    if (event.key === '-') return () => zoom.change(-1);
  }
  return null;
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable);
}
