import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCloudUp, IconCheck } from '@tabler/icons-react';
import { itemTexts } from '../../../../shared/messages/ui/item';
import { useErrorText, useText } from '../../../components/use-text';
import classes from './save-state.module.css';
import type { Saver } from './use-saver';

/** Says quietly that the form saves itself, and loudly when it could not. */
export function SaveState({ saver: { state, error, retry } }: { readonly saver: Saver }): React.JSX.Element {
  const t = useText(itemTexts);
  const errorText = useErrorText();
  return (
    <div
      className={classes['state']}
      data-failed={state === 'failed' || undefined}
      role={state === 'failed' ? 'alert' : 'status'}
    >
      {state === 'failed' ? (
        <IconAlertTriangle size={15} aria-hidden />
      ) : state === 'saving' ? (
        <IconCloudUp size={15} aria-hidden />
      ) : (
        <IconCheck size={15} aria-hidden />
      )}
      <span>
        {state === 'idle' && t('autosave')}
        {state === 'saving' && t('saving')}
        {state === 'saved' && t('saved')}
        {state === 'failed' && `${t('saveFailed')} ${errorText(error)}`}
      </span>
      {state === 'failed' && (
        <Button size="compact-sm" variant="default" onClick={() => void retry()}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}
