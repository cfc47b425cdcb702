import { useCallback, useEffect, useRef, useState } from 'react';
import { mergeTexts } from '../../../../shared/revision/text-merge';
import type { ItemId } from '../../../../shared/base/ids';
import { ask } from '../../../bridge/client';
import { useFlush } from '../edit/use-flush';

/** A pause in typing after which the text is kept, and the longest that typing goes on without. */
const pauseMs = 1_200;
const longestMs = 8_000;
/** An answer that was on its way while we wrote says less than we know: what comes from elsewhere is looked at after this. */
const settleMs = 300;

export interface DraftTextState {
  readonly text: string;
  readonly state: 'idle' | 'saving' | 'saved' | 'failed';
  readonly error: unknown;
  /** Others changed the same words. */
  readonly clash: boolean;
  typed(text: string): void;
  flush(): void;
}

interface Live {
  text: string;
  /** What was kept last, as far as we know. */
  base: string;
  timer: number;
  waitingSince: number;
  running: boolean;
}

/** The text of a draft that keeps itself, joined with what others write meanwhile; `show` puts that in the editor. */
export function useDraftText(id: ItemId, saved: string, show: (text: string) => void): DraftTextState {
  const [text, setText] = useState(saved);
  const [status, setStatus] = useState<Pick<DraftTextState, 'state' | 'error'>>({ state: 'idle', error: null });
  const [clash, setClash] = useState(false);
  const live = useRef<Live>({ text: saved, base: saved, timer: 0, waitingSince: 0, running: false });
  const latest = useRef({ saved, show });
  useEffect(() => {
    latest.current = { saved, show };
  });

  const replace = useCallback((next: string) => {
    if (next === live.current.text) return;
    live.current.text = next;
    setText(next);
    latest.current.show(next);
  }, []);

  const flush = useCallback(() => {
    const now = live.current;
    window.clearTimeout(now.timer);
    now.waitingSince = 0;
    if (now.running || now.text === now.base) return;
    const sent = now.text;
    now.running = true;
    setStatus({ state: 'saving', error: null });
    ask('drafts.write', { id, base: now.base, text: sent })
      .then((written) => {
        now.base = written.text;
        if (written.clash) setClash(true);
        if (written.text !== sent) replace(mergeTexts(sent, now.text, written.text) ?? now.text);
        setStatus({ state: 'saved', error: null });
      })
      .catch((error: unknown) => setStatus({ state: 'failed', error }))
      .finally(() => {
        now.running = false;
        if (now.text !== now.base) now.timer = window.setTimeout(flush, pauseMs);
      });
  }, [id, replace]);
  useFlush(flush);

  const typed = useCallback(
    (next: string) => {
      const now = live.current;
      now.text = next;
      setText(next);
      window.clearTimeout(now.timer);
      const at = performance.now();
      if (now.waitingSince === 0) now.waitingSince = at;
      now.timer = window.setTimeout(flush, Math.max(0, Math.min(pauseMs, now.waitingSince + longestMs - at)));
    },
    [flush],
  );

  useEffect(() => {
    const timer = window.setTimeout(() => {
      const now = live.current;
      const theirs = latest.current.saved;
      if (now.running || theirs === now.base) return;
      const joined = now.text === now.base ? theirs : mergeTexts(now.base, now.text, theirs);
      // The same words on both sides: the next writing says so.
      if (joined === null) return;
      now.base = theirs;
      replace(joined);
    }, settleMs);
    return () => window.clearTimeout(timer);
  }, [saved, replace]);

  return { text, ...status, clash, typed, flush };
}
