import { Button } from '@mantine/core';
import { IconDeviceDesktop, IconUser } from '@tabler/icons-react';
import { itemTexts } from '../../../../shared/messages/ui/item';
import type { HistoryStep } from '../../../../shared/model/views';
import { useFormat } from '../../../components/format';
import { useText } from '../../../components/use-text';
import { byField } from './changes-by-field';
import { FieldChangeView } from './field-change';
import classes from './history-entry.module.css';

interface Props {
  readonly step: HistoryStep;
  readonly type: string;
  readonly isNow: boolean;
  readonly isFirst: boolean;
  readonly onRestore: (() => void) | null;
}

/** One step: who, when, what changed, and the way back to it. */
export function HistoryEntry({ step, type, isNow, isFirst, onRestore }: Props): React.JSX.Element {
  const t = useText(itemTexts);
  const format = useFormat();
  const bin = step.changes.find(({ field }) => field === 'deleted');
  const changes = byField(step.changes).filter(({ field }) => field !== 'deleted' && !(isFirst && field === 'type'));
  return (
    <li className={classes['entry']}>
      <div className={classes['head']}>
        {step.by === 'self' ? <IconUser size={15} aria-hidden /> : <IconDeviceDesktop size={15} aria-hidden />}
        <b title={step.device}>
          {step.by === 'self' ? t('bySelf') : step.who === null || step.who.name === '' ? t('byOther') : step.who.name}
        </b>
        {step.by === 'other' && step.who !== null && step.who.organisation !== '' && (
          <span>{step.who.organisation}</span>
        )}
        <time dateTime={step.at} title={format.dateTime(step.at)}>
          {format.time(step.at)}
        </time>
        {isFirst && <span>{t('historyCreated')}</span>}
        {bin !== undefined && <span>{t(bin.after === true ? 'historyBinned' : 'historyRestored')}</span>}
        {isNow && <span className={classes['now']}>{t('historyNow')}</span>}
        {!isNow && step.restorable && onRestore !== null && (
          <Button
            size="compact-xs"
            variant="default"
            className={classes['restore'] ?? ''}
            aria-label={`${t('historyRestore')}: ${format.dateTime(step.at)}`}
            onClick={onRestore}
          >
            {t('historyRestore')}
          </Button>
        )}
      </div>
      {step.erased && <p className={classes['quiet']}>{t('historyErased')}</p>}
      {!step.erased && changes.length === 0 && bin === undefined && (
        <p className={classes['quiet']}>{t('historyNothing')}</p>
      )}
      {changes.map(({ field, changes: ofField }) => (
        <FieldChangeView key={field} type={type} field={field} changes={ofField} />
      ))}
    </li>
  );
}
