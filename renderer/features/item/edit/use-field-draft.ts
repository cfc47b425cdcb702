import { useCallback, useEffect, useRef, useState } from 'react';
import { sameJson, type JsonValue } from '../../../../shared/base/json';
import type { FieldSpec } from '../../../../shared/model/field';
import { readDraft, toDraft, type DraftProblem } from '../../../components/field-draft';
import { useFlush } from './use-flush';

const pauseMs = 800;

export interface FieldDraft {
  readonly text: string;
  readonly problem: DraftProblem | null;
  type(text: string): void;
  focus(): void;
  blur(): void;
}

interface Live {
  /** null: untouched, the field follows what is saved. */
  draft: string | null;
  /** What the draft started from or was last sent as: only another value is sent. */
  base: JsonValue;
  focused: boolean;
  timer: number;
}

/**
 * A field in a form that saves itself: after a pause, when it loses the focus, when the window does, and when the form closes.
 * What is not valid is never sent and never thrown away; a change from elsewhere shows in fields that nobody is typing in.
 */
export function useFieldDraft(
  spec: FieldSpec,
  saved: JsonValue,
  send: (value: JsonValue) => Promise<void>,
): FieldDraft {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<DraftProblem | null>(null);
  const live = useRef<Live>({ draft: null, base: saved, focused: false, timer: 0 });

  const change = useCallback((next: string | null) => {
    live.current.draft = next;
    setDraft(next);
  }, []);

  /** Lets go of the draft once it says what is saved and nobody is typing. */
  const settle = useCallback(() => {
    const { draft: text, base, focused } = live.current;
    if (text === null || focused) return;
    const read = readDraft(spec, text);
    if (read.ok && sameJson(read.value, base)) change(null);
  }, [change, spec]);

  const flush = useCallback(() => {
    window.clearTimeout(live.current.timer);
    const { draft: text, base } = live.current;
    if (text === null) return;
    const read = readDraft(spec, text);
    setProblem(read.ok ? null : read.problem);
    if (!read.ok) return;
    if (sameJson(read.value, base)) return settle();
    live.current.base = read.value;
    send(read.value).then(settle, () => {
      // Not saved: the next pause or blur sends it again.
      live.current.base = base;
    });
  }, [send, settle, spec]);
  useFlush(flush);

  useEffect(() => () => window.clearTimeout(live.current.timer), []);

  return {
    text: draft ?? toDraft(spec.kind, saved),
    problem,
    type: (text) => {
      if (live.current.draft === null) live.current.base = saved;
      change(text);
      setProblem((last) => (last !== null && readDraft(spec, text).ok ? null : last));
      window.clearTimeout(live.current.timer);
      live.current.timer = window.setTimeout(flush, pauseMs);
    },
    focus: () => void (live.current.focused = true),
    blur: () => {
      live.current.focused = false;
      flush();
    },
  };
}
