import { guardTexts } from '../../../shared/messages/ui/guard';
import { useAsk } from '../../bridge/queries';
import { useFormat } from '../../components/format';
import { InboxGroup } from '../../components/inbox';
import { useText } from '../../components/use-text';
import classes from './library-check.module.css';

const shown = 50;

/** What was shared although the guard found something in it: when, by whom, and why. */
export function Overrides(): React.JSX.Element | null {
  const t = useText(guardTexts);
  const format = useFormat();
  const overrides = useAsk('guard.overrides', undefined).data;
  if (overrides === undefined) return null;
  return (
    <InboxGroup title={t('history')}>
      {overrides.length === 0 && <p className={classes['said']}>{t('historyNone')}</p>}
      <ul>
        {overrides.slice(0, shown).map(({ id, at, by, action, reason, titles }) => (
          <li key={id} className={classes['override']}>
            <b>{titles.join(', ')}</b>
            <span>“{reason}”</span>
            <span className={classes['meta']}>
              {t('historyLine', {
                when: format.dateTime(at),
                by: by === '' ? t('nobody') : by,
                action: t(action),
              })}
            </span>
          </li>
        ))}
      </ul>
    </InboxGroup>
  );
}
