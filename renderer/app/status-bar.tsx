import { IconCircleCheckFilled, IconCircleXFilled, IconLoader2 } from '@tabler/icons-react';
import { shellTexts } from '../../shared/messages/ui/shell';
import { useAsk } from '../bridge/queries';
import { useFormat } from '../components/format';
import { useErrorText, useText } from '../components/use-text';
import { AppError } from '../../shared/base/errors';
import { useSpaces } from '../components/use-spaces';
import { JobBar } from './job-bar';
import { SpaceLine } from './space-line';
import classes from './status-bar.module.css';

/** One line at the bottom: how the library is, what is running, how much can be searched. */
export function StatusBar(): React.JSX.Element {
  const t = useText(shellTexts);
  const errorText = useErrorText();
  const format = useFormat();
  const status = useAsk('library.status', undefined).data;
  const counts = useAsk('items.counts', undefined).data;
  const shared = useSpaces().data?.filter(({ kind }) => kind !== 'private') ?? [];
  const failed = status?.state === 'failed';
  const open = status?.state === 'open';
  const problems = status?.problems.length ?? 0;
  return (
    <footer className={classes['bar']}>
      {/* The line of the spaces says enough as long as nothing else is the matter. */}
      <span
        className={classes['state']}
        data-quiet={(open && shared.length > 0) || undefined}
        data-failed={failed || undefined}
        role="status"
      >
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
      {shared.length > 0 && <SpaceLine spaces={shared} />}
      {counts !== undefined && (
        <span>{counts.all === 1 ? t('itemOne') : t('itemCount', { n: format.number(counts.all) })}</span>
      )}
      {problems > 0 && (
        <span className={classes['warning']}>
          {problems === 1 ? t('problemOne') : t('problems', { n: format.number(problems) })}
        </span>
      )}
      <JobBar />
    </footer>
  );
}
