import { Alert, Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowsSplit2, IconLock, IconTrash } from '@tabler/icons-react';
import { itemTexts } from '../../../shared/messages/ui/item';
import type { ItemDetail } from '../../../shared/model/views';
import { rightsTexts } from '../../../shared/messages/ui/rights';
import { useWhyNot } from '../../components/use-rights';
import { useText } from '../../components/use-text';
import { openItem, showSpace, showTab, type ItemTab } from '../../state/view';
import classes from './notices.module.css';
import { targetOf } from './origin';

/** What somebody must know before reading on: in the bin, moved, back from the bin, fields with two versions. */
export function Notices({ item, tab }: { readonly item: ItemDetail; readonly tab: ItemTab }): React.JSX.Element | null {
  const t = useText(itemTexts);
  const { id, deleted, revived, conflicts } = item.state;
  const hasHiddenConflicts = conflicts.length > 0 && tab !== 'versions';
  const whyNot = useWhyNot()(item.may);
  const rights = useText(rightsTexts);
  if (!deleted && !revived && !hasHiddenConflicts && whyNot === null) return null;
  const movedTo = deleted ? (item.mergedInto ?? targetOf(item.state.fields['movedTo'])) : null;
  return (
    <div className={classes['notices']}>
      {whyNot !== null && (
        <Notice icon={<IconLock size={16} aria-hidden />}>
          {whyNot}{' '}
          <Button size="compact-xs" variant="subtle" onClick={() => showSpace(item.space.id)}>
            {rights('more')}
          </Button>
        </Notice>
      )}
      {deleted && (
        <Notice icon={<IconTrash size={16} aria-hidden />}>
          {t(movedTo === null ? 'inBin' : item.mergedInto === null ? 'moved' : 'merged')}{' '}
          {movedTo !== null && (
            <Button size="compact-xs" variant="subtle" onClick={() => openItem(movedTo)}>
              {t(item.mergedInto === null ? 'movedOpen' : 'mergedOpen')}
            </Button>
          )}
        </Notice>
      )}
      {revived && <Notice icon={<IconArrowBackUp size={16} aria-hidden />}>{t('revived')}</Notice>}
      {hasHiddenConflicts && (
        <Notice icon={<IconArrowsSplit2 size={16} aria-hidden />}>
          {t(conflicts.length === 1 ? 'conflictOne' : 'conflictMany', { n: conflicts.length })}{' '}
          <Button size="compact-xs" variant="subtle" onClick={() => showTab(id, 'versions')}>
            {t('conflictView')}
          </Button>
        </Notice>
      )}
    </div>
  );
}

function Notice({
  icon,
  children,
}: {
  readonly icon: React.ReactNode;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  return (
    <Alert
      variant="default"
      py={6}
      px="xs"
      icon={icon}
      className={classes['warn'] ?? ''}
      classNames={{ icon: classes['icon'] ?? '', message: classes['text'] ?? '' }}
    >
      {children}
    </Alert>
  );
}
