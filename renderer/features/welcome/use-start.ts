import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { JobProgress } from '../../../shared/model/views';
import type { Settings, SettingsChange } from '../../../shared/model/settings';
import { ask } from '../../bridge/client';
import { useProgress } from '../../components/use-progress';

export type Beginning = 'sample' | 'empty';

export interface Start {
  begin(beginning: Beginning, profile: Settings['profile']): Promise<void>;
  setLanguage(language: Settings['language']): void;
  readonly isRunning: boolean;
  /** Of the samples, while they are being prepared. */
  readonly progress: JobProgress | null;
  readonly error: unknown;
}

/** Prepares the library as chosen; the first run is over only when that worked. */
export function useStart(): Start {
  const client = useQueryClient();
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const progress = useProgress('sample');

  const change = async (settings: SettingsChange): Promise<void> => {
    client.setQueryData(['settings.get', undefined], await ask('settings.change', settings));
  };
  const begin = async (beginning: Beginning, profile: Settings['profile']): Promise<void> => {
    setIsRunning(true);
    setError(null);
    try {
      if (beginning === 'sample') await ask('library.loadSample');
      await change({ profile, firstRunDone: true });
    } catch (problem) {
      setError(problem);
      setIsRunning(false);
    }
  };
  return { begin, setLanguage: (language) => void change({ language }).catch(setError), isRunning, progress, error };
}
