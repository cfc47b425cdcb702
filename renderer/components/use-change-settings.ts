import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Settings, SettingsChange } from '../../shared/model/settings';
import { ask } from '../bridge/client';
import { useUndo } from './use-undo';

type Change = Partial<Pick<Settings, keyof SettingsChange>>;

const key = ['settings.get', undefined];

/** Changes settings. They show at once, and as they were when they could not be kept; `isSaved` after the first that was. */
export function useChangeSettings(): {
  readonly change: (settings: Change) => void;
  readonly isSaved: boolean;
} {
  const client = useQueryClient();
  const { failed } = useUndo();
  const [isSaved, setIsSaved] = useState(false);
  const change = useCallback(
    (settings: Change) => {
      client.setQueryData<Settings>(key, (known) => known && { ...known, ...settings });
      ask('settings.change', settings).then(
        (next) => {
          client.setQueryData(key, next);
          setIsSaved(true);
        },
        (error: unknown) => {
          failed(error);
          void client.invalidateQueries({ queryKey: key });
        },
      );
    },
    [client, failed],
  );
  return { change, isSaved };
}
