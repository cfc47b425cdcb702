import { Button, Skeleton } from '@mantine/core';
import { useEffect } from 'react';
import { itemTexts } from '../../../shared/messages/ui/item';
import { useAsk } from '../../bridge/queries';
import { loadLater } from '../../components/load-later';
import { useErrorText, useText } from '../../components/use-text';
import { closeItem, openItem, view, type OpenItem } from '../../state/view';
import { EmptyPane } from './empty-pane';
import classes from './item-pane.module.css';
import { OpenTabs } from './open-tabs';

const ItemView = loadLater(async () => (await import('./item-view')).ItemView, LoadingItem);

/** The right pane: the open items as tabs, and the one that is looked at, or what stands there instead of it. */
export function ItemPane({ instead }: { readonly instead: React.ReactNode }): React.JSX.Element {
  const t = useText(itemTexts);
  const active = view.use(({ open, active: id }) => open.find((item) => item.id === id) ?? null);
  return (
    <main className={classes['pane']} aria-label={t('pane')} data-pane="detail" tabIndex={-1}>
      <OpenTabs />
      {instead ?? (active === null ? <EmptyPane /> : <LoadedItem key={active.id} open={active} />)}
    </main>
  );
}

function LoadedItem({ open }: { readonly open: OpenItem }): React.JSX.Element {
  const t = useText(itemTexts);
  const errorText = useErrorText();
  const { data, error, refetch } = useAsk('items.get', { id: open.id });
  // An old link to what has been merged leads on. Who looks in the bin wants to see what lies there.
  const leadsTo = view.use(({ scope }) => scope.kind !== 'bin') ? (data?.mergedInto ?? null) : null;
  useEffect(() => {
    if (leadsTo === null) return;
    closeItem(open.id);
    openItem(leadsTo, { tab: 'overview', keep: open.kept });
  }, [leadsTo, open.id, open.kept]);
  if (data !== undefined) return <ItemView open={open} item={data} />;
  if (error === null) return <LoadingItem />;
  return (
    <div className={classes['message']} role="alert">
      <p>{errorText(error)}</p>
      <Button.Group>
        <Button variant="default" onClick={() => void refetch()}>
          {t('retry')}
        </Button>
        <Button variant="default" onClick={() => closeItem(open.id)}>
          {t('close')}
        </Button>
      </Button.Group>
    </div>
  );
}

function LoadingItem(): React.JSX.Element {
  const t = useText(itemTexts);
  return (
    <div className={classes['message']} role="status" aria-label={t('loading')}>
      <Skeleton height={22} width="60%" mb={10} />
      <Skeleton height={12} width="40%" mb={30} />
      <Skeleton height={12} mb={10} />
      <Skeleton height={12} mb={10} />
      <Skeleton height={12} width="80%" />
    </div>
  );
}
