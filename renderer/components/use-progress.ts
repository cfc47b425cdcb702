import { useCallback, useState } from 'react';
import type { JobKind, JobProgress } from '../../shared/model/views';
import { useEvent } from '../bridge/queries';

/** What was last heard of work of this kind since the component is there, also of work that has ended; null: nothing. */
export function useProgress(kind: JobKind): JobProgress | null {
  const [progress, setProgress] = useState<JobProgress | null>(null);
  useEvent(
    'job.progress',
    useCallback((job: JobProgress) => job.kind === kind && setProgress(job), [kind]),
  );
  return progress;
}
