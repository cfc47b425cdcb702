import { Alert } from '@mantine/core';
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import { itemTexts } from '../../../shared/messages/ui/item';
import type { ItemDetail } from '../../../shared/model/views';
import { useText } from '../../components/use-text';
import { ConflictBar } from './conflict-bar';
import classes from './notices.module.css';

/** What somebody must know before reading on: in the bin, back from it, fields with two versions. */
export function Notices({ item }: { readonly item: ItemDetail }): React.JSX.Element | null {
  const t = useText(itemTexts);
  const { deleted, revived, conflicts } = item.state;
  if (!deleted && !revived && conflicts.length === 0) return null;
  return (
    <div className={classes['notices']}>
      {deleted && (
        <Alert variant="default" p="xs" icon={<IconTrash size={16} aria-hidden />} className={classes['warn'] ?? ''}>
          {t('inBin')}
        </Alert>
      )}
      {revived && (
        <Alert variant="default" p="xs" icon={<IconArrowBackUp size={16} aria-hidden />} className={classes['warn'] ?? ''}>
          {t('revived')}
        </Alert>
      )}
      {conflicts.map((conflict) => (
        <ConflictBar key={conflict.field} item={item} conflict={conflict} />
      ))}
    </div>
  );
}
