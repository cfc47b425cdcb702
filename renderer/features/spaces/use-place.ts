import { useState } from 'react';
import type { Inspection, Place } from '../../../shared/model/sync';
import { useCommand } from '../../bridge/queries';
import { draftOf, placeOf, type PlaceDraft } from './place-draft';

export interface ChosenPlace {
  readonly draft: PlaceDraft;
  /** Null as long as the draft names no place. */
  readonly place: Place | null;
  /** What is there; null until somebody looked, and again when the draft changes. */
  readonly found: Inspection | null;
  readonly isLooking: boolean;
  readonly error: Error | null;
  /** Somebody wanted to go on while something was missing. */
  readonly tried: boolean;
  /** Changes the draft; with `look`, looks at once. */
  change(change: Partial<PlaceDraft>, look?: boolean): void;
  look(): void;
}

/** A place that is being chosen, and what is found there. */
export function usePlace(initial?: Place): ChosenPlace {
  const [draft, setDraft] = useState(() => draftOf(initial));
  const [tried, setTried] = useState(false);
  const inspect = useCommand('spaces.inspect');
  const lookAt = (at: PlaceDraft): void => {
    const place = placeOf(at);
    if (place === null) setTried(true);
    else inspect.mutate({ place });
  };
  return {
    draft,
    place: placeOf(draft),
    found: inspect.data ?? null,
    isLooking: inspect.isPending,
    error: inspect.error,
    tried,
    change: (change, look = false) => {
      const next = { ...draft, ...change };
      setDraft(next);
      inspect.reset();
      if (look) lookAt(next);
    },
    look: () => lookAt(draft),
  };
}
