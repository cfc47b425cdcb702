import { Button, Progress } from '@mantine/core';
import { useCallback, useState } from 'react';
import { AppError } from '../../../shared/base/errors';
import type { Events } from '../../../shared/contract';
import { settingsTexts } from '../../../shared/messages/ui/settings';
import type { JobKind, JobProgress } from '../../../shared/model/views';
import { useCommand, useEvent } from '../../bridge/queries';
import { useFormat } from '../../components/format';
import { useErrorText, useText } from '../../components/use-text';
import classes from './settings-dialog.module.css';

/** Checking the library and making its index anew, each with its progress and what came of it. */
export function MaintenanceTasks(): React.JSX.Element {
  const t = useText(settingsTexts);
  const format = useFormat();
  const errorText = useErrorText();
  const verify = useCommand('library.verify');
  const rebuild = useCommand('library.rebuild');
  const report = verify.data;
  const counts =
    report === undefined
      ? {}
      : {
          n: format.number(report.problems.length),
          revisions: format.number(report.revisions),
          blobs: format.number(report.blobs),
        };
  return (
    <>
      <Task
        name="verify"
        text="verifyText"
        busyText="verifying"
        job="verify"
        isRunning={verify.isPending}
        onRun={() => verify.mutate(undefined)}
      >
        {verify.error !== null && <Result isBad text={errorText(verify.error)} />}
        {report !== undefined && report.problems.length === 0 && <Result text={t('verifyGood', counts)} />}
        {report !== undefined && report.problems.length > 0 && (
          <Result isBad text={t(report.problems.length === 1 ? 'verifyBadOne' : 'verifyBad', counts)}>
            <ul>
              {report.problems.slice(0, 100).map(({ code, params }, index) => (
                <li key={index}>{errorText(new AppError(code, params))}</li>
              ))}
            </ul>
          </Result>
        )}
      </Task>
      <Task
        name="rebuild"
        text="rebuildText"
        busyText="rebuilding"
        job="rebuild"
        isRunning={rebuild.isPending}
        onRun={() => rebuild.mutate(undefined)}
      >
        {rebuild.error !== null && <Result isBad text={errorText(rebuild.error)} />}
        {rebuild.isSuccess && <Result text={t('rebuilt')} />}
      </Task>
    </>
  );
}

interface TaskProps {
  readonly name: 'verify' | 'rebuild';
  readonly text: 'verifyText' | 'rebuildText';
  readonly busyText: 'verifying' | 'rebuilding';
  readonly job: JobKind;
  readonly isRunning: boolean;
  readonly onRun: () => void;
  readonly children: React.ReactNode;
}

function Task({ name, text, busyText, job, isRunning, onRun, children }: TaskProps): React.JSX.Element {
  const t = useText(settingsTexts);
  const format = useFormat();
  const progress = useProgress(job);
  const total = progress?.total ?? 0;
  return (
    <div className={classes['task']}>
      <div>
        <b>{t(name)}</b>
        <span>{t(text)}</span>
      </div>
      <Button size="xs" variant="default" loading={isRunning} aria-label={t(name)} onClick={onRun}>
        {t(name)}
      </Button>
      {isRunning ? (
        <div className={classes['result']} role="status">
          <Progress
            value={total === 0 ? 100 : (100 * (progress?.done ?? 0)) / total}
            animated={total === 0}
            striped={total === 0}
            aria-label={t(busyText)}
          />
          <p>
            {t(busyText)}{' '}
            {total > 0 && t('progress', { done: format.number(progress?.done ?? 0), total: format.number(total) })}
          </p>
        </div>
      ) : (
        children
      )}
    </div>
  );
}

function Result({
  text,
  isBad,
  children,
}: {
  readonly text: string;
  readonly isBad?: boolean;
  readonly children?: React.ReactNode;
}): React.JSX.Element {
  return (
    <div className={classes['result']} data-bad={isBad || undefined} role={isBad === true ? 'alert' : 'status'}>
      <p>{text}</p>
      {children}
    </div>
  );
}

function useProgress(kind: JobKind): JobProgress | null {
  const [progress, setProgress] = useState<JobProgress | null>(null);
  useEvent(
    'job.progress',
    useCallback((job: Events['job.progress']) => job.kind === kind && setProgress(job), [kind]),
  );
  return progress;
}
