import { Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { accessTexts } from '../../../shared/messages/ui/access';
import type { AccessView } from '../../../shared/model/access';
import { atLeast } from '../../../shared/access/role';
import { useAsk } from '../../bridge/queries';
import { useFormat } from '../../components/format';
import { useErrorText, useText } from '../../components/use-text';
import classes from './access.module.css';
import { AccessLog } from './access-log';
import { ShownCards } from './cards';
import { Members } from './members';
import { Outside } from './outside';
import { Section, Words, type OfSpace } from './parts';
import { Requests } from './requests';
import { SetAside } from './set-aside';

/** What the page of a closed space says of access: asking for it, or what one has and who else. */
export function AccessPage({ id }: OfSpace): React.JSX.Element {
  const t = useText(accessTexts);
  const errorText = useErrorText();
  const { data: look, error, refetch } = useAsk('access.look', { id });
  if (error !== null)
    return (
      <div role="alert">
        <p>{errorText(error)}</p>
        <Button variant="default" onClick={() => void refetch()}>
          {t('retry')}
        </Button>
      </div>
    );
  if (look === undefined)
    return (
      <div role="status" aria-label={t('loading')}>
        <Skeleton height={14} mb={8} mt={16} />
        <Skeleton height={14} width="60%" />
      </div>
    );
  if (look.role === null || !atLeast(look.role, 'read')) return <Outside id={id} look={look} />;
  const isCoordinator = look.role === 'coordinate' && !look.ended;
  return (
    <>
      <OwnAccess look={look} />
      {isCoordinator && <Requests id={id} />}
      <Members id={id} isCoordinator={isCoordinator} />
      <SetAside id={id} isCoordinator={isCoordinator} />
      {isCoordinator && <ShownCards id={id} />}
      <AccessLog id={id} />
    </>
  );
}

function OwnAccess({ look }: { readonly look: AccessView }): React.JSX.Element {
  const t = useText(accessTexts);
  const format = useFormat();
  const { role, until, ended, coordinators, words } = look;
  const named = t(`role.${role ?? 'none'}`);
  const day = until === null ? '' : format.date(until);
  return (
    <>
      {ended && <Notice text={t('endedText', { until: day })} />}
      {role === 'coordinate' && coordinators === 1 && <Notice text={t('onlyCoordinator')} />}
      <Section title={t('yourRole')}>
        {!ended && (
          <p>{until === null ? t('youMay', { role: named }) : t('youMayUntil', { role: named, until: day })}</p>
        )}
        <details>
          <summary>{t('spaceWords')}</summary>
          <Words label={t('spaceWords')} words={words} />
        </details>
      </Section>
    </>
  );
}

export function Notice({ text }: { readonly text: string }): React.JSX.Element {
  return (
    <div className={classes['notice']} role="note">
      <IconAlertTriangle size={18} aria-hidden />
      <p>{text}</p>
    </div>
  );
}
