import { Button, CloseButton, Skeleton } from '@mantine/core';
import type { SpaceId } from '../../../shared/base/ids';
import { spacePageTexts } from '../../../shared/messages/ui/space-page';
import type { SpaceStatus } from '../../../shared/model/sync';
import { useSpaces } from '../../components/use-spaces';
import { useErrorText, useText } from '../../components/use-text';
import { view } from '../../state/view';
import { Brake } from './page/brake';
import { Bundles } from './page/bundles';
import { Leave } from './page/leave';
import { Log } from './page/log';
import { Offline } from './page/offline';
import { Participants } from './page/participants';
import { PlaceSection } from './page/place-section';
import { Quarantine } from './page/quarantine';
import { RenameButton } from './page/rename';
import { Status } from './page/status';
import classes from './space-page.module.css';

const kindTexts = { open: 'kindOpen', closed: 'kindClosed', private: 'kindPrivate' } as const;

function close(): void {
  view.set({ spacePage: null });
}

interface Props {
  readonly id: SpaceId;
  /** Of a closed space: who is in it, and the way in. */
  readonly access: React.ReactNode;
}

/** Everything about one space: how it is doing, who takes part, where it is, and what can be done with it. */
export function SpacePage({ id, access }: Props): React.JSX.Element {
  const t = useText(spacePageTexts);
  const errorText = useErrorText();
  const { data, error, refetch } = useSpaces();
  const space = data?.find((each) => each.id === id);
  if (error !== null)
    return (
      <div className={classes['message']} role="alert">
        <p>{errorText(error)}</p>
        <Button variant="default" onClick={() => void refetch()}>
          {t('retry')}
        </Button>
      </div>
    );
  if (data === undefined)
    return (
      <div className={classes['message']} role="status" aria-label={t('loading')}>
        <Skeleton height={22} width="50%" mb={14} />
        <Skeleton height={12} mb={10} />
        <Skeleton height={12} width="80%" />
      </div>
    );
  if (space === undefined)
    return (
      <div className={classes['message']}>
        <p>{t('gone')}</p>
        <Button variant="default" onClick={close}>
          {t('close')}
        </Button>
      </div>
    );
  return <Page space={space} access={access} />;
}

function Page({ space, access }: Pick<Props, 'access'> & { readonly space: SpaceStatus }): React.JSX.Element {
  const t = useText(spacePageTexts);
  return (
    <article className={classes['page']} data-space={space.id}>
      <header className={classes['header']}>
        <div>
          <h1>{space.name}</h1>
          <p>
            {t(kindTexts[space.kind])}
            {space.kind === 'open' && ` · ${t('readers')}`}
          </p>
        </div>
        <RenameButton space={space} />
        <CloseButton aria-label={t('close')} onClick={close} />
      </header>
      <div className={classes['body']} tabIndex={-1}>
        {space.brake !== null && <Brake space={space} brake={space.brake} />}
        {space.kind === 'closed' && access}
        <Status space={space} />
        {space.kind !== 'closed' && <Participants space={space} />}
        <PlaceSection space={space} />
        <Offline space={space} />
        {space.quarantined > 0 && <Quarantine space={space} />}
        <Bundles space={space} />
        <Log space={space} />
        <Leave space={space} />
      </div>
    </article>
  );
}
