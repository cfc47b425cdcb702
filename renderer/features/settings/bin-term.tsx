import { Button, Modal, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import { settingsTexts } from '../../../shared/messages/ui/settings';
import { useAsk, useCommand } from '../../bridge/queries';
import { useFormat } from '../../components/format';
import { useText } from '../../components/use-text';
import { useUndo } from '../../components/use-undo';
import { DialogButtons } from '../../components/dialog-buttons';
import classes from './settings-dialog.module.css';
import { useChangeSettings } from '../../components/use-change-settings';

const terms = [30, 90, 180, 365];
const never = 'never';

/** After how long what lies in the bin is offered for erasing, and the offer itself. Nothing is erased without asking. */
export function BinTerm(): React.JSX.Element | null {
  const t = useText(settingsTexts);
  const format = useFormat();
  const settings = useAsk('settings.get', undefined).data;
  const expired = useAsk('bin.expired', undefined);
  const { change } = useChangeSettings();
  const [isAsking, setAsking] = useState(false);
  if (settings === undefined) return null;
  const days = settings.binTermDays;
  const offered = days === null || terms.includes(days) ? terms : [...terms, days].sort((a, b) => a - b);
  const ids = days === null ? [] : (expired.data?.ids ?? []);
  return (
    <>
      <h3>{t('binTerm')}</h3>
      <p>{t('binTermText')}</p>
      <Select
        label={t('binTermLabel')}
        w={240}
        allowDeselect={false}
        value={days === null ? never : String(days)}
        data={[
          { value: never, label: t('binNever') },
          ...offered.map((n) => ({ value: String(n), label: t('binDays', { n: format.number(n) }) })),
        ]}
        onChange={(value) => change({ binTermDays: value === never || value === null ? null : Number(value) })}
      />
      {ids.length > 0 && (
        <div className={classes['task']}>
          <div>{ids.length === 1 ? t('binExpiredOne') : t('binExpired', { n: format.number(ids.length) })}</div>
          <Button size="xs" variant="default" onClick={() => setAsking(true)}>
            {t('erase')}
          </Button>
        </div>
      )}
      {isAsking && (
        <EraseDialog
          ids={ids}
          onClose={() => {
            setAsking(false);
            void expired.refetch();
          }}
        />
      )}
    </>
  );
}

function EraseDialog({
  ids,
  onClose,
}: {
  readonly ids: readonly ItemId[];
  readonly onClose: () => void;
}): React.JSX.Element {
  const t = useText(settingsTexts);
  const format = useFormat();
  const { failed } = useUndo();
  const erase = useCommand('items.erase');
  const run = (): void =>
    erase.mutate(
      { ids: [...ids] },
      {
        onSuccess: ({ erased }) => notifications.show({ message: t('erased', { n: format.number(erased) }) }),
        onError: failed,
        onSettled: onClose,
      },
    );
  return (
    <Modal opened onClose={onClose} title={t('eraseTitle')} centered>
      <p>{t('eraseText')}</p>
      <p>{t('eraseShared')}</p>
      <DialogButtons>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button bg="var(--danger)" c="var(--ground)" loading={erase.isPending} onClick={run}>
          {t('eraseButton')}
        </Button>
      </DialogButtons>
    </Modal>
  );
}
