import { Alert, Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { recoverySheetTexts } from '../../../shared/messages/recovery-sheet';
import { recoveryTexts } from '../../../shared/messages/ui/recovery';
import type { RecoverySheet, RecoveryStatus } from '../../../shared/model/recovery';
import { useAsk, useCommand } from '../../bridge/queries';
import { useFormat } from '../../components/format';
import { OwnDevices } from '../../components/recovery/own-devices';
import { RestoreDialog } from '../../components/recovery/restore-dialog';
import { useText } from '../../components/use-text';
import { useUndo } from '../../components/use-undo';
import { MadeSheet } from './made-sheet';
import { SecondDevice } from './second-device';
import classes from './settings-dialog.module.css';

/** The recovery sheet, and the devices that speak for who works here. */
export function RecoveryPanel(): React.JSX.Element {
  const t = useText(recoveryTexts);
  const client = useQueryClient();
  const { failed } = useUndo();
  const status = useAsk('recovery.status', undefined).data;
  const make = useCommand('recovery.make');
  const [sheet, setSheet] = useState<RecoverySheet | null>(null);
  const [isRestoring, setRestoring] = useState(false);
  const refresh = (): void =>
    void client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('recovery.') });
  const hasSheet = typeof status?.madeAt === 'string';
  return (
    <>
      {status?.isShut === true && <Shut onDone={refresh} />}
      <h3>{t('sheet')}</h3>
      <p>{t('sheetText')}</p>
      {status !== undefined && <SheetStatus status={status} />}
      <div className={classes['buttons']}>
        <Button
          size="xs"
          variant={hasSheet ? 'default' : 'filled'}
          loading={make.isPending}
          onClick={() => make.mutate(undefined, { onSuccess: setSheet, onError: failed, onSettled: refresh })}
        >
          {t(hasSheet ? 'makeNew' : 'make')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setRestoring(true)}>
          {t('use')}
        </Button>
      </div>
      {hasSheet && <p>{t('makeNewText')}</p>}
      <details className={classes['notices']}>
        <summary>{t('goneTitle')}</summary>
        <Gone />
      </details>
      <h3>{t('devices')}</h3>
      <OwnDevices />
      <SecondDevice />
      {sheet !== null && <MadeSheet sheet={sheet} onClose={() => setSheet(null)} />}
      {isRestoring && <RestoreDialog onCancel={() => setRestoring(false)} onDone={() => setRestoring(false)} />}
    </>
  );
}

function Shut({ onDone }: { readonly onDone: () => void }): React.JSX.Element {
  const t = useText(recoveryTexts);
  const { failed } = useUndo();
  const renew = useCommand('recovery.newDevice');
  return (
    <Alert mb={14} variant="default" className={classes['damaged'] ?? ''} title={t('shutTitle')}>
      <p>{t('shutText')}</p>
      <Button
        size="xs"
        variant="default"
        loading={renew.isPending}
        onClick={() => renew.mutate(undefined, { onError: failed, onSettled: onDone })}
      >
        {t('newDevice')}
      </Button>
    </Alert>
  );
}

function SheetStatus({ status }: { readonly status: RecoveryStatus }): React.JSX.Element {
  const t = useText(recoveryTexts);
  const format = useFormat();
  const { madeAt, replaced, notOnSheet, privateItems } = status;
  return (
    <>
      <p>
        <b>{madeAt === null ? t('none') : t('madeAt', { when: format.dateTime(madeAt) })}</b>{' '}
        {replaced && t('replaced')}
      </p>
      {notOnSheet.length > 0 && <p>{t('notOnSheet', { names: notOnSheet.join(', ') })}</p>}
      {privateItems > 0 && (
        <p>{privateItems === 1 ? t('privateItemsOne') : t('privateItems', { n: format.number(privateItems) })}</p>
      )}
    </>
  );
}

/** What stands on the sheet too. */
function Gone(): React.JSX.Element {
  const t = useText(recoverySheetTexts);
  return (
    <ul>
      {(['gone1', 'gone2', 'gone3', 'gone4'] as const).map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  );
}
