import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { SettingsChange } from '../../../shared/model/settings';
import { ask } from '../../bridge/client';
import { useUndo } from '../../components/use-undo';

/** Changes settings at once; `isSaved` after the first that worked. */
export function useChangeSettings(): {
  readonly change: (settings: SettingsChange) => void;
  readonly isSaved: boolean;
} {
  const client = useQueryClient();
  const { failed } = useUndo();
  const [isSaved, setIsSaved] = useState(false);
  const change = useCallback(
    (settings: SettingsChange) => {
      ask('settings.change', settings).then((next) => {
        client.setQueryData(['settings.get', undefined], next);
        setIsSaved(true);
      }, failed);
    },
    [client, failed],
  );
  return { change, isSaved };
}
