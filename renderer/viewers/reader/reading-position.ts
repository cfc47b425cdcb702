import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import type { ReadingPosition } from '../../../shared/model/settings';
import { ask } from '../../bridge/client';
import { useAsk } from '../../bridge/queries';
import { VersionContext } from '../version';
import { createStore } from '../../state/store';

const saveAfterMs = 800;

/** Positions of this session, ahead of what the settings held at start. */
const positions = createStore<Readonly<Record<string, ReadingPosition>>>({});

/** Where this person was in a document when it opened, and a way to remember where they are now. */
export function useReadingPosition(item: ItemId): {
  start: ReadingPosition;
  remember: (position: ReadingPosition) => void;
} {
  const settings = useAsk('settings.get', undefined).data;
  // A place in another version is no place to go on reading.
  const isOwn = useContext(VersionContext) === null;
  const [start] = useState<ReadingPosition>(
    () => (isOwn ? (positions.get()[item] ?? settings?.readingPositions[item]) : undefined) ?? {},
  );
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const save = useCallback(() => {
    timer.current = null;
    const position = positions.get()[item];
    // A position that is not kept costs a moment of scrolling: no reason to interrupt somebody.
    if (position !== undefined) ask('settings.setReadingPosition', { item, position }).catch(() => undefined);
  }, [item]);

  const remember = useCallback(
    (position: ReadingPosition) => {
      if (!isOwn) return;
      positions.set({ [item]: position });
      timer.current ??= setTimeout(save, saveAfterMs);
    },
    [item, isOwn, save],
  );

  useEffect(
    () => () => {
      if (timer.current === null) return;
      clearTimeout(timer.current);
      save();
    },
    [save],
  );
  return { start, remember };
}
