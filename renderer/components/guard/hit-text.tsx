import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { guardTexts } from '../../../shared/messages/ui/guard';
import type { GuardHit } from '../../../shared/model/guard';
import { useText } from '../use-text';
import classes from './guard.module.css';
import { useGuardPlace } from './guard-words';

/** A finding: what it is, how sure, where, the words it stands in, and why it matters. */
export function HitText({ hit }: { readonly hit: GuardHit }): React.JSX.Element {
  const t = useText(guardTexts);
  const place = useGuardPlace();
  const Sign = hit.notice ? IconInfoCircle : IconAlertTriangle;
  return (
    <span className={classes['hit']} data-notice={hit.notice || undefined}>
      <Sign size={16} aria-hidden />
      <span>
        <span className={classes['kind']}>
          <b>{t(hit.kind)}</b> <i>{t(hit.notice ? 'notice' : hit.sure)}</i>
        </span>
        <span className={classes['place']}>{place(hit)}</span>
        <span className={classes['quote']}>
          {hit.before}
          <mark>{hit.match}</mark>
          {hit.after}
        </span>
        <span className={classes['why']}>{t(hit.reason)}</span>
      </span>
    </span>
  );
}
