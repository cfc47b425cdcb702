import { NumberInput, Switch } from '@mantine/core';
import { useState } from 'react';
import { settingsTexts } from '../../../shared/messages/ui/settings';
import type { Settings } from '../../../shared/model/settings';
import { useText } from '../../components/use-text';
import classes from './settings-dialog.module.css';
import { useChangeSettings } from '../../components/use-change-settings';

const leastKb = 8;
const mostKb = 10_000_000;

/** What sharing may do: tell, and how much of the network it uses. */
export function SharingPanel({ settings }: { readonly settings: Settings }): React.JSX.Element {
  const t = useText(settingsTexts);
  const { change, isSaved } = useChangeSettings();
  const [limit, setLimit] = useState<number | ''>(settings.bandwidthLimitKbPerSecond ?? '');
  const save = (): void => {
    const next = limit === '' ? null : Math.min(mostKb, Math.max(leastKb, Math.round(limit)));
    setLimit(next ?? '');
    if (next !== settings.bandwidthLimitKbPerSecond) change({ bandwidthLimitKbPerSecond: next });
  };
  return (
    <>
      <h3>{t('notifications')}</h3>
      <Switch
        label={t('notificationsLabel')}
        description={t('notificationsText')}
        checked={settings.notifications}
        onChange={(event) => change({ notifications: event.currentTarget.checked })}
      />
      <h3>{t('bandwidth')}</h3>
      <p>{t('bandwidthText')}</p>
      <NumberInput
        label={t('bandwidthLabel')}
        placeholder={t('noLimit')}
        w={240}
        min={leastKb}
        max={mostKb}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        value={limit}
        onChange={(value) => setLimit(typeof value === 'number' ? value : '')}
        onBlur={save}
      />
      <div className={classes['status']} role="status">
        {isSaved && t('saved')}
      </div>
    </>
  );
}
