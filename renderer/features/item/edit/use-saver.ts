import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { ItemId } from '../../../../shared/base/ids';
import type { ItemChange } from '../../../../shared/model/views';
import { ask } from '../../../bridge/client';
import { withFailed, withoutSaved, type FailedChange } from './failed-changes';

export type SaveLabel = 'change' | 'tag' | 'relate';
export type Save = (change: ItemChange, label: SaveLabel) => Promise<void>;

export interface Saver {
  readonly save: Save;
  readonly state: 'idle' | 'saving' | 'saved' | 'failed';
  readonly error: unknown;
  /** Sends again what failed. */
  readonly retry: () => Promise<void>;
}

/** Sends changes of one item and shows the answer at once, so that a field never flashes back to what it was. */
export function useSaver(id: ItemId): Saver {
  const client = useQueryClient();
  const [running, setRunning] = useState(0);
  const [last, setLast] = useState<{ state: 'idle' | 'saved' | 'failed'; error: unknown }>({
    state: 'idle',
    error: null,
  });
  const failed = useRef<readonly FailedChange<SaveLabel>[]>([]);
  const save = useCallback<Save>(
    async (change, label) => {
      setRunning((n) => n + 1);
      try {
        client.setQueryData(['items.get', { id }], await ask('items.change', { id, change, label }));
        failed.current = withoutSaved(failed.current, change);
        if (failed.current.length === 0) setLast({ state: 'saved', error: null });
      } catch (error) {
        failed.current = withFailed(failed.current, { change, label });
        setLast({ state: 'failed', error });
        throw error;
      } finally {
        setRunning((n) => n - 1);
      }
    },
    [client, id],
  );
  const retry = useCallback(async () => {
    for (const { change, label } of failed.current) await save(change, label).catch(() => undefined);
  }, [save]);
  return { save, retry, state: running > 0 ? 'saving' : last.state, error: last.error };
}
