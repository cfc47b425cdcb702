import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { recoveryTexts } from '../../../shared/messages/ui/recovery';
import type { OwnDevice } from '../../../shared/model/recovery';
import { ask } from '../../bridge/client';
import { useAsk } from '../../bridge/queries';
import { useFormat } from '../format';
import { useText } from '../use-text';
import { useUndo } from '../use-undo';
import classes from './recovery.module.css';

const markLength = 8;

/** The devices that speak for who works here, each to be removed when it is lost. `lostOnly`: only others, as right after a recovery. */
export function OwnDevices({ lostOnly = false }: { readonly lostOnly?: boolean }): React.JSX.Element | null {
  const t = useText(recoveryTexts);
  const all = useAsk('recovery.devices', undefined).data;
  if (all === undefined) return null;
  const shown = lostOnly ? all.filter(({ kind }) => kind === 'other') : all;
  if (shown.length === 0) return lostOnly ? null : <p>{t('devicesNone')}</p>;
  return (
    <>
      {lostOnly && <h3>{t('lost')}</h3>}
      <p className={classes['soft']}>{t('devicesText')}</p>
      <ul className={classes['devices']}>
        {shown.map((device) => (
          <DeviceLine key={device.device} device={device} />
        ))}
      </ul>
    </>
  );
}

function DeviceLine({ device: { device, kind, lastSeen, spaces } }: { readonly device: OwnDevice }): React.JSX.Element {
  const t = useText(recoveryTexts);
  const format = useFormat();
  const client = useQueryClient();
  const { failed } = useUndo();
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const id = device.slice(0, markLength);
  const what = t(`kind.${kind}`);
  const seen = lastSeen === null ? t('neverSeen') : t('lastSeen', { when: format.moment(lastSeen) });
  // What came of it counts also when nobody looks at this line any more.
  const remove = (): void => {
    setBusy(true);
    void ask('recovery.dropDevice', { device, reason: '' })
      .then((next) => {
        client.setQueryData(['recovery.devices', undefined], next);
        void client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('access.') });
      }, failed)
      .finally(() => setBusy(false));
  };
  return (
    <li>
      <div>
        <b>{what}</b> {t('inSpaces', { names: spaces.join(', ') })}
        <small>
          {seen}, {t('mark', { id })}
        </small>
      </div>
      {kind !== 'this' && !isAsking && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('dropNamed', { what, id })}
          onClick={() => setAsking(true)}
        >
          {t('drop')}
        </Button>
      )}
      {isAsking && (
        <div className={classes['sure']} role="group" aria-label={t('drop')}>
          <p>{t('dropSure')}</p>
          <Button size="compact-sm" bg="var(--danger)" c="var(--ground)" loading={isBusy} autoFocus onClick={remove}>
            {t('dropYes')}
          </Button>{' '}
          <Button size="compact-sm" variant="default" onClick={() => setAsking(false)}>
            {t('cancel')}
          </Button>
        </div>
      )}
    </li>
  );
}
