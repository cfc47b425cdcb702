import { Button, Progress } from '@mantine/core';
import { settingsTexts } from '../../../shared/messages/ui/settings';
import type { JobKind } from '../../../shared/model/views';
import { useFormat } from '../../components/format';
import { useProgress } from '../../components/use-progress';
import { useText } from '../../components/use-text';
import classes from './settings-dialog.module.css';

interface TaskProps {
  readonly name: keyof typeof settingsTexts;
  readonly text: keyof typeof settingsTexts;
  readonly busyText: keyof typeof settingsTexts;
  readonly job: JobKind;
  readonly isRunning: boolean;
  readonly onRun: () => void;
  readonly children?: React.ReactNode;
}

/** Long work that somebody starts here: what it is for, the button, how far it is, and what came of it. */
export function Task({ name, text, busyText, job, isRunning, onRun, children }: TaskProps): React.JSX.Element {
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

/** What came of a task, said to who does not see it too. */
export function Result({
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
