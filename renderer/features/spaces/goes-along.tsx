import { IconCheck, IconHistory } from '@tabler/icons-react';
import type { ItemId } from '../../../shared/base/ids';
import { shareTexts } from '../../../shared/messages/ui/sharing';
import { useAsk } from '../../bridge/queries';
import { useFormat } from '../../components/format';
import { useText } from '../../components/use-text';
import classes from './spaces.module.css';

/** What goes to the space with the items, and what does not. */
export function GoesAlong({ ids }: { readonly ids: readonly ItemId[] }): React.JSX.Element {
  const t = useText(shareTexts);
  const format = useFormat();
  const [only] = ids;
  const item = useAsk('items.get', { id: only ?? '' }, { enabled: ids.length === 1 }).data;
  const title = item?.state.fields['title'];
  return (
    <section className={classes['group']} aria-label={t('along')}>
      <h3>{t('along')}</h3>
      {typeof title === 'string' && <p className={classes['items']}>{title}</p>}
      <ul className={classes['along']}>
        <li>
          <IconCheck size={15} aria-hidden /> {t('alongGoes')}
        </li>
        {ids.length > 1 && (
          <li>
            <IconCheck size={15} aria-hidden /> {t('alongFiles')}
          </li>
        )}
        {item?.file != null && (
          <li>
            <IconCheck size={15} aria-hidden />
            {t('alongFile', { name: item.file.name, size: format.size(item.file.sizeBytes) })}
          </li>
        )}
        <li data-stays>
          <IconHistory size={15} aria-hidden /> {t('alongStays')}
        </li>
      </ul>
    </section>
  );
}
