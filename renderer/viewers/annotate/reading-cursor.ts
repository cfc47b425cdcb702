import { useCallback, useRef, useState } from 'react';
import { bringIntoView } from '../reader/bring-into-view';
import type { Surface, TextPart } from './surface';
import { indexText, type TextIndex } from '../flow/text-index';

/** Choosing words without a mouse: a cursor that is always on a word, because text that cannot be typed in has no caret. */
export interface ReadingCursor {
  readonly isOn: boolean;
  readonly toggle: () => void;
  readonly stop: () => void;
  /** True when the key was for the cursor. */
  readonly press: (event: React.KeyboardEvent) => boolean;
}

type Word = readonly [start: number, end: number];

interface State {
  readonly part: TextPart;
  readonly index: TextIndex;
  readonly words: readonly Word[];
  /** Where the choice began, and where it is now: places in `words`. */
  readonly anchor: number;
  readonly focus: number;
}

const word = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;
const sentenceEnd = /[.!?:;][^\p{L}\p{N}]*$|\n/u;

export function useReadingCursor(surface: Surface): ReadingCursor {
  const [isOn, setOn] = useState(false);
  const state = useRef<State | null>(null);

  const show = useCallback(
    (next: State) => {
      state.current = next;
      const [first, last] = [Math.min(next.anchor, next.focus), Math.max(next.anchor, next.focus)];
      const range = next.index.rangeOf(next.words[first]?.[0] ?? 0, next.words[last]?.[1] ?? 0);
      const selection = window.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
      const here = next.words[next.focus];
      if (here !== undefined && surface.scroller.current !== null)
        bringIntoView(next.index.rangeOf(here[0], here[1]).getBoundingClientRect(), surface.scroller.current);
    },
    [surface],
  );

  const begin = useCallback(
    async (page?: number, from: 'view' | 'start' | 'end' = 'view') => {
      const part = await surface.part(page);
      if (part === null) return;
      const index = indexText(part.element);
      const words = [...index.raw.matchAll(word)].map((match): Word => [match.index, match.index + match[0].length]);
      if (words.length === 0) return;
      const at = from === 'end' ? words.length - 1 : from === 'start' ? 0 : firstInView(index, words, surface);
      show({ part, index, words, anchor: at, focus: at });
    },
    [surface, show],
  );

  const stop = useCallback(() => {
    state.current = null;
    setOn(false);
  }, []);
  const toggle = useCallback(() => {
    if (isOn) return stop();
    setOn(true);
    surface.scroller.current?.focus({ preventScroll: true });
    void begin();
  }, [isOn, stop, begin, surface]);

  const press = useCallback(
    (event: React.KeyboardEvent): boolean => {
      const now = state.current;
      if (!isOn || now === null || event.ctrlKey || event.metaKey || event.altKey) return false;
      const focus = targetOf(event.key, now);
      if (focus === null) return false;
      const page = now.part.page;
      if (focus >= 0 && focus < now.words.length) show({ ...now, focus, anchor: event.shiftKey ? now.anchor : focus });
      else if (page !== null && !event.shiftKey) void begin(page + (focus < 0 ? -1 : 1), focus < 0 ? 'end' : 'start');
      return true;
    },
    [isOn, show, begin],
  );
  return { isOn, toggle, stop, press };
}

/** The word that a key leads to; outside the list for the page before or after. */
function targetOf(key: string, { index, words, focus }: State): number | null {
  const endsSentence = (at: number): boolean => {
    const [, end] = words[at] ?? [0, 0];
    return sentenceEnd.test(index.raw.slice(end, words[at + 1]?.[0] ?? end));
  };
  if (key === 'ArrowRight') return focus + 1;
  if (key === 'ArrowLeft') return focus - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return words.length - 1;
  if (key === 'ArrowDown') {
    let at = focus;
    while (at < words.length - 1 && !endsSentence(at)) at += 1;
    return at + 1;
  }
  if (key === 'ArrowUp') {
    // To the start of this sentence, and from there to that of the one before.
    let at = focus - 1;
    while (at > 0 && !endsSentence(at - 1)) at -= 1;
    return at;
  }
  return null;
}

function firstInView(index: TextIndex, words: readonly Word[], { scroller }: Surface): number {
  const top = scroller.current?.getBoundingClientRect().top ?? 0;
  let low = 0;
  let high = words.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const [start, end] = words[middle] ?? [0, 0];
    if (index.rangeOf(start, end).getBoundingClientRect().top >= top) high = middle;
    else low = middle + 1;
  }
  return low;
}
