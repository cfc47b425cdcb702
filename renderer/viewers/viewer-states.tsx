import { Button, Loader } from '@mantine/core';
import { IconFileAlert, IconFileOff } from '@tabler/icons-react';
import { viewerTexts } from '../../shared/messages/ui/viewer';
import { useErrorText, useText } from '../components/use-text';
import classes from './viewer-states.module.css';

export function ViewerLoading(): React.JSX.Element {
  const t = useText(viewerTexts);
  return (
    <div className={classes['state']} role="status">
      <Loader size="sm" aria-hidden />
      <p>{t('loading')}</p>
    </div>
  );
}

/** What went wrong in plain words. `retry` where trying again can help. */
export function ViewerError({
  error,
  retry,
}: {
  readonly error: unknown;
  readonly retry?: () => void;
}): React.JSX.Element {
  const t = useText(viewerTexts);
  const errorText = useErrorText();
  return (
    <div className={classes['state']} role="alert">
      <IconFileAlert size={34} stroke={1.4} aria-hidden />
      <p>{errorText(error)}</p>
      {retry !== undefined && (
        <Button variant="default" size="xs" onClick={retry}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}

export function NoFile(): React.JSX.Element {
  const t = useText(viewerTexts);
  return (
    <div className={classes['state']}>
      <IconFileOff size={34} stroke={1.4} aria-hidden />
      <p>{t('noFile')}</p>
    </div>
  );
}
