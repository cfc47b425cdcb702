import { useQueryClient } from '@tanstack/react-query';
import { AppError } from '../../../shared/base/errors';
import { settingsTexts } from '../../../shared/messages/ui/settings';
import type { BackupProof } from '../../../shared/model/backup';
import { useAsk, useCommand } from '../../bridge/queries';
import { useFormat } from '../../components/format';
import { useErrorText, useText } from '../../components/use-text';
import { Result, Task } from './task';

/** The daily snapshots, making one now, and the proof that the last one can be restored. */
export function BackupTasks(): React.JSX.Element {
  const t = useText(settingsTexts);
  const format = useFormat();
  const errorText = useErrorText();
  const client = useQueryClient();
  const [last] = useAsk('backup.list', undefined).data ?? [];
  const make = useCommand('backup.make');
  const prove = useCommand('backup.prove');
  return (
    <>
      <h3>{t('backup')}</h3>
      <p>
        {t('backupText')}{' '}
        {last === undefined
          ? t('backupNone')
          : t('backupLast', {
              when: format.dateTime(last.madeAt),
              files: format.number(last.files),
              size: format.size(last.sizeBytes),
            })}
      </p>
      <Task
        name="backupMake"
        text="backupMakeText"
        busyText="backupMaking"
        job="backup"
        isRunning={make.isPending}
        onRun={() =>
          make.mutate(undefined, { onSettled: () => void client.invalidateQueries({ queryKey: ['backup.list'] }) })
        }
      >
        {make.error !== null && <Result isBad text={errorText(make.error)} />}
        {make.isSuccess && <Result text={t('backupMade')} />}
      </Task>
      <Task
        name="proof"
        text="proofText"
        busyText="proving"
        job="proof"
        isRunning={prove.isPending}
        onRun={() => prove.mutate({ name: null })}
      >
        {prove.error !== null && <Result isBad text={errorText(prove.error)} />}
        {prove.data !== undefined && <Proof proof={prove.data} />}
      </Task>
    </>
  );
}

const maxProblems = 100;

function Proof({ proof }: { readonly proof: BackupProof }): React.JSX.Element {
  const t = useText(settingsTexts);
  const format = useFormat();
  const errorText = useErrorText();
  const when = format.dateTime(proof.madeAt);
  if (!proof.sound)
    return (
      <Result isBad text={t('proofBad', { when })}>
        <ul>
          {proof.problems.slice(0, maxProblems).map(({ code, params }, index) => (
            <li key={index}>{errorText(new AppError(code, params))}</li>
          ))}
        </ul>
      </Result>
    );
  return (
    <Result
      text={t('proofGood', {
        when,
        items: format.number(proof.items),
        revisions: format.number(proof.revisions),
        files: format.number(proof.files),
      })}
    />
  );
}
