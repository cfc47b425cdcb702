import { AppError } from '../../../shared/base/errors';
import { settingsTexts } from '../../../shared/messages/ui/settings';
import { useCommand } from '../../bridge/queries';
import { useFormat } from '../../components/format';
import { useErrorText, useText } from '../../components/use-text';
import { Result, Task } from './task';

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
