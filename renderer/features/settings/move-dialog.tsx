import { Alert, Button, Modal, Progress } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import { settingsTexts } from '../../../shared/messages/ui/settings';
import { useCommand } from '../../bridge/queries';
import { useErrorText, useText } from '../../components/use-text';
import { DialogButtons } from '../../components/dialog-buttons';
import classes from './settings-dialog.module.css';

interface Props {
  readonly from: string;
  /** null: closed. */
  readonly to: string | null;
  readonly onClose: () => void;
}

/** Asks before the library moves to another folder, and stays until it has. */
export function MoveDialog({ from, to, onClose }: Props): React.JSX.Element {
  const t = useText(settingsTexts);
  const errorText = useErrorText();
  const client = useQueryClient();
  const move = useCommand('library.move');
  const close = (): void => {
    if (move.isPending) return;
    move.reset();
    onClose();
  };
  const run = (): void => {
    if (to === null) return;
    move.mutate(
      { folder: to },
      {
        onSuccess: (status) => {
          client.setQueryData(['library.status', undefined], status);
          void client.invalidateQueries({ queryKey: ['app.info'] });
          notifications.show({ message: t('moved') });
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      opened={to !== null}
      onClose={close}
      title={t('moveTitle')}
      centered
      closeButtonProps={{ 'aria-label': t('close'), disabled: move.isPending }}
      classNames={{ body: classes['move'] ?? '' }}
    >
      <p>{t('moveText')}</p>
      <dl>
        <dt>{t('moveFrom')}</dt>
        <dd>{from}</dd>
        <dt>{t('moveTo')}</dt>
        <dd>{to}</dd>
      </dl>
      {move.isPending && (
        <div role="status">
          <Progress value={100} animated striped aria-label={t('moving')} />
          <p>{t('moving')}</p>
        </div>
      )}
      {move.error !== null && (
        <Alert variant="default" className={classes['failed'] ?? ''} role="alert">
          {errorText(move.error)}
        </Alert>
      )}
      <DialogButtons>
        <Button variant="default" disabled={move.isPending} onClick={close}>
          {t('cancel')}
        </Button>
        <Button loading={move.isPending} onClick={run}>
          {t('move')}
        </Button>
      </DialogButtons>
    </Modal>
  );
}
