import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDoorExit } from '@tabler/icons-react';
import { useState } from 'react';
import { spacePageTexts } from '../../../../shared/messages/ui/space-page';
import type { SpaceStatus } from '../../../../shared/model/sync';
import { DialogButtons } from '../../../components/dialog-buttons';
import { useSpaceWords } from '../../../components/space-state';
import { useReturnFocus } from '../../../components/use-return-focus';
import { useText } from '../../../components/use-text';
import { focusPane } from '../../../state/search';
import { showScope } from '../../../state/view';
import classes from '../space-page.module.css';
import dialogClasses from '../spaces.module.css';
import { useSpaceCommand } from './use-space-command';

/** The way out of a space, after what leaving means. */
export function Leave({ space }: { readonly space: SpaceStatus }): React.JSX.Element {
  const t = useText(spacePageTexts);
  const [isAsking, setAsking] = useState(false);
  return (
    <div className={classes['leave']}>
      <Button
        size="xs"
        variant="subtle"
        color="red"
        c="var(--danger)"
        leftSection={<IconDoorExit size={15} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('leave')}
      </Button>
      {isAsking && <LeaveDialog space={space} onClose={() => setAsking(false)} />}
    </div>
  );
}

function LeaveDialog({
  space: { id, name, toSend },
  onClose,
}: {
  readonly space: SpaceStatus;
  readonly onClose: () => void;
}): React.JSX.Element {
  useReturnFocus(() => focusPane('list'));
  const t = useText(spacePageTexts);
  const words = useSpaceWords();
  const leave = useSpaceCommand('spaces.leave');
  const waiting = words.amount(toSend);
  const run = (): void =>
    leave.run({ id }, () => {
      notifications.show({ message: t('left', { name }) });
      onClose();
      showScope({ kind: 'all' });
    });
  return (
    <Modal opened onClose={onClose} title={t('leaveTitle', { name })}>
      {waiting !== '' && (
        <div className={dialogClasses['found']} data-tone="warn">
          <p>{t('leaveWaiting', { what: waiting })}</p>
        </div>
      )}
      <ul>
        <li>{t('leaveYours')}</li>
        <li>{t('leaveOthers')}</li>
        <li>{t('leaveBack')}</li>
      </ul>
      <DialogButtons>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button bg="var(--danger)" c="var(--ground)" loading={leave.isPending} onClick={run}>
          {t('leaveButton')}
        </Button>
      </DialogButtons>
    </Modal>
  );
}
