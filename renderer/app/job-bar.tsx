import { Progress, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { JobKind, JobProgress } from '../../shared/model/views';
import { shellTexts } from '../../shared/messages/ui/shell';
import { useCommand, useEvent } from '../bridge/queries';
import { useFormat } from '../components/format';
import { useText } from '../components/use-text';
import classes from './job-bar.module.css';

const names = {
  import: 'jobImport',
  rebuild: 'jobRebuild',
  verify: 'jobVerify',
  sample: 'jobSample',
  export: 'jobExport',
  bundle: 'jobBundle',
  backup: 'jobBackup',
  proof: 'jobProof',
  fetch: 'jobFetch',
  guard: 'jobGuard',
  publish: 'jobPublish',
} as const satisfies Record<JobKind, keyof typeof shellTexts>;

/** Long work: how far it is and a way to stop it. Its end is said once to who does not see the bar. */
export function JobBar(): React.JSX.Element {
  const t = useText(shellTexts);
  const [jobs, setJobs] = useState<readonly JobProgress[]>([]);
  const [ended, setEnded] = useState<JobKind | null>(null);
  const follow = useCallback((progress: JobProgress) => {
    const running = progress.state === 'running';
    setJobs((old) => {
      const others = old.filter(({ job }) => job !== progress.job);
      return running
        ? others.length === old.length
          ? [...old, progress]
          : old.map((each) => (each.job === progress.job ? progress : each))
        : others;
    });
    setEnded(running ? null : progress.kind);
  }, []);
  useEvent('job.progress', follow);
  return (
    <div className={classes['jobs']}>
      {jobs.map((progress) => (
        <Job key={progress.job} progress={progress} />
      ))}
      <VisuallyHidden role="status">{ended === null ? '' : t('jobEnded', { what: t(names[ended]) })}</VisuallyHidden>
    </div>
  );
}

function Job({ progress: { job, kind, done, total, failed, current } }: { progress: JobProgress }): React.JSX.Element {
  const t = useText(shellTexts);
  const format = useFormat();
  const cancel = useCommand('jobs.cancel');
  const what = t(names[kind]);
  const known = total > 0;
  const text = known
    ? t('jobProgress', { what, done: format.number(done), total: format.number(total) })
    : t('jobProgressOpen', { what, done: format.number(done) });
  return (
    <div className={classes['job']} title={current ?? undefined}>
      <span>{text}</span>
      {failed > 0 && <span className={classes['failed']}>{t('jobFailed', { n: format.number(failed) })}</span>}
      <Progress.Root className={classes['bar'] ?? ''} size={6}>
        <Progress.Section
          value={known ? (100 * done) / total : 100}
          animated={!known}
          striped={!known}
          color="var(--accent)"
          aria-label={what}
        />
      </Progress.Root>
      <UnstyledButton
        className={classes['stop'] ?? ''}
        aria-label={t('stopJob', { what })}
        disabled={cancel.isPending}
        onClick={() => cancel.mutate({ job })}
      >
        {t('stop')}
      </UnstyledButton>
    </div>
  );
}
