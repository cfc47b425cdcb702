import { Button } from '@mantine/core';
import type { Fault } from '../../../shared/access/judge';
import { accessTexts } from '../../../shared/messages/ui/access';
import { useAsk } from '../../bridge/queries';
import { useFormat } from '../../components/format';
import { useText } from '../../components/use-text';
import classes from './access.module.css';
import { Section, useAccessCommand, type OfSpace } from './parts';

/** What was written without the right to it: who, what, why; a coordinator may let it count. */
export function SetAside({
  id,
  isCoordinator,
}: OfSpace & { readonly isCoordinator: boolean }): React.JSX.Element | null {
  const t = useText(accessTexts);
  const format = useFormat();
  const why = useWhy();
  const aside = useAsk('access.setAside', { id }).data;
  const accept = useAccessCommand('access.accept');
  if (aside === undefined || aside.length === 0) return null;
  return (
    <Section title={t('aside')} text={t('asideText')}>
      <ul className={classes['aside']}>
        {aside.map(({ revision, who, title, at, fault, item }) => {
          const what = t('asideWhat', { who, title: title ?? t('asideNameless') });
          // Membership is decided anew, never accepted afterwards.
          const mayAccept = isCoordinator && (item as string) !== id;
          return (
            <li key={revision}>
              <div>
                <h3>{what}</h3>
                <span className={classes['soft']}>
                  {format.dateTime(at)} · {why(fault)}
                </span>
              </div>
              {mayAccept && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('acceptThis', { what })}
                  disabled={accept.isPending}
                  onClick={() => accept.run({ id, revisions: [revision], reason: '' })}
                >
                  {t('accept')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function useWhy(): (fault: Fault) => string {
  const t = useText(accessTexts);
  return (fault) =>
    fault.why === 'no-right'
      ? t('why.no-right', { had: t(`role.${fault.had}`), needed: t(`role.${fault.needed}`) })
      : t(`why.${fault.why}`);
}
