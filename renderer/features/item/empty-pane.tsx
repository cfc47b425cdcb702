import { Button } from '@mantine/core';
import { IconFilePlus, IconFolderDown, IconPlus } from '@tabler/icons-react';
import { itemTexts } from '../../../shared/messages/ui/item';
import { useAsk } from '../../bridge/queries';
import { useText } from '../../components/use-text';
import { chooseAndAdd } from '../../state/adding';
import { openDialog } from '../../state/view';
import classes from './empty-pane.module.css';

/** Nothing is open: what one can do next. */
export function EmptyPane(): React.JSX.Element {
  const t = useText(itemTexts);
  const hasItems = useAsk('items.counts', undefined).data?.all !== 0;
  return (
    <div className={classes['empty']}>
      <IconFolderDown size={44} stroke={1.2} aria-hidden />
      <h1>{t(hasItems ? 'emptyTitle' : 'emptyLibraryTitle')}</h1>
      <p>{t(hasItems ? 'emptyText' : 'emptyLibraryText')}</p>
      <div className={classes['actions']}>
        <Button leftSection={<IconFilePlus size={16} aria-hidden />} onClick={() => void chooseAndAdd('files')}>
          {t('emptyAddFiles')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => openDialog({ kind: 'new-item', type: null })}
        >
          {t('emptyNew')}
        </Button>
      </div>
      <p className={classes['hints']}>
        {t('emptyDrop')}
        <br />
        {t('emptySearch')}
      </p>
    </div>
  );
}
