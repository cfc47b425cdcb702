import { useCallback } from 'react';

/** Arrow keys, Home and End walk through what has `data-entry` in a pane; Tab goes through it as ever. */
export function useArrowKeys(): (event: React.KeyboardEvent<HTMLElement>) => void {
  return useCallback((event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || !(event.target instanceof HTMLElement))
      return;
    if (event.target.dataset['entry'] === undefined) return;
    const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-entry]')];
    const here = entries.indexOf(event.target);
    const places: Readonly<Record<string, number>> = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      Home: 0,
      End: entries.length - 1,
    };
    const next = entries[places[event.key] ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  }, []);
}
