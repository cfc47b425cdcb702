import { IconCircleCheckFilled, IconCircleXFilled, IconLoader2 } from '@tabler/icons-react';
import { shellTexts } from '../../shared/messages/ui/shell';
import { useAsk } from '../bridge/queries';
import { useFormat } from '../components/format';
import { useErrorText, useText } from '../components/use-text';
import { AppError } from '../../shared/base/errors';
import { JobBar } from './job-bar';
import classes from './status-bar.module.css';

/** One line at the bottom: how the library is, what is running, how much can be searched. */
export function StatusBar(): React.JSX.Element {
  const t = useText(shellTexts);
  const errorText = useErrorText();
  const format = useFormat();
  const status = useAsk('library.status', undefined).data;
  const counts = useAsk('items.counts', undefined).data;
  const failed = status?.state === 'failed';
  const open = status?.state === 'open';
  return (
    <footer className={classes['bar']}>
      <span className={classes['state']} data-failed={failed || undefined} role="status">
        {failed ? (
          <IconCircleXFilled size={13} aria-hidden />
        ) : open ? (
          <IconCircleCheckFilled size={13} aria-hidden />
        ) : (
          <IconLoader2 size={13} aria-hidden />
        )}
        {failed && status.error !== null
          ? errorText(new AppError(status.error.code, status.error.params))
          : t(open ? 'libraryOpen' : status?.state === 'rebuilding' ? 'libraryRebuilding' : 'libraryOpening')}
      </span>
      {counts !== undefined && <span>{t('itemCount', { n: format.number(counts.all) })}</span>}
      {(status?.problems.length ?? 0) > 0 && (
        <span className={classes['warning']}>{t('problems', { n: status?.problems.length ?? 0 })}</span>
      )}
      <JobBar />
    </footer>
  );
}
